import { teksten } from '#process';
import type { v1 } from './definitie.v1.js';

export const nl = teksten<typeof v1>({
  titel: 'Huisbezoek',
  omschrijving: 'Een bezoek aan huis, zoals alleen de architectuurtest het kent.',
  toestanden: { aangevraagd: 'Aangevraagd', afgelegd: 'Afgelegd' },
  acties: { afleggen: { titel: 'Bezoek afleggen' } },
  termijnen: { afleggen: 'Het bezoek afleggen' },
  uitkomsten: { afgelegd: 'Afgelegd', geannuleerd: 'Geannuleerd', verhuisd: 'Verhuisd' },
  vlaggen: {},
  velden: { aangevraagdOp: 'Aangevraagd op', bezochtOp: 'Bezocht op', verslag: 'Verslag' },
  taken: { verslagBespreken: 'Bespreek het verslag in het team.' },
});

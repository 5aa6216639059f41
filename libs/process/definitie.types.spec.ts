/**
 * What must not compile. Each line under a `@ts-expect-error` is a mistake that the table's types catch: should one become legal, the
 * compiler reports an unused directive and the build fails.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  datumVeld,
  defineProcess,
  eis,
  gemeentelijk,
  nogNietGebouwd,
  start,
  teksten,
  wet,
  z,
  type Actie,
} from './index.js';

const sluiten = {
  door: ['leerplichtambtenaar'],
  invoer: z.strictObject({ geslotenOp: datumVeld() }),
} satisfies Actie;
const basis = {
  key: 'proef',
  versie: 1,
  onderwerp: () => 'proef',
  start: z.strictObject({ achttienOp: datumVeld(), soort: z.enum(['a', 'b']) }),
  startDoor: ['leerplichtambtenaar' as const],
  acties: { sluiten },
};
const termijn = { naam: 't' as const, soort: 'LOCAL' as const, grondslag: gemeentelijk('proef') };
const toestanden = { open: { eigenaar: 'arts' as const }, dicht: { eind: true as const } };

const goed = defineProcess({
  ...basis,
  termijnen: [{ ...termijn, vanaf: { datumveld: 'geslotenOp' }, tot: { actie: 'sluiten' } }],
  begin: 'open',
  toestanden: {
    open: { bij: { sluiten: { naar: 'dicht', als: (c) => c.invoer.geslotenOp <= c.vandaag } } },
    dicht: { eind: true },
  },
});

// prettier-ignore
// @ts-expect-error a target that is no state
defineProcess({ ...basis, termijnen: [], begin: 'open', toestanden: { open: { bij: { sluiten: { naar: 'weg' } } }, dicht: {} } });
// @ts-expect-error a first state that does not exist
defineProcess({ ...basis, termijnen: [], begin: 'weg', toestanden });
// @ts-expect-error an action that does not exist, in a state
defineProcess({ ...basis, termijnen: [], begin: 'open', toestanden: { open: { bij: { openen: {} } } } });
// prettier-ignore
// @ts-expect-error an action that does not exist, as what fulfils a term
defineProcess({ ...basis, termijnen: [{ ...termijn, vanaf: { toestand: 'open' }, tot: { actie: 'openen' } }], begin: 'open', toestanden });
// prettier-ignore
// @ts-expect-error an action that does not exist, as proposal
defineProcess({ ...basis, termijnen: [{ ...termijn, vanaf: { toestand: 'open' }, bijVerloop: { stelVoor: 'openen' } }], begin: 'open', toestanden });
// prettier-ignore
// @ts-expect-error a date field that does not exist
defineProcess({ ...basis, termijnen: [{ ...termijn, vanaf: { datumveld: 'geopendOp' } }], begin: 'open', toestanden });
// prettier-ignore
// @ts-expect-error a field that is no date
defineProcess({ ...basis, termijnen: [{ ...termijn, vanaf: { datumveld: 'soort' } }], begin: 'open', toestanden });
// prettier-ignore
// @ts-expect-error a term in a state that does not exist
defineProcess({ ...basis, termijnen: [{ ...termijn, vanaf: { toestand: 'open' }, zolang: ['weg'] }], begin: 'open', toestanden });
// prettier-ignore
// @ts-expect-error a term without a ground
defineProcess({ ...basis, termijnen: [{ naam: 't', soort: 'LAW', vanaf: { toestand: 'open' } }], begin: 'open', toestanden });
// @ts-expect-error a guard on an action that does not exist
defineProcess({ ...basis, eisen: { openen: [] }, termijnen: [], begin: 'open', toestanden });
defineProcess({
  ...basis,
  // prettier-ignore
  // @ts-expect-error a guard that reads a field its action does not have
  eisen: { sluiten: [{ naam: 'e', grondslag: wet('Wet', '1'), melding: '', als: (c) => c.invoer.anders === 1 }] },
  termijnen: [],
  begin: 'open',
  toestanden,
});
defineProcess({
  ...basis,
  // @ts-expect-error a fact that nobody gathers
  acties: { sluiten: { ...sluiten, feiten: ['isRijk'] } },
  termijnen: [],
  begin: 'open',
  toestanden,
});
eis({
  naam: 'e',
  grondslag: wet('Wet', '1'),
  melding: '',
  // @ts-expect-error a fact that does not exist
  als: (c) => c.feiten.isRijk === true,
});
// @ts-expect-error a process that nobody foresaw
start('onbekend');
// @ts-expect-error a process that the house does not foresee
nogNietGebouwd('bestaatNiet');
// @ts-expect-error nobody else than a known role
({ door: ['burgemeester'], invoer: z.strictObject({}) }) satisfies Actie;

const tekst = { titel: '', omschrijving: '', uitkomsten: {}, vlaggen: {}, velden: {}, taken: {} };
const acties = { sluiten: { titel: 'Sluiten' } };
// @ts-expect-error a state without a text
teksten<typeof goed>({ ...tekst, acties, toestanden: { open: 'Open' }, termijnen: { t: 'Termijn' } });
// @ts-expect-error a term without a text
teksten<typeof goed>({ ...tekst, acties, toestanden: { open: 'Open', dicht: 'Dicht' }, termijnen: {} });
// prettier-ignore
// @ts-expect-error an action without a text
teksten<typeof goed>({ ...tekst, acties: {}, toestanden: { open: 'Open', dicht: 'Dicht' }, termijnen: { t: 'T' } });

it('de goede tabel compileert, en de foute niet', () => assert.equal(goed.key, 'proef'));

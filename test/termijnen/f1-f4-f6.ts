import {
  datumVeld,
  defineProcess,
  gemeentelijk,
  keten,
  taak,
  wet,
  z,
  type Actie,
  type Definitie,
} from '#process';
import { v1 as spreekuur } from '../../workflows/spreekuur/definitie.v1.js';
import { v1 as vrijstelling } from '../../workflows/vrijstelling/definitie.v1.js';
import type { Proef } from './proef.js';

const doet = { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) } satisfies Actie;

/** F4, the neighbours of art. 5 onder a that are decisions: requests under art. 3a, 3b and 15. */
export const besluit = defineProcess({
  key: 'besluit',
  versie: 1,
  onderwerp: () => 'verzoek',
  start: z.strictObject({ verzoekOp: datumVeld(), eindeOp: datumVeld() }),
  startDoor: ['leerplichtambtenaar'],
  acties: {
    besloten: { ...doet, invoer: z.strictObject({ besluitOp: datumVeld() }) },
    afschriftVerzonden: doet,
    bezwaarGemaakt: doet,
    opnieuwGevraagd: doet,
  },
  termijnen: [
    {
      naam: 'beslissen',
      soort: 'LAW',
      grondslag: wet('Algemene wet bestuursrecht', '4:13'),
      vanaf: { datumveld: 'verzoekOp' },
      duur: { weken: 8 },
      tot: { actie: 'besloten' },
      verlengbaar: wet('Algemene wet bestuursrecht', '4:14'),
      opschortbaar: wet('Algemene wet bestuursrecht', '4:15'),
    },
    {
      naam: 'beslissenVervangend',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '3a lid 4'),
      vanaf: { datumveld: 'verzoekOp' },
      duur: { weken: 4 },
      tot: { actie: 'besloten' },
    },
    {
      naam: 'afschrift',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '3a lid 4'),
      vanaf: { actie: 'besloten', veld: 'besluitOp' },
      duur: { weken: 2 },
      tot: { actie: 'afschriftVerzonden' },
    },
    {
      naam: 'bezwaar',
      soort: 'LAW',
      grondslag: wet('Algemene wet bestuursrecht', '6:7'),
      vanaf: { actie: 'besloten', veld: 'besluitOp' },
      duur: { weken: 6 },
      tot: { actie: 'bezwaarGemaakt' },
    },
    {
      naam: 'opnieuwVragen',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '3a lid 5'),
      vanaf: { datumveld: 'eindeOp' },
      voor: { weken: 8 },
      tot: { actie: 'opnieuwGevraagd' },
    },
  ],
  begin: 'verzocht',
  toestanden: {
    verzocht: { eigenaar: 'leerplichtambtenaar', bij: { besloten: { naar: 'besloten' } } },
    besloten: {
      eigenaar: 'leerplichtambtenaar',
      bij: { afschriftVerzonden: {}, bezwaarGemaakt: {}, opnieuwGevraagd: {} },
    },
  },
});

/** F6: what comes back each year, for the supervisor. */
export const jaarronde = defineProcess({
  key: 'jaarronde',
  versie: 1,
  onderwerp: () => 'gemeente',
  start: z.strictObject({}),
  startDoor: ['systeem'],
  acties: { jaarverslagAangeboden: doet, rapportageVerzonden: doet, rondeAfgerond: doet },
  termijnen: [
    {
      naam: 'jaarverslag',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '25'),
      vanaf: { elkJaar: '09-30' },
      tot: { actie: 'jaarverslagAangeboden' },
      herinnerOp: ['09-01'],
    },
    {
      naam: 'vsvEffectrapportage',
      soort: 'CHAIN',
      grondslag: keten('uiterlijk 15 december', 'DUO'),
      vanaf: { elkJaar: '12-15' },
      tot: { actie: 'rapportageVerzonden' },
      herinnerOp: ['12-01'],
    },
    {
      naam: 'vrijstellingsronde',
      soort: 'LOCAL',
      grondslag: gemeentelijk('de ronde langs de vrijstellingen voor 1 juli'),
      vanaf: { elkJaar: '06-30' },
      tot: { actie: 'rondeAfgerond' },
      bijVerloop: { dan: [taak('openVrijstellingen', 'teamleider')] },
    },
  ],
  begin: 'loopt',
  toestanden: {
    loopt: {
      eigenaar: 'teamleider',
      bij: { jaarverslagAangeboden: {}, rapportageVerzonden: {}, rondeAfgerond: {} },
    },
  },
});

const proef = (
  d: Definitie,
  wat: string,
  termijn: string,
  toestand: string,
  datum: string,
  p: Partial<Proef> = {},
): Proef => ({
  wat: `${d.key}: ${wat}`,
  d,
  termijn,
  in: toestand,
  op: '2026-11-02',
  gegevens: d === vrijstelling ? dossier : {},
  datum,
  ...p,
});
const dossier = { grond: 'art5onderA', kennisgevingOp: '2026-11-02', achttienOp: '2030-06-15' };
const geldig = { ...dossier, geldigVanaf: '2026-12-01', geldigTot: '2027-07-31', oordeel: 'ongeschikt' };
const gesprek = {
  op: '2027-02-10',
  actie: 'gesprekGevoerd',
  invoer: { gesprekOp: '2027-02-10', afspraken: 'id' },
};

export const proevenF1F4F6: Proef[] = [
  proef(spreekuur, 'uitnodigen 5 werkdagen', 'uitnodigen', 'aangemeld', '2026-11-09'),
  proef(spreekuur, 'gesprek 10 schooldagen na de uitnodiging', 'gesprek', 'aangemeld', '2027-01-08', {
    dan: [{ op: '2026-12-11', actie: 'uitnodigingVerzonden' }],
  }),
  proef(spreekuur, 'dag voor het gesprek en de dag zelf', 'gesprekVastleggen', 'aangemeld', '2026-11-16', {
    dan: [{ op: '2026-11-02', actie: 'uitnodigingVerzonden', invoer: { gesprekOp: '2026-11-16' } }],
    // Two working days after the talk, then five.
    herinneringen: ['opDatum 2026-11-13', 'opDatum 2026-11-16', 'groep 2026-11-18', 'teamleider 2026-11-23'],
  }),
  proef(spreekuur, '4 lesweken volgen, met een week vakantie', 'monitoring', 'gesprekGepland', '2027-03-17', {
    op: '2027-02-10',
    dan: [gesprek],
  }),
  proef(spreekuur, 'school antwoordt in 5 werkdagen', 'updateVanSchool', 'gesprekGepland', '2027-03-24', {
    op: '2027-02-10',
    dan: [gesprek],
    totEnMet: '2027-03-17',
  }),
  proef(spreekuur, '18e verjaardag op een zaterdag', 'achttien', 'aangemeld', '2027-06-12', {
    gegevens: { achttienOp: '2027-06-12' },
  }),
  proef(
    vrijstelling,
    'een maand voor leerplichtig, zaterdag blijft',
    'kennisgevingVooraf',
    'kennisgevingOntvangen',
    '2026-08-01',
    {
      op: '2026-07-01',
      gegevens: { ...dossier, leerplichtigOp: '2026-09-01' },
    },
  ),
  proef(vrijstelling, 'voor 1 juli: uiterlijk 30 juni', 'verlenging', 'geldig', '2027-06-30', {
    gegevens: geldig,
    herinneringen: ['opDatum 2027-04-01', 'opDatum 2027-05-03', 'opDatum 2027-06-01', 'opDatum 2027-06-24'],
  }),
  proef(vrijstelling, 'arts 6 weken, Eerste Kerstdag schuift', 'artsadvies', 'bijDeArts', '2026-12-28', {
    op: '2026-11-13',
  }),
  proef(vrijstelling, 'samenwerkingsverband 3 weken', 'onderwijskundigAdvies', 'bijDeArts', '2026-11-23'),
  proef(vrijstelling, 'verklaring 3 maanden oud', 'verklaringWordtTeOud', 'bijDeArts', '2027-01-30', {
    dan: [
      {
        op: '2026-11-02',
        actie: 'verklaringOntvangen',
        invoer: { oordeel: 'ongeschikt', getekendOp: '2026-10-30', verklaring: 'id' },
      },
    ],
  }),
  proef(vrijstelling, 'einde schooljaar, 8 weken ervoor', 'eindeGeldigheid', 'geldig', '2027-07-31', {
    gegevens: geldig,
    // Eight weeks before is Saturday 5 June.
    herinneringen: ['opDatum 2027-06-07'],
  }),
  proef(vrijstelling, 'registratie bij DUO 5 werkdagen', 'duoRegistratie', 'bevestigd', '2026-11-09', {
    gegevens: geldig,
  }),
  proef(vrijstelling, 'nooit geschikt: eens per jaar contact', 'jaarlijksContact', 'geldig', '2028-11-02', {
    gegevens: { ...dossier, geldigVanaf: '2026-12-01', oordeel: 'nooitGeschikt' },
    totEnMet: '2027-11-02',
  }),
  proef(vrijstelling, '18e verjaardag', 'achttien', 'geldig', '2030-06-15', { gegevens: geldig }),
  proef(besluit, 'beslissen in 8 weken', 'beslissen', 'verzocht', '2026-12-28', {
    gegevens: { verzoekOp: '2026-10-30', eindeOp: '2027-07-31' },
  }),
  proef(besluit, 'beslissen in 4 weken', 'beslissenVervangend', 'verzocht', '2026-11-27', {
    gegevens: { verzoekOp: '2026-10-30', eindeOp: '2027-07-31' },
  }),
  proef(besluit, 'afschrift binnen 2 weken', 'afschrift', 'verzocht', '2026-11-27', {
    dan: [{ op: '2026-11-13', actie: 'besloten', invoer: { besluitOp: '2026-11-13' } }],
  }),
  proef(besluit, 'bezwaar 6 weken, Kerst en weekend schuiven', 'bezwaar', 'verzocht', '2026-12-28', {
    dan: [{ op: '2026-11-13', actie: 'besloten', invoer: { besluitOp: '2026-11-13' } }],
  }),
  proef(
    besluit,
    'opnieuw vragen 8 weken voor het einde, zaterdag blijft',
    'opnieuwVragen',
    'verzocht',
    '2027-06-05',
    {
      gegevens: { verzoekOp: '2026-10-30', eindeOp: '2027-07-31' },
    },
  ),
  proef(jaarronde, 'jaarverslag voor 1 oktober', 'jaarverslag', 'loopt', '2027-09-30'),
  proef(jaarronde, 'VSV-effectrapportage 15 december', 'vsvEffectrapportage', 'loopt', '2026-12-15', {
    herinneringen: ['opDatum 2026-12-01'],
  }),
  proef(jaarronde, 'vrijstellingsronde voor 1 juli', 'vrijstellingsronde', 'loopt', '2027-06-30'),
  proef(
    jaarronde,
    'volgend jaar opnieuw, als dit jaar klaar is',
    'vsvEffectrapportage',
    'loopt',
    '2027-12-15',
    {
      dan: [{ op: '2026-12-10', actie: 'rapportageVerzonden' }],
    },
  ),
];

import { datumVeld, defineProcess, gemeentelijk, GEWONE_HERINNERINGEN, inhoud, taak, z } from '#process';

/** A process of three states that only the architecture test knows: one folder must be all that a process needs. */
export const v1 = defineProcess({
  key: 'huisbezoek',
  versie: 1,
  onderwerp: (g) => g.aangevraagdOp,
  start: z.strictObject({ aangevraagdOp: datumVeld() }),
  startDoor: ['leerplichtambtenaar'],
  acties: {
    afleggen: {
      door: ['leerplichtambtenaar'],
      invoer: z.strictObject({ bezochtOp: datumVeld(), verslag: inhoud('gewoon') }),
    },
  },
  termijnen: [
    {
      naam: 'afleggen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('een huisbezoek wordt binnen tien werkdagen afgelegd'),
      vanaf: { toestand: 'aangevraagd' },
      duur: { werkdagen: 10 },
      tot: { actie: 'afleggen' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
  ],
  begin: 'aangevraagd',
  toestanden: {
    aangevraagd: {
      eigenaar: 'leerplichtambtenaar',
      bij: { afleggen: { naar: 'afgelegd', dan: [taak('verslagBespreken')] } },
    },
    afgelegd: { eind: true },
  },
});

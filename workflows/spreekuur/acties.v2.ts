import { datumVeld, inhoud, z, type Actie, type Rol } from '#process';

const TEAM: Rol[] = ['leerplichtambtenaar', 'doorstroomcoach'];
const uren = (): z.ZodInt => z.int().min(0).max(1000);
const meldingNummer = (): z.ZodString => z.string().regex(/^\d{1,12}$/);

/** What a registration tells. */
export const aanmelding = z.strictObject({
  aangemeldOp: datumVeld(),
  urenGemeld: uren(),
  aantalTeLaat: z.int().min(0).max(1000).optional(),
  meldingNummer: meldingNummer().optional(),
  toelichting: inhoud('gewoon').optional(),
  achttienOp: datumVeld(),
});

/** Who may do what, with which fields. */
export const acties = {
  uitnodigingVerzonden: {
    door: TEAM,
    invoer: z.strictObject({ gesprekOp: datumVeld().optional() }),
  },
  gesprekGepland: { door: TEAM, invoer: z.strictObject({ gesprekOp: datumVeld() }) },
  gesprekGevoerd: {
    door: TEAM,
    invoer: z.strictObject({
      gesprekOp: datumVeld(),
      verslag: inhoud('gewoon').optional(),
      afspraken: inhoud('gewoon').optional(),
    }),
  },
  afsprakenVastgelegd: {
    door: TEAM,
    invoer: z.strictObject({ gesprekOp: datumVeld(), afspraken: inhoud('gewoon') }),
  },
  nietVerschenen: { door: TEAM, invoer: z.strictObject({ toelichting: inhoud('gewoon').optional() }) },
  verzuimUpdate: {
    door: ['school', ...TEAM],
    namens: 'school',
    invoer: z.strictObject({ uren: uren(), toelichting: inhoud('gewoon').optional() }),
  },
  duoMelding: {
    door: ['systeem', 'leerplichtambtenaar'],
    namens: 'duo',
    invoer: z.strictObject({
      soort: z.enum(['zestienUur', 'langdurig', 'luxe', 'overig']),
      meldingNummer: meldingNummer(),
    }),
  },
  schoolwissel: { door: ['systeem', 'leerplichtambtenaar'], invoer: z.strictObject({}) },
  escaleren: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      reden: z.enum(['nietVerschenen', 'aanhoudendVerzuim']),
      toelichting: inhoud('gewoon'),
    }),
  },
  afsluiten: {
    door: TEAM,
    invoer: z.strictObject({
      resultaat: z.enum(['hersteld', 'doorverwezenHulp', 'nietVerschenen', 'vervallen']),
      /** With doorverwezenHulp: where to. */
      aanbieder: z.enum(['wijkracht', 'jeugdEnGezin', 'anders']).optional(),
      toelichting: inhoud('gewoon').optional(),
    }),
  },
} satisfies Record<string, Actie>;

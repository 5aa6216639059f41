import { datumVeld, inhoud, z, type Actie } from '#process';

const uren = (): z.ZodInt => z.int().min(0).max(1000);
const toelichting = inhoud('wpg').optional();

/** The choice for Halt as `mas` made it: how much absence, and whether the officier van justitie was consulted already. */
export const keuze = z.strictObject({
  gekozenOp: datumVeld(),
  uren: uren().optional(),
  aantalTeLaat: uren().optional(),
  overlegOvJ: z.boolean(),
  twaalfOp: datumVeld(),
  zestienOp: datumVeld(),
  achttienOp: datumVeld(),
});

/** A Halt referral is an act of investigation (Wetboek van Strafvordering art. 142): of an officer with that authority only. */
const boa = { door: ['leerplichtambtenaar'], kenmerk: 'boa' } satisfies Pick<Actie, 'door' | 'kenmerk'>;

/** Who may do what, with which fields. From the invitation on every text is police data (Wpg). */
export const acties = {
  uitgenodigdVerhoor: { ...boa, invoer: z.strictObject({ verhoorOp: datumVeld() }) },
  verhoord: {
    ...boa,
    invoer: z.strictObject({
      cautie: z.boolean(),
      gehoordOp: datumVeld(),
      verslag: inhoud('wpg').optional(),
    }),
  },
  toestemming: {
    ...boa,
    namens: 'jongere',
    invoer: z.strictObject({ jongere: z.boolean(), ouders: z.boolean().optional() }),
  },
  verwijzingVerzonden: {
    ...boa,
    // The fact `haltVerwezen` counts every Halt that knows this date: it is the referral's own, no other act may carry it.
    invoer: z.strictObject({
      verwezenOp: datumVeld(),
      beletsel: z.enum(['geen', 'nietLeerplichtig', 'nietVerwijtbaar', 'eerstHulp']),
      uren: uren().optional(),
      aantalTeLaat: uren().optional(),
      toelichting,
    }),
    feiten: ['haltVerwezen'],
  },
  haltGestart: { ...boa, namens: 'halt', invoer: z.strictObject({ gestartOp: datumVeld() }) },
  haltAfgerond: {
    ...boa,
    namens: 'halt',
    invoer: z.strictObject({
      haltResultaat: z.enum(['positief', 'negatief', 'nietAangenomen']),
      toelichting,
    }),
  },
  overlegOM: {
    ...boa,
    invoer: z.strictObject({ overlegOp: datumVeld(), verslag: inhoud('wpg').optional() }),
  },
  haltInDeWijk: { ...boa, namens: 'halt', invoer: z.strictObject({ coachingVanaf: datumVeld() }) },
  schoolartsIngezet: { ...boa, invoer: z.strictObject({ toelichting }) },
  besluitNa18: {
    ...boa,
    invoer: z.strictObject({ besluit: z.enum(['doorgaan', 'stoppen']), toelichting }),
  },
  pvOpmaken: {
    ...boa,
    invoer: z.strictObject({ motivering: inhoud('wpg').optional() }),
    feiten: ['strafrechtLoopt'],
  },
  // A negative Halt is followed by a proces-verbaal; who deviates gives the reason ("pas toe of leg uit").
  geenPv: { ...boa, invoer: z.strictObject({ motivering: inhoud('wpg') }) },
  intrekken: {
    ...boa,
    invoer: z.strictObject({
      reden: z.enum(['nietVerschenen', 'nietVerwijtbaar', 'nietLeerplichtig', 'eerstHulp', 'anders']),
      toelichting,
    }),
  },
} satisfies Record<string, Actie>;

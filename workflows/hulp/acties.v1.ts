import { datumVeld, inhoud, z, type Actie, type Rol } from '#process';

/** Who helps: Wijkracht gives basic support in Hengelo since January 2025, Jeugd en Gezin what needs more. */
export const aanbieder = z.enum(['wijkracht', 'jeugdEnGezin', 'anders']);

const TEAM: Rol[] = ['leerplichtambtenaar', 'doorstroomcoach'];

/** Parents, youth and those who help have no account: the team records what they say. */
export const acties = {
  instemmingOuders: {
    door: TEAM,
    namens: 'ouders',
    invoer: z.strictObject({ instemmingOudersOp: datumVeld() }),
  },
  instemmingJongere: {
    door: TEAM,
    namens: 'jongere',
    invoer: z.strictObject({ instemmingJongereOp: datumVeld() }),
  },
  geweigerd: {
    door: TEAM,
    invoer: z.strictObject({
      weigeraar: z.enum(['ouders', 'jongere']),
      toelichting: inhoud('gewoon').optional(),
    }),
  },
  aangemeld: {
    door: TEAM,
    invoer: z.strictObject({ aangemeldOp: datumVeld(), aanbieder: aanbieder.optional() }),
  },
  opWachtlijst: { door: TEAM, invoer: z.strictObject({}) },
  gestart: { door: TEAM, invoer: z.strictObject({ gestartOp: datumVeld() }) },
  planHerzien: {
    door: TEAM,
    invoer: z.strictObject({ herzienOp: datumVeld(), plan: inhoud('gewoon').optional() }),
  },
  beeindigd: {
    door: TEAM,
    invoer: z.strictObject({ beeindigdOp: datumVeld(), toelichting: inhoud('gewoon').optional() }),
  },
  geevalueerd: {
    door: TEAM,
    invoer: z.strictObject({
      oordeel: z.enum(['doorgaan', 'geslaagd', 'zonderResultaat']),
      verslag: inhoud('gewoon').optional(),
    }),
  },
} satisfies Record<string, Actie>;

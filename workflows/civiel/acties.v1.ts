import { datumVeld, inhoud, z, type Actie, type Rol } from '#process';

const AMBTENAAR: Rol[] = ['leerplichtambtenaar'];

/** Tafel, Raad, rechter and GI have no account: the officer records what they decide. */
export const acties = {
  // The method asks a heavier indication of this route since 2018: without a motivation there is none (pas toe of leg uit).
  jbtAangemeld: {
    door: AMBTENAAR,
    invoer: z.strictObject({ jbtAangemeldOp: datumVeld(), motivering: inhoud('gewoon') }),
  },
  jbtUitkomst: {
    door: AMBTENAAR,
    invoer: z.strictObject({
      jbtOp: datumVeld(),
      tafel: z.enum(['vrijwillig', 'onderzoek']),
      verslag: inhoud('gewoon').optional(),
    }),
  },
  onderzoekGestart: {
    door: AMBTENAAR,
    namens: 'raad',
    invoer: z.strictObject({ onderzoekGestartOp: datumVeld() }),
  },
  rapport: {
    door: AMBTENAAR,
    namens: 'raad',
    invoer: z.strictObject({
      rapportOp: datumVeld(),
      advies: z.enum(['ondertoezichtstelling', 'vrijwillig']),
      verslag: inhoud('gewoon').optional(),
    }),
  },
  verzoekschrift: {
    door: AMBTENAAR,
    namens: 'raad',
    invoer: z.strictObject({ verzoekschriftOp: datumVeld() }),
  },
  zitting: { door: AMBTENAAR, namens: 'rechter', invoer: z.strictObject({ zittingOp: datumVeld() }) },
  beschikking: {
    door: AMBTENAAR,
    namens: 'rechter',
    invoer: z.strictObject({ otsVanaf: datumVeld(), otsTot: datumVeld() }),
  },
  afgewezen: {
    door: AMBTENAAR,
    invoer: z.strictObject({ afgewezenOp: datumVeld(), afwijzer: z.enum(['raad', 'rechter']) }),
  },
  verlengd: { door: AMBTENAAR, namens: 'gi', invoer: z.strictObject({ otsTot: datumVeld() }) },
  opgeheven: {
    door: AMBTENAAR,
    namens: 'gi',
    invoer: z.strictObject({ opgehevenOp: datumVeld(), vrijwilligVerder: z.boolean() }),
  },
  vrijwilligVerder: { door: AMBTENAAR, invoer: z.strictObject({ toelichting: inhoud('gewoon').optional() }) },
  veiligThuis: {
    door: AMBTENAAR,
    invoer: z.strictObject({ veiligThuisOp: datumVeld(), stap: z.enum(['gemeld', 'afgerond']) }),
  },
} satisfies Record<string, Actie>;

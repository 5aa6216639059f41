import { datumVeld, inhoud, z, type Actie } from '#process';

const toelichting = inhoud('wpg').optional();
const verslag = inhoud('wpg').optional();

/** The decision to make a proces-verbaal, as `mas` or `halt` took it; who was heard there already need not be heard again. */
export const besluit = z.strictObject({
  besluitOp: datumVeld(),
  tegen: z.enum(['jongere', 'ouders', 'beiden']),
  verzuimsoort: z.enum(['relatief', 'absoluut', 'luxe']),
  jongereGehoordOp: datumVeld().optional(),
  oudersGehoordOp: datumVeld().optional(),
  twaalfOp: datumVeld(),
  achttienOp: datumVeld(),
});

/** All of it is work of an officer with investigating powers (Wetboek van Strafvordering art. 142), also what others decided and he records. */
const boa = { door: ['leerplichtambtenaar'], kenmerk: 'boa' } satisfies Pick<Actie, 'door' | 'kenmerk'>;

/** Who may do what, with which fields. Every text is police data (Wpg). */
export const acties = {
  uitgenodigdVerhoor: { ...boa, invoer: z.strictObject({ verhoorOp: datumVeld() }) },
  gehoordJongere: { ...boa, invoer: z.strictObject({ jongereGehoordOp: datumVeld(), verslag }) },
  gehoordOuders: { ...boa, invoer: z.strictObject({ oudersGehoordOp: datumVeld(), verslag }) },
  jcoOverleg: { ...boa, invoer: z.strictObject({ overlegOp: datumVeld(), verslag }) },
  pvGereed: {
    ...boa,
    invoer: z.strictObject({
      pvGereedOp: datumVeld(),
      nalevingGeprobeerd: z.boolean(),
      // Only for luxe verzuim: what decides between a warning and a proces-verbaal.
      schooldagen: z.int().min(0).max(400).optional(),
      eerderGewaarschuwd: z.boolean().optional(),
      verlofOverschreden: z.boolean().optional(),
    }),
  },
  pvVerzonden: { ...boa, invoer: z.strictObject({ pvVerzondenOp: datumVeld(), naarRvdk: z.boolean() }) },
  omBeslissing: {
    ...boa,
    namens: 'om',
    invoer: z.strictObject({
      beslissing: z.enum(['sepot', 'strafbeschikking', 'dagvaarding']),
      beslistOp: datumVeld(),
      toelichting,
    }),
  },
  strafonderzoekGestart: { ...boa, namens: 'raad', invoer: z.strictObject({ onderzoekOp: datumVeld() }) },
  raadsadvies: {
    ...boa,
    namens: 'raad',
    invoer: z.strictObject({
      advies: z.enum(['straf', 'jeugdreclassering', 'aanhouden', 'schuldigZonderStraf', 'anders']),
      adviesOp: datumVeld(),
      toelichting,
    }),
  },
  zittingsdatum: { ...boa, namens: 'om', invoer: z.strictObject({ zittingOp: datumVeld() }) },
  informatieSchool: {
    ...boa,
    namens: 'school',
    invoer: z.strictObject({ informatieOp: datumVeld(), informatie: inhoud('wpg').optional() }),
  },
  uitspraak: {
    ...boa,
    namens: 'rechter',
    invoer: z.strictObject({
      uitspraak: z.enum(['straf', 'jeugdreclassering', 'aangehouden', 'vrijspraak', 'schuldigZonderStraf']),
      uitspraakOp: datumVeld(),
      maatregelTot: datumVeld().optional(),
      toelichting,
    }),
  },
  maatregelBeeindigd: {
    ...boa,
    namens: 'gi',
    invoer: z.strictObject({ beeindigdOp: datumVeld(), toelichting }),
  },
  // Comes by itself when the school of the youth changes, and the system has no authority; an officer without it never sees this process.
  schoolwissel: { door: ['systeem', 'leerplichtambtenaar'], invoer: z.strictObject({ toelichting }) },
  oudersIngelicht: { ...boa, invoer: z.strictObject({ oudersIngelichtOp: datumVeld() }) },
  schoolOnderzocht: {
    ...boa,
    invoer: z.strictObject({ onderzochtOp: datumVeld(), isSchool: z.boolean(), verslag }),
  },
  ingeschreven: { ...boa, namens: 'ouders', invoer: z.strictObject({ ingeschrevenOp: datumVeld() }) },
  afzien: {
    ...boa,
    invoer: z.strictObject({
      reden: z.enum(['waarschuwing', 'ingeschreven', 'anders']),
      motivering: inhoud('wpg'),
    }),
  },
} satisfies Record<string, Actie>;

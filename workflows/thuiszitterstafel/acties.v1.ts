import { datumVeld, idVeld, inhoud, z, type Actie, type Rol } from '#process';

/** Who keeps the table's papers and who may hold regie inside the team; partners without an account are entered by one of them. */
const TEAM: Rol[] = ['leerplichtambtenaar', 'doorstroomcoach'];
const toelichting = inhoud('gewoon').optional();
const organisatie = z.enum([
  'leerplicht',
  'doorstroompunt',
  'school',
  'samenwerkingsverband',
  'jeugdEnGezin',
  'wijkracht',
]);
/** Where a youth can be active again. */
const plek = z.enum(['school', 'tussenvoorziening', 'dagbesteding']);

/** What an aanmelding tells. Both kinds of absence may come; no verzuim record is needed for it. */
export const aanmelding = z.strictObject({
  aangemeldOp: datumVeld(),
  verzuim: z.enum(['geoorloofd', 'ongeoorloofd']),
  thuisSinds: datumVeld().optional(),
  toestemming: z.boolean(),
  aanmelder: z.enum(['leerplicht', 'school', 'samenwerkingsverband', 'schoolarts']).optional(),
  achttienOp: datumVeld(),
});

/** Who may do what, with which fields. */
export const acties = {
  aanvullen: {
    door: ['leerplichtambtenaar', 'school'],
    invoer: z.strictObject({
      verzuim: z.enum(['geoorloofd', 'ongeoorloofd']).optional(),
      thuisSinds: datumVeld().optional(),
      toelichting,
    }),
  },
  toestemmingVastgelegd: {
    door: ['leerplichtambtenaar', 'school'],
    invoer: z.strictObject({
      toestemming: z.boolean(),
      toestemmingVan: z
        .array(z.enum(['ouders', 'jongere']))
        .min(1)
        .max(2),
      toestemmingOp: datumVeld(),
    }),
  },
  inbrengSamenwerkingsverband: {
    door: ['leerplichtambtenaar'],
    namens: 'samenwerkingsverband',
    invoer: z.strictObject({ inbreng: inhoud('gewoon') }),
  },
  inbrengSchoolarts: {
    door: ['leerplichtambtenaar'],
    namens: 'arts',
    invoer: z.strictObject({ medischeInbreng: inhoud('medisch') }),
  },
  volledig: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ volgendeVergaderingOp: datumVeld().optional() }),
  },
  afwijzen: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      redenAfwijzing: z.enum(['geenThuiszitter', 'geenToestemming', 'weerNaarSchool', 'andereRoute']),
      toelichting,
    }),
  },
  geagendeerd: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ vergaderingOp: datumVeld() }),
  },
  aangehouden: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      redenAanhouden: z.enum(['informatieOntbreekt', 'partnerAfwezig', 'toestemmingOntbreekt', 'geenTijd']),
      toelichting,
    }),
  },
  besproken: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      vergaderingOp: datumVeld().optional(),
      deelnemers: z
        .array(
          z.enum(['leerplicht', 'jeugdEnGezin', 'schoolarts', 'samenwerkingsverband', 'school', 'ouders']),
        )
        .min(1)
        .max(6),
      verslag: inhoud('gewoon').optional(),
    }),
  },
  adviesUitgebracht: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      advies: z.enum([
        'school',
        'tussenvoorziening',
        'dagbesteding',
        'vrijstelling',
        'route',
        'doorstroompunt',
      ]),
      tafelRoute: z.enum(['hulp', 'halt', 'civiel', 'strafrecht']).optional(),
      toelichting,
    }),
  },
  regieToegewezen: {
    door: ['leerplichtambtenaar', 'teamleider'],
    invoer: z.strictObject({ regisseur: idVeld(), regisseurVan: organisatie }),
  },
  uitvoeringGestart: { door: TEAM, invoer: z.strictObject({ plan: inhoud('gewoon').optional() }) },
  voortgang: { door: [...TEAM, 'school'], invoer: z.strictObject({ voortgang: inhoud('gewoon') }) },
  activatie: {
    door: TEAM,
    invoer: z.strictObject({ geactiveerdOp: datumVeld(), plek, toelichting }),
  },
  nazorgGestart: { door: TEAM, invoer: z.strictObject({ begonnenOp: datumVeld() }) },
  terugval: { door: [...TEAM, 'school'], invoer: z.strictObject({ thuisSinds: datumVeld(), toelichting }) },
  nazorgAfgerond: { door: TEAM, invoer: z.strictObject({ toelichting }) },
  escaleer: {
    door: [...TEAM, 'teamleider'],
    invoer: z.strictObject({
      redenEscalatie: z.enum(['geenPlek', 'geenOvereenstemming', 'duurtTeLang']),
      toelichting: inhoud('gewoon'),
    }),
  },
  doorzettingsmacht: {
    door: ['teamleider'],
    invoer: z.strictObject({ advies: plek, toelichting: inhoud('gewoon') }),
  },
  geenOplossing: { door: ['teamleider'], invoer: z.strictObject({ toelichting: inhoud('gewoon') }) },
  vrijgesteld: {
    door: ['systeem', 'leerplichtambtenaar'],
    invoer: z.strictObject({
      grond: z.enum(['art5onderA', 'art5onderB', 'art5onderC', 'art15', 'art3a', 'art3b']),
      geldigVanaf: datumVeld(),
      geldigTot: datumVeld().optional(),
    }),
  },
} satisfies Record<string, Actie>;

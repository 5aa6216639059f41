import { datumVeld, inhoud, z, type Actie } from '#process';

const toelichting = inhoud('gewoon').optional();
const dagen = (): z.ZodInt => z.int().min(0).max(300);

/** What the parents ask for. The days that were granted before in this school year count along (art. 14 lid 3: "per schooljaar"). */
export const aanvraag = z.strictObject({
  aangevraagdOp: datumVeld(),
  van: datumVeld(),
  totEnMet: datumVeld(),
  schooldagen: z.int().min(1).max(300),
  soort: z.enum(['gewichtig', 'vakantie']),
  eerderDagen: dagen().optional(),
  /** Where the school's own calendar does not tell. */
  eersteSchooldagOp: datumVeld().optional(),
  toelichting,
  achttienOp: datumVeld(),
});

/** Who may do what, with which fields. The decision is the officer's own (art. 14 lid 3). */
export const acties = {
  hoofdGehoord: {
    door: ['school', 'leerplichtambtenaar'],
    namens: 'school',
    invoer: z.strictObject({
      gehoordOp: datumVeld(),
      standpunt: z.enum(['positief', 'negatief', 'geenOordeel']),
      toelichting,
    }),
  },
  aanvullingGevraagd: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      ontbreekt: z
        .array(z.enum(['reden', 'bewijsstukken', 'periode', 'handtekening']))
        .min(1)
        .max(4),
      aanvullenTotEnMet: datumVeld(),
    }),
  },
  aanvullingOntvangen: {
    door: ['leerplichtambtenaar', 'school'],
    namens: 'ouders',
    invoer: z.strictObject({ aangevuldOp: datumVeld() }),
  },
  toekennen: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      verleendVan: datumVeld(),
      verleendTotEnMet: datumVeld(),
      verleendeDagen: z.int().min(1).max(300),
      motivering: inhoud('gewoon'),
    }),
  },
  afwijzen: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      redenAfwijzing: z.enum(['nietGewichtig', 'vakantie', 'onvoldoendeOnderbouwd']),
      motivering: inhoud('gewoon'),
    }),
  },
  nietOntvankelijk: { door: ['leerplichtambtenaar'], invoer: z.strictObject({ toelichting }) },
  buitenBehandelingLaten: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ motivering: inhoud('gewoon') }),
  },
  ingetrokken: {
    door: ['leerplichtambtenaar', 'school'],
    namens: 'ouders',
    invoer: z.strictObject({ toelichting }),
  },
  bekendgemaakt: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ bekendgemaaktOp: datumVeld() }),
  },
  bezwaarOntvangen: {
    door: ['leerplichtambtenaar'],
    namens: 'ouders',
    invoer: z.strictObject({ bezwaarOp: datumVeld(), commissie: z.boolean().optional(), toelichting }),
  },
  bezwaarIngetrokken: {
    door: ['leerplichtambtenaar'],
    namens: 'ouders',
    invoer: z.strictObject({ toelichting }),
  },
  bezwaarGegrond: {
    door: ['leerplichtambtenaar', 'teamleider'],
    invoer: z.strictObject({
      verleendVan: datumVeld(),
      verleendTotEnMet: datumVeld(),
      verleendeDagen: z.int().min(1).max(300),
      motivering: inhoud('gewoon'),
    }),
  },
  bezwaarOngegrond: {
    door: ['leerplichtambtenaar', 'teamleider'],
    invoer: z.strictObject({
      bezwaarOordeel: z.enum(['ongegrond', 'nietOntvankelijk']),
      motivering: inhoud('gewoon'),
    }),
  },
  teruggekeerd: {
    door: ['school', 'leerplichtambtenaar'],
    namens: 'school',
    invoer: z.strictObject({ terugOp: datumVeld() }),
  },
  overschreden: {
    door: ['school', 'leerplichtambtenaar'],
    namens: 'school',
    invoer: z.strictObject({ verzuimVanaf: datumVeld(), uren: dagen().optional() }),
  },
} satisfies Record<string, Actie>;

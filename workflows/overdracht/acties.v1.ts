import { datumVeld, idVeld, inhoud, z, type Actie, type Rol } from '#process';
import { SECTIES } from './toetsing.v1.js';

const TEAM: Rol[] = ['leerplichtambtenaar', 'doorstroomcoach'];
const REGISTER: Rol[] = ['systeem', 'school', ...TEAM];
const bron = () => z.enum(['leeftijd', 'school', 'leerplicht', 'tafel', 'doorstroompunt']);

/** `bbl`: such a youth is handed over a month before 18 [U: the page says no more than "BBL: T-1M"]. */
export const signalering = z.strictObject({
  gesignaleerdOp: datumVeld(),
  bron: bron(),
  bbl: z.boolean().optional(),
  achttienOp: datumVeld(),
});

/** Who may do what, with which fields. */
export const acties = {
  overdrachtGestart: { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) },
  signaal: { door: REGISTER, invoer: z.strictObject({ bron: bron() }) },
  kwetsbarePositie: { door: ['school', ...TEAM], invoer: z.strictObject({}) },
  documentBijgewerkt: {
    door: TEAM,
    invoer: z.strictObject({
      sectie: z.enum(SECTIES),
      tekst: inhoud('gewoon').optional(),
      schooltekst: inhoud('gewoon').optional(),
      medischeTekst: inhoud('medisch').optional(),
    }),
  },
  documentGereed: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      documentHash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
  },
  instemmingJongere: {
    door: TEAM,
    namens: 'jongere',
    invoer: z.strictObject({ school: z.boolean(), medisch: z.boolean() }),
  },
  aangeboden: { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) },
  geaccepteerd: { door: ['doorstroomcoach'], invoer: z.strictObject({ coach: idVeld() }) },
  teruggegeven: { door: ['doorstroomcoach'], invoer: z.strictObject({ reden: inhoud('gewoon') }) },
  warmGesprek: {
    door: TEAM,
    invoer: z.strictObject({
      gesprekOp: datumVeld(),
      vorm: z.enum(['huisbezoek', 'belafspraak', 'gesprek']),
    }),
  },
  overgedragen: {
    door: TEAM,
    invoer: z.strictObject({ naar: z.enum(['school', 'werk', 'combi', 'zorg', 'traject']) }),
  },
  uitgeschreven: {
    door: REGISTER,
    namens: 'school',
    invoer: z.strictObject({ uitgeschrevenOp: datumVeld() }),
  },
  ingeschreven: {
    door: REGISTER,
    namens: 'school',
    invoer: z.strictObject({ ingeschrevenOp: datumVeld() }),
  },
  startkwalificatieBehaald: { door: REGISTER, namens: 'school', invoer: z.strictObject({}) },
  toekomsttraject: { door: ['doorstroomcoach', 'school'], invoer: z.strictObject({}) },
  nazorgContact: {
    door: ['doorstroomcoach'],
    invoer: z.strictObject({ contactOp: datumVeld(), verslag: inhoud('gewoon').optional() }),
  },
  geenContact: {
    door: TEAM,
    invoer: z.strictObject({
      pogingen: z.int().min(0).max(100),
      toelichting: inhoud('gewoon').optional(),
    }),
  },
  nietNodig: {
    door: TEAM,
    invoer: z.strictObject({
      redenNietNodig: z.enum(['startkwalificatie', 'praktijkonderwijs', 'vso']),
    }),
  },
} satisfies Record<string, Actie>;

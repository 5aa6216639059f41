import { datumVeld, inhoud, z, type Actie, type Rol } from '#process';

const COACH: Rol[] = ['doorstroomcoach'];
const REGISTER: Rol[] = ['systeem', 'school', ...COACH];
const bron = () => z.enum(['overdracht', 'duo', 'zelf', 'school']);
const leeg = () => z.strictObject({});

export const aanmelding = z.strictObject({
  aangemeldOp: datumVeld(),
  bron: bron(),
  zevenentwintigOp: datumVeld(),
});

/** Who may do what, with which fields. UWV, werkcoach and jobcoach have no account: the coach records what they did. */
export const acties = {
  intakeGevoerd: {
    door: COACH,
    invoer: z.strictObject({ gesprekOp: datumVeld(), verslag: inhoud('gewoon').optional() }),
  },
  planVastgesteld: {
    door: COACH,
    invoer: z.strictObject({
      doel: z.enum(['school', 'werk', 'combinatie', 'zorg']),
      plan: inhoud('gewoon'),
    }),
  },
  contact: {
    door: COACH,
    invoer: z.strictObject({ contactOp: datumVeld(), verslag: inhoud('gewoon').optional() }),
  },
  werkcoachGestart: { door: COACH, invoer: leeg() },
  werkcoachAfgerond: { door: COACH, invoer: leeg() },
  jobcoachGestart: { door: COACH, invoer: leeg() },
  jobcoachAfgerond: { door: COACH, invoer: leeg() },
  abaAangevraagd: { door: COACH, invoer: z.strictObject({ aangevraagdOp: datumVeld() }) },
  abaUitslag: {
    door: COACH,
    invoer: z.strictObject({
      besluit: z.enum(['afgewezen', 'praktijkroute', 'toegekend']),
      besluitOp: datumVeld(),
    }),
  },
  abaHeroverwogen: {
    door: COACH,
    invoer: z.strictObject({ vervolg: z.enum(['opnieuw', 'bezwaar', 'anders']) }),
  },
  opleidingGestart: {
    door: REGISTER,
    namens: 'school',
    invoer: z.strictObject({ ingeschrevenOp: datumVeld() }),
  },
  opleidingGestopt: {
    door: REGISTER,
    namens: 'school',
    invoer: z.strictObject({ uitgeschrevenOp: datumVeld() }),
  },
  werkGestart: {
    door: COACH,
    invoer: z.strictObject({ urenPerWeek: z.int().min(1).max(60) }),
  },
  werkGestopt: { door: COACH, invoer: leeg() },
  zorgGestart: { door: COACH, invoer: leeg() },
  zorgGestopt: { door: COACH, invoer: leeg() },
  verwezen: {
    door: COACH,
    invoer: z.strictObject({ verwezenNaar: z.enum(['jpf', 'kickstart', 'budgetalert']) }),
  },
  stabielVerklaard: { door: COACH, invoer: leeg() },
  terugval: { door: COACH, invoer: z.strictObject({ toelichting: inhoud('gewoon').optional() }) },
  nazorgBegonnen: { door: COACH, invoer: leeg() },
  duoMelding: {
    door: ['systeem', ...COACH],
    namens: 'duo',
    invoer: z.strictObject({
      soort: z.enum(['achttienPlus', 'zestienUur']),
      meldingNummer: z.string().regex(/^\d{1,12}$/),
      ontvangenOp: datumVeld(),
    }),
  },
  vervolgsignaal: { door: REGISTER, invoer: z.strictObject({ bron: bron() }) },
  startkwalificatieBehaald: { door: REGISTER, namens: 'school', invoer: leeg() },
  afsluiten: {
    door: COACH,
    invoer: z.strictObject({
      resultaat: z.enum([
        'terugNaarSchool',
        'werk',
        'combinatie',
        'zorg',
        'startkwalificatie',
        'geenContact',
      ]),
      pogingen: z.int().min(0).max(100).optional(),
      toelichting: inhoud('gewoon').optional(),
    }),
  },
} satisfies Record<string, Actie>;

import { datumVeld, z, type Actie, type Rol } from '#process';
import { meldingNummer, ROUTE, vervolg } from './melding.v1.js';

const SYSTEEM: Rol[] = ['systeem'];
/** Where a link fails the officer may record it himself; never for Halt and PV, which only a BOA may see (settled reading 19). */
const OF_AMBTENAAR: Rol[] = ['systeem', 'leerplichtambtenaar'];

/** What DUO, the register and the other processes of the youth tell. Each is taken in every state, so that nothing gets lost. */
export const berichten = {
  vervolgmelding: { door: OF_AMBTENAAR, namens: 'duo', invoer: vervolg },
  meldingIngetrokken: {
    door: OF_AMBTENAAR,
    namens: 'duo',
    invoer: z.strictObject({ meldingNummer: meldingNummer() }),
  },
  vrijgesteld: {
    door: OF_AMBTENAAR,
    invoer: z.strictObject({
      grond: z.enum(['art5onderA', 'art5onderB', 'art5onderC', 'art15', 'art3a', 'art3b']),
      geldigVanaf: datumVeld(),
      geldigTot: datumVeld().optional(),
    }),
  },
  hulpAfgerond: {
    door: OF_AMBTENAAR,
    invoer: z.strictObject({ hulpResultaat: z.enum(['geslaagd', 'geweigerd', 'zonderResultaat']) }),
  },
  haltAfgerond: {
    door: SYSTEEM,
    invoer: z.strictObject({ haltResultaat: z.enum(['positief', 'negatief', 'nietAangenomen']) }),
  },
  strafrechtGestart: { door: SYSTEEM, invoer: z.strictObject({}) },
  strafrechtAfgerond: {
    door: SYSTEEM,
    invoer: z.strictObject({
      strafrechtResultaat: z.enum(['afgerond', 'sepot', 'vrijspraak', 'maatregel']),
    }),
  },
  civielAfgerond: {
    door: OF_AMBTENAAR,
    invoer: z.strictObject({ civielResultaat: z.enum(['beeindigd', 'vrijwilligVerder', 'afgewezen']) }),
  },
  tafelAdvies: { door: OF_AMBTENAAR, invoer: z.strictObject({ tafelRoute: z.enum(ROUTE) }) },
  tafelAfgerond: {
    door: OF_AMBTENAAR,
    invoer: z.strictObject({ tafelResultaat: z.enum(['geactiveerd', 'geenOplossing', 'anders']) }),
  },
  schoolwissel: { door: ['systeem', 'leerplichtambtenaar', 'school'], invoer: z.strictObject({}) },
  startkwalificatieBehaald: { door: OF_AMBTENAAR, invoer: z.strictObject({}) },
} satisfies Record<string, Actie>;

import { isKoppeling } from '#process';
import type { Activiteiten, KlusActiviteiten } from '#process-workflow';
import { maakNoteer } from './brief/brief.js';
import { maakKeten, type KetenOmgeving } from './keten/keten.js';
import { openOverdrachten } from './keten/kwetsbaar.js';
import { maakKoppel } from './keten/koppel.js';
import { soorten } from './klus/soorten.js';
import { maakWerkAf } from './klus/werk-af.js';
import { maakProjecteer } from './projecteer/projecteer.js';
import { register } from './register.js';

export { mapVerbinding, type DuoVerbinding } from './duo/verbinding.js';
export { verstuurTerugmeldingen, wachtNa } from './duo/verstuur.js';
export { beginWachtendeKlussen } from './klus/begin.js';
export { bewaarVanzelfIngegaan } from './klus/vanzelf.js';
/** Opens what begins by age alone; see {@link openOverdrachten}. */
export const openVanzelf = (o: Omit<KetenOmgeving, 'register'>): Promise<number> =>
  openOverdrachten(maakKeten({ ...o, register }));
export * from './toezicht/index.js';
export * from './bewaking/index.js';
export { planMail } from './mail/plan.js';
export { startPostbode } from './mail/postbode.js';
export { maakVervoer, NietVerzonden } from './mail/vervoer.js';
export { verstuurMail, wachtNaMail } from './mail/verstuur.js';
export { register, type Register } from './register.js';

/** The activities that the worker hosts, bound to their database and to Temporal. */
export function maakActiviteiten(o: Omit<KetenOmgeving, 'register'>): Activiteiten & KlusActiviteiten {
  const noteer = maakNoteer(o.pool);
  const keten = maakKeten({ ...o, register });
  const koppel = maakKoppel(keten);
  return {
    projecteer: maakProjecteer(o.pool, register),
    verricht: (e, proces) => (isKoppeling(e) ? koppel(e, proces) : noteer(e, proces)),
    werkAf: maakWerkAf(keten, soorten),
  };
}

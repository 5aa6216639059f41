import { herinneringGeldt, termijnDef } from '#process';
import type { MailRegel } from '#read-model';
import type { Register } from '../register.js';

/**
 * Whether this reminder still says something true: its process runs, nobody ticked it off, and its term still runs towards that date. Asked when the
 * mail is planned and again each time that it is sent, for a mail server may be away for hours.
 */
export function geldtNog(register: Register, r: MailRegel): boolean {
  if (r.soort === null) return true;
  if (r.afgerond || r.gedaan || !r.loopt) return false;
  const d = register.definitie(r.procestype, r.versie);
  if (!d.termijnen.some((t) => t.naam === r.termijn)) return false;
  return herinneringGeldt(termijnDef(d, r.termijn), r.loopt, r.kader, { soort: r.soort, op: r.op });
}

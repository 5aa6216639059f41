import type { Actie, Definitie } from './definitie.js';
import { bereik, lijst } from './gelezen.js';
import { inhoudKlasse } from './schema.js';
import type { Teksten } from './teksten.js';

/**
 * The case number of a process in mail and calendars: ten characters of its id, which name nobody. Short enough to read out, and far too many for two
 * cases of one team to share one; the link beside it holds the whole id.
 */
export function zaaknummerVan(procesId: string): string {
  const tekens = procesId.replaceAll('-', '').toUpperCase();
  return `${tekens.slice(0, 5)}-${tekens.slice(5, 10)}`;
}

/** Words of a title that would tell something medical or criminal, whatever the table says of its term. */
const VERRADEND =
  /\barts|medisch|verklaring|\bggz|proces-verbaal|\bhalt\b|straf|justitie|verhoor|openbaar ministerie/i;

/** Whether somebody without the authority of a BOA may not know of this term (Wpg). */
export const isAfgeschermd = (d: Definitie, termijn: string): boolean =>
  d.afgeschermd !== undefined || d.wpgNamen?.includes(termijn) === true;

/**
 * The title of a term where it may leave the house, in a mail or a calendar: nothing of a Wpg route, and nothing that waits for a doctor or for a
 * medical text. Undefined where it may not, and for a term that this definition lacks.
 */
export function titelNaarBuiten(
  d: Definitie,
  teksten: Pick<Teksten, 'termijnen'>,
  termijn: string,
): string | undefined {
  const t = d.termijnen.find((x) => x.naam === termijn);
  const titel = teksten.termijnen[termijn];
  if (!t || titel === undefined || isAfgeschermd(d, termijn) || VERRADEND.test(titel)) return undefined;
  const eigenaren = [t.eigenaar, ...(bereik(t) ?? []).map((s) => d.toestanden[s]?.eigenaar)];
  const gevoelig = eigenaren.includes('arts') || lijst(t.tot?.actie).some((a) => isGevoelig(d.acties[a]));
  return gevoelig ? undefined : titel;
}

const isGevoelig = (a: Actie | undefined): boolean =>
  a !== undefined &&
  (a.namens === 'arts' ||
    a.door.includes('arts') ||
    Object.values(a.invoer.shape).some((veld) => ['medisch', 'wpg'].includes(inhoudKlasse(veld) ?? '')));

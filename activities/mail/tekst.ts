import { datum, datumInWoorden } from '#kalender';
import { isAfgeschermd, titelNaarBuiten, zaaknummerVan, type HerinnerSoort } from '#process';
import type { MailRegel } from '#read-model';
import { processen } from '#workflows';
import type { Register } from '../register.js';

/** A mail as a person reads it. */
export interface Tekst {
  onderwerp: string;
  tekst: string;
  html: string;
}

/** Why somebody is reminded, as the first words of a line. */
const REDENEN: Record<HerinnerSoort, string> = {
  opDatum: 'Herinnering',
  halverwege: 'Halverwege',
  vooraf: 'Loopt bijna af',
  verstreken: 'Verstreken',
  groep: 'Nog steeds verstreken, nu aan het team',
  teamleider: 'Nog steeds verstreken, nu aan de teamleider',
};

interface Regel {
  zaak: string;
  /** Undefined where nothing may be told but that there is something. */
  wat: string | undefined;
  koppeling: string;
}

/**
 * The text of a reminder or a digest: case number, reason, date and link, and the title of the term only where it may leave the house. The subject tells
 * nothing: it stands on a locked telephone.
 */
export function tekstVan(register: Register, adres: string, regels: readonly MailRegel[]): Tekst {
  const alle = regels.map((r) => regelVan(register, adres, r));
  const n = alle.length;
  const onderwerp = n === 1 ? 'Leerlijn: een herinnering' : `Leerlijn: ${n} herinneringen`;
  const aanhef = n === 1 ? 'In Leerlijn wacht een zaak op u.' : `In Leerlijn wachten ${n} zaken op u.`;
  const slot = 'Deze mail is automatisch gemaakt. Hoe u herinneringen krijgt, kiest u in Leerlijn.';
  const zin = (r: Regel): string => `Zaak ${r.zaak}${r.wat === undefined ? '' : `: ${r.wat}`}`;
  return {
    onderwerp,
    tekst: [aanhef, '', ...alle.flatMap((r) => [zin(r), r.koppeling, '']), slot, ''].join('\n'),
    html: [
      '<!doctype html>',
      '<html lang="nl"><head><meta charset="utf-8"><title>Leerlijn</title></head><body>',
      `<p>${veilig(aanhef)}</p>`,
      '<ul>',
      ...alle.map((r) => `<li>${veilig(zin(r))}<br><a href="${veilig(r.koppeling)}">Zaak openen</a></li>`),
      '</ul>',
      `<p>${veilig(slot)}</p>`,
      '</body></html>',
      '',
    ].join('\n'),
  };
}

function regelVan(register: Register, adres: string, r: MailRegel): Regel {
  const d = register.definitie(r.procestype, r.versie);
  const basis = { zaak: zaaknummerVan(r.proces_id), koppeling: koppelingNaar(adres, r.proces_id) };
  if (isAfgeschermd(d, r.termijn) || r.soort === null) return { ...basis, wat: undefined };
  const teksten = processen[r.procestype]?.teksten;
  const titel = teksten && titelNaarBuiten(d, teksten, r.termijn);
  const dag = r.loopt ? ` (${datumInWoorden(datum(r.loopt.datum))})` : '';
  return { ...basis, wat: `${REDENEN[r.soort]}${titel === undefined ? '' : `: ${titel}`}${dag}` };
}

/** The page of a case. */
export const koppelingNaar = (adres: string, procesId: string): string => `${adres}/zaak/${procesId}`;

const veilig = (tekst: string): string =>
  tekst.replace(
    /[&<>"']/g,
    (t) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[t]!,
  );

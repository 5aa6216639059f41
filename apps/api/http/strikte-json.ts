import { ongeldig, Probleem, type Fout } from './probleem.js';

const DIEPTE = 20;
/** Strings of a JSON text; one that a colon follows is a key. */
const TEKENREEKS = /"(?:[^"\\]|\\.)*"(\s*:)?/gs;
/** Control characters (except tab and line ends), and those that turn the direction of a text or hide in it. */
const VERBODEN_TEKEN =
  /(?![\t\n\r])\p{Cc}|[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;
const GEVAARLIJK = new Set(['__proto__', 'constructor', 'prototype']);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The value of a JSON text (UTF-8), read more strictly than JSON.parse does: a key may stand once (two readers could take another one), no key
 * reaches a prototype, no depth beyond 20, and no text holds control or direction characters.
 * @throws {Probleem} 400
 */
export function leesStrikteJson(bron: Buffer): unknown {
  let tekst: string;
  let waarde: unknown;
  try {
    tekst = utf8.decode(bron);
    waarde = JSON.parse(tekst);
  } catch {
    throw new Probleem('ongeldig-verzoek', 'Dit is geen geldige JSON in UTF-8.');
  }
  const gezien = { sleutels: 0, fouten: [] as Fout[] };
  doorloop(waarde, '', 0, gezien);
  let sleutels = 0;
  for (const treffer of tekst.matchAll(TEKENREEKS)) if (treffer[1] !== undefined) sleutels += 1;
  if (sleutels !== gezien.sleutels) throw new Probleem('ongeldig-verzoek', 'Een veld komt twee keer voor.');
  if (gezien.fouten.length > 0) throw ongeldig(gezien.fouten);
  return waarde;
}

function doorloop(
  waarde: unknown,
  pointer: string,
  diepte: number,
  gezien: { sleutels: number; fouten: Fout[] },
): void {
  if (typeof waarde === 'string') {
    if (VERBODEN_TEKEN.test(waarde) || !waarde.isWellFormed())
      gezien.fouten.push({ pointer, code: 'tekens', melding: 'Deze tekst bevat tekens die niet mogen.' });
    return;
  }
  if (typeof waarde !== 'object' || waarde === null) return;
  if (diepte >= DIEPTE) throw new Probleem('ongeldig-verzoek', 'De JSON is te diep genest.');
  for (const [sleutel, deel] of Object.entries(waarde)) {
    if (!Array.isArray(waarde)) gezien.sleutels += 1;
    if (GEVAARLIJK.has(sleutel)) throw new Probleem('ongeldig-verzoek', 'Een veldnaam mag niet.');
    doorloop(deel, `${pointer}/${sleutel}`, diepte + 1, gezien);
  }
}

import { createHmac, hkdfSync } from 'node:crypto';
import { ontsleutel, OntsleutelFout, versleutel, type Hoofdsleutels } from '#codec';

const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const VERSIE_BYTES = 2;

/**
 * Whether this text can be a burgerservicenummer: nine digits that pass the eleven test, and not 000000000.
 * Source: Besluit burgerservicenummer art. 2 and Logisch Ontwerp BSN.
 */
export function isBsn(tekst: string): boolean {
  if (!/^\d{9}$/.test(tekst) || tekst === '000000000') return false;
  const som = GEWICHTEN.reduce((totaal, gewicht, i) => totaal + gewicht * Number(tekst[i]), 0);
  return som % 11 === 0;
}

/** Each use has a key of its own, so that a column of one municipality says nothing about another's. */
const afgeleid = (hoofdsleutel: Uint8Array, gemeente: string, gebruik: 'versleutelen' | 'zoeken'): Buffer =>
  Buffer.from(hkdfSync('sha256', hoofdsleutel, '', `bsn ${gebruik} ${gemeente}`, 32));

const plaatsVan = (gemeente: string, jongereId: string): string => `bsn ${gemeente} ${jongereId}`;

/** The BSN of a youth as it is stored: the version of the master key (two bytes), then AES-256-GCM bound to municipality and youth. */
export function versleutelBsn(
  hoofdsleutels: Hoofdsleutels,
  gemeente: string,
  jongereId: string,
  bsn: string,
): Buffer {
  const versie = Buffer.alloc(VERSIE_BYTES);
  versie.writeUInt16BE(hoofdsleutels.nieuwste);
  const sleutel = afgeleid(hoofdsleutels.sleutel(hoofdsleutels.nieuwste), gemeente, 'versleutelen');
  return Buffer.concat([versie, versleutel(sleutel, Buffer.from(bsn), plaatsVan(gemeente, jongereId))]);
}

/**
 * The BSN that {@link versleutelBsn} stored.
 * @throws {OntsleutelFout} when it was changed or belongs to another youth or municipality.
 */
export function ontsleutelBsn(
  hoofdsleutels: Hoofdsleutels,
  gemeente: string,
  jongereId: string,
  opgeslagen: Uint8Array,
): string {
  const bytes = Buffer.from(opgeslagen);
  if (bytes.length < VERSIE_BYTES) throw new OntsleutelFout();
  const sleutel = afgeleid(hoofdsleutels.sleutel(bytes.readUInt16BE(0)), gemeente, 'versleutelen');
  return ontsleutel(sleutel, bytes.subarray(VERSIE_BYTES), plaatsVan(gemeente, jongereId)).toString();
}

/**
 * What a BSN is found by: HMAC-SHA-256 with a key per municipality. Derived from the oldest master key, so that it stays the same when
 * a newer one is added; taking that oldest away asks for every hash anew.
 */
export const bsnZoek = (hoofdsleutels: Hoofdsleutels, gemeente: string, bsn: string): Buffer =>
  createHmac('sha256', afgeleid(hoofdsleutels.sleutel(hoofdsleutels.oudste), gemeente, 'zoeken'))
    .update(bsn)
    .digest();

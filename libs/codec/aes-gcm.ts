import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The length of every key of ours, in bytes (AES-256). */
export const SLEUTEL_LENGTE = 32;
const IV_LENGTE = 12;
const TAG_LENGTE = 16;

/** What was encrypted does not open: another key, another place, or somebody changed it. Says nothing of the content. */
export class OntsleutelFout extends Error {
  constructor() {
    super('Deze versleutelde gegevens zijn niet te lezen: verkeerde sleutel, of ze zijn veranderd.');
    this.name = 'OntsleutelFout';
  }
}

/**
 * AES-256-GCM with a random 96-bit IV; gives IV, tag and ciphertext in a row.
 * @param plaats where the result belongs; it opens only when the same place is named.
 */
export function versleutel(sleutel: Uint8Array, klaar: Uint8Array, plaats: string): Buffer {
  const iv = randomBytes(IV_LENGTE);
  const cijfer = createCipheriv('aes-256-gcm', sleutel, iv).setAAD(Buffer.from(plaats));
  const tekst = Buffer.concat([cijfer.update(klaar), cijfer.final()]);
  return Buffer.concat([iv, cijfer.getAuthTag(), tekst]);
}

/**
 * Opens what {@link versleutel} made.
 * @throws {OntsleutelFout} on another key, another place or changed bytes.
 */
export function ontsleutel(sleutel: Uint8Array, verzegeld: Uint8Array, plaats: string): Buffer {
  try {
    const cijfer = createDecipheriv('aes-256-gcm', sleutel, verzegeld.subarray(0, IV_LENGTE), {
      authTagLength: TAG_LENGTE,
    })
      .setAAD(Buffer.from(plaats))
      .setAuthTag(verzegeld.subarray(IV_LENGTE, IV_LENGTE + TAG_LENGTE));
    return Buffer.concat([cijfer.update(verzegeld.subarray(IV_LENGTE + TAG_LENGTE)), cijfer.final()]);
  } catch {
    throw new OntsleutelFout();
  }
}

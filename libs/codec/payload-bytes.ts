import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload } from '@temporalio/common';

const LENGTE = 4;
/** The first byte of what is deflated; of what is not it is 0, the highest byte of a length. */
const INGEDIKT = 1;
/** Smaller than this it costs more time than it saves bytes. */
const KLEIN = 600;

/**
 * A payload as bytes: the length of its metadata, its metadata as JSON (values in base64), its data. A large one is deflated, for once it is
 * encrypted nothing can be: a snapshot takes a third of its bytes, in the history and on its way there.
 */
export function naarBytes(p: Payload, magDichter = true): Buffer {
  const metadata = Object.fromEntries(
    Object.entries(p.metadata ?? {}).map(([k, v]) => [k, Buffer.from(v).toString('base64')]),
  );
  const kop = Buffer.from(JSON.stringify(metadata));
  const lengte = Buffer.alloc(LENGTE);
  lengte.writeUInt32BE(kop.length);
  // A payload of nothing comes out of protobuf with an empty list in place of bytes.
  const inhoud = Buffer.concat([lengte, kop, Uint8Array.from(p.data ?? [])]);
  if (!magDichter || inhoud.length < KLEIN) return inhoud;
  return Buffer.concat([Buffer.of(INGEDIKT), deflateRawSync(inhoud, { level: 1 })]);
}

/** The payload that {@link naarBytes} made bytes of. */
export function vanBytes(geschreven: Buffer): Payload {
  const bytes = geschreven[0] === INGEDIKT ? inflateRawSync(geschreven.subarray(1)) : geschreven;
  const eindeKop = LENGTE + bytes.readUInt32BE(0);
  const metadata = JSON.parse(bytes.toString('utf8', LENGTE, eindeKop)) as Record<string, string>;
  return {
    metadata: Object.fromEntries(Object.entries(metadata).map(([k, v]) => [k, Buffer.from(v, 'base64')])),
    data: bytes.subarray(eindeKop),
  };
}

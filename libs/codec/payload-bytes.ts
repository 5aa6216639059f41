import type { Payload } from '@temporalio/common';

const LENGTE = 4;

/** A payload as bytes: the length of its metadata, its metadata as JSON (values in base64), its data. */
export function naarBytes(p: Payload): Buffer {
  const metadata = Object.fromEntries(
    Object.entries(p.metadata ?? {}).map(([k, v]) => [k, Buffer.from(v).toString('base64')]),
  );
  const kop = Buffer.from(JSON.stringify(metadata));
  const lengte = Buffer.alloc(LENGTE);
  lengte.writeUInt32BE(kop.length);
  return Buffer.concat([lengte, kop, p.data ?? new Uint8Array()]);
}

/** The payload that {@link naarBytes} made bytes of. */
export function vanBytes(bytes: Buffer): Payload {
  const eindeKop = LENGTE + bytes.readUInt32BE(0);
  const metadata = JSON.parse(bytes.toString('utf8', LENGTE, eindeKop)) as Record<string, string>;
  return {
    metadata: Object.fromEntries(Object.entries(metadata).map(([k, v]) => [k, Buffer.from(v, 'base64')])),
    data: bytes.subarray(eindeKop),
  };
}

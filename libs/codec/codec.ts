import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import { OntsleutelFout, ontsleutel, versleutel } from './aes-gcm.js';
import { naarBytes, vanBytes } from './payload-bytes.js';
import type { Sleutelkast } from './sleutelkast.js';

const ENCODING = Buffer.from('binary/leerlijn-aesgcm');
const PROCES = /^[a-z][a-zA-Z0-9]*-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const SLEUTEL_ID = /^([0-9a-f-]{36})\.([1-9]\d*)$/;

/**
 * Encrypts everything that Temporal keeps of a process with that process's own key. It fails closed both ways: what belongs to no process
 * is not written, and what is not encrypted, or belongs to another process, is not read. No payload of Temporal's own passes here
 * (headers, search attributes and markers of the SDK go around every codec), so there is no exception to make.
 */
export function maakCodec(sleutelkast: Sleutelkast): PayloadCodec {
  return {
    async encode(payloads, context) {
      const procesId = procesIdVan(context);
      if (procesId === undefined)
        throw new Error('Zonder proces is er geen sleutel: dit kan niet naar Temporal worden geschreven.');
      const { nieuwste, versies } = await sleutelkast.van(procesId);
      const sleutelId = `${procesId}.${nieuwste}`;
      // A local activity runs in the worker that asked for it: its bytes go nowhere, so making them fewer gains nothing.
      const blijftHier = context?.type === 'activity' && context.isLocal;
      return payloads.map((p) => ({
        metadata: { encoding: ENCODING, 'encryption-key-id': Buffer.from(sleutelId) },
        data: versleutel(versies.get(nieuwste)!, naarBytes(p, !blijftHier), sleutelId),
      }));
    },
    async decode(payloads, context) {
      const verwacht = procesIdVan(context);
      return Promise.all(payloads.map((p) => leesPayload(sleutelkast, p, verwacht)));
    },
  };
}

async function leesPayload(
  sleutelkast: Sleutelkast,
  p: Payload,
  verwacht: string | undefined,
): Promise<Payload> {
  const sleutelId = tekst(p.metadata?.['encryption-key-id']);
  const [, procesId, versie] = SLEUTEL_ID.exec(sleutelId) ?? [];
  if (tekst(p.metadata?.['encoding']) !== ENCODING.toString() || procesId === undefined || !p.data)
    throw new Error('Temporal gaf een onversleuteld gegeven; dat wordt niet gelezen.');
  if (verwacht !== undefined && verwacht !== procesId) throw new OntsleutelFout();
  const sleutel = (await sleutelkast.van(procesId)).versies.get(Number(versie));
  if (!sleutel) throw new OntsleutelFout();
  return vanBytes(ontsleutel(sleutel, p.data, sleutelId));
}

/** The process that a payload belongs to, from its workflow id `<procestype>-<uuid>`; undefined when there is none. */
const procesIdVan = (context: SerializationContext | undefined): string | undefined =>
  PROCES.exec(context?.workflowId ?? '')?.[1];

const tekst = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();

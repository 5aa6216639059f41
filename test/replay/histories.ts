import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { History } from '@temporalio/common/lib/proto-utils.js';

/** One recorded run: `workflows/<procestype>/histories/<naam>.json`, decrypted, with ids of tests only. */
export interface Opname {
  procestype: string;
  naam: string;
  json: string;
}

/** Where the recorded runs of a process stand, from the root of the checkout. */
export const mapVan = (procestype: string): string => join('workflows', procestype, 'histories');

/** Every recorded run. */
export function opnames(): Opname[] {
  return readdirSync('workflows')
    .filter((procestype) => existsSync(mapVan(procestype)))
    .flatMap((procestype) =>
      readdirSync(mapVan(procestype))
        .filter((bestand) => bestand.endsWith('.json'))
        .map((bestand) => ({
          procestype,
          naam: bestand.slice(0, -'.json'.length),
          json: readFileSync(join(mapVan(procestype), bestand), 'utf8'),
        })),
    );
}

/**
 * Runs in which an effect failed, recorded before anybody could retry or skip one. Apart, because `storing` is the runner's own addition:
 * deciding again cannot know of it.
 */
const STORINGEN = join('test', 'replay', 'histories');
export const opnamesMetStoring = (): { naam: string; json: string }[] =>
  readdirSync(STORINGEN).map((naam) => ({ naam, json: readFileSync(join(STORINGEN, naam), 'utf8') }));

/*
 * A run as a file: one event a line, payloads as readable JSON, without the name of the machine that it ran on. Not Temporal's own JSON: its
 * writer and reader (`historyToJSON`) fail where npm installs protobufjs twice.
 */
const JSON_PLAIN = Buffer.from('json/plain');

/** The run as text. */
export function alsJson(history: History): string {
  const regels = history.events!.map((e) => JSON.stringify(leesbaar(e)));
  return `{"events":[\n${regels.join(',\n')}\n]}\n`.replaceAll(hostname(), 'machine');
}

/** The run as Temporal knows it. */
export const alsHistory = (json: string): History =>
  JSON.parse(json, (_, deel: unknown) => {
    if (typeof deel !== 'object' || deel === null) return deel;
    if ('$bytes' in deel) return Buffer.from(deel.$bytes as string, 'base64');
    if ('$json' in deel)
      return { metadata: { encoding: JSON_PLAIN }, data: Buffer.from(JSON.stringify(deel.$json)) };
    return deel;
  }) as History;

function leesbaar(deel: unknown): unknown {
  if (typeof deel !== 'object' || deel === null) return deel;
  if (deel instanceof Uint8Array) return { $bytes: Buffer.from(deel).toString('base64') };
  if (Array.isArray(deel)) return deel.map(leesbaar);
  // Protobuf's 64-bit numbers; ours all fit.
  if ('low' in deel && 'high' in deel) return Number(deel);
  if (isJsonPayload(deel)) return { $json: JSON.parse(Buffer.from(deel.data).toString()) as unknown };
  return Object.fromEntries(
    Object.entries(deel).flatMap(([k, v]) => (v === null || v === undefined ? [] : [[k, leesbaar(v)]])),
  );
}

const isJsonPayload = (deel: object): deel is { metadata: { encoding: Uint8Array }; data: Uint8Array } =>
  'metadata' in deel &&
  typeof deel.metadata === 'object' &&
  deel.metadata !== null &&
  'encoding' in deel.metadata &&
  JSON_PLAIN.equals(deel.metadata.encoding as Uint8Array);

import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { historyFromJSON, historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js';

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

/** The run as Temporal knows it. */
export const alsHistory = (json: string): History => historyFromJSON(JSON.parse(json));

/** The run as a file: one event a line, without the name of the machine that it ran on. */
export function alsJson(history: History): string {
  const { events } = JSON.parse(historyToJSON(history)) as { events: unknown[] };
  const regels = events.map((e) => JSON.stringify(e)).join(',\n');
  return `{"events":[\n${regels}\n]}\n`.replaceAll(hostname(), 'machine');
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One folder of `workflows/`: the name of the process and the numbers of its definitions, ascending. */
export interface Procesmap {
  key: string;
  versies: number[];
}

const NAAM = /^[a-z][a-zA-Z0-9]*$/;
const DEFINITIE = /^definitie\.v(\d+)\.ts$/;
const VERSIONED = /\.v\d+\.ts$/;

/** The process folders, found by looking: every folder that holds a definition. Throws a sentence when one is incomplete. */
export function procesmappen(workflows: string): Procesmap[] {
  return mappen(workflows).flatMap((key) => {
    const bestanden = readdirSync(join(workflows, key));
    const versies = bestanden
      .flatMap((b) => DEFINITIE.exec(b)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
    if (versies.length === 0) return [];
    if (!NAAM.test(key))
      throw new Error(`workflows/${key}: een procesnaam is camelCase, met letters en cijfers.`);
    for (const nodig of ['teksten.nl.ts', 'workflow.ts'])
      if (!existsSync(join(workflows, key, nodig))) throw new Error(`workflows/${key}: ${nodig} ontbreekt.`);
    return [{ key, versies }];
  });
}

/** What is frozen on release, as path below `workflows/` with its text: each definition and what it rests on (`*.vN.ts`). */
export function uitgebrachteBestanden(workflows: string): { pad: string; tekst: string }[] {
  return mappen(workflows).flatMap((key) =>
    readdirSync(join(workflows, key))
      .filter((b) => VERSIONED.test(b))
      .sort()
      .map((b) => ({ pad: `${key}/${b}`, tekst: readFileSync(join(workflows, key, b), 'utf8') })),
  );
}

const mappen = (workflows: string): string[] =>
  readdirSync(workflows, { withFileTypes: true })
    .filter((m) => m.isDirectory())
    .map((m) => m.name)
    .sort();

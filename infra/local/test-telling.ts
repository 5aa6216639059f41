import type { TestEvent } from 'node:test/reporters';

/** What a test run came to. */
export interface Telling {
  readonly geslaagd: number;
  readonly mislukt: readonly string[];
  readonly overgeslagen: number;
}

/**
 * A reporter for `node --test` that gives the tally as JSON at the end. Groups (describe) do not count,
 * a file that fails as a whole does.
 */
export default async function* tel(gebeurtenissen: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let geslaagd = 0;
  let overgeslagen = 0;
  const mislukt: string[] = [];
  for await (const { type, data } of gebeurtenissen) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    if (data.skip || data.todo) overgeslagen++;
    else if (type === 'test:pass') geslaagd++;
    else mislukt.push(`${data.name}${data.file ? ` (${data.file})` : ''}`);
  }
  yield JSON.stringify({ geslaagd, mislukt, overgeslagen } satisfies Telling);
}

import type { TestEvent } from 'node:test/reporters';

/** Wat een testgang opleverde. */
export interface Telling {
  readonly geslaagd: number;
  readonly mislukt: readonly string[];
  readonly overgeslagen: number;
}

/**
 * Een reporter voor `node --test` die aan het eind de telling als JSON geeft. Groepen (describe) tellen niet mee,
 * een bestand dat als geheel faalt wel.
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

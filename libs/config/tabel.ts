import { variabelen } from './variabelen.js';

/** De tabel van alle omgevingsvariabelen voor de README, in Markdown: naam, standaardwaarde, betekenis. */
export function tabelVanVariabelen(): string {
  const rijen = Object.entries(variabelen).map(
    ([naam, v]) => `| \`${naam}\` | ${v.standaard} | ${v.betekenis} |`,
  );
  return ['| variabele | standaard | betekenis |', '| --- | --- | --- |', ...rijen].join('\n');
}

import { testVariabelen, variabelen } from './variabelen.js';

/** The tables of all environment variables for the README, in Markdown: the settings with their default, and those for tests. */
export function tabelVanVariabelen(): string {
  return [
    '| variabele | standaard | betekenis |',
    '| --- | --- | --- |',
    ...Object.entries(variabelen).map(([naam, v]) => `| \`${naam}\` | ${v.standaard} | ${v.betekenis} |`),
    '',
    'Voor tests, en om die in bedrijf uit te sluiten:',
    '',
    '| variabele | betekenis |',
    '| --- | --- |',
    ...Object.entries(testVariabelen).map(([naam, betekenis]) => `| \`${naam}\` | ${betekenis} |`),
  ].join('\n');
}

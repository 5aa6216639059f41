import { variabelen } from './variabelen.js';

/** The table of all environment variables for the README, in Markdown: name, default, meaning. */
export function tabelVanVariabelen(): string {
  const rijen = Object.entries(variabelen).map(
    ([naam, v]) => `| \`${naam}\` | ${v.standaard} | ${v.betekenis} |`,
  );
  return ['| variabele | standaard | betekenis |', '| --- | --- | --- |', ...rijen].join('\n');
}

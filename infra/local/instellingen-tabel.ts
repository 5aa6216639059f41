import { tabelVanVariabelen } from '#config';

const BEGIN = '<!-- instellingen -->';
const EIND = '<!-- /instellingen -->';

/** The README with the table of environment variables as the configuration itself states it. */
export function metInstellingen(readme: string): string {
  const van = readme.indexOf(BEGIN) + BEGIN.length;
  const tot = readme.indexOf(EIND);
  if (van < BEGIN.length || tot < van) throw new Error(`README.md mist de plek tussen ${BEGIN} en ${EIND}.`);
  return `${readme.slice(0, van)}\n\n${tabelVanVariabelen()}\n\n${readme.slice(tot)}`;
}

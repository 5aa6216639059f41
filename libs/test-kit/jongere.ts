import { randomInt } from 'node:crypto';
import { plusDagen, type Datum } from '#kalender';
import { HENGELO, SCHOOL_HENGELO } from '../../infra/local/demo-gebruikers.js';
import type { Api } from './api.js';

const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2];

/** A number that passes the 11-test of a BSN and belongs to nobody we know; random, so that specs can share a database. */
export function verzonnenBsn(): string {
  for (;;) {
    const cijfers = String(randomInt(10_000_000, 99_999_999));
    const som = GEWICHTEN.reduce((s, g, i) => s + g * Number(cijfers[i]), 0);
    if (som % 11 < 10) return `${cijfers}${som % 11}`;
  }
}

const VOORNAMEN = ['Sem', 'Noor', 'Mila', 'Daan', 'Yara', 'Bram', 'Lotte', 'Amir'];
const ACHTERNAMEN = ['ter Horst', 'Oude Nijhuis', 'Kamphuis', 'Yildiz', 'Wolbers', 'Haarman', 'Bakker'];
const een = (lijst: readonly string[]): string => lijst[randomInt(lijst.length)]!;

/** Registers an invented youth and gives the id. `geboortedatum` is 'JJJJ-MM-DD'. */
export async function maakJongere(
  api: Api,
  geboortedatum: string,
  { gemeente = HENGELO, brin = SCHOOL_HENGELO }: { gemeente?: string; brin?: string } = {},
): Promise<string> {
  const { lichaam } = await api.stuur<{ id: string }>('/jongeren', 201, {
    bsn: verzonnenBsn(),
    voornamen: een(VOORNAMEN),
    achternaam: een(ACHTERNAMEN),
    geboortedatum,
    gemeente,
    brin,
  });
  return lichaam.id;
}

/** Registers an invented youth who turns eighteen on this day; on 29 February nobody does (18 is no multiple of 4), and then it is 1 March. */
export function maakJongereVan18Op(api: Api, dag: Datum): Promise<string> {
  const achttien = dag.endsWith('-02-29') ? plusDagen(dag, 1) : dag;
  return maakJongere(api, `${Number(achttien.slice(0, 4)) - 18}${achttien.slice(4)}`);
}

import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { bsnZoek, versleutelBsn } from '#read-model';
import { leesHoofdsleutels } from '#codec';
import { verzonnenBsn, wachtTot, type Api, type TestStackBeschrijving } from '#test-kit';
import { alsEigenaar } from '../load/jongeren.js';
import { HENGELO, SCHOOL_HENGELO } from '../../infra/local/demo-gebruikers.js';

/* What the specs about reports of DUO share. */

export interface Leerling {
  id: string;
  bsn: string;
  geboortedatum: string;
}

/** So many invented youths of Hengelo, straight in the database as the API would write them. */
export async function maakLeerlingen(
  stack: TestStackBeschrijving,
  aantal: number,
  geboortedatum = '2011-03-27',
  gemeente = HENGELO,
): Promise<Leerling[]> {
  const sleutels = leesHoofdsleutels(stack.sleutels);
  const nummers = new Set<string>();
  while (nummers.size < aantal) nummers.add(verzonnenBsn());
  const leerlingen = [...nummers].map((bsn) => ({ id: randomUUID(), bsn, geboortedatum }));
  await alsEigenaar(stack.databaseUrl, [gemeente], async (client) => {
    await client.query(
      `insert into app.jongere (gemeente_code, id, bsn, bsn_zoek, voornamen, achternaam, geboortedatum, brin)
       select $1, r.id, decode(r.bsn, 'hex'), decode(r.zoek, 'hex'), 'Proef', 'Melding', $2, $3
       from jsonb_to_recordset($4::jsonb) r(id uuid, bsn text, zoek text)`,
      [
        gemeente,
        geboortedatum,
        gemeente === HENGELO ? SCHOOL_HENGELO : null,
        JSON.stringify(
          leerlingen.map(({ id, bsn }) => ({
            id,
            bsn: versleutelBsn(sleutels, gemeente, id, bsn).toString('hex'),
            zoek: bsnZoek(sleutels, gemeente, bsn).toString('hex'),
          })),
        ),
      ],
    );
    await client.query('analyze app.jongere');
  });
  return leerlingen;
}

let volgend = randomInt(100_000_000, 900_000_000);
/** A number that no other report of this database has. */
export const nieuwNummer = (): string => String((volgend += 1));

export type Rij = Record<string, string>;

/** A report of this youth as a row of a file. */
export const meldingVan = (l: Leerling, op: string, anders: Rij = {}): Rij => ({
  meldingnummer: nieuwNummer(),
  bsn: l.bsn,
  soort: 'zestienUur',
  ontvangenOp: op,
  ...anders,
});

/** The rows as CSV; every column that some row has. */
export function csv(rijen: readonly Rij[], { scheiding = ';', einde = '\r\n' } = {}): string {
  const kolommen = [...new Set(rijen.flatMap((r) => Object.keys(r)))];
  return [kolommen, ...rijen.map((r) => kolommen.map((k) => r[k] ?? ''))]
    .map((velden) => velden.join(scheiding) + einde)
    .join('');
}

export interface Fout {
  rij: number;
  kolom: string | null;
  code: string;
  pointer?: string;
}
export interface Verslag {
  klusId?: string;
  rijen: number;
  nieuw: number;
  bekend: number;
  tekenset: string | null;
  scheidingsteken: string | null;
  genegeerd: string[];
  fouten: Fout[];
}

/** Hands in a file. */
export async function stuurBestand(
  stack: TestStackBeschrijving,
  api: Api,
  bestand: string | Buffer,
  vraag = '',
  soort = 'text/csv',
): Promise<{ status: number; koppen: Headers; lichaam: Verslag }> {
  const antwoord = await fetch(`${stack.apiUrl}/api/v1/verzuimmeldingen/_import${vraag}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.wie.token}`, 'content-type': soort },
    body: bestand,
  });
  return {
    status: antwoord.status,
    koppen: antwoord.headers,
    lichaam: (await antwoord.json()) as Verslag,
  };
}

export interface KlusStand {
  stand: string;
  totaal: number;
  regels: Record<'wacht' | 'gedaan' | 'overgeslagen' | 'mislukt', number>;
}

/** Waits until a piece of work is done. */
export function klusKlaar(api: Api, id: string, maxMs = 30_000): Promise<KlusStand> {
  return wachtTot(
    'de klus is klaar',
    async () => {
      const klus = await api.lees<KlusStand>(`/klussen/${id}`);
      return klus.stand === 'klaar' && klus;
    },
    maxMs,
    100,
  );
}

/** Imports these rows and waits until all have their process. */
export async function importeer(
  stack: TestStackBeschrijving,
  api: Api,
  rijen: readonly Rij[],
): Promise<KlusStand & { id: string }> {
  const a = await stuurBestand(stack, api, csv(rijen));
  assert.equal(a.status, 202, JSON.stringify(a.lichaam));
  return { id: a.lichaam.klusId!, ...(await klusKlaar(api, a.lichaam.klusId!)) };
}

export interface GetoondeMelding {
  meldingnummer: string;
  procesId: string | null;
  jongereId?: string;
  soort: string;
  status: string | null;
  reden: string | null;
  klusId: string;
  redenen: string[];
}

/** The report of that number as the API shows it. */
export async function leesMelding(api: Api, nummer: string): Promise<GetoondeMelding> {
  const { verzuimmeldingen } = await api.lees<{ verzuimmeldingen: GetoondeMelding[] }>(
    `/verzuimmeldingen?meldingnummer=${nummer}`,
  );
  assert.equal(verzuimmeldingen.length, 1);
  return verzuimmeldingen[0]!;
}

/** Everything in a history that can be read, bytes included. */
export function leesbaar(deel: unknown): string {
  if (deel instanceof Uint8Array) return Buffer.from(deel).toString('utf8');
  if (typeof deel !== 'object' || deel === null) return String(deel);
  return Object.entries(deel)
    .map(([naam, waarde]) => `${naam} ${leesbaar(waarde)}`)
    .join(' ');
}

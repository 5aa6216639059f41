import { createHash, randomUUID } from 'node:crypto';
import { plusDagen, plusMaanden, type Datum } from '#kalender';
import { isBsn } from '#read-model';
import { maakToken } from '../../apps/aanmelden/token.js';
import { demoGebruikers } from './demo-gebruikers.js';
import { verhalen, type Verhaal, type Wie } from './demo/verhalen.js';
import { OpstartFout } from './opstart-fout.js';

/** What loading the demonstration needs. */
export interface DemoOmgeving {
  /** The API's address, for example http://127.0.0.1:3000. */
  readonly apiUrl: string;
  readonly staat: string;
  readonly oidcIssuer: string;
  readonly oidcAudience: string;
}

/**
 * Tells the stories of the demonstration through the API, as their people would. A youth who stands is left alone, so that it can be repeated:
 * a story that was broken off stays where it was.
 * @returns a short summary.
 */
export async function laadDemo(omgeving: DemoOmgeving): Promise<string> {
  const verteller = new Verteller(omgeving);
  const { vandaag } = await verteller.vraag<{ vandaag: Datum }>(
    'leerplichtambtenaar',
    '0164',
    'GET',
    '/klok',
  );
  const alle = verhalen(vandaag);
  let nieuw = 0;
  for (const [nummer, verhaal] of alle.entries())
    if (await verteller.vertel(verhaal, demoBsn(nummer), vandaag)) nieuw += 1;
  return nieuw === 0
    ? `Demonstratie: ${alle.length} verzonnen jongeren stonden er al.`
    : `Demonstratie: ${nieuw} verzonnen jongeren met hun processen in Hengelo en Borne.`;
}

class Verteller {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly omgeving: DemoOmgeving) {}

  /** @returns whether the youth is new. */
  async vertel(v: Verhaal, bsn: string, vandaag: Datum): Promise<boolean> {
    const bestaand = await this.vraag<{ jongeren: unknown[] }>(
      'leerplichtambtenaar',
      v.gemeente,
      'POST',
      '/jongeren/_zoek',
      { bsn },
    );
    if (bestaand.jongeren.length > 0) return false;
    const { id: jongereId } = await this.vraag<{ id: string }>(
      'leerplichtambtenaar',
      v.gemeente,
      'POST',
      '/jongeren',
      {
        gemeente: v.gemeente,
        bsn,
        voornamen: v.voornamen,
        achternaam: v.achternaam,
        geboortedatum: plusDagen(plusMaanden(vandaag, -12 * v.leeftijd[0] - v.leeftijd[1]), -3),
        brin: v.brin,
        ...(v.carelId !== undefined && { carelId: v.carelId }),
      },
    );
    if (v.wijziging)
      await this.vraag(
        'leerplichtambtenaar',
        v.gemeente,
        'PATCH',
        `/jongeren/${jongereId}`,
        v.wijziging,
        '"1"',
      );
    if (v.overleg)
      await this.vraag(
        'leerplichtambtenaar',
        v.gemeente,
        'POST',
        `/jongeren/${jongereId}/contactmomenten`,
        v.overleg,
      );
    if (!v.opening) return true;
    const { wie, procestype, gegevens } = v.opening;
    const proces = await this.vraag<{ id: string }>(wie, v.gemeente, 'POST', '/processen', {
      procestype,
      jongereId,
      gegevens,
    });
    for (const stap of v.stappen ?? [])
      await this.vraag(
        stap.wie,
        v.gemeente,
        'POST',
        `/processen/${proces.id}/acties/${stap.actie}`,
        stap.invoer,
      );
    return true;
  }

  async vraag<T>(
    wie: Wie,
    gemeente: string,
    methode: 'GET' | 'POST' | 'PATCH',
    pad: string,
    lichaam?: unknown,
    versie?: string,
  ): Promise<T> {
    const antwoord = await fetch(`${this.omgeving.apiUrl}/api/v1${pad}`, {
      method: methode,
      headers: {
        authorization: `Bearer ${await this.token(wie, gemeente)}`,
        ...(lichaam === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...(versie === undefined ? {} : { 'if-match': versie }),
      },
      body: lichaam === undefined ? undefined : JSON.stringify(lichaam),
    });
    if (!antwoord.ok)
      throw new OpstartFout(
        `De demonstratie kon niet worden geladen: ${methode} ${pad} gaf ${antwoord.status}.\n${await antwoord.text()}`,
      );
    return (await antwoord.json()) as T;
  }

  private token(rol: Wie, gemeente: string): Promise<string> {
    const plek = `${rol} ${gemeente}`;
    let token = this.tokens.get(plek);
    if (!token) {
      const gebruiker = demoGebruikers.find((d) => d.rol === rol && d.gemeenten.includes(gemeente))!;
      const { sub, gemeenten, kenmerken, school } = gebruiker;
      const { staat, oidcIssuer: issuer, oidcAudience: audience } = this.omgeving;
      token = maakToken(
        { sub, rollen: [rol], gemeenten, kenmerken, school },
        { staat, issuer, audience, geldigSeconden: 600 },
      );
      this.tokens.set(plek, token);
    }
    return token;
  }
}

/** The n-th number from the range that the government keeps for tests (999...), valid by the 11-test and the same on each machine. */
function demoBsn(nummer: number): string {
  const begin =
    999_000_000 + (createHash('sha256').update(`demo ${nummer}`).digest().readUInt32BE() % 900_000);
  for (let n = begin; ; n += 1) if (isBsn(String(n))) return String(n);
}

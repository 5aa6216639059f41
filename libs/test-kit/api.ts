import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Iemand } from './stack.js';

/** What came back over HTTP. */
export interface HttpAntwoord<T> {
  status: number;
  koppen: Headers;
  lichaam: T;
}

/** A problem as the API says it (RFC 9457). */
export interface ProbleemLichaam {
  type: string;
  status: number;
  detail: string;
  fouten?: { pointer: string; code: string; melding: string }[];
  [extra: string]: unknown;
}

/** A process as the API shows it: only what the tests look at. */
export interface ProcesLichaam {
  id: string;
  procestype: string;
  toestand: string;
  afgerond: boolean;
  uitkomst: string | null;
  teLaat: boolean;
  storing: unknown;
  revisie: number;
  revisieVanActie?: number;
  termijnen: { naam: string; datum: string; soort: string }[];
  acties: { actie: string }[];
  [meer: string]: unknown;
}

/** The longest that any answer may take, ms: the API promises 5 s, the rest is the machine's. */
const LANGST_MS = 10_000;

/** One person talking to the API. Paths begin after /api/v1. */
export class Api {
  constructor(
    private readonly url: string,
    readonly wie: Iemand,
  ) {}

  /** One request, whatever comes of it. An `Idempotency-Key` goes along when `sleutel` is given, an `If-Match` when `versie` is. */
  async vraag<T = unknown>(
    methode: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    pad: string,
    { lichaam, sleutel, versie }: { lichaam?: unknown; sleutel?: string; versie?: string } = {},
  ): Promise<HttpAntwoord<T>> {
    const antwoord = await fetch(`${this.url}/api/v1${pad}`, {
      method: methode,
      headers: {
        authorization: `Bearer ${this.wie.token}`,
        ...(lichaam === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sleutel === undefined ? {} : { 'idempotency-key': sleutel }),
        ...(versie === undefined ? {} : { 'if-match': versie }),
      },
      body: lichaam === undefined ? undefined : JSON.stringify(lichaam),
      signal: AbortSignal.timeout(LANGST_MS),
    });
    const tekst = await antwoord.text();
    return {
      status: antwoord.status,
      koppen: antwoord.headers,
      lichaam: (tekst === '' ? undefined : JSON.parse(tekst)) as T,
    };
  }

  /** Reads; anything but 200 fails the test with what the API said. */
  async lees<T>(pad: string): Promise<T> {
    return (await this.eis<T>('GET', pad, 200)).lichaam;
  }

  /** Posts and expects this status. */
  async stuur<T>(pad: string, status: number, lichaam: unknown, sleutel?: string): Promise<HttpAntwoord<T>> {
    return this.eis<T>('POST', pad, status, { lichaam, sleutel });
  }

  /** Opens a process and gives it. */
  async open(
    procestype: string,
    jongereId: string,
    gegevens: Record<string, unknown>,
    sleutel: string = randomUUID(),
  ): Promise<ProcesLichaam> {
    const vraag = { procestype, jongereId, gegevens };
    return (await this.stuur<ProcesLichaam>('/processen', 201, vraag, sleutel)).lichaam;
  }

  /** One act, whatever comes of it. */
  async handel<T = ProcesLichaam & ProbleemLichaam>(
    proces: string,
    actie: string,
    invoer: Record<string, unknown> = {},
    sleutel: string = randomUUID(),
  ): Promise<HttpAntwoord<T>> {
    return this.vraag<T>('POST', `/processen/${proces}/acties/${actie}`, { lichaam: invoer, sleutel });
  }

  /** One act that must be accepted. */
  async doe(proces: string, actie: string, invoer: Record<string, unknown> = {}): Promise<ProcesLichaam> {
    const antwoord = await this.handel(proces, actie, invoer);
    assert.equal(antwoord.status, 200, `${actie}: ${JSON.stringify(antwoord.lichaam)}`);
    return antwoord.lichaam;
  }

  private async eis<T>(
    methode: 'GET' | 'POST',
    pad: string,
    status: number,
    opties: { lichaam?: unknown; sleutel?: string } = {},
  ): Promise<HttpAntwoord<T>> {
    const antwoord = await this.vraag<T>(methode, pad, opties);
    assert.equal(antwoord.status, status, `${methode} ${pad}: ${JSON.stringify(antwoord.lichaam)}`);
    return antwoord;
  }
}

/** The last part of a problem's type, such as 'niet-bewaard'. */
export const soortVan = (p: ProbleemLichaam): string => p.type.split(':').at(-1)!;

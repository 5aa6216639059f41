import { Agent, request } from 'node:http';

/** One person talking to the API over connections that stay open; plain node:http, because the generator shares the cores with what it measures. */
export class Verbinding {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /**
   * One request; the body of the answer as JSON.
   * @param pad begins after /api/v1.
   * @throws Error with status and answer when the status is not 2xx.
   */
  async vraag<T>(methode: 'GET' | 'POST', pad: string, sleutel?: string, lichaam?: unknown): Promise<T> {
    const tekst = lichaam === undefined ? undefined : JSON.stringify(lichaam);
    const { status, antwoord } = await this.stuur(methode, `/api/v1${pad}`, tekst, sleutel);
    if (status < 200 || status > 299)
      throw new Error(`${methode} ${pad}: ${status} ${antwoord.slice(0, 300)}`);
    return JSON.parse(antwoord) as T;
  }

  sluit(): void {
    this.agent.destroy();
  }

  private stuur(
    method: string,
    pad: string,
    tekst: string | undefined,
    sleutel: string | undefined,
  ): Promise<{ status: number; antwoord: string }> {
    const headers: Record<string, string | number> = { authorization: `Bearer ${this.token}` };
    if (sleutel !== undefined) headers['idempotency-key'] = sleutel;
    if (tekst !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = Buffer.byteLength(tekst);
    }
    return new Promise((klaar, mislukt) => {
      const vraag = request(`${this.url}${pad}`, { method, headers, agent: this.agent }, (r) => {
        const delen: Buffer[] = [];
        r.on('data', (d: Buffer) => delen.push(d));
        r.on('end', () => klaar({ status: r.statusCode ?? 0, antwoord: Buffer.concat(delen).toString() }));
        r.on('error', mislukt);
      });
      vraag.on('error', mislukt);
      vraag.end(tekst);
    });
  }
}

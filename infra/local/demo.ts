/** Wat het laden van de demonstratiegegevens nodig heeft. */
export interface DemoOmgeving {
  /** Het adres van de API, bijvoorbeeld http://127.0.0.1:3000. */
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly staat: string;
  readonly oidcIssuer: string;
  readonly oidcAudience: string;
}

/** Laadt de demonstratiegegevens, voor zover ze er nog niet zijn. @returns een korte samenvatting, leeg als er niets te melden is. */
export async function laadDemo(_omgeving: DemoOmgeving): Promise<string> {
  return '';
}

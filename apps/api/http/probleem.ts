/** One field that does not fit. `pointer` is a JSON pointer into what was sent; the value itself is never repeated. */
export interface Fout {
  pointer: string;
  code: string;
  melding: string;
}

/** Every kind of problem that the API answers with: its status and its title. The kind is the stable part of `type`. */
export const soorten = {
  'ongeldig-verzoek': [400, 'Het verzoek klopt niet'],
  'niet-aangemeld': [401, 'Aanmelden is nodig'],
  'geen-recht': [403, 'Geen recht'],
  'niet-gevonden': [404, 'Niet gevonden'],
  'methode-niet-toegestaan': [405, 'Methode niet toegestaan'],
  'niet-acceptabel': [406, 'Antwoordvorm niet mogelijk'],
  'actie-niet-mogelijk': [409, 'Deze actie kan nu niet'],
  'onderwerp-bezet': [409, 'Er loopt al een proces voor dit onderwerp'],
  'idempotency-key-hergebruikt': [409, 'Deze sleutel is al gebruikt'],
  'melding-bestaat': [409, 'Deze melding is al bekend met andere gegevens'],
  'jongere-bestaat': [409, 'Deze jongere is al bekend'],
  'versie-verouderd': [412, 'Intussen gewijzigd'],
  'te-groot': [413, 'Het verzoek is te groot'],
  'mediatype-onbekend': [415, 'Vorm van het verzoek niet mogelijk'],
  'eis-niet-vervuld': [422, 'Een eis is niet vervuld'],
  'versie-ontbreekt': [428, 'De versie ontbreekt'],
  'te-veel-verzoeken': [429, 'Te veel verzoeken'],
  'interne-fout': [500, 'Er ging iets mis'],
  'niet-beschikbaar': [503, 'Tijdelijk niet beschikbaar'],
  'niet-bewaard': [503, 'Niet bewaard'],
  'uitkomst-onbekend': [503, 'Uitkomst onbekend'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProbleemSoort = keyof typeof soorten;

/** The media type of every answer that is not 2xx (RFC 9457). */
export const PROBLEEM_TYPE = 'application/problem+json';

/** How many seconds a caller waits before he tries again when Temporal or PostgreSQL is away. */
const PROBEER_NA_SECONDEN = '5';

/** A refusal or failure as the caller hears it. `detail` is plain Dutch and holds no value that was sent. */
export class Probleem extends Error {
  readonly status: number;

  constructor(
    readonly soort: ProbleemSoort,
    readonly detail: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
    readonly koppen: Readonly<Record<string, string>> = {},
  ) {
    super(`${soort}: ${detail}`);
    this.status = soorten[soort][0];
    if (this.status === 503) this.koppen = { 'Retry-After': PROBEER_NA_SECONDEN, ...koppen };
  }

  /** The body after RFC 9457; `verzoek` is the trace id, by which the log line is found. */
  lichaam(verzoek: string): Record<string, unknown> {
    return {
      type: `urn:leerlijn:probleem:${this.soort}`,
      title: soorten[this.soort][1],
      status: this.status,
      detail: this.detail,
      instance: `urn:leerlijn:verzoek:${verzoek}`,
      ...this.extra,
    };
  }
}

/** What is unknown and what is not yours get this one answer. */
export const nietGevonden = (): Probleem =>
  new Probleem('niet-gevonden', 'Dit bestaat niet of is niet van u.');

/** All fields that do not fit, in one answer. */
export const ongeldig = (fouten: Fout[]): Probleem =>
  new Probleem(
    'ongeldig-verzoek',
    fouten.length === 1 ? 'Een veld klopt niet.' : `${fouten.length} velden kloppen niet.`,
    { fouten },
  );

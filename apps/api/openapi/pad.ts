/** A call of the API as the document describes it. `antwoord` names a schema, `body` one of the components. */
export interface Pad {
  methode: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  pad: string;
  id: string;
  samenvatting: string;
  status?: number;
  antwoord: string;
  /** Other statuses that are no errors, by what they mean. */
  ook?: Record<number, { samenvatting: string; antwoord: string }>;
  body?: string;
  /** Media type of the body, when it is not JSON. */
  bodyType?: string;
  query?: string[];
  /** Asks for If-Match: the version that the caller saw. */
  versie?: true;
  /** Asks for an Idempotency-Key. */
  sleutel?: true;
  /** Without token. */
  openbaar?: true;
  /** Statuses beyond those that every call can have. */
  fouten: number[];
  /** Other media types of the same answer, for who asks for one. */
  ookAls?: string[];
  /** Media type of the answer, when it is not JSON. */
  type?: string;
}

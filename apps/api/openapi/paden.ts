/** A call of the API as the document describes it. `antwoord` names a schema, `body` one of the components. */
export interface Pad {
  methode: 'GET' | 'POST';
  pad: string;
  id: string;
  samenvatting: string;
  status?: number;
  antwoord: string;
  body?: string;
  query?: string[];
  /** Asks for an Idempotency-Key. */
  sleutel?: true;
  /** Without token. */
  openbaar?: true;
  /** Statuses beyond those that every call can have. */
  fouten: number[];
  /** Media type of the answer, when it is not JSON. */
  type?: string;
}

/** Every call. A test compares this list with the routes that the application really has. */
export const paden: Pad[] = [
  {
    methode: 'GET',
    pad: '/openapi.json',
    id: 'leesOpenApi',
    samenvatting: 'Dit document',
    antwoord: 'OpenApi',
    openbaar: true,
    fouten: [],
  },
  {
    methode: 'GET',
    pad: '/procestypen',
    id: 'leesProcestypen',
    samenvatting: 'De tabellen van alle processen',
    antwoord: 'Procestypen',
    fouten: [],
  },
  {
    methode: 'GET',
    pad: '/procestypen/{procestype}',
    id: 'leesProcestype',
    samenvatting: 'De tabel van een proces',
    antwoord: 'Procestype',
    fouten: [400, 404],
  },
  {
    methode: 'GET',
    pad: '/klok',
    id: 'leesKlok',
    samenvatting: 'De dag waarmee alle termijnen rekenen',
    antwoord: 'Klok',
    fouten: [],
  },
  {
    methode: 'GET',
    pad: '/medewerkers',
    id: 'leesMedewerkers',
    samenvatting: 'De medewerkers van de eigen gemeenten',
    antwoord: 'Medewerkers',
    query: ['gemeente'],
    fouten: [400],
  },
  {
    methode: 'GET',
    pad: '/scholen',
    id: 'leesScholen',
    samenvatting: 'De scholen met hun kalender',
    antwoord: 'Scholen',
    query: ['gemeente'],
    fouten: [400],
  },
  {
    methode: 'POST',
    pad: '/jongeren',
    id: 'legJongereVast',
    samenvatting: 'Een jongere vastleggen',
    status: 201,
    antwoord: 'Jongere',
    body: 'NieuweJongere',
    fouten: [400, 409, 413, 415],
  },
  {
    methode: 'POST',
    pad: '/jongeren/_zoek',
    id: 'zoekJongeren',
    samenvatting: 'Jongeren zoeken op BSN, of op achternaam met geboortedatum',
    antwoord: 'Jongeren',
    body: 'ZoekJongeren',
    fouten: [400, 413, 415],
  },
  {
    methode: 'GET',
    pad: '/jongeren/{id}',
    id: 'leesJongere',
    samenvatting: 'Een jongere',
    antwoord: 'Jongere',
    fouten: [400, 404],
  },
  {
    methode: 'POST',
    pad: '/processen',
    id: 'openProces',
    samenvatting: 'Een proces openen',
    status: 201,
    antwoord: 'Proces',
    body: 'OpenProces',
    sleutel: true,
    fouten: [400, 404, 409, 413, 415, 422],
  },
  {
    methode: 'GET',
    pad: '/processen',
    id: 'leesProcessen',
    samenvatting: 'De werklijst, op eerste termijn',
    antwoord: 'Processen',
    query: [
      'procestype',
      'toestand',
      'gemeente',
      'behandelaar',
      'jongereId',
      'teLaat',
      'termijnVoor',
      'afgerond',
      'cursor',
      'limiet',
    ],
    fouten: [400],
  },
  {
    methode: 'GET',
    pad: '/processen/{id}',
    id: 'leesProces',
    samenvatting: 'Een proces',
    antwoord: 'Proces',
    fouten: [400, 404],
  },
  {
    methode: 'POST',
    pad: '/processen/{id}/acties/{actie}',
    id: 'handel',
    samenvatting: 'Een actie uitvoeren',
    antwoord: 'Proces',
    body: 'Actie',
    sleutel: true,
    fouten: [400, 404, 409, 413, 415, 422],
  },
  {
    methode: 'GET',
    pad: '/processen/{id}/gebeurtenissen',
    id: 'leesTijdlijn',
    samenvatting: 'Wat er gebeurde',
    antwoord: 'Tijdlijn',
    fouten: [400, 404],
  },
  {
    methode: 'GET',
    pad: '/processen/{id}/vooruitblik',
    id: 'leesVooruitblik',
    samenvatting: 'Wat er gebeurt als niemand iets doet',
    antwoord: 'Vooruitblik',
    fouten: [400, 404],
  },
  {
    methode: 'GET',
    pad: '/te-doen',
    id: 'leesTeDoen',
    samenvatting: 'Taken, herinneringen en brieven',
    antwoord: 'TeDoen',
    query: ['gemeente', 'procesId', 'open', 'cursor', 'limiet'],
    fouten: [400],
  },
  {
    methode: 'POST',
    pad: '/te-doen/{procesId}/{effectId}/gedaan',
    id: 'vinkAf',
    samenvatting: 'Een taak afvinken',
    antwoord: 'Taak',
    fouten: [400, 404, 413, 415],
  },
  {
    methode: 'GET',
    pad: '/gebeurtenissen/stroom',
    id: 'volgStroom',
    samenvatting: 'Welke processen veranderen, zodra het gebeurt (server-sent events)',
    antwoord: 'OpenApi',
    type: 'text/event-stream',
    fouten: [],
  },
];

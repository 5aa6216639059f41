import { VASTSOORTEN } from '#read-model';
import type { Pad } from '../openapi/pad.js';
import { dag, getal, id, lijst, moment, object, ofNiets, tekst, waar, type Json } from '../openapi/vorm.js';

export const paden: Pad[] = [
  {
    methode: 'GET',
    pad: '/toezicht/vastgelopen',
    id: 'leesVastgelopen',
    samenvatting:
      'Wat vastloopt: sinds wanneer, waarom, wie aan zet is en wat er kan, het oudste eerst; een ambtenaar ziet zijn eigen processen',
    antwoord: 'Vastgelopen',
    query: ['soort', 'procestype', 'gemeente', 'behandelaar', 'minstensDagen', 'cursor', 'limiet'],
    fouten: [400, 404],
  },
  {
    methode: 'GET',
    pad: '/toezicht/motor',
    id: 'leesMotor',
    samenvatting: 'Hoe de motor er als geheel voor staat: worker, Temporal en database',
    antwoord: 'Motor',
    fouten: [],
  },
  {
    methode: 'GET',
    pad: '/toezicht/agenda',
    id: 'leesAgenda',
    samenvatting: 'Wat een gemeente in een kalenderjaar klaar moet hebben, op datum',
    antwoord: 'Agenda',
    query: ['jaar', 'gemeente'],
    fouten: [400, 404],
  },
  {
    methode: 'GET',
    pad: '/toezicht/overzicht',
    id: 'leesOverzicht',
    samenvatting:
      'Hoe het werk ervoor staat over een periode: open, te laat, nieuw, afgesloten, doorlooptijden naast hun norm, en de werklast',
    antwoord: 'Overzicht',
    query: ['van', 'tot', 'gemeente'],
    fouten: [400, 404],
  },
];

const soort = { enum: [...VASTSOORTEN] };
const oorzaak = { enum: ['mensen', 'motor', 'buiten'] };
const TERMIJNSOORT = { enum: ['LAW', 'CHAIN', 'LOCAL'] };
const motor = {
  gekekenOp: moment,
  database: { enum: ['bereikbaar', 'weg'] },
  temporal: { enum: ['bereikbaar', 'weg'] },
  worker: { enum: ['draait', 'afwezig', 'onbekend'] },
  storingen: lijst(object({ soort: tekst, titel: tekst, reden: tekst })),
};
const tellingen = { open: getal, teLaat: getal, nieuw: getal, afgesloten: getal };
const kommagetal: Json = { type: 'number' };

export const antwoorden: Record<string, Json> = {
  Vastgelopen: object({
    items: lijst(
      object({
        soort,
        titel: tekst,
        oorzaak,
        sinds: dag,
        moment: ofNiets(moment),
        reden: tekst,
        proces: object({
          id,
          procestype: tekst,
          titel: tekst,
          gemeente: tekst,
          toestand: tekst,
          toestandTitel: tekst,
          behandelaar: ofNiets(id),
        }),
        wie: object({ partij: tekst, naam: tekst, id: ofNiets(id) }),
        kan: lijst(object({ actie: tekst, titel: tekst })),
        hulp: tekst,
      }),
    ),
    aantallen: lijst(object({ soort, titel: tekst, oorzaak, aantal: getal, meer: waar })),
    totaal: getal,
    meer: waar,
    afgeschermd: getal,
    motor: object(motor),
    volgende: ofNiets(tekst),
  }),
  Motor: object(motor),
  Agenda: object({
    jaar: getal,
    gemeente: tekst,
    punten: lijst(
      object({
        punt: tekst,
        titel: tekst,
        uiterlijk: dag,
        soort: TERMIJNSOORT,
        bron: tekst,
        voorbij: waar,
        nogTeDoen: object({ aantal: ofNiets(getal), wat: tekst }),
        link: tekst,
      }),
    ),
  }),
  Overzicht: object({
    van: dag,
    tot: dag,
    peildatum: dag,
    totaal: object(tellingen),
    procestypen: lijst(object({ procestype: tekst, titel: tekst, ...tellingen })),
    afgeschermd: ofNiets(object({ titel: tekst, ...tellingen })),
    doorlooptijden: lijst(
      object({
        procestype: tekst,
        titel: tekst,
        toestand: tekst,
        toestandTitel: tekst,
        aantal: getal,
        mediaanDagen: kommagetal,
        normDagen: ofNiets(kommagetal),
        buitenNorm: ofNiets(getal),
        norm: ofNiets(
          object({ termijn: tekst, titel: tekst, soort: TERMIJNSOORT, grondslag: tekst, duur: tekst }),
        ),
      }),
    ),
    werklast: lijst(
      object({
        behandelaar: ofNiets(id),
        naam: ofNiets(tekst),
        werktHier: ofNiets(waar),
        open: getal,
        teLaat: getal,
      }),
    ),
  }),
};

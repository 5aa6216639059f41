import { defineProcess, gemeentelijk, wet } from '#process';
import { routeActies, werkActies } from './acties.v1.js';
import { berichten } from './berichten.v1.js';
import { keten } from './keten.v1.js';
import { melding } from './melding.v1.js';
import { WPG_NAMEN } from './wpg.v1.js';
import { metTafel, naarTafel, routes, VLAG } from './routes.v1.js';
import { termijnen } from './termijnen.v1.js';
import {
  afsluitEisen,
  alGebeurd,
  civielEis,
  haltEisen,
  jongereTwaalf,
  looptNogNiet,
  thuisInVerleden,
  nogTeGaan,
  onderzoekEis,
  strafrechtEisen,
} from './toetsing.v1.js';
import { schoolMeldtTeLaat } from './verzuim.v1.js';
import { afsluiten, levend, onderzoekAfgerond, verzuimGestopt, verzuimVoortgezet, werk } from './werk.v1.js';

/** A report of absence and what is done about it: the MAS with its four routes (processes.md F2). One a youth at a time. */
export const v1 = defineProcess({
  key: 'mas',
  versie: 1,
  onderwerp: () => 'jongere',
  start: melding,
  startDoor: ['systeem', 'leerplichtambtenaar'],
  startEisen: [
    {
      naam: 'nogGeenAchttien',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      melding: 'De jongere is 18 of ouder. Open een traject van het Doorstroompunt.',
      als: (c) => c.invoer.achttienOp > c.vandaag,
    },
    {
      naam: 'ontvangenInVerleden',
      grondslag: gemeentelijk('een melding krijgt de dag waarop zij binnenkwam'),
      melding: 'De datum van ontvangst ligt in de toekomst.',
      als: (c) => c.invoer.ontvangenOp <= c.vandaag,
    },
  ],
  bijOpen: 'vervolgmelding',
  wpgNamen: WPG_NAMEN,
  elders: {
    doel: 'mas',
    met: (c) => ({ bron: 'overname', soort: c.gegevens['soort'], ontvangenOp: c.vandaag }),
  },
  opening: [
    { als: (c) => schoolMeldtTeLaat(c.invoer, c.kader.kalender), markeer: ['schoolMeldtTeLaat'] },
    // The mas of the municipality before this one was closed; the DUO report attaches when it comes (settled reading 15).
    { als: (c) => c.invoer.bron === 'overname', markeer: ['overgenomen'] },
  ],
  acties: { ...werkActies, ...routeActies, ...berichten },
  eisen: {
    contactGelegd: [alGebeurd('contactOp')],
    gehoordOuders: [alGebeurd('oudersGehoordOp')],
    gehoordJongere: [alGebeurd('jongereGehoordOp'), jongereTwaalf],
    adviesOntvangen: [alGebeurd('adviesOp')],
    gesprekGepland: [nogTeGaan('gesprekOp')],
    gesprekGevoerd: [alGebeurd('gesprekGevoerdOp')],
    mdoGepland: [nogTeGaan('mdoOp')],
    mdoGehouden: [alGebeurd('mdoGehoudenOp')],
    planVanAanpak: [alGebeurd('planOp')],
    aanbodGedaan: [alGebeurd('aanbodOp')],
    verzuimGestopt: [alGebeurd('gestoptOp')],
    onderzoekAfgerond: [onderzoekEis],
    routeHulp: [looptNogNiet(VLAG.hulp)],
    routeHalt: [...haltEisen, looptNogNiet(VLAG.halt)],
    routeCiviel: [civielEis, looptNogNiet(VLAG.civiel)],
    routeStrafrecht: [...strafrechtEisen, looptNogNiet(VLAG.strafrecht)],
    naarTafel: [looptNogNiet(VLAG.tafel), thuisInVerleden],
    afsluiten: afsluitEisen,
  },
  termijnen,
  begin: 'ontvangen',
  toestanden: {
    ontvangen: {
      eigenaar: 'leerplichtambtenaar',
      bij: levend({
        inBehandeling: metTafel({ naar: 'inBehandeling' }),
        terKennisgeving: { naar: 'terKennisgeving' },
        ...keten('vroeg'),
      }),
    },
    inBehandeling: {
      eigenaar: 'leerplichtambtenaar',
      bij: levend({
        terKennisgeving: { naar: 'terKennisgeving' },
        ...werk('inOnderzoek'),
        verzuimGestopt: verzuimGestopt.evalueer,
        verzuimVoortgezet: verzuimVoortgezet({ naar: 'inOnderzoek' }),
        naarTafel,
        afsluiten,
        ...keten('vroeg'),
      }),
    },
    inOnderzoek: {
      eigenaar: 'leerplichtambtenaar',
      bij: levend({
        ...werk('inOnderzoek'),
        onderzoekAfgerond,
        verzuimGestopt: verzuimGestopt.evalueer,
        verzuimVoortgezet: verzuimVoortgezet({}),
        naarTafel,
        afsluiten,
        ...keten('vroeg'),
      }),
    },
    routekeuze: {
      eigenaar: 'leerplichtambtenaar',
      bij: levend({
        ...werk(),
        ...routes,
        verzuimGestopt: verzuimGestopt.evalueer,
        verzuimVoortgezet: verzuimVoortgezet({}),
        afsluiten,
        ...keten('routekeuze'),
      }),
    },
    // Several routes may run at once; each has its flag, and each choice opens its own process.
    routeLoopt: {
      eigenaar: 'leerplichtambtenaar',
      bij: levend({
        ...werk(),
        ...routes,
        verzuimGestopt: verzuimGestopt.evalueer,
        verzuimVoortgezet: verzuimVoortgezet({ naar: 'evaluatie' }),
        evalueren: { naar: 'evaluatie' },
        afsluiten,
        ...keten('routeLoopt'),
      }),
    },
    evaluatie: {
      eigenaar: 'leerplichtambtenaar',
      bij: levend({
        ...werk(),
        ...routes,
        routeVoortzetten: { naar: 'routeLoopt' },
        verzuimGestopt: verzuimGestopt.sluit,
        verzuimVoortgezet: verzuimVoortgezet({ naar: 'routekeuze', markeer: ['nieuweKeuze'] }),
        afsluiten,
        ...keten('evaluatie'),
      }),
    },
    afgesloten: { eind: true },
    ingetrokken: { eind: true },
    terKennisgeving: { eind: true },
  },
});

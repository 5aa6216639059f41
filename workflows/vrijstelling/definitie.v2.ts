import { brief, defineProcess } from '#process';
import {
  aanvullen as aanvullenAanvraag,
  behandelenVervangend,
  bekendmakenAfwijzing,
  bekendmakenToekenning,
  beslissen,
  bezwaar,
  bezwaartermijn,
  vanKracht,
  volledigheid as volledigheidAanvraag,
} from './aanvraag.v2.js';
import { acties, verzoek } from './acties.v2.js';
import { aanvraagEisen, kennisgevingEisen, startEisen } from './eisen.v2.js';
import {
  aanvullen,
  aanwijzen,
  geregistreerd,
  toetsen,
  toetsenBuitenland,
  toetsenRichting,
  volledigheid,
  vrijgesteld,
  wachtenOpArts,
} from './kennisgeving.v2.js';
import { besluitTermijnen, toekenningTermijnen } from './termijnen-aanvraag.v2.js';
import { bezwaarTermijnen } from './termijnen-bezwaar.v2.js';
import { gedeeldeTermijnen } from './termijnen-gedeeld.v2.js';
import { jaarTermijnen, toetsTermijnen } from './termijnen-kennisgeving.v2.js';
import { eersteTeLaat } from './toetsing.v1.js';
import { isAanvraag, isKennisgeving } from './toetsing.v2.js';

/**
 * Exemption from being at school (processes.md F4). Art. 5 onder a, b and c arise by law: the parents notify, the officer checks and confirms, and
 * nobody can object. Art. 15 (exemption) and 3a and 3b (vervangende leerplicht) are decisions on a request, to which one can. Art. 5a (trekkend
 * bestaan) is not here: its rules stand in an order in council that the domain pages do not give.
 */
export const v2 = defineProcess({
  key: 'vrijstelling',
  versie: 2,
  onderwerp: (g) => g.grond,
  start: verzoek,
  startDoor: ['leerplichtambtenaar'],
  startEisen,
  opening: [
    { als: isKennisgeving, dan: [brief('ontvangstbevestiging', 'ouders')] },
    { als: (c) => isKennisgeving(c) && eersteTeLaat(c), markeer: ['kennisgevingTeLaat'] },
    {
      als: isAanvraag,
      naar: 'aanvraagOntvangen',
      dan: [brief('ontvangstbevestigingAanvraag', 'ouders')],
    },
  ],
  acties,
  eisen: { ...kennisgevingEisen, ...aanvraagEisen },
  termijnen: [
    ...toetsTermijnen,
    ...jaarTermijnen,
    ...besluitTermijnen,
    ...toekenningTermijnen,
    ...bezwaarTermijnen,
    ...gedeeldeTermijnen,
  ],
  begin: 'kennisgevingOntvangen',
  toestanden: {
    kennisgevingOntvangen: { eigenaar: 'leerplichtambtenaar', bij: volledigheid },
    aanvullingGevraagd: { eigenaar: 'ouders', bij: aanvullen },
    adviesAanTeVragen: { eigenaar: 'leerplichtambtenaar', bij: aanwijzen },
    bijDeArts: { eigenaar: 'arts', bij: wachtenOpArts },
    toets: { eigenaar: 'leerplichtambtenaar', bij: toetsen },
    toetsRichting: { eigenaar: 'leerplichtambtenaar', bij: toetsenRichting },
    toetsBuitenland: { eigenaar: 'leerplichtambtenaar', bij: toetsenBuitenland },
    bevestigd: {
      eigenaar: 'leerplichtambtenaar',
      bij: { duoGeregistreerd: geregistreerd, ...vrijgesteld },
    },
    geldig: { eigenaar: 'ouders', bij: vrijgesteld },
    verlengingOpen: { eigenaar: 'leerplichtambtenaar', bij: volledigheid },

    aanvraagOntvangen: { eigenaar: 'leerplichtambtenaar', bij: volledigheidAanvraag },
    aanvraagAanvulling: { eigenaar: 'ouders', bij: aanvullenAanvraag },
    inBehandeling: { eigenaar: 'leerplichtambtenaar', bij: beslissen },
    inBehandelingVervangend: { eigenaar: 'leerplichtambtenaar', bij: behandelenVervangend },
    toekenningBesloten: { eigenaar: 'leerplichtambtenaar', bij: bekendmakenToekenning },
    afwijzingBesloten: { eigenaar: 'leerplichtambtenaar', bij: bekendmakenAfwijzing },
    toegekend: { eigenaar: 'leerplichtambtenaar', bij: { ...vanKracht, ...bezwaartermijn } },
    vanKracht: { eigenaar: 'ouders', bij: vanKracht },
    bezwaartermijn: { eigenaar: 'ouders', bij: bezwaartermijn },
    bezwaar: { eigenaar: 'leerplichtambtenaar', bij: bezwaar },

    nietVoldaan: { eind: true },
    afgewezen: { eind: true },
    verlopen: { eind: true },
    beeindigd: { eind: true },
  },
  migratieVan: {
    1: {
      kennisgevingOntvangen: 'kennisgevingOntvangen',
      aanvullingGevraagd: 'aanvullingGevraagd',
      adviesAanTeVragen: 'adviesAanTeVragen',
      bijDeArts: 'bijDeArts',
      toets: 'toets',
      bevestigd: 'bevestigd',
      geldig: 'geldig',
      verlengingOpen: 'verlengingOpen',
      nietVoldaan: 'nietVoldaan',
      verlopen: 'verlopen',
      beeindigd: 'beeindigd',
    },
  },
});

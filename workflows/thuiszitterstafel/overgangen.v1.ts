import { brief, meld, start, taak, type Context } from '#process';

const met = (veld: string, waarde: string | boolean) => (c: Context) => c.invoer[veld] === waarde;
const bekend = (veld: string, waarde: string) => (c: Context) => c.gegevens[veld] === waarde;
/** The mas that sent the youth here hears how it ended. At 18 it ends by itself and is not told. */
const klaar = (tafelResultaat: 'geactiveerd' | 'geenOplossing' | 'anders') =>
  meld('mas', 'tafelAfgerond', () => ({ tafelResultaat }), { magOntbreken: true });

/** The hand-over to the Doorstroompunt; begun once. */
export const naarDoorstroompunt = (bron: 'leeftijd' | 'tafel') =>
  start('overdracht', (c) => ({ gesignaleerdOp: c.vandaag, bron }));

/** What may happen in every state. */
export const overal = {
  vrijgesteld: { naar: 'afgesloten' as const, uitkomst: 'vrijstelling', dan: [klaar('anders')] },
};
/** As long as partners speak about the youth. */
export const toestemming = {
  toestemmingVastgelegd: [
    { als: met('toestemming', true), wis: ['toestemmingOntbreekt'] },
    { markeer: ['toestemmingOntbreekt'], dan: [taak('toestemmingIngetrokken')] },
  ],
};
/** What partners bring in for the meeting, each on behalf of his own organisation. */
export const inbreng = { inbrengSamenwerkingsverband: {}, inbrengSchoolarts: {} };
export const afwijzen = {
  naar: 'afgewezen' as const,
  dan: [taak('aanmelderInformeren'), klaar('anders')],
};
export const volledig = { naar: 'volledig' as const, markeer: ['volledig'] };
export const agenderen = {
  naar: 'geagendeerd' as const,
  dan: [brief('uitnodigingTafel', 'ouders'), taak('partnersUitnodigen')],
};
export const aanhouden = { naar: 'aangehouden' as const };
export const besproken = { naar: 'besproken' as const };
export const escaleer = { naar: 'escalatie' as const, dan: [taak('doorzettingsmacht', 'teamleider')] };

/** The advice. Whatever it says, one professional takes regie next; some of it already goes on its way. */
export const advies = [
  {
    naar: 'advies' as const,
    als: met('advies', 'vrijstelling'),
    dan: [brief('adviesTafel', 'ouders'), taak('kennisgevingOuders')],
  },
  {
    naar: 'advies' as const,
    als: met('advies', 'route'),
    dan: [
      brief('adviesTafel', 'ouders'),
      meld('mas', 'tafelAdvies', (c) => ({ tafelRoute: c.gegevens['tafelRoute'] })),
    ],
  },
  {
    naar: 'advies' as const,
    als: (c: Context) => c.invoer['advies'] === 'doorstroompunt' && !c.heeftVlag('overdrachtGestart'),
    markeer: ['overdrachtGestart'],
    dan: [brief('adviesTafel', 'ouders'), naarDoorstroompunt('tafel')],
  },
  { naar: 'advies' as const, dan: [brief('adviesTafel', 'ouders')] },
];

/** Regie. A route lives on in mas and a hand-over in overdracht: with regie assigned the table is done with them. */
export const regie = [
  {
    naar: 'afgesloten' as const,
    als: bekend('advies', 'route'),
    uitkomst: 'route',
    dan: [taak('regisseurInformeren'), klaar('anders')],
  },
  {
    naar: 'afgesloten' as const,
    als: bekend('advies', 'doorstroompunt'),
    uitkomst: 'doorstroompunt',
    dan: [taak('regisseurInformeren'), klaar('anders')],
  },
  { naar: 'regieToegewezen' as const, dan: [taak('regisseurInformeren')] },
];
/** Another professional takes over; the work goes on where it is. */
export const andereRegisseur = { dan: [taak('regisseurInformeren')] };

export const uitvoeringGestart = { naar: 'uitvoering' as const };
export const activatie = { naar: 'geactiveerd' as const };
/** Home again: back to work, and the three months of the Pact begin anew. */
export const terugval = {
  naar: 'uitvoering' as const,
  wis: ['drieMaandenThuis'],
  dan: [taak('regisseurInformeren')],
};
export const geenOplossing = {
  naar: 'afgesloten' as const,
  uitkomst: 'geenOplossing',
  dan: [klaar('geenOplossing')],
};
/** The supervisor decides where the table could not: the regisseur carries it out, or gets assigned first. */
export const doorzettingsmacht = [
  {
    naar: 'uitvoering' as const,
    als: (c: Context) => c.gegevens['regisseur'] !== undefined,
    dan: [taak('regisseurInformeren')],
  },
  { naar: 'advies' as const },
];
export const nazorgAfgerond = [
  {
    naar: 'afgesloten' as const,
    als: bekend('plek', 'school'),
    uitkomst: 'geactiveerdSchool',
    dan: [klaar('geactiveerd')],
  },
  {
    naar: 'afgesloten' as const,
    als: bekend('plek', 'tussenvoorziening'),
    uitkomst: 'geactiveerdTussenvoorziening',
    dan: [klaar('geactiveerd')],
  },
  { naar: 'afgesloten' as const, uitkomst: 'geactiveerdDagbesteding', dan: [klaar('geactiveerd')] },
];

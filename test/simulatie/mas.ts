import { plusDagen, plusMaanden, plusWerkdagen, type Datum } from './dagen.js';
import { TEKST, type Draaiboek, type Invoer, type Rol } from './draaiboek.js';
import { KALENDER } from './schooljaar.js';
import type { Kies } from '../../libs/test-kit/willekeur.js';

/* The ways that a report of absence goes (processes.md F2), each as a script. The report itself is the first step. */

/** What the script of one youth needs to know. */
export interface Toneel {
  kies: Kies;
  /** Old enough to be heard himself. */
  twaalf: boolean;
  /** Who tells that the absence is over. */
  verteller: Rol;
}

/** A report as DUO brings it on this day. */
export function melding(kies: Kies, soort: string, dag: Datum): Invoer & { soort: string } {
  const basis = { soort, ontvangenOp: dag };
  switch (soort) {
    case 'zestienUur': {
      const vanaf = plusDagen(dag, -14 - kies(14));
      // One in seven schools reports later than the Inspectie asks.
      const zestienUurOp = plusWerkdagen(dag, kies(7) === 0 ? -8 : -kies(4), KALENDER);
      return {
        ...basis,
        uren: 16 + kies(25),
        aantalTeLaat: kies(10),
        verzuimVanaf: vanaf < zestienUurOp ? vanaf : zestienUurOp,
        verzuimTot: plusDagen(dag, -1),
        zestienUurOp,
      };
    }
    case 'overig':
      return {
        ...basis,
        uren: 3 + kies(12),
        aantalTeLaat: kies(14),
        verzuimVanaf: plusDagen(dag, -10 - kies(18)),
        verzuimTot: plusDagen(dag, -1),
      };
    case 'luxe':
      return { ...basis, verzuimVanaf: plusDagen(dag, -9), verzuimTot: plusDagen(dag, -2) };
    case 'achttienPlus':
      return { ...basis, verzuimVanaf: plusDagen(dag, -30) };
    default:
      return basis;
  }
}

const behandel = (d: Draaiboek): Draaiboek =>
  d
    .na(0, 2)
    .doe('mas', 'inBehandeling')
    .na(0, 2)
    .doe('mas', 'contactGelegd', { contactOp: d.dag, contactMet: 'ouders' });

function hoor(d: Draaiboek, t: Toneel): Draaiboek {
  d.doe('mas', 'gehoordOuders', { oudersGehoordOp: d.dag });
  if (t.twaalf) d.doe('mas', 'gehoordJongere', { jongereGehoordOp: d.dag, aangespoord: true });
  return d;
}

const stop = (d: Draaiboek, door: Rol, resultaat = 'hersteld'): Draaiboek =>
  d.doe('mas', 'verzuimGestopt', { gestoptOp: d.dag }, door).na(1, 7).doe('mas', 'afsluiten', { resultaat });

/** Eight weeks after a route began it is looked at by itself; the officer lets it go on. */
const gaVoort = (d: Draaiboek, begonnen: Datum): void => {
  const hier = d.dag;
  for (let dag = begonnen; ;) {
    dag = plusWerkdagen(plusDagen(dag, 56), 2, KALENDER);
    if (dag >= hier) break;
    d.dag = dag;
    d.kan('mas', 'routeVoortzetten');
  }
  d.dag = hier;
};

/** Talked to, agreed with, and back at school. @param tussendoor what comes while it runs. */
export function gewoon(d: Draaiboek, t: Toneel, tussendoor?: (d: Draaiboek) => void): void {
  behandel(d).na(0, 3);
  const gesprek = plusWerkdagen(d.dag, 2 + t.kies(5), KALENDER);
  d.doe('mas', 'gesprekGepland', { gesprekOp: gesprek }).tot(gesprek);
  if (t.kies(9) === 0) d.doe('mas', 'nietVerschenen').na(3, 6);
  d.doe('mas', 'gesprekGevoerd', { gesprekGevoerdOp: d.dag, verslag: TEKST });
  hoor(d, t);
  if (t.kies(3) > 0)
    d.doe('mas', 'afsprakenVastgelegd', { afspraken: TEKST, afsprakenTot: plusDagen(d.dag, 35) });
  if (tussendoor) {
    d.na(4, 9);
    tussendoor(d);
  }
  d.na(12, 24);
  stop(d, t.verteller);
}

/** Nothing to do: the absence was allowed, or it is over. */
export function terKennisgeving(d: Draaiboek, t: Toneel): void {
  d.na(0, 2).doe('mas', 'terKennisgeving', { reden: t.kies(2) === 0 ? 'geoorloofd' : 'alOpgelost' });
}

/** A holiday outside the holidays: a warning. */
export function luxe(d: Draaiboek, t: Toneel): void {
  behandel(d).na(1, 4);
  hoor(d, t).doe('mas', 'waarschuwing').na(2, 6);
  stop(d, 'leerplichtambtenaar');
}

/** At no school at all: enrolled after a talk. */
export function absoluut(d: Draaiboek, t: Toneel): void {
  behandel(d).na(2, 5);
  d.doe('mas', 'gesprekGevoerd', { gesprekGevoerdOp: d.dag });
  hoor(d, t).na(8, 20);
  stop(d, 'leerplichtambtenaar');
}

/** Route 1: voluntary help until it is no longer needed. */
export function hulp(d: Draaiboek, t: Toneel): void {
  behandel(d).na(2, 6);
  hoor(d, t).doe('mas', 'onderzoekAfgerond').na(0, 3).doe('mas', 'routeHulp', { aanbieder: 'jeugdEnGezin' });
  const begonnen = d.dag;
  helpt(d, t);
  gaVoort(d, begonnen);
  d.na(1, 4);
  stop(d, t.verteller);
}

/** What the process of help goes through, from the offer to a good end. */
export function helpt(d: Draaiboek, t: Toneel): void {
  d.na(2, 6).doe('hulp', 'instemmingOuders', { instemmingOudersOp: d.dag });
  if (t.twaalf) d.doe('hulp', 'instemmingJongere', { instemmingJongereOp: d.dag });
  d.na(1, 4).doe('hulp', 'aangemeld', { aangemeldOp: d.dag }).na(2, 7);
  if (t.kies(2) === 0) d.doe('hulp', 'opWachtlijst').na(15, 45);
  d.doe('hulp', 'gestart', { gestartOp: d.dag })
    .na(20, 38)
    .doe('hulp', 'planHerzien', { herzienOp: d.dag })
    .na(15, 30)
    .doe('hulp', 'beeindigd', { beeindigdOp: d.dag })
    .na(2, 8)
    .doe('hulp', 'geevalueerd', { oordeel: 'geslaagd' });
}

function naarKeuze(d: Draaiboek, t: Toneel): Draaiboek {
  behandel(d).na(2, 4);
  return hoor(d, t).na(0, 2).doe('mas', 'onderzoekAfgerond').na(0, 2);
}

/** Route 2: Halt, once; with a good end, or with a proces-verbaal after all. */
export function halt(d: Draaiboek, t: Toneel, goed: boolean): void {
  naarKeuze(d, t).doe('mas', 'routeHalt', { overlegOvJ: false });
  const begonnen = d.dag;
  d.na(1, 3);
  const verhoor = plusWerkdagen(d.dag, 4, KALENDER);
  d.doe('halt', 'uitgenodigdVerhoor', { verhoorOp: verhoor })
    .tot(verhoor)
    .doe('halt', 'verhoord', { cautie: true, gehoordOp: d.dag, verslag: TEKST })
    .doe('halt', 'toestemming', { jongere: true, ouders: true })
    .na(0, 2)
    .doe('halt', 'verwijzingVerzonden', { verwezenOp: d.dag, beletsel: 'geen' })
    .na(6, 12)
    .doe('halt', 'haltGestart', { gestartOp: d.dag })
    .na(18, 28)
    .doe('halt', 'haltAfgerond', { haltResultaat: goed ? 'positief' : 'negatief' });
  gaVoort(d, begonnen);
  if (goed) d.na(2, 4).doe('mas', 'afsluiten', { resultaat: 'haltPositief' });
  else {
    d.na(2, 5).doe('halt', 'overlegOM', { overlegOp: d.dag });
    d.na(1, 3).doe('halt', 'pvOpmaken', { motivering: TEKST });
    procesVerbaal(d, t, 'sepot', {});
  }
}

/** Route 4: a proces-verbaal against the youth, or against the parents about a holiday. */
export function strafrecht(d: Draaiboek, t: Toneel, luxe: boolean): void {
  naarKeuze(d, t).doe('mas', 'routeStrafrecht', {
    tegen: luxe ? 'ouders' : 'jongere',
    verzuimsoort: luxe ? 'luxe' : 'relatief',
    ...(luxe && { luxeSchooldagen: 5 }),
    motiveringWpg: TEKST,
  });
  const afloop = (['sepot', 'strafbeschikking', 'dagvaarding'] as const)[t.kies(3)]!;
  procesVerbaal(d, t, luxe ? 'strafbeschikking' : afloop, luxe ? { schooldagen: 5 } : {});
}

function procesVerbaal(d: Draaiboek, t: Toneel, beslissing: string, pv: Invoer): void {
  const begonnen = d.dag;
  d.na(5, 12)
    .doe('strafrecht', 'pvGereed', { pvGereedOp: d.dag, nalevingGeprobeerd: true, ...pv })
    .na(1, 4)
    .doe('strafrecht', 'pvVerzonden', { pvVerzondenOp: d.dag, naarRvdk: t.kies(2) === 0 })
    .na(15, 35)
    .doe('strafrecht', 'omBeslissing', { beslissing, beslistOp: d.dag });
  if (beslissing === 'dagvaarding') {
    d.na(3, 10);
    const zitting = plusWerkdagen(d.dag, 30, KALENDER);
    d.doe('strafrecht', 'zittingsdatum', { zittingOp: zitting }).na(8, 14);
    d.doe('strafrecht', 'informatieSchool', { informatieOp: d.dag, informatie: TEKST }).tot(zitting).na(0, 3);
    d.doe('strafrecht', 'uitspraak', {
      uitspraak: 'jeugdreclassering',
      uitspraakOp: d.dag,
      maatregelTot: plusDagen(plusMaanden(d.dag, 12), -1),
    });
    gaVoort(d, begonnen);
    return;
  }
  gaVoort(d, begonnen);
  d.na(3, 8);
  stop(d, 'leerplichtambtenaar');
}

/** At home: the thuiszitterstafel, until the youth is somewhere again. `escaleert`: it takes longer than the three months of the Pact. */
export function tafel(d: Draaiboek, t: Toneel, escaleert: boolean, coach: string): void {
  const thuisSinds = plusDagen(d.dag, -12);
  behandel(d).na(1, 3).doe('mas', 'gesprekGevoerd', { gesprekGevoerdOp: d.dag });
  hoor(d, t).na(0, 2).doe('mas', 'naarTafel', { verzuim: 'ongeoorloofd', toestemming: true, thuisSinds });
  const begonnen = d.dag;
  const doe = (actie: string, invoer: Invoer = {}, rol?: Rol): Draaiboek =>
    d.doe('thuiszitterstafel', actie, invoer, rol);
  d.na(1, 3);
  doe('volledig').na(1, 3);
  doe('inbrengSamenwerkingsverband', { inbreng: TEKST });
  const vergadering = plusWerkdagen(d.dag, 5 + t.kies(4), KALENDER);
  doe('geagendeerd', { vergaderingOp: vergadering }).tot(vergadering);
  doe('besproken', { deelnemers: ['leerplicht', 'school', 'samenwerkingsverband'], verslag: TEKST }).na(1, 3);
  const plek = (['school', 'tussenvoorziening', 'dagbesteding'] as const)[t.kies(3)]!;
  doe('adviesUitgebracht', { advies: plek }).na(0, 2);
  doe('regieToegewezen', { regisseur: coach, regisseurVan: 'doorstroompunt' }).na(1, 3);
  doe('uitvoeringGestart', { plan: TEKST }).na(8, 14);
  doe('voortgang', { voortgang: TEKST });
  if (escaleert) {
    d.tot(plusDagen(plusMaanden(thuisSinds, 3), 3)).na(1, 3);
    doe('doorzettingsmacht', { advies: plek, toelichting: TEKST }, 'teamleider').na(2, 5);
  } else d.na(2, 5);
  doe('activatie', { geactiveerdOp: d.dag, plek }).na(1, 3);
  doe('nazorgGestart', { begonnenOp: d.dag }).na(40, 46);
  doe('nazorgAfgerond');
  gaVoort(d, begonnen);
  d.na(2, 6).doe('mas', 'afsluiten', { resultaat: 'thuiszitterstafelOpgelost' });
}

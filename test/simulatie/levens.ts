import { datum } from '#kalender';
import { plusDagen, plusWerkdagen } from './dagen.js';
import { TEKST, type Draaiboek, type Rol } from './draaiboek.js';
import { gewoon, helpt, type Toneel } from './mas.js';
import { KALENDER, LAATSTE_DAG } from './schooljaar.js';

/* What does not begin with a report: the spreekuur, exemptions, the guidance of those of 18 and older, the hand-over. */

/** How a spreekuur may go. */
export const AFLOPEN = [
  'hersteld',
  'eenmaalWeg',
  'nietVerschenen',
  'aanhoudend',
  'doorverwezen',
  'stilGevallen',
] as const;
export type Afloop = (typeof AFLOPEN)[number];

/** The preventive talk; who stays away twice, or keeps staying away from school, goes on to the mas. */
export function spreekuur(d: Draaiboek, t: Toneel, afloop: Afloop): void {
  const uren = 3 + t.kies(11);
  const opener: Rol = t.verteller === 'school' ? 'school' : 'leerplichtambtenaar';
  d.open('spreekuur', { aangemeldOp: d.dag, urenGemeld: uren, aantalTeLaat: t.kies(9) }, opener).na(1, 4);
  const nodigUit = (): void => {
    const gesprek = plusWerkdagen(d.dag, 3 + t.kies(4), KALENDER);
    d.doe('spreekuur', 'uitnodigingVerzonden', { gesprekOp: gesprek }).tot(gesprek);
  };
  nodigUit();
  if (afloop === 'eenmaalWeg' || afloop === 'nietVerschenen') {
    d.doe('spreekuur', 'nietVerschenen').na(1, 3);
    nodigUit();
  }
  if (afloop === 'nietVerschenen') {
    d.doe('spreekuur', 'nietVerschenen').na(0, 3);
    d.doe('spreekuur', 'escaleren', { reden: 'nietVerschenen', toelichting: TEKST });
    return gewoon(d, t);
  }
  d.doe('spreekuur', 'gesprekGevoerd', { gesprekOp: d.dag, verslag: TEKST, afspraken: TEKST });
  if (afloop === 'aanhoudend') {
    d.na(8, 16).doe('spreekuur', 'verzuimUpdate', { uren: 16 + t.kies(8) }, t.verteller);
    return gewoon(d, t);
  }
  if (afloop === 'stilGevallen') return;
  d.lesweken(4).na(1, 4);
  d.doe('spreekuur', 'verzuimUpdate', { uren: 0 }, t.verteller).na(1, 4);
  if (afloop !== 'doorverwezen') {
    d.doe('spreekuur', 'afsluiten', { resultaat: 'hersteld' });
    return;
  }
  d.doe('spreekuur', 'afsluiten', { resultaat: 'doorverwezenHulp', aanbieder: 'wijkracht' });
  helpt(d, t);
}

/** Guidance of who is 18 or older, by the coach. `kwijt`: nobody finds him. */
export function traject(d: Draaiboek, t: Toneel, kwijt: boolean): void {
  const coach = (actie: string, invoer: Record<string, unknown> = {}): Draaiboek =>
    d.doe('traject', actie, invoer, 'doorstroomcoach');
  if (kwijt) {
    d.na(12, 20);
    coach('afsluiten', { resultaat: 'geenContact', pogingen: 3 });
    return;
  }
  d.na(1, 5);
  coach('contact', { contactOp: d.dag }).na(2, 5);
  coach('intakeGevoerd', { gesprekOp: d.dag, verslag: TEKST }).na(6, 16);
  const naarSchool = t.kies(2) === 0;
  coach('planVastgesteld', { doel: naarSchool ? 'school' : 'werk', plan: TEKST }).na(8, 20);
  if (naarSchool) coach('opleidingGestart', { ingeschrevenOp: d.dag });
  else coach('werkGestart', { urenPerWeek: 24 });
  d.na(5, 15);
  coach('stabielVerklaard').na(48, 58);
  while (d.dag <= LAATSTE_DAG) coach('contact', { contactOp: d.dag }).na(48, 58);
}

/** When the parents of who has an exemption begin to ask for the next year; they must before 1 July. */
const VERLENGEN_VANAF = datum('2024-05-27');

export type Grond = 'art5onderA' | 'art5onderB' | 'art5onderC' | 'art15';

/** An exemption that is confirmed or granted; in June the parents of most ask for the next year, which is decided after the summer. */
export function vrijstelling(d: Draaiboek, t: Toneel, grond: Grond, arts: string): void {
  const doe = (actie: string, invoer: Record<string, unknown> = {}, rol?: Rol): Draaiboek =>
    d.doe('vrijstelling', actie, invoer, rol);
  d.open('vrijstelling', { grond, kennisgevingOp: d.dag }).na(1, 4);
  const bevestig = (): void => {
    doe('bevestigen', { geldigVanaf: d.dag, geldigTot: LAATSTE_DAG }).na(1, 4);
  };
  if (grond === 'art15') {
    doe('aanvraagVolledig').na(6, 14);
    doe('toekennen', {
      besluitOp: d.dag,
      geldigVanaf: d.dag,
      geldigTot: LAATSTE_DAG,
      anderOnderwijs: TEKST,
    }).na(0, 1);
    doe('besluitBekendgemaakt', { bekendgemaaktOp: d.dag }).na(1, 4);
    doe('duoGeregistreerd', { geregistreerdOp: d.dag });
    return;
  }
  doe('volledigVerklaard').na(1, 4);
  if (grond === 'art5onderA') {
    doe('artsAanwijzen', { artsId: arts }).na(6, 12);
    doe('onderwijskundigAdviesOntvangen', { adviesOp: d.dag, advies: TEKST }).na(4, 14);
    doe('verklaringOntvangen', { oordeel: 'ongeschikt', getekendOp: d.dag, verklaring: TEKST }, 'arts').na(
      1,
      4,
    );
  } else if (grond === 'art5onderB') {
    doe('bedenkingenGetoetst', { bedenkingen: true, eerderGeplaatst: false }).na(1, 3);
  } else {
    doe('schoolverklaringOntvangen', {
      schoolverklaringOp: d.dag,
      ingeschreven: true,
      bezoektGeregeld: true,
    }).na(1, 3);
  }
  bevestig();
  doe('duoGeregistreerd', { geregistreerdOp: d.dag });
  // Who forgets it sees the exemption end with the school year.
  if (t.kies(5) === 0) return;
  d.tot(VERLENGEN_VANAF).na(0, 18);
  doe('verlengingOntvangen', { kennisgevingOp: d.dag }).na(1, 4);
  doe('volledigVerklaard').na(1, 4);
  if (grond === 'art5onderA') doe('artsAanwijzen', { artsId: arts });
}

/** The hand-over of who was already 17 and a half when it all began. */
export function overdracht(d: Draaiboek, t: Toneel, coach: string): void {
  d.na(4, 9).doe('overdracht', 'documentBijgewerkt', { sectie: 'onderwijs', tekst: TEKST });
  d.na(3, 6).doe('overdracht', 'documentGereed');
  d.na(0, 2).doe('overdracht', 'aangeboden');
  d.na(2, 7).doe('overdracht', 'geaccepteerd', { coach }, 'doorstroomcoach');
  const gesprek = plusDagen(d.dag, 7 + t.kies(7));
  d.tot(gesprek);
  d.doe('overdracht', 'warmGesprek', { gesprekOp: d.dag, vorm: 'gesprek' }, 'doorstroomcoach');
  d.na(1, 6).doe('overdracht', 'overgedragen', { naar: 'school' }, 'doorstroomcoach');
}

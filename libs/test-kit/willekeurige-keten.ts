import { datum, plusDagen } from '#kalender';
import { isKernActie, mogelijkeActies, type Definitie } from '#process';
import { Ketenleven } from './ketenleven.js';
import { gewoneActies, willekeurigBegin, type Stap } from './leven.js';
import { persoon } from './verhaal.js';
import { willekeurigeInvoer, type Kies } from './willekeur.js';

/** How often the kinds of things happened, so that a check of nothing is seen. */
export interface KetenTelling {
  geopend: Record<string, number>;
  gedaan: number;
  geweigerd: number;
  koppelingen: number;
  nietGenomen: Record<string, number>;
  naAchttien: number;
}
export const legeKetenTelling = (): KetenTelling => ({
  geopend: {},
  gedaan: 0,
  geweigerd: 0,
  koppelingen: 0,
  nietGenomen: {},
  naAchttien: 0,
});

/** How many days a life may have before the 18th birthday. */
const LANGST_TOT_ACHTTIEN = 1_200;

const uit = (grepen: number[]): Kies => {
  let i = 0;
  return (n) => (grepen[i++ % grepen.length]! + i * 7) % n;
};

/**
 * Lives the whole chain of one youth at random: processes are opened, days pass, people act on whatever runs. Throws when a law of the chain
 * is broken, or when one process tells another what that one cannot read.
 */
export function leefKeten(
  nieuwste: Readonly<Record<string, Definitie>>,
  stappen: Stap[],
  t: KetenTelling,
): Ketenleven {
  const kies = uit(stappen[0]?.grepen ?? [0]);
  const begin = datum('2026-11-02');
  const leven = new Ketenleven(nieuwste, begin, plusDagen(begin, 30 + kies(LANGST_TOT_ACHTTIEN)));
  const soorten = Object.keys(nieuwste);
  const tel = (): void => {
    for (const x of leven.schakels) t.geopend[x.d.key] = (t.geopend[x.d.key] ?? 0) + 1;
    for (const n of leven.nietGenomen) t.nietGenomen[n.reden] = (t.nietGenomen[n.reden] ?? 0) + 1;
    t.koppelingen += leven.koppelingen.length;
    if (leven.vandaag >= leven.achttienOp) t.naAchttien += 1;
  };
  for (const stap of stappen) {
    const grepen = uit(stap.grepen);
    leven.dag(plusDagen(leven.vandaag, stap.dagen));
    const open = leven.schakels.filter((x) => !x.s.afgerond);
    if (open.length === 0 || grepen(9) === 0)
      probeerTeOpenen(leven, nieuwste[soorten[grepen(soorten.length)]!]!, grepen);
    const x = open[grepen(open.length || 1)];
    if (!x || x.s.afgerond) continue;
    const voorgesteld = x.s.voorstellen.map((v) => v.actie);
    const namen = voorgesteld.length > 0 && grepen(3) === 0 ? voorgesteld : gewoneActies(x.d, x.s, grepen);
    const actie = namen[grepen(namen.length)]!;
    const def = x.d.acties[actie];
    if (isKernActie(actie) || !def || !mogelijkeActies(x.d, x.s).includes(actie)) continue;
    const wie = persoon(def.door[grepen(def.door.length)]!, ['boa']);
    const invoer = willekeurigeInvoer(def.invoer, grepen, leven.vandaag);
    // What the schema refuses never reaches a process.
    if (!def.invoer.safeParse(invoer).success) continue;
    const nee = leven.probeer(x, actie, invoer, wie);
    if (nee) t.geweigerd += 1;
    else t.gedaan += 1;
    const fout = leven.schendingen();
    if (fout.length > 0) throw new Error(`${leven.vandaag} na ${x.d.key}.${actie}: ${fout.join('; ')}`);
  }
  // The end: everything that waits for a date comes, and what remains waits for somebody.
  leven.dag(plusDagen(leven.achttienOp, 400));
  const fout = leven.schendingen();
  if (fout.length > 0) throw new Error(`aan het eind: ${fout.join('; ')}`);
  tel();
  return leven;
}

/** Tries to open a process, as a person would or as another process; a refusal is an answer too. */
function probeerTeOpenen(leven: Ketenleven, d: Definitie, kies: Kies): void {
  const rol = d.startDoor[kies(d.startDoor.length)]!;
  try {
    leven.open(d.key, willekeurigBegin(d, kies, leven.vandaag), persoon(rol, ['boa']));
  } catch (fout) {
    // Lawfully refused; what a schema refuses is a fault of this test or of the table.
    if (!(fout instanceof Error) || !fout.message.startsWith(`${d.key}: `)) throw fout;
  }
}

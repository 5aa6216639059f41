import type { Datum } from '#kalender';
import { processen } from '#workflows';
import { Ketenleven } from '../../libs/test-kit/ketenleven.js';
import { persoon } from '../../libs/test-kit/verhaal.js';
import type { Speler } from './speler.js';

const nieuwste = Object.fromEntries(Object.entries(processen).map(([naam, p]) => [naam, p.nieuwste]));

/** The chain of one youth in memory, from this day on. */
export function inGeheugen(vandaag: Datum, achttienOp: Datum): Speler & { leven: Ketenleven } {
  const leven = new Ketenleven(nieuwste, vandaag, achttienOp);
  return {
    leven,
    vandaag: async () => leven.vandaag,
    naar: async (dag) => void leven.dag(dag),
    open: async (procestype, gegevens) => void leven.open(procestype, gegevens),
    doe: async (procestype, actie, invoer = {}, rol = 'leerplichtambtenaar') =>
      void leven.doe(procestype, actie, invoer, persoon(rol, ['boa'])),
    async weigert(procestype, actie, invoer = {}) {
      const x = leven.laatste(procestype);
      const w = leven.probeer(x, actie, invoer, persoon('leerplichtambtenaar', ['boa']));
      if (!w) throw new Error(`${procestype}.${actie} werd genomen`);
      return { norm: w.norm, soort: w.soort };
    },
    async stand(procestype) {
      const { s } = leven.laatste(procestype);
      return {
        toestand: s.toestand,
        afgerond: s.afgerond,
        uitkomst: s.uitkomst ?? null,
        termijnen: s.termijnen.map(({ naam, datum }) => ({ naam, datum })),
        vlaggen: s.vlaggen,
      };
    },
    aantal: async (procestype) => leven.schakels.filter((x) => x.d.key === procestype).length,
  };
}

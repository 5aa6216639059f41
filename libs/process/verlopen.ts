import { plusDagen, type Datum } from '#kalender';
import type { Verloop } from './definitie.js';
import { gelezenTermijn, lijst, omvat } from './gelezen.js';
import { neemOvergang } from './overgang.js';
import { contextVan, SYSTEEM, type Stand } from './stand.js';
import { begin, duurVan, eerstvolgende } from './termijnen.js';
import type { Gebeurtenis, LopendeTermijn } from './snapshot.js';

/** One term passes: it moves the process, proposes an act, sets effects going, or stays behind as late. */
export function bijVerlopen(st: Stand, l: LopendeTermijn, op: Datum): void {
  const gelezen = gelezenTermijn(st.d, l.naam);
  const { t } = gelezen;
  const isOp = (t.type ?? 'uiterlijk') === 'op';
  const g: Gebeurtenis = {
    soort: isOp ? 'gebeurd' : 'verlopen',
    naam: t.naam,
    op,
    door: SYSTEEM,
    termijnen: [{ naam: t.naam, wat: 'verlopen', van: l.datum }],
  };
  st.s.termijnen = isOp
    ? st.s.termijnen.filter((x) => x !== l)
    : st.s.termijnen.map((x) => (x === l ? { ...x, verlopen: true as const } : x));
  const c = contextVan(st.s, op);
  const weg = lijst<Verloop>(t.bijVerloop).find((x) => !x.als || x.als(c));
  const vlag = weg?.markeer && weg.markeer !== 'teLaat' ? [weg.markeer] : undefined;
  neemOvergang(
    st,
    { naar: weg?.naar, uitkomst: weg?.uitkomst, stelVoor: weg?.stelVoor, dan: weg?.dan, markeer: vlag },
    g,
    { termijn: t.naam },
  );
  const opnieuw = duurVan(t.herhaal, st.s.kader);
  const nieuw =
    opnieuw && !st.s.afgerond && omvat(gelezen, st.s.toestand)
      ? begin(st.d, t, st.s, l.datum, op, opnieuw)
      : undefined;
  // A setting of zero days would repeat for ever on one day: then it does not repeat.
  if (nieuw && nieuw.datum > l.datum) {
    st.s.termijnen = [...st.s.termijnen.filter((x) => x.naam !== t.naam), nieuw];
    g.termijnen!.push({ naam: t.naam, wat: 'gestart', naar: nieuw.datum });
  } else if (isOp && 'elkJaar' in t.vanaf && omvat(gelezen, st.s.toestand) && !st.s.afgerond) {
    const volgende = begin(st.d, t, st.s, eerstvolgende(t.vanaf.elkJaar, plusDagen(l.datum, 1)), op);
    st.s.termijnen = [...st.s.termijnen.filter((x) => x.naam !== t.naam), volgende];
    g.termijnen!.push({ naam: t.naam, wat: 'gestart', naar: volgende.datum });
  }
  st.gebeurtenissen.push(g);
}

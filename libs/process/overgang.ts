import { isEind, type Overgang } from './definitie.js';
import { stelVoor, voegEffectToe, type Stand } from './stand.js';
import { bijNieuweStand } from './termijn-loop.js';
import type { Gebeurtenis } from './snapshot.js';

/** Takes one way on: state, outcome, flags, effects, and every term that this touches. */
export function neemOvergang(
  st: Stand,
  o: Omit<Overgang, 'als'>,
  g: Gebeurtenis,
  aanleiding: { actie?: string; termijn?: string },
): void {
  const { d } = st;
  const naar = o.naar && o.naar !== st.s.toestand ? o.naar : undefined;
  if (o.wis || o.markeer) {
    const vlaggen = st.s.vlaggen.filter((v) => !o.wis?.includes(v));
    for (const v of o.markeer ?? []) if (!vlaggen.includes(v)) vlaggen.push(v);
    st.s.vlaggen = vlaggen;
  }
  st.s.laatstOp = g.op;
  if (o.markeer?.length) g.vlaggen = o.markeer;
  if (naar) {
    g.van = st.s.toestand;
    g.naar = naar;
    st.s.toestand = naar;
    st.s.sinds = g.op;
    st.s.voorstellen = [];
    if (isEind(d, st.s)) {
      st.s.afgerond = true;
      g.uitkomst = st.s.uitkomst = o.uitkomst ?? naar;
    }
  }
  if (o.stelVoor) stelVoor(st, { actie: o.stelVoor, sinds: g.op }, aanleiding.termijn);
  for (const e of o.dan ?? []) voegEffectToe(st, e, g.op);
  const gewijzigd = bijNieuweStand(st, g.op, { ...aanleiding, betreden: naar });
  if (gewijzigd.length > 0) g.termijnen = g.termijnen ? [...g.termijnen, ...gewijzigd] : gewijzigd;
}

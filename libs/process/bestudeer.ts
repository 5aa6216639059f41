import { doelVan, isEind, type Definitie, type EffectDef, type Overgang, type Termijn } from './definitie.js';
import { inhoudKlasse, z } from './schema.js';
import { bereik, lijst } from './gelezen.js';
import type { Teksten } from './teksten.js';

/** One arrow of the picture: an action or a term leads from state to state. */
export interface Edge {
  van: string;
  naar: string;
  door: string;
  soort: 'actie' | 'termijn';
}

/** Every way from state to state, for the picture and for the check on dead ends. */
export function edges(d: Definitie): Edge[] {
  const uit: Edge[] = [];
  for (const [van, t] of Object.entries(d.toestanden))
    for (const [door, wegen] of Object.entries(t.bij ?? {}))
      for (const w of lijst(wegen))
        if (w?.naar && w.naar !== van) uit.push({ van, naar: w.naar, door, soort: 'actie' });
  for (const t of d.termijnen)
    for (const v of lijst(t.bijVerloop))
      if (v.naar)
        for (const van of bereik(t) ?? Object.keys(d.toestanden))
          if (van !== v.naar && !isEind(d, { toestand: van }))
            uit.push({ van, naar: v.naar, door: t.naam, soort: 'termijn' });
  return uit.filter(
    (e, i) => uit.findIndex((x) => x.van === e.van && x.naar === e.naar && x.door === e.door) === i,
  );
}

/** Every effect that the table can set going. */
export function effectenVan(d: Definitie): EffectDef[] {
  const wegen: Overgang[] = Object.values(d.toestanden).flatMap((t) =>
    Object.values(t.bij ?? {}).flatMap((w) => lijst(w)),
  );
  return [
    ...[...(d.opening ?? []), ...wegen, ...d.termijnen.flatMap((t) => lijst(t.bijVerloop))].flatMap(
      (w) => w.dan ?? [],
    ),
    ...d.termijnen.flatMap((t) => t.bijHerinnering ?? []),
  ];
}

/** What is wrong with a table, as sentences; empty when it is sound. Run by the tests of every process. */
export function problems(d: Definitie, t?: Teksten): string[] {
  const fout: string[] = [];
  const pijlen = edges(d);
  const bereikt = new Set([d.begin, ...(d.opening ?? []).flatMap((o) => (o.naar ? [o.naar] : []))]);
  for (let n = -1; n !== bereikt.size;) {
    n = bereikt.size;
    for (const e of pijlen) if (bereikt.has(e.van)) bereikt.add(e.naar);
  }
  for (const [naam, toestand] of Object.entries(d.toestanden)) {
    if (!bereikt.has(naam)) fout.push(`Toestand ${naam} is onbereikbaar.`);
    if (toestand.eind) continue;
    if (!pijlen.some((e) => e.van === naam)) fout.push(`Toestand ${naam} loopt dood.`);
    if (!toestand.eigenaar) fout.push(`Toestand ${naam} heeft geen eigenaar.`);
    if (!d.termijnen.some((x) => wachtIn(x, naam))) fout.push(`In toestand ${naam} loopt geen termijn.`);
  }
  for (const [naam, a] of [
    ['start', { invoer: d.start, door: d.startDoor }] as const,
    ...Object.entries(d.acties),
  ]) {
    if (a.door.length === 0) fout.push(`Niemand mag ${naam} uitvoeren.`);
    for (const [veld, schema] of Object.entries(a.invoer.shape))
      if (isVrijeTekst(schema)) fout.push(`Veld ${naam}.${veld} is vrije tekst; gebruik inhoud().`);
    if (naam !== 'start' && !Object.values(d.toestanden).some((x) => x.bij?.[naam]))
      fout.push(`Geen toestand neemt actie ${naam}.`);
  }
  for (const x of d.termijnen) {
    if (x.soort !== x.grondslag.soort)
      fout.push(`Termijn ${x.naam} is ${x.soort} maar noemt een grond van soort ${x.grondslag.soort}.`);
    if (x.grondslag.soort === 'LAW' && !x.grondslag.artikel.trim())
      fout.push(`Termijn ${x.naam} noemt geen artikel.`);
    for (const { stelVoor } of lijst(x.bijVerloop))
      if (stelVoor && !(bereik(x) ?? Object.keys(d.toestanden)).some((s) => d.toestanden[s]?.bij?.[stelVoor]))
        fout.push(`Termijn ${x.naam} stelt ${stelVoor} voor, maar geen toestand neemt die dan.`);
    if (x.duur && x.voor) fout.push(`Termijn ${x.naam} telt zowel vooruit als terug.`);
    if (x.soort === 'LAW' && x.duur && 'instelling' in x.duur)
      fout.push(`Termijn ${x.naam} volgt uit de wet en kan geen instelling zijn.`);
  }
  const namen = d.termijnen.map((x) => x.naam);
  if (new Set(namen).size !== namen.length) fout.push('Twee termijnen dragen dezelfde naam.');
  if (t) fout.push(...ontbrekendeTeksten(d, t));
  return fout;
}

/** True when the term watches over this state; one that runs through all states (a birthday) watches over none. */
const wachtIn = (x: Termijn, toestand: string): boolean =>
  bereik(x)?.includes(toestand) ?? ('toestand' in x.vanaf && lijst(x.vanaf.toestand).includes(toestand));

/** Under which name the texts say what to do: a message has its own beside the opening of the same process. */
const taakNaam = (e: EffectDef): string =>
  'naam' in e ? e.naam : e.soort === 'meld' ? `${doelVan(e)}.${e.bericht}` : doelVan(e);

function ontbrekendeTeksten(d: Definitie, t: Teksten): string[] {
  const wegen = Object.values(d.toestanden).flatMap((x) =>
    Object.values(x.bij ?? {}).flatMap((w) => lijst(w)),
  );
  const alles = [...(d.opening ?? []), ...wegen, ...d.termijnen.flatMap((x) => lijst(x.bijVerloop))];
  const uitkomsten = [
    ...alles.flatMap((w) =>
      w.uitkomst ? [w.uitkomst] : w.naar && isEind(d, { toestand: w.naar }) ? [w.naar] : [],
    ),
    'geannuleerd',
    'verhuisd',
  ];
  const vlaggen = alles.flatMap((w) => lijst<string>(w.markeer)).filter((v) => v !== 'teLaat');
  const velden = [d.start, ...Object.values(d.acties).map((a) => a.invoer)].flatMap((s) =>
    Object.keys(s.shape),
  );
  const taken = effectenVan(d).map(taakNaam);
  const mist = (wat: string, namen: string[], bron: Record<string, unknown>): string[] =>
    [...new Set(namen)].filter((n) => !bron[n]).map((n) => `Er is geen tekst voor ${wat} ${n}.`);
  return [
    ...mist('uitkomst', uitkomsten, t.uitkomsten),
    ...mist('vlag', vlaggen, t.vlaggen),
    ...mist('veld', velden, t.velden),
    ...mist('taak', taken, t.taken),
  ];
}

/** A history holds ids, dates and enumerations: a string without a format or pattern would let a sentence about a person in. */
function isVrijeTekst(schema: z.core.$ZodType): boolean {
  if (inhoudKlasse(schema)) return false;
  const s = z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any' });
  return s.type === 'string' && !s.enum && !s.const && !s.format && !s.pattern;
}

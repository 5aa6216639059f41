import { doelVan, effectenVan, isDatumVeld, isEind, z, type Definitie, type Teksten } from '#process';
import { tabel } from './procesbeeld.js';

/** One process of the map: its newest definition and its texts. */
export interface Procesblad {
  d: Definitie;
  t: Teksten;
}

/** One way in which a process reaches another: it opens it, or tells the one that is open. */
export interface Koppeling {
  van: string;
  naar: string;
  /** The action of the receiver; absent when it is opened. */
  bericht?: string;
  /** One of the two is seen by BOAs only (Wpg). */
  wpg: boolean;
}

/** Every link between these processes, once, in the order of the tables. */
export function koppelingen(bladen: readonly Procesblad[]): Koppeling[] {
  const afgeschermd = new Set(bladen.flatMap(({ d }) => (d.afgeschermd ? [d.key] : [])));
  const alle = bladen.flatMap(({ d }) =>
    effectenVan(d).flatMap((e): Koppeling[] => {
      if (e.soort !== 'start' && e.soort !== 'meld') return [];
      const naar = doelVan(e);
      const wpg = afgeschermd.has(d.key) || afgeschermd.has(naar);
      return [{ van: d.key, naar, wpg, ...(e.soort === 'meld' && { bericht: e.bericht }) }];
    }),
  );
  const sleutel = (k: Koppeling): string => `${k.van} ${k.naar} ${k.bericht ?? ''}`;
  return alle.filter((k, i) => alle.findIndex((x) => sleutel(x) === sleutel(k)) === i);
}

/** `docs/processen.md`: all processes as one picture and one table, read from their tables. Links are relative to `docs/`. */
export function ketenPagina(bladen: readonly Procesblad[]): string {
  const rijen = bladen.map(({ d, t }) => [
    `[${t.titel}](../workflows/${d.key}/README.md)`,
    t.omschrijving,
    onderwerpTekst(d, t),
    d.startDoor.map((r) => (r === 'systeem' ? 'vanzelf' : r)).join(', '),
    bijAchttien(d, t),
    `[versie ${d.versie}](../workflows/${d.key}/definitie.v${d.versie}.ts)`,
  ]);
  return `<!-- Gemaakt door \`npm run genereer\` uit de definities en teksten van alle processen. Wijzig dit bestand niet met de hand. -->

# Alle processen

Zo leest u het plaatje: een blok is een proces, een pijl wat het ene proces bij het andere doet. **opent** begint een nieuw proces voor dezelfde jongere.
**meldt** zegt een proces dat al loopt wat er is gebeurd. Gestippeld is wat alleen een boa ziet (Wpg). Waar iedere partij van de keten een plaats heeft
staat in [keten.md](keten.md).

${beeld(bladen)}

${tabel('Wat ieder proces is', ['proces', 'wat', 'onderwerp', 'wie opent', 'einde bij 18', 'bron'], rijen)}

- **onderwerp**: hoogstens een proces tegelijk per jongere en onderwerp. Een vast woord: een per jongere.
- **wie opent**: _vanzelf_ is door een ander proces, een melding van DUO, een verhuizing of de leeftijd.
- **einde bij 18**: of het proces op de 18e verjaardag vanzelf eindigt.
`;
}

function beeld(bladen: readonly Procesblad[]): string {
  const bij = new Map(bladen.map((b) => [b.d.key, b]));
  const alle = koppelingen(bladen);
  const woorden = ({ naar, bericht }: Koppeling): string =>
    bericht === undefined ? 'opent' : `meldt: ${bij.get(naar)?.t.acties[bericht]?.titel ?? bericht}`;
  const paren = new Map<string, Koppeling[]>();
  for (const k of alle) {
    const paar = `${k.van} ${k.naar}`;
    paren.set(paar, [...(paren.get(paar) ?? []), k]);
  }
  const ontbreekt = new Set(alle.map((k) => k.naar).filter((naar) => !bij.has(naar)));
  const regels = [
    ...bladen.map(({ d, t }) => `${d.key}["${t.titel}"]${d.afgeschermd ? ':::wpg' : ''}`),
    ...[...ontbreekt].map((naar) => `${naar}["${naar} (nog niet gebouwd)"]`),
    ...[...paren.values()].map((ks) => {
      const { van, naar, wpg } = ks[0]!;
      return `${van} ${wpg ? '-.->' : '-->'}|"${ks.map(woorden).join('<br>')}"| ${naar}`;
    }),
    'classDef wpg stroke-dasharray: 5 5',
  ];
  return `\`\`\`mermaid\nflowchart TD\n${regels.map((r) => `  ${r}`).join('\n')}\n\`\`\``;
}

/** What tells two lives of one process apart. It is a function: asked with an example, it shows which fields it reads. */
function onderwerpTekst(d: Definitie, t: Teksten): string {
  const gelezen = new Map<string, string>();
  const voorbeeld = new Proxy<Record<string, unknown>>(
    {},
    {
      get(_, veld) {
        const schema = d.start.shape[String(veld)] as z.ZodType | undefined;
        if (!schema) return undefined;
        const keuzes = z.toJSONSchema(schema, { unrepresentable: 'any' }).enum;
        const waarde = isDatumVeld(schema) ? '2026-10-01' : String(keuzes?.[0] ?? veld);
        gelezen.set(String(veld), waarde);
        return waarde;
      },
    },
  );
  const uit = d.onderwerp(voorbeeld);
  if (gelezen.size === 0) return `\`${uit}\``;
  const namen = [...gelezen.keys()].map((veld) => t.velden[veld] ?? veld).join(', ');
  return [...gelezen.values()].includes(uit) ? namen : `${namen}, zoals \`${uit}\``;
}

const LEEFTIJDEN = [
  ['achttienOp', 18],
  ['zevenentwintigOp', 27],
] as const;

/** Whether the term of a birthday ends the process; what it does instead, when it moves it or proposes an act. */
function bijAchttien(d: Definitie, t: Teksten): string {
  for (const [veld, jaar] of LEEFTIJDEN) {
    const termijn = d.termijnen.find(
      (x) => 'datumveld' in x.vanaf && x.vanaf.datumveld === veld && !x.duur && !x.voor,
    );
    if (!termijn) continue;
    const wegen = [termijn.bijVerloop ?? []].flat();
    const eindigt = wegen.length > 0 && wegen.every((w) => w.naar && isEind(d, { toestand: w.naar }));
    if (eindigt && !termijn.zolang) return jaar === 18 ? 'ja' : `nee, bij ${jaar}`;
    const wat = wegen.flatMap((w) => [
      ...(w.naar ? [`naar "${t.toestanden[w.naar] ?? w.naar}"`] : []),
      ...(w.stelVoor ? [`voorstel "${t.acties[w.stelVoor]?.titel ?? w.stelVoor}"`] : []),
    ]);
    return wat.length > 0 ? `nee; ${wat.join(' of ')}` : 'nee';
  }
  return 'nee';
}

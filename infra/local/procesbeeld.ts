import { duurInWoorden, type Duur } from '#kalender';
import {
  doelVan,
  edges,
  grondslagInWoorden,
  type Definitie,
  type Instelling,
  type Teksten,
  type Termijn,
} from '#process';

/** The page of one process: what it is, its picture, its terms and its actions, all read from the table. */
export function procesPagina(d: Definitie, t: Teksten): string {
  return `<!-- Gemaakt door \`npm run genereer\` uit definitie.v${d.versie}.ts en teksten.nl.ts. Wijzig dit bestand niet met de hand. -->

# ${t.titel}

${t.omschrijving}

Procestype \`${d.key}\`, versie ${d.versie}. Te openen door: ${d.startDoor.join(', ')}.

${[
  beeld(d, t),
  tabel(
    'Termijnen',
    ['termijn', 'soort', 'duur', 'telt vanaf', 'bij verloop', 'grondslag'],
    termijnRijen(d, t),
  ),
  tabel('Acties', ['actie', 'wie', 'in toestand', 'eisen'], actieRijen(d, t)),
  tabel('Eisen', ['eis', 'soort', 'grondslag'], eisRijen(d)),
]
  .filter(Boolean)
  .join('\n\n')}
`;
}

function beeld(d: Definitie, t: Teksten): string {
  const pijlen = new Map<string, string[]>();
  for (const e of edges(d)) {
    const label =
      e.soort === 'actie' ? (t.acties[e.door]?.titel ?? e.door) : `⏰ ${t.termijnen[e.door] ?? e.door}`;
    const van = `${e.van} --> ${e.naar}`;
    pijlen.set(van, [...(pijlen.get(van) ?? []), label]);
  }
  const regels = [
    ...Object.keys(d.toestanden).map((s) => `state "${t.toestanden[s] ?? s}" as ${s}`),
    `[*] --> ${d.begin}`,
    // A colon starts a label in mermaid, so none may stand in it.
    ...[...pijlen].map(([van, labels]) => `${van}: ${labels.join(' / ').replaceAll(':', ' -')}`),
    ...Object.entries(d.toestanden).flatMap(([s, x]) => (x.eind ? [`${s} --> [*]`] : [])),
  ];
  return `\`\`\`mermaid\nstateDiagram-v2\n${regels.map((r) => `  ${r}`).join('\n')}\n\`\`\``;
}

const termijnRijen = (d: Definitie, t: Teksten): string[][] =>
  d.termijnen.map((x) => [
    `${t.termijnen[x.naam] ?? x.naam} (\`${x.naam}\`)`,
    x.soort,
    `${x.type ?? 'uiterlijk'}: ${duurTekst(x)}`,
    ankerTekst(x),
    verloopTekst(x, t),
    grondslagInWoorden(x.grondslag),
  ]);

function duurTekst(x: Termijn): string {
  const duur = x.voor ? `${inWoorden(x.voor)} ervoor` : x.duur ? inWoorden(x.duur) : 'de dag zelf';
  return x.herhaal ? `${duur}, daarna elke ${inWoorden(x.herhaal)}` : duur;
}

const inWoorden = (d: Duur | Instelling): string =>
  'instelling' in d ? `${duurInWoorden(d.standaard)} (instelling \`${d.instelling}\`)` : duurInWoorden(d);

const inCode = (namen: string | string[]): string =>
  [namen]
    .flat()
    .map((n) => `\`${n}\``)
    .join(', ');

function ankerTekst({ vanaf: v }: Termijn): string {
  if ('toestand' in v) return `toestand ${inCode(v.toestand)}`;
  if ('actie' in v) return `${v.veld ? `\`${v.veld}\` van ` : ''}actie ${inCode(v.actie)}`;
  if ('termijn' in v) return `afloop van termijn ${inCode(v.termijn)}`;
  if ('elkJaar' in v) return `elk jaar op ${v.elkJaar} (maand-dag)${v.na ? `, na \`${v.na}\`` : ''}`;
  return `datum ${inCode(v.datumveld)}`;
}

function verloopTekst(x: Termijn, t: Teksten): string {
  const wat = [x.bijVerloop ?? []]
    .flat()
    .map((v) =>
      [
        v.naar ? `naar ${t.toestanden[v.naar] ?? v.naar}` : '',
        v.stelVoor ? `stelt voor: ${t.acties[v.stelVoor]?.titel ?? v.stelVoor}` : '',
        v.markeer
          ? `markeert: ${v.markeer === 'teLaat' ? 'te laat' : (t.vlaggen[v.markeer] ?? v.markeer)}`
          : '',
        ...(v.dan ?? []).map((e) => `${e.soort} \`${'naam' in e ? e.naam : doelVan(e)}\``),
      ]
        .filter(Boolean)
        .join('; '),
    );
  return wat.join(' / ');
}

const actieRijen = (d: Definitie, t: Teksten): string[][] =>
  Object.entries(d.acties).map(([naam, a]) => [
    `${t.acties[naam]?.titel ?? naam} (\`${naam}\`)`,
    `${a.door.join(', ')}${a.kenmerk ? ` met ${a.kenmerk}` : ''}${a.namens ? `, namens ${a.namens}` : ''}`,
    Object.entries(d.toestanden)
      .flatMap(([s, x]) => (x.bij?.[naam] ? [t.toestanden[s] ?? s] : []))
      .join(', '),
    (d.eisen?.[naam] ?? []).map((e) => `\`${e.naam}\``).join(', '),
  ]);

function eisRijen(d: Definitie): string[][] {
  const alle = [...(d.startEisen ?? []), ...Object.values(d.eisen ?? {}).flatMap((x) => x ?? [])];
  return alle
    .filter((e, i) => alle.findIndex((x) => x.naam === e.naam) === i)
    .map((e) => [`\`${e.naam}\``, e.grondslag.soort, grondslagInWoorden(e.grondslag)]);
}

const rij = (cellen: string[]): string => `| ${cellen.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
/** A heading with a table below it; nothing when there are no rows. */
export const tabel = (kop: string, kolommen: string[], rijen: string[][]): string =>
  rijen.length === 0
    ? ''
    : [`## ${kop}`, '', rij(kolommen), rij(kolommen.map(() => '---')), ...rijen.map(rij)].join('\n');

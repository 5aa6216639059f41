import { SCHOOLJAAR } from './cijfers.js';
import type { Uitkomst } from './spel.js';

/** How many of what is not right are named. */
const TEN_HOOGSTE = 10;

/** Whether nothing was lost and nothing refused. */
export const isGoed = (u: Uitkomst): boolean =>
  u.geweigerd.length === 0 && u.bevindingen.every((b) => b.n > 0 && b.fout.length === 0);

const s = (n: number): string => `${n.toFixed(1).replace('.', ',')} s`;
const getal = (n: number): string => n.toLocaleString('nl-NL');

/** The report of a simulated year in Dutch, as lines of Markdown. It counts; it names nobody. */
export function verslagRegels(u: Uitkomst): string[] {
  const { plan, seconden } = u;
  const voorvallen = plan.zaken.reduce((n, z) => n + z.voorvallen.length, 0);
  return [
    `# Schooljaar ${SCHOOLJAAR} van Hengelo en Borne, gespeeld`,
    '',
    `Deel ${String(plan.deel).replace('.', ',')}, zaad ${plan.zaad}: ${getal(plan.zaken.length)} jongeren, ${getal(voorvallen)} voorvallen, ${u.dagen} werkdagen.`,
    '',
    '| Proces | geopend | afgerond | open |',
    '| --- | --- | --- | --- |',
    ...u.perType.map((p) => `| ${p.procestype} | ${p.geopend} | ${p.afgerond} | ${p.open} |`),
    `| samen | ${som(u, 'geopend')} | ${som(u, 'afgerond')} | ${som(u, 'open')} |`,
    '',
    '| Wat | aantal |',
    '| --- | --- |',
    `| handelingen van mensen | ${getal(u.handelingen)} |`,
    ...u.teDoen.map((t) => `| te doen: ${t.soort} | ${getal(t.aantal)} |`),
    ...u.post.map((x) => `| ${x.wat} | ${getal(x.aantal)} |`),
    `| termijnen verstreken | ${getal(u.verstreken)} |`,
    `| onverwacht geweigerd | ${u.geweigerd.length} |`,
    `| niet meer aan de orde | ${u.nietAanDeOrde} |`,
    `| herhaald na een onduidelijk antwoord | ${u.herhaald} |`,
    '',
    '| Niets verloren | vergeleken | fout |',
    '| --- | --- | --- |',
    ...u.bevindingen.map((b) => `| ${b.wat} | ${getal(b.n)} | ${b.fout.length} |`),
    ...u.bevindingen.flatMap((b) => noem(b.wat, b.fout)),
    ...noem('onverwacht geweigerd', u.geweigerd),
    '',
    `Duur ${s(seconden.totaal)}: klok ${s(seconden.klok)} (${s(seconden.klok / u.dagen)} per dag), post ${s(seconden.post)}, handelen ${s(seconden.handelen)}, ` +
      `controleren ${s(seconden.controle)}; ${getal(Math.round((60 * u.handelingen) / seconden.totaal))} handelingen per minuut.`,
  ];
}

const som = (u: Uitkomst, veld: 'geopend' | 'afgerond' | 'open'): number =>
  u.perType.reduce((n, p) => n + p[veld], 0);

function noem(wat: string, fout: readonly string[]): string[] {
  if (fout.length === 0) return [];
  const meer = fout.length > TEN_HOOGSTE ? [`- en nog ${fout.length - TEN_HOOGSTE}`] : [];
  return ['', `Niet goed, ${wat}:`, ...fout.slice(0, TEN_HOOGSTE).map((f) => `- ${f}`), ...meer];
}

import { parseArgs } from 'node:util';
import { ROLLEN, type Claims } from '../../apps/aanmelden/token.js';
import { demoGebruikers, type DemoGebruiker } from './demo-gebruikers.js';

export const GEBRUIK = `Gebruik: npm run --silent token -- --rol <rol> [--gemeente 0164]... [--kenmerk boa]... [--school 99AA] [--sub <uuid>] [--geldig 1h]
  rollen: ${ROLLEN.join(', ')}`;

/** What is asked for, or everything that is wrong with it. */
export type TokenVraag =
  { readonly claims: Claims; readonly geldigSeconden: number } | { readonly fouten: readonly string[] };

const opties = {
  rol: { type: 'string' },
  gemeente: { type: 'string', multiple: true },
  kenmerk: { type: 'string', multiple: true },
  school: { type: 'string' },
  sub: { type: 'string' },
  geldig: { type: 'string' },
} as const;

const SECONDEN = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const LANGST_SECONDEN = 30 * SECONDEN.d;

/** A duration such as '30m', '1h' or '2d' in seconds; undefined when it is malformed or longer than thirty days. */
export function leesDuur(tekst: string): number | undefined {
  const [, aantal, eenheid] = /^([1-9]\d{0,5})([smhd])$/.exec(tekst) ?? [];
  if (aantal === undefined || eenheid === undefined) return undefined;
  const seconden = Number(aantal) * SECONDEN[eenheid as keyof typeof SECONDEN];
  return seconden <= LANGST_SECONDEN ? seconden : undefined;
}

type Waarden = {
  rol?: string;
  gemeente: string[];
  kenmerk: string[];
  school?: string;
  sub?: string;
  geldig: string;
};

function leesArgumenten(args: readonly string[]): { waarden: Waarden; fouten: string[] } {
  const { tokens } = parseArgs({ args: [...args], options: opties, strict: false, tokens: true });
  const fouten: string[] = [];
  const waarden: Waarden = { gemeente: [], kenmerk: [], geldig: '1h' };
  for (const token of tokens) {
    if (token.kind === 'positional') fouten.push(`'${token.value}' hoort bij geen optie`);
    if (token.kind !== 'option') continue;
    const naam = token.name;
    if (!Object.hasOwn(opties, naam)) fouten.push(`${token.rawName} is geen optie`);
    else if (token.value === undefined || token.value.startsWith('--'))
      fouten.push(`${token.rawName} heeft een waarde nodig`);
    else if (naam === 'gemeente' || naam === 'kenmerk') waarden[naam].push(token.value);
    else waarden[naam as 'rol' | 'school' | 'sub' | 'geldig'] = token.value;
  }
  return { waarden, fouten };
}

function vormFouten(w: Waarden): string[] {
  const fouten: string[] = [];
  for (const g of w.gemeente)
    if (!/^\d{4}$/.test(g))
      fouten.push(`--gemeente ${g} is geen gemeentecode van vier cijfers, bijvoorbeeld 0164`);
  for (const k of w.kenmerk)
    if (k !== 'boa') fouten.push(`--kenmerk ${k} bestaat niet; het enige kenmerk is boa`);
  if (w.school !== undefined && !/^\d{2}[A-Z]{2}$/.test(w.school))
    fouten.push(`--school ${w.school} is geen BRIN, bijvoorbeeld 99AA`);
  if (w.school !== undefined && w.rol !== 'school') fouten.push('--school hoort alleen bij --rol school');
  if (w.sub !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(w.sub))
    fouten.push(`--sub ${w.sub} is geen uuid`);
  return fouten;
}

/** The demonstration user that fits best, with as few `kenmerken` as possible that were not asked for. */
function passendeGebruiker(w: Waarden): DemoGebruiker | undefined {
  if (w.sub !== undefined) return demoGebruikers.find((d) => d.sub === w.sub && d.rol === w.rol);
  const [gemeente] = w.gemeente;
  return demoGebruikers
    .filter((d) => d.rol === w.rol && (w.school === undefined || d.school === w.school))
    .filter((d) => w.kenmerk.every((k) => d.kenmerken.includes(k)))
    .filter((d) => gemeente === undefined || d.gemeenten.includes(gemeente))
    .sort((a, b) => a.kenmerken.length - b.kenmerken.length)[0];
}

/** Reads the arguments of `npm run token`: the claims, or all errors at once. What is not named comes from the fitting demonstration user. */
export function leesTokenVraag(args: readonly string[]): TokenVraag {
  const { waarden, fouten } = leesArgumenten(args);
  const rol = ROLLEN.find((r) => r === waarden.rol);
  if (waarden.rol === undefined) fouten.push('--rol ontbreekt');
  else if (rol === undefined) fouten.push(`--rol ${waarden.rol} bestaat niet; kies uit ${ROLLEN.join(', ')}`);
  fouten.push(...vormFouten(waarden));
  const geldigSeconden = leesDuur(waarden.geldig);
  if (geldigSeconden === undefined)
    fouten.push(
      `--geldig ${waarden.geldig} klopt niet; schrijf bijvoorbeeld 30m, 1h of 2d (ten hoogste 30d)`,
    );
  if (rol === undefined || geldigSeconden === undefined || fouten.length > 0) return { fouten };

  const gebruiker = passendeGebruiker(waarden);
  const sub = waarden.sub ?? gebruiker?.sub;
  const gemeenten = waarden.gemeente.length > 0 ? waarden.gemeente : (gebruiker?.gemeenten ?? []);
  const school = waarden.school ?? gebruiker?.school;
  if (sub === undefined)
    return { fouten: ['hier past geen demonstratiegebruiker bij; noem zelf iemand met --sub <uuid>'] };
  if (gemeenten.length === 0) fouten.push('--gemeente ontbreekt');
  if (rol === 'school' && school === undefined) fouten.push('--school ontbreekt');
  if (fouten.length > 0) return { fouten };
  const claims = { sub, rollen: [rol], gemeenten, kenmerken: waarden.kenmerk };
  return { claims: rol === 'school' ? { ...claims, school } : claims, geldigSeconden };
}

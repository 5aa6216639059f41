import { demoGebruikers } from '../../infra/local/demo-gebruikers.js';
import { tel } from './banen.js';
import { SCHOOLJAAR, verwacht } from './cijfers.js';
import type { Grootboek } from './grootboek.js';
import type { Mensen } from './mensen.js';
import type { Plan } from './plan.js';
import type { ProcesRij, Regel, Toestand } from './toestand.js';

/* Nothing lost: what the observer wrote down against what the installation knows. */

/** Of one check how many were compared, and what was not right. */
export interface Bevinding {
  wat: string;
  n: number;
  fout: string[];
}

/** Every accepted act stands exactly once in its timeline, and nobody did there what was not asked. */
export function handelingen(grootboek: Grootboek, regels: readonly Regel[]): Bevinding {
  const mensen = new Set(demoGebruikers.map((d) => d.sub));
  const geteld = new Map<string, number>();
  for (const r of regels)
    if (mensen.has(r.wie) && r.rol !== 'systeem' && (r.soort === 'actie' || r.soort === 'kern'))
      tel(geteld, `${r.proces_id} ${r.revisie} ${r.naam}`);
  const fout: string[] = [];
  const posten = grootboek.aanvaard('doe');
  for (const p of posten) {
    const naam = `${p.proces} ${p.revisie} ${p.naam.split('.')[1]}`;
    const keer = geteld.get(naam) ?? 0;
    if (keer !== 1) fout.push(`${p.naam} staat ${keer} keer in de tijdlijn`);
    geteld.delete(naam);
  }
  for (const naam of geteld.keys()) fout.push(`in de tijdlijn, niet in het grootboek: ${naam}`);
  return { wat: 'handelingen, elk een keer in de tijdlijn', n: posten.length, fout };
}

/** Every report is known once and has a process, every opening a row, every contact moment is kept. */
export async function ontvangen(grootboek: Grootboek, t: Toestand, rijen: ProcesRij[]): Promise<Bevinding> {
  const meldingen = await t.meldingen();
  const [contacten] = await t.contactmomenten();
  const ids = new Set(rijen.map((r) => r.id));
  const openingen = grootboek.aanvaard('open');
  const fout = [
    ...meldingen.filter((m) => m.proces_id === null).map((m) => `melding ${m.meldingnummer} zonder proces`),
    ...meldingen
      .filter((m) => m.proces_id !== null && !ids.has(m.proces_id))
      .map((m) => `melding ${m.meldingnummer} hoort bij een onbekend proces`),
    ...openingen.filter((p) => !ids.has(p.proces!)).map((p) => `${p.naam} is geopend en heeft geen rij`),
  ];
  const gelijk = (wat: string, geboekt: number, bewaard: number): void => {
    if (geboekt !== bewaard) fout.push(`${geboekt} ${wat} aanvaard, ${bewaard} bewaard`);
  };
  gelijk('meldingen', grootboek.aanvaard('melding').length, meldingen.length);
  gelijk('contactmomenten', grootboek.aanvaard('contact').length, contacten!.aantal);
  const n = meldingen.length + openingen.length + contacten!.aantal;
  return { wat: 'meldingen, openingen en contactmomenten, elk een keer bewaard', n, fout };
}

/** What the annual figures say, against what the plan played. */
export async function jaarcijfers(mensen: Mensen, plan: Plan): Promise<Bevinding> {
  const fout: string[] = [];
  let n = 0;
  for (const [gemeente, telling] of Object.entries(plan.telling)) {
    const j = await mensen.boa(gemeente).lees<Cijfers>(`/jaarcijfers/${SCHOOLJAAR}?gemeente=${gemeente}`);
    if (!j.klopt) fout.push(`${gemeente}: een controle van de jaarcijfers klopt niet`);
    const rijen = new Map<string, Cijfers['tabellen'][number]['rijen'][number]>(
      j.tabellen.flatMap((t) => t.rijen.map((r) => [`${t.tabel}.${r.cijfer}`, r])),
    );
    for (const [naam, moet] of Object.entries(verwacht(telling))) {
      const rij = rijen.get(naam);
      const is = moet.includes('over') ? `${rij?.aantal} over ${rij?.jongeren} jongeren` : `${rij?.aantal}`;
      if (is !== moet) fout.push(`${gemeente} ${naam}: ${is}, gespeeld is ${moet}`);
      n += 1;
    }
  }
  return { wat: 'jaarcijfers, gelijk aan wat is gespeeld', n, fout };
}

interface Cijfers {
  klopt: boolean;
  tabellen: { tabel: string; rijen: { cijfer: string; aantal: number | null; jongeren: number | null }[] }[];
}

import { isBuitenTeam, termijnDef } from '#process';
import type { GrenzenMetKalender, VastRij } from '#read-model';
import type { Beller } from '../auth/beller.js';
import { zietAfgeschermd } from '../auth/rechten.js';
import { actieVan, definitieVan, kernActiesVoor, titelVanActie } from '../processen/catalogus.js';
import { aanZet, redenVan, verstreken, type Zicht } from './reden.js';
import { partijNamen, soortTeksten } from './soorten.js';

/** A stuck process as this caller sees it: what, since when, why, who can act and what can be done. */
export function toonVast(r: VastRij, g: GrenzenMetKalender, beller: Beller): Record<string, unknown> {
  const { d, teksten } = definitieVan(r);
  const zicht: Zicht = {
    d,
    teksten,
    vandaag: g.vandaag,
    kalender: g.kalender,
    alles: zietAfgeschermd(beller),
  };
  const { titel, oorzaak, hulp } = soortTeksten[r.soort];
  const partij = aanZet(r, zicht);
  const vanHem = partij === 'leerplichtambtenaar' || partij === 'doorstroomcoach' || isBuitenTeam(partij);
  return {
    soort: r.soort,
    titel,
    oorzaak,
    sinds: r.sinds,
    moment: r.moment,
    reden: redenVan(r, zicht),
    proces: {
      id: r.id,
      procestype: r.procestype,
      titel: teksten.titel,
      gemeente: r.gemeente_code,
      toestand: r.toestand,
      toestandTitel: teksten.toestanden[r.toestand] ?? r.toestand,
      behandelaar: r.behandelaar,
    },
    // Whoever outside must move: the handler is the one who can ask.
    wie: { partij, naam: partijNamen[partij], id: vanHem ? r.behandelaar : null },
    kan: watKan(r, zicht, beller),
    hulp,
  };
}

/** The acts that help and that this caller may do: of a passed term first those that fulfil it. */
function watKan(r: VastRij, zicht: Zicht, beller: Beller): { actie: string; titel: string }[] {
  const kern = kernActiesVoor(beller.rollen, { afgerond: r.afgerond, storing: r.storing });
  const vanKern = soortTeksten[r.soort].kan
    .filter((actie) => r.soort !== 'termijn' || laatToe(r, zicht, beller, actie))
    .flatMap((actie) => kern.find((k) => k.actie === actie) ?? []);
  return [...(r.soort === 'termijn' ? vervullend(r, zicht, beller) : []), ...vanKern];
}

function vervullend(r: VastRij, { d, alles }: Zicht, beller: Beller): { actie: string; titel: string }[] {
  const [l] = verstreken(r, { d, alles });
  const tot = l ? [termijnDef(d, l.naam).tot?.actie ?? []].flat() : [];
  const weg = alles ? [] : (d.wpgNamen ?? []);
  return tot
    .filter((a) => a in (d.toestanden[r.toestand]?.bij ?? {}) && !weg.includes(a))
    .filter((a) => actieVan(d, a)?.door.some((rol) => beller.rollen.includes(rol)))
    .map((actie) => ({ actie, titel: titelVanActie(r, actie) }));
}

/** LOCAL yes, CHAIN by a teamleider, LAW only where an article says so: what the kernel would refuse is not offered. */
function laatToe(r: VastRij, { d, alles }: Zicht, beller: Beller, actie: string): boolean {
  const [l] = verstreken(r, { d, alles });
  if (actie === 'toewijzen') return true;
  if (!l) return false;
  const t = termijnDef(d, l.naam);
  if (t.soort === 'LAW') return (actie === 'opschorten' ? t.opschortbaar : t.verlengbaar) !== undefined;
  return t.soort === 'LOCAL' || beller.rollen.includes('teamleider');
}

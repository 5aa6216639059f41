import type { Datum } from '#kalender';
import { catalogusVan, type InstellingDef, type InstellingVorm } from '#process';
import { metStand, type InstellingRij } from '#read-model';
import { processen } from '#workflows';

/** Every setting of this installation, by name. */
export const catalogus: ReadonlyMap<string, InstellingDef> = catalogusVan(Object.values(processen));

/** A setting as the API shows it, out of its lines of the journal: what counts today, and what is planned. */
export function toonInstelling(
  def: InstellingDef,
  rijen: readonly InstellingRij[],
  vandaag: Datum,
): Record<string, unknown> {
  const stand = metStand(rijen, vandaag);
  const nu = stand.find((r) => r.stand === 'geldt');
  const waarde = nu?.waarde ?? def.standaard;
  return {
    naam: def.naam,
    titel: def.titel,
    soort: 'LOCAL',
    bron: def.bron,
    onzeker: def.onzeker,
    vorm: def.vorm,
    eenheid: eenheidVan(def.vorm, waarde),
    waarde,
    standaard: def.standaard,
    isStandaard: (nu?.waarde ?? null) === null,
    geldigVanaf: nu?.geldig_vanaf ?? null,
    geldigTot: nu?.geldig_tot ?? null,
    versie: nu?.versie ?? null,
    gepland: stand.filter((r) => r.stand === 'gepland').map(toonRegel),
    naarProces: def.naarProces,
    gebruiktDoor: def.gebruiktDoor.map(({ procestype, termijn }) => {
      const { teksten } = processen[procestype]!;
      return {
        procestype,
        titel: teksten.titel,
        termijn: termijn ?? null,
        termijnTitel: termijn === undefined ? null : (teksten.termijnen[termijn] ?? termijn),
      };
    }),
  };
}

/** A line of the journal. */
export const toonRegel = (r: ReturnType<typeof metStand>[number]): Record<string, unknown> => ({
  versie: r.versie,
  waarde: r.waarde,
  geldigVanaf: r.geldig_vanaf,
  geldigTot: r.geldig_tot,
  stand: r.stand,
  door: r.door,
  vastgelegdOp: r.vastgelegd_op,
});

function eenheidVan(vorm: InstellingVorm, waarde: unknown): string | null {
  if (vorm.soort === 'getal') return vorm.eenheid;
  return vorm.soort === 'duur' ? Object.keys(waarde as object)[0]! : null;
}

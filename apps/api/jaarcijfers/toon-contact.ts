import { leesVerslag, type Contactmoment, type ContactmomentRij } from '#read-model';
import type { Sleutels } from '../bedrijf/sleutels.js';
import { naarCursor } from '../http/velden.js';

type Toon = (c: Contactmoment, verslag: string | null) => Record<string, unknown>;

/**
 * One page of contact moments with what was said in them. Outside a transaction, because a key may ask for a connection of its own.
 * @param rijen one more than `aantal` when there is a next page.
 */
export async function toonBlad(
  rijen: readonly ContactmomentRij[],
  aantal: number,
  sleutels: Sleutels,
  toon: Toon,
): Promise<Record<string, unknown>> {
  const blad = rijen.slice(0, aantal);
  const laatste = rijen.length > aantal ? blad.at(-1) : undefined;
  return {
    contactmomenten: await Promise.all(blad.map(async (c) => toon(c, await verslagVan(c, sleutels)))),
    volgende: laatste ? naarCursor({ op: laatste.op, id: laatste.id }) : null,
  };
}

/** Null too when its key was destroyed. */
async function verslagVan(c: ContactmomentRij, sleutels: Sleutels): Promise<string | null> {
  if (c.verslag === null) return null;
  const eigen = await sleutels.van(c.id);
  return eigen ? leesVerslag(c, eigen) : null;
}

const kern: Toon = (c, verslag) => ({
  soort: c.soort,
  op: c.op,
  deelnemers: c.deelnemers,
  verslag,
  door: c.door,
  vastgelegdOp: c.vastgelegd_op,
});

export const toonVanJongere: Toon = (c, verslag) => ({
  id: c.id,
  gemeente: c.gemeente_code,
  jongereId: c.jongere_id,
  ...kern(c, verslag),
});

export const toonVanSchool: Toon = (c, verslag) => ({
  id: c.id,
  gemeente: c.gemeente_code,
  brin: c.brin,
  groep: c.groep,
  ...kern(c, verslag),
});

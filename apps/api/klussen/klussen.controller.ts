import { Controller, Get, Param, Query } from '@nestjs/common';
import { HERSTEL, HERSTEL_TERUG, z } from '#process';
import {
  leesKlus,
  leesKlussen,
  leesRegels,
  telRegels,
  zichtbareIds,
  type InGemeente,
  type Klus,
  type KlusRegel,
} from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie, zichtVan } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { idPad, naarCursor, uitCursor } from '../http/velden.js';
import { limietVan } from '../processen/lijst-vraag.js';

const limiet = z
  .string()
  .regex(/^([1-9]\d?|100)$/)
  .optional();
const regelsVraag = z.strictObject({
  staat: z.enum(['wacht', 'gedaan', 'overgeslagen', 'mislukt']).optional(),
  cursor: z.string().max(100).optional(),
  limiet,
});
const plek = z.strictObject({ nr: z.int().positive() });

/** How far work on many rows is, and what came of each row. */
@Controller('klussen')
export class KlussenController {
  constructor(private readonly databank: Databank) {}

  @Get()
  @Operatie('klussen.lezen')
  async lijst(
    @Aangemeld() beller: Beller,
    @Query(new Leest(z.strictObject({ limiet }))) v: { limiet?: string },
  ): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => {
      const klussen = await leesKlussen(em, limietVan(v.limiet));
      return { klussen: await Promise.all(klussen.map((k) => toon(em, k))) };
    });
  }

  @Get(':id')
  @Operatie('klussen.lezen')
  async een(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
  ): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => {
      const klus = await leesKlus(em, id);
      if (!klus) throw nietGevonden();
      return toon(em, klus);
    });
  }

  @Get(':id/regels')
  @Operatie('klussen.lezen')
  async regels(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
    @Query(new Leest(regelsVraag)) v: z.output<typeof regelsVraag>,
  ): Promise<Record<string, unknown>> {
    const aantal = limietVan(v.limiet);
    const na = v.cursor === undefined ? undefined : uitCursor(plek, v.cursor).nr;
    return this.databank.als(beller, async (em) => {
      const klus = await leesKlus(em, id);
      if (!klus) throw nietGevonden();
      const regels = await leesRegels(em, klus, { staat: v.staat, na }, aantal + 1);
      const blad = regels.slice(0, aantal);
      const noem = await noemer(em, klus, blad, beller);
      return {
        regels: blad.map(noem),
        volgende: regels.length > aantal ? naarCursor({ nr: blad.at(-1)!.nr }) : null,
      };
    });
  }
}

/**
 * How a row is shown. Of work that mends processes it says which one, to whoever may see that process; of a shielded one only its state.
 */
async function noemer(
  em: InGemeente,
  klus: Klus,
  regels: readonly KlusRegel[],
  beller: Beller,
): Promise<(r: KlusRegel) => Record<string, unknown>> {
  const gewoon = ({ nr, staat, uitkomst }: KlusRegel): Record<string, unknown> => ({ nr, staat, uitkomst });
  if (![HERSTEL, HERSTEL_TERUG].includes(klus.soort)) return gewoon;
  const procesVan = (r: KlusRegel): string => String(r.invoer['id']);
  const gezien = await zichtbareIds(em, regels.map(procesVan), zichtVan(beller));
  return (r) =>
    gezien.has(procesVan(r))
      ? { ...gewoon(r), procesId: procesVan(r) }
      : { nr: r.nr, staat: r.staat, uitkomst: null, afgeschermd: true };
}

async function toon(em: InGemeente, k: Klus): Promise<Record<string, unknown>> {
  const regels = await telRegels(em, k);
  return {
    id: k.id,
    gemeente: k.gemeente_code,
    soort: k.soort,
    gegevens: k.gegevens,
    door: k.door,
    aangemaaktOp: k.aangemaakt_op,
    klaarOp: k.klaar_op,
    stand: k.klaar_op ? 'klaar' : k.gestart ? 'loopt' : 'wacht',
    totaal: k.totaal,
    regels,
  };
}

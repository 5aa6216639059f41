import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from '#process';
import { leesTeDoen, vinkAf, type TeDoenGelezen } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie, zonderTeDoenVoor } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { gemeenteCode, naarCursor, uitCursor, waarOfNiet } from '../http/velden.js';
import { limietVan, vervangtVoor, waarnemingVan } from '../processen/lijst-vraag.js';
import { kernTaken, procestype, titelVanHerinnering, titelVanOvergeslagen } from '../processen/catalogus.js';

const vraag = z.strictObject({
  gemeente: gemeenteCode.optional(),
  procesId: z.uuid().optional(),
  open: waarOfNiet.optional(),
  vervanging: waarOfNiet.optional(),
  cursor: z.string().max(400).optional(),
  limiet: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .optional(),
});
const effectId = z.string().regex(/^[\w.-]{1,60}$/);
const plek = z.strictObject({ op: z.iso.date(), procesId: z.uuid(), effectId });
const pad = z.strictObject({ procesId: z.uuid(), effectId });

/** What people must do: tasks and reminders of processes, and letters and messages that later work will send by itself. */
@Controller('te-doen')
export class TeDoenController {
  constructor(private readonly databank: Databank) {}

  @Get()
  @Operatie('teDoen.lezen')
  async lijst(
    @Aangemeld() beller: Beller,
    @Query(new Leest(vraag)) v: z.output<typeof vraag>,
  ): Promise<Record<string, unknown>> {
    const limiet = limietVan(v.limiet);
    const na = v.cursor === undefined ? undefined : uitCursor(plek, v.cursor);
    const open = v.open === undefined ? undefined : v.open === 'true';
    const { rijen, waarneming } = await this.databank.als(
      beller,
      async (em) => {
        const waarneming = await waarnemingVan(em, v, beller);
        const filter = { procesId: v.procesId, open, zonder: zonderTeDoenVoor(beller), waarneming };
        return { rijen: await leesTeDoen(em, filter, na, limiet), waarneming };
      },
      v.gemeente,
    );
    const laatste = rijen.length > limiet ? rijen[limiet - 1] : undefined;
    return {
      teDoen: rijen.slice(0, limiet).map((r) => ({ ...toon(r), ...vervangtVoor(waarneming, r.behandelaar) })),
      volgende: laatste
        ? naarCursor({ op: laatste.op, procesId: laatste.proces_id, effectId: laatste.effect_id })
        : null,
    };
  }

  /** Ticks one off. Again gives the same answer: who did it first stays. */
  @Post(':procesId/:effectId/gedaan')
  @HttpCode(200)
  @Operatie('teDoen.afvinken')
  async gedaan(
    @Aangemeld() beller: Beller,
    @Param(new Leest(pad)) p: z.output<typeof pad>,
  ): Promise<Record<string, unknown>> {
    const rij = await this.databank.als(beller, (em) =>
      vinkAf(em, p.procesId, p.effectId, beller.sub, zonderTeDoenVoor(beller)),
    );
    if (!rij) throw nietGevonden();
    return toon(rij);
  }
}

function toon(r: TeDoenGelezen): Record<string, unknown> {
  const teksten = procestype(r.procestype)?.teksten;
  const termijn = teksten?.termijnen[r.naam] ?? r.naam;
  const taak = kernTaken[r.naam] ?? teksten?.taken[r.naam];
  const titel =
    r.soort === 'herinner'
      ? titelVanHerinnering(String(r.wat['herinnering']), termijn)
      : 'overgeslagen' in r.wat
        ? titelVanOvergeslagen(taak ?? r.naam)
        : taak;
  return {
    procesId: r.proces_id,
    effectId: r.effect_id,
    gemeente: r.gemeente_code,
    procestype: r.procestype,
    jongereId: r.jongere_id,
    behandelaar: r.behandelaar,
    soort: r.soort,
    naam: r.naam,
    titel: titel ?? r.naam,
    voor: r.voor,
    op: r.op,
    ...r.wat,
    gedaanOp: r.gedaan_op,
    gedaanDoor: r.gedaan_door,
  };
}

import { Body, Controller, Delete, Get, Headers, Param, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from '#process';
import {
  leesAanstellingen,
  leesAfwezigheid,
  leesEenAfwezigheid,
  wisAfwezigheid,
  type AfwezigheidRij,
  type InGemeente,
} from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { idPad, leesSleutel } from '../http/velden.js';
import { eisEigenOfTeamleider, legVast, wijzig } from './afwezigheid.js';
import {
  eenPad,
  nieuweAfwezigheid,
  wijzigAfwezigheid,
  type NieuweAfwezigheid,
  type WijzigAfwezigheid,
} from './vormen.js';

/** Leave, with who stands in: work lists and reminders follow it from its first day to its last. */
@Controller('medewerkers/:id/afwezigheid')
export class AfwezigheidController {
  constructor(private readonly databank: Databank) {}

  @Get()
  @Operatie('afwezigheid.lezen')
  async lijst(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
  ): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => {
      if ((await leesAanstellingen(em, [id])).length === 0) throw nietGevonden();
      return { afwezigheid: (await leesAfwezigheid(em, id)).map(toon) };
    });
  }

  @Post()
  @Operatie('afwezigheid.vastleggen')
  async leg(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
    @Headers('idempotency-key') sleutel: string | undefined,
    @Body(new Leest(nieuweAfwezigheid)) nieuw: NieuweAfwezigheid,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    eisEigenOfTeamleider(beller, id);
    const u = await this.databank.als(beller, (em) => legVast(em, beller, id, leesSleutel(sleutel), nieuw));
    if (u.herhaald) void antwoord.header('Idempotent-Replay', 'true');
    void antwoord.header('Location', `/api/v1/medewerkers/${id}/afwezigheid`);
    return toon(u.afwezigheid);
  }

  @Patch(':afwezigheidId')
  @Operatie('afwezigheid.vastleggen')
  async wijzig(
    @Aangemeld() beller: Beller,
    @Param(new Leest(eenPad)) p: z.output<typeof eenPad>,
    @Body(new Leest(wijzigAfwezigheid)) w: WijzigAfwezigheid,
  ): Promise<Record<string, unknown>> {
    eisEigenOfTeamleider(beller, p.id);
    return this.databank.als(beller, async (em) => toon(await wijzig(em, beller, await een(em, p), w)));
  }

  /** Takes it back, as if it had not been. */
  @Delete(':afwezigheidId')
  @Operatie('afwezigheid.vastleggen')
  async wis(
    @Aangemeld() beller: Beller,
    @Param(new Leest(eenPad)) p: z.output<typeof eenPad>,
  ): Promise<Record<string, unknown>> {
    eisEigenOfTeamleider(beller, p.id);
    return this.databank.als(beller, async (em) => {
      const weg = await een(em, p);
      await wisAfwezigheid(em, weg);
      return toon(weg);
    });
  }
}

async function een(em: InGemeente, p: z.output<typeof eenPad>): Promise<AfwezigheidRij> {
  const rij = await leesEenAfwezigheid(em, p.afwezigheidId);
  if (!rij || rij.medewerker_id !== p.id) throw nietGevonden();
  return rij;
}

const toon = (a: AfwezigheidRij): Record<string, unknown> => ({
  id: a.id,
  gemeente: a.gemeente_code,
  medewerker: a.medewerker_id,
  vervanger: a.vervanger_id,
  van: a.van,
  tot: a.tot,
  door: a.door,
  vastgelegdOp: a.vastgelegd_op,
});

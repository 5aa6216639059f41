import { Body, Controller, Get, Headers, Param, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from '#process';
import { bewaarKalender, leesKalenders, type InGemeente, type KalenderRij } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { etagVan, leesVersie, verouderd } from '../http/versie.js';
import { gemeenteVan } from './gemeente.js';
import { kalenderLichaam, type NieuweKalender } from './kalender-vorm.js';
import { brinPad, gemeenteVraag, type GemeenteVraag } from './vormen.js';

type BrinPad = z.output<typeof brinPad>;

/** The calendar of a school, as the school itself publishes it, in versions. */
@Controller('scholen/:brin/kalender')
export class KalenderController {
  constructor(private readonly databank: Databank) {}

  @Get()
  @Operatie('scholen.lezen')
  async kalender(
    @Aangemeld() beller: Beller,
    @Param(new Leest(brinPad)) { brin }: BrinPad,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    return this.databank.als(beller, (em) => toonKalender(em, gemeente, brin, antwoord));
  }

  @Get('geschiedenis')
  @Operatie('scholen.lezen')
  async geschiedenis(
    @Aangemeld() beller: Beller,
    @Param(new Leest(brinPad)) { brin }: BrinPad,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    const versies = await this.databank.als(beller, (em) => leesKalenders(em, gemeente, brin));
    if (versies.length === 0) throw nietGevonden();
    return { gemeente, brin, geschiedenis: versies.map(toonVersie) };
  }

  @Put()
  @Operatie('instellingen.wijzigen')
  async wijzig(
    @Aangemeld() beller: Beller,
    @Param(new Leest(brinPad)) { brin }: BrinPad,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
    @Headers('if-match') kop: string | undefined,
    @Body(new Leest(kalenderLichaam)) { bekendTot, vakanties }: NieuweKalender,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    return this.databank.als(beller, async (em) => {
      if ((await leesKalenders(em, gemeente, brin)).length === 0) throw nietGevonden();
      const nieuw = { bekend_tot: bekendTot, vakanties, door: beller.sub };
      if (!(await bewaarKalender(em, { gemeente, brin, versie: leesVersie(kop) }, nieuw))) throw verouderd();
      return toonKalender(em, gemeente, brin, antwoord);
    });
  }
}

async function toonKalender(
  em: InGemeente,
  gemeente: string,
  brin: string,
  antwoord: FastifyReply,
): Promise<Record<string, unknown>> {
  const [nu] = await leesKalenders(em, gemeente, brin);
  if (!nu) throw nietGevonden();
  void antwoord.header('ETag', etagVan(nu.versie));
  return { gemeente, brin, ...toonVersie(nu) };
}

const toonVersie = (k: KalenderRij): Record<string, unknown> => ({
  versie: k.versie,
  bekendTot: k.bekend_tot,
  vakanties: k.vakanties,
  door: k.door,
  vastgelegdOp: k.vastgelegd_op,
});

import { Body, Controller, Get, Headers, Param, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from '#process';
import { bewaarGrondslag, leesGemeentenaam, leesGrondslag, type Grondslag } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { etagVan, leesVersie, verouderd } from '../http/versie.js';
import { gemeenteVan } from '../instellingen/gemeente.js';
import { maakBladen } from './blad.js';
import { alsCsv } from './csv.js';
import { leesJaarcijfers, type Jaarcijfers } from './jaarverslag.js';
import { TYPEN, vormVan } from './uitvoer.js';
import {
  cijferVraag,
  grondslagVorm,
  grondslagVraag,
  schooljaarPad,
  type CijferVraag,
  type NieuweGrondslag,
} from './vormen.js';
import { alsXlsx } from './xlsx.js';

type Pad = z.output<typeof schooljaarPad>;

/** The figures of the annual report, of one municipality at a time (settled reading 21). */
@Controller('jaarcijfers/:schooljaar')
export class JaarcijfersController {
  constructor(private readonly databank: Databank) {}

  /** As JSON, or as a file when the caller asks for one by `vorm` or by Accept. */
  @Get()
  @Operatie('jaarcijfers.lezen')
  async cijfers(
    @Aangemeld() beller: Beller,
    @Param(new Leest(schooljaarPad)) { schooljaar }: Pad,
    @Query(new Leest(cijferVraag)) v: CijferVraag,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Jaarcijfers | string | Buffer> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    const vorm = v.vorm ?? vormVan(accept);
    const cijfers = await this.databank.als(
      beller,
      (em) => leesJaarcijfers(em, gemeente, schooljaar),
      gemeente,
    );
    if (vorm === 'json') return cijfers;
    void antwoord
      .header('Content-Type', vorm === 'csv' ? `${TYPEN.csv}; charset=utf-8` : TYPEN.xlsx)
      .header('Content-Disposition', `attachment; filename="jaarcijfers-${gemeente}-${schooljaar}.${vorm}"`);
    return vorm === 'csv' ? alsCsv(maakBladen(cijfers)) : alsXlsx(maakBladen(cijfers));
  }

  /** Version 0 when nobody entered it yet. */
  @Get('grondslag')
  @Operatie('jaarcijfers.lezen')
  async grondslag(
    @Aangemeld() beller: Beller,
    @Param(new Leest(schooljaarPad)) { schooljaar }: Pad,
    @Query(new Leest(grondslagVraag)) v: z.output<typeof grondslagVraag>,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    return this.databank.als(
      beller,
      async (em) => {
        if ((await leesGemeentenaam(em, gemeente)) === undefined) throw nietGevonden();
        return toon(gemeente, schooljaar, await leesGrondslag(em, gemeente, schooljaar), antwoord);
      },
      gemeente,
    );
  }

  /** What was entered before stays, so that a printed percentage can always be told. */
  @Put('grondslag')
  @Operatie('jaarcijfers.grondslag')
  async stelVast(
    @Aangemeld() beller: Beller,
    @Param(new Leest(schooljaarPad)) { schooljaar }: Pad,
    @Headers('if-match') versie: string | undefined,
    @Body(new Leest(grondslagVorm)) nieuw: NieuweGrondslag,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, nieuw.gemeente);
    const gezien = leesVersie(versie);
    return this.databank.als(
      beller,
      async (em) => {
        if ((await leesGemeentenaam(em, gemeente)) === undefined) throw nietGevonden();
        const bewaard = await bewaarGrondslag(em, gemeente, schooljaar, gezien, {
          leerplichtigen: nieuw.leerplichtigen,
          door: beller.sub,
        });
        if (!bewaard) throw verouderd();
        return toon(gemeente, schooljaar, bewaard, antwoord);
      },
      gemeente,
    );
  }
}

function toon(
  gemeente: string,
  schooljaar: string,
  g: Grondslag | undefined,
  antwoord: FastifyReply,
): Record<string, unknown> {
  void antwoord.header('ETag', etagVan(g?.versie ?? 0));
  return {
    gemeente,
    schooljaar,
    leerplichtigen: g?.leerplichtigen ?? null,
    versie: g?.versie ?? 0,
    door: g?.door ?? null,
    vastgelegdOp: g?.vastgelegd_op ?? null,
  };
}

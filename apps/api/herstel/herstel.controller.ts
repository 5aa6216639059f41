import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from '#process';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { idPad, leesSleutel } from '../http/velden.js';
import { gemeenteVan } from '../instellingen/gemeente.js';
import { definitieVan } from '../processen/catalogus.js';
import { Herstel, HOOGSTENS, type Begonnen } from './herstel.js';
import { probeer, type Geval } from './proef.js';
import { herstelVorm, terugVorm, voorbeeldVorm, type HerstelWens, type Wens } from './vormen.js';

/** How many cases a preview names; it counts all of them. */
const OP_HET_BLAD = 50;

/** What a teamleider mends in many cases at once: first a preview, then a piece of work that can be followed, and a reassignment undone. */
@Controller()
export class HerstelController {
  constructor(
    private readonly databank: Databank,
    private readonly herstel: Herstel,
  ) {}

  @Post('herstel/voorbeeld')
  @HttpCode(200)
  @Operatie('herstel.uitvoeren')
  async voorbeeld(
    @Aangemeld() beller: Beller,
    @Body(new Leest(voorbeeldVorm)) wens: Wens,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, wens.filter.gemeente);
    const redenen = new Map<string, number>();
    const zaken: Record<string, unknown>[] = [];
    let kan = 0;
    const { afgeschermd } = await probeer(this.databank, beller, gemeente, wens, (blad) => {
      for (const g of blad) {
        if (g.bezwaar === null) kan += 1;
        else redenen.set(g.bezwaar, (redenen.get(g.bezwaar) ?? 0) + 1);
        if (zaken.length < OP_HET_BLAD) zaken.push(toonGeval(g));
      }
    });
    const kanNiet = [...redenen].map(([reden, aantal]) => ({ reden, aantal }));
    const nee = kanNiet.reduce((som, r) => som + r.aantal, 0);
    return { gemeente, totaal: kan + nee, kan, kanNiet, afgeschermd, hoogstens: HOOGSTENS, zaken };
  }

  @Post('herstel')
  @HttpCode(202)
  @Operatie('herstel.uitvoeren')
  async voerUit(
    @Aangemeld() beller: Beller,
    @Headers('idempotency-key') sleutel: string | undefined,
    @Body(new Leest(herstelVorm)) wens: HerstelWens,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, wens.filter.gemeente);
    return toon(await this.herstel.begin(beller, leesSleutel(sleutel), gemeente, wens), gemeente, antwoord);
  }

  @Post('klussen/:id/terugdraaien')
  @HttpCode(202)
  @Operatie('herstel.uitvoeren')
  async draaiTerug(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
    @Body(new Leest(terugVorm)) { reden }: z.output<typeof terugVorm>,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const { gemeente, ...begonnen } = await this.herstel.draaiTerug(beller, id, reden);
    return toon(begonnen, gemeente, antwoord);
  }
}

function toon(
  { herhaald, ...rest }: Begonnen,
  gemeente: string,
  antwoord: FastifyReply,
): Record<string, unknown> {
  if (herhaald) void antwoord.header('Idempotent-Replay', 'true');
  void antwoord.header('Location', `/api/v1/klussen/${rest.klusId}`);
  return { gemeente, ...rest };
}

function toonGeval({ s, bezwaar }: Geval): Record<string, unknown> {
  const { teksten } = definitieVan(s);
  return {
    id: s.id,
    procestype: s.procestype,
    titel: teksten.titel,
    versie: s.versie,
    jongereId: s.jongereId,
    toestand: s.toestand,
    toestandTitel: teksten.toestanden[s.toestand] ?? s.toestand,
    behandelaar: s.behandelaar,
    kan: bezwaar === null,
    reden: bezwaar,
  };
}

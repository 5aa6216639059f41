import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from '#process';
import { leesLijst, leesProces, TELT_TOT } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie, zichtVan } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { idPad, leesSleutel, naarCursor, uitCursor } from '../http/velden.js';
import { eisRolVoor, Handelen } from './handelen.js';
import { filterVan, limietVan, lijstVraag, plekVorm, vervangtVoor, waarnemingVan } from './lijst-vraag.js';
import { Openen, type Uitkomst } from './openen.js';
import { toonProces, toonRij } from './toon.js';

const openVorm = z.strictObject({
  procestype: z.string().max(60),
  jongereId: z.uuid(),
  gegevens: z.record(z.string().max(60), z.unknown()),
});
const actiePad = z.strictObject({ id: z.uuid(), actie: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/) });

/** Processes: open one, act on it, find it. */
@Controller('processen')
export class ProcessenController {
  constructor(
    private readonly databank: Databank,
    private readonly openen: Openen,
    private readonly handelen: Handelen,
  ) {}

  @Post()
  @Operatie('proces.openen')
  async open(
    @Aangemeld() beller: Beller,
    @Headers('idempotency-key') sleutel: string | undefined,
    @Body(new Leest(openVorm)) verzoek: z.output<typeof openVorm>,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const u = await this.openen.open(beller, leesSleutel(sleutel), verzoek);
    void antwoord.header('Location', `/api/v1/processen/${u.snapshot.id}`);
    return toonUitkomst(u, beller, antwoord);
  }

  @Get()
  @Operatie('proces.lezen')
  async lijst(
    @Aangemeld() beller: Beller,
    @Query(new Leest(lijstVraag)) v: z.output<typeof lijstVraag>,
  ): Promise<Record<string, unknown>> {
    const na = v.cursor === undefined ? undefined : uitCursor(plekVorm, v.cursor);
    const { rijen, aantal, verder, waarneming } = await this.databank.als(
      beller,
      async (em) => {
        const waarneming = await waarnemingVan(em, v, beller);
        const filter = filterVan(waarneming ? { ...v, behandelaar: undefined } : v, beller);
        const lijst = await leesLijst(
          em,
          { ...filter, waarneming },
          zichtVan(beller),
          na,
          limietVan(v.limiet),
        );
        return { ...lijst, waarneming };
      },
      v.gemeente,
    );
    return {
      processen: rijen.map((r) => ({ ...toonRij(r, beller), ...vervangtVoor(waarneming, r.behandelaar) })),
      ...(aantal > TELT_TOT ? { totaalMinstens: TELT_TOT } : { totaal: aantal }),
      volgende: verder ? naarCursor(verder) : null,
    };
  }

  @Get(':id')
  @Operatie('proces.lezen')
  async een(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
  ): Promise<Record<string, unknown>> {
    const s = await this.databank.als(beller, (em) => leesProces(em, id, zichtVan(beller)));
    if (!s) throw nietGevonden();
    return toonProces(s, beller);
  }

  @Post(':id/acties/:actie')
  @HttpCode(200)
  @Operatie('proces.handelen')
  async handel(
    @Aangemeld() beller: Beller,
    @Param(new Leest(actiePad)) { id, actie }: z.output<typeof actiePad>,
    @Headers('idempotency-key') sleutel: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    eisRolVoor(beller, actie);
    const u = await this.handelen.handel(beller, { id, actie, sleutel: leesSleutel(sleutel), body });
    return toonUitkomst(u, beller, antwoord);
  }
}

function toonUitkomst(u: Uitkomst, beller: Beller, antwoord: FastifyReply): Record<string, unknown> {
  if (u.herhaald) void antwoord.header('Idempotent-Replay', 'true');
  return { ...toonProces(u.snapshot, beller), revisieVanActie: u.revisieVanActie };
}

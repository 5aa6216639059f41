import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Hoofdsleutels } from '#codec';
import type { z } from '#process';
import { leesMeldingenLijst, noteerInzage, type Melding } from '#read-model';
import { Aangemeld, VerzoekId, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { HOOFDSLEUTELS } from '../bedrijf/namen.js';
import { Leest } from '../http/leest.js';
import { Probleem } from '../http/probleem.js';
import { leesSleutel, naarCursor, uitCursor } from '../http/velden.js';
import { Klussen } from '../klussen/klussen.js';
import { limietVan } from '../processen/lijst-vraag.js';
import { gemeenteVan, Meldingen, type Gemeld } from './meldingen.js';
import {
  gemeenteVraag,
  importVraag,
  meldingenVraag,
  meldingPad,
  meldingPlek,
  nieuweVorm,
  type NieuweMelding,
} from './vormen.js';

/** Reports of absence from DUO: one at a time or as a file, and what became of them. */
@Controller('verzuimmeldingen')
export class MeldingenController {
  private readonly meldingen: Meldingen;

  constructor(
    private readonly databank: Databank,
    klussen: Klussen,
    @Inject(HOOFDSLEUTELS) hoofdsleutels: Hoofdsleutels,
  ) {
    this.meldingen = new Meldingen(databank, klussen, hoofdsleutels);
  }

  @Post()
  @Operatie('verzuimmelding.vastleggen')
  async meld(
    @Aangemeld() beller: Beller,
    @VerzoekId() verzoek: string,
    @Headers('idempotency-key') sleutel: string | undefined,
    @Body(new Leest(nieuweVorm)) nieuw: NieuweMelding,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeld = await this.meldingen.meld({ beller, verzoek }, leesSleutel(sleutel), nieuw);
    void antwoord.header('Location', `/api/v1/verzuimmeldingen?meldingnummer=${nieuw.meldingnummer}`);
    return toonGemeld(gemeld, antwoord);
  }

  /** A file. With `proef=true` it is only judged: 200 with the report; else it is taken whole (202) or not at all (400). */
  @Post('_import')
  @HttpCode(202)
  @Operatie('verzuimmelding.vastleggen')
  async importeer(
    @Aangemeld() beller: Beller,
    @VerzoekId() verzoek: string,
    @Query(new Leest(importVraag)) v: z.output<typeof importVraag>,
    @Body() bytes: unknown,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    if (!Buffer.isBuffer(bytes))
      throw new Probleem('mediatype-onbekend', 'Stuur het bestand als text/csv, zonder compressie.');
    const gemeente = gemeenteVan(beller, v.gemeente);
    const wie = { beller, verzoek };
    if (v.proef === 'true') {
      void antwoord.status(200);
      return { ...(await this.meldingen.proef(wie, gemeente, bytes)) };
    }
    const { klusId, nieuw, verslag } = await this.meldingen.importeer(wie, gemeente, bytes);
    void antwoord.header('Location', `/api/v1/klussen/${klusId}`);
    if (!nieuw) void antwoord.header('Idempotent-Replay', 'true');
    return { klusId, ...verslag };
  }

  @Post(':meldingnummer/intrekken')
  @HttpCode(200)
  @Operatie('verzuimmelding.vastleggen')
  async trekIn(
    @Aangemeld() beller: Beller,
    @Param(new Leest(meldingPad)) { meldingnummer }: z.output<typeof meldingPad>,
    @Query(new Leest(gemeenteVraag)) { gemeente }: z.output<typeof gemeenteVraag>,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    return toonGemeld(await this.meldingen.trekIn(beller, meldingnummer, gemeente), antwoord);
  }

  @Get()
  @Operatie('verzuimmelding.lezen')
  async lijst(
    @Aangemeld() beller: Beller,
    @VerzoekId() verzoek: string,
    @Query(new Leest(meldingenVraag)) v: z.output<typeof meldingenVraag>,
  ): Promise<Record<string, unknown>> {
    const aantal = limietVan(v.limiet);
    const na = v.cursor === undefined ? undefined : uitCursor(meldingPlek, v.cursor);
    const { meldingnummer, jongereId, procesId } = v;
    const zonderProces = v.zonderProces === undefined ? undefined : v.zonderProces === 'true';
    return this.databank.als(
      beller,
      async (em) => {
        const filter = { meldingnummer, jongereId, procesId, zonderProces };
        const rijen = await leesMeldingenLijst(em, filter, na, aantal + 1);
        const blad = rijen.slice(0, aantal);
        const gezien = blad.map((m) => ({ gemeente_code: m.gemeente_code, id: m.jongere_id }));
        const wat = 'verzuimmelding';
        await noteerInzage(em, gezien, { wie: beller.sub, rol: beller.rollen[0]!, wat, verzoek });
        const laatste = rijen.length > aantal ? blad.at(-1) : undefined;
        return {
          verzuimmeldingen: blad.map((m) => ({ ...toon(m), jongereId: m.jongere_id })),
          volgende: laatste
            ? naarCursor({ op: laatste.vastgelegd_op.toISOString(), meldingnummer: laatste.meldingnummer })
            : null,
        };
      },
      v.gemeente,
    );
  }
}

function toonGemeld(g: Gemeld, antwoord: FastifyReply): Record<string, unknown> {
  if (g.herhaald) void antwoord.header('Idempotent-Replay', 'true');
  return { ...toon(g.melding), klusId: g.klusId, redenen: g.uitkomst?.['redenen'] ?? [] };
}

const toon = (m: Melding): Record<string, unknown> => ({
  gemeente: m.gemeente_code,
  meldingnummer: m.meldingnummer,
  soort: m.soort,
  ontvangenOp: m.ontvangen_op,
  verzuimVanaf: m.verzuim_vanaf,
  verzuimTot: m.verzuim_tot,
  zestienUurOp: m.zestien_uur_op,
  uren: m.uren,
  aantalTeLaat: m.aantal_te_laat,
  brin: m.brin,
  spreekuur: m.spreekuur,
  vastgelegdOp: m.vastgelegd_op,
  procesId: m.proces_id,
  status: m.status,
  reden: m.reden,
});

import { Controller, Get, Param } from '@nestjs/common';
import { preview, type InhoudKlasse, type z } from '#process';
import { leesInhoud, leesProces, leesTijdlijn, noteerInzage } from '#read-model';
import { Aangemeld, VerzoekId, type Beller } from '../auth/beller.js';
import { magInhoudLezen, Operatie, zichtVan, zietAfgeschermd } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Sleutels } from '../bedrijf/sleutels.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { idPad } from '../http/velden.js';
import { zonderWpg } from './afgeschermd.js';
import { definitieVan } from './catalogus.js';
import { toonGebeurtenis, toonVooruitblik } from './tijdlijn.js';

const KLASSEN: InhoudKlasse[] = ['gewoon', 'medisch', 'wpg'];

/** What happened in a process, and what will happen if nobody acts. */
@Controller('processen/:id')
export class TijdlijnController {
  constructor(
    private readonly databank: Databank,
    private readonly sleutels: Sleutels,
  ) {}

  @Get('gebeurtenissen')
  @Operatie('tijdlijn.lezen')
  async gebeurtenissen(
    @Aangemeld() beller: Beller,
    @VerzoekId() verzoek: string,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
  ): Promise<Record<string, unknown>> {
    const sleutels = await this.sleutels.van(id);
    return this.databank.als(beller, async (em) => {
      const s = await leesProces(em, id, zichtVan(beller));
      if (!s || !sleutels) throw nietGevonden();
      const rijen = await leesTijdlijn(em, s.gemeente, id);
      const klassen = KLASSEN.filter((klasse) => magInhoudLezen(beller, klasse));
      const teksten = await leesInhoud(em, sleutels, s.gemeente, klassen);
      await noteerInzage(em, [{ gemeente_code: s.gemeente, id: s.jongereId }], {
        wie: beller.sub,
        rol: beller.rollen[0]!,
        wat: 'tijdlijn',
        verzoek,
      });
      return { gebeurtenissen: rijen.map((r) => toonGebeurtenis(s, r, teksten, beller)) };
    });
  }

  @Get('vooruitblik')
  @Operatie('tijdlijn.lezen')
  async vooruitblik(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
  ): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => {
      const s = await leesProces(em, id, zichtVan(beller));
      if (!s) throw nietGevonden();
      const { d } = definitieVan(s);
      const gezien = zietAfgeschermd(beller) ? s : zonderWpg(d, s);
      const dagen = preview(d, gezien, em.vandaag).map((dag) => toonVooruitblik(s, dag));
      return { vandaag: em.vandaag, dagen };
    });
  }
}

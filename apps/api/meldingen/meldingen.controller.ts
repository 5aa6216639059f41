import { Body, Controller, Get, Put } from '@nestjs/common';
import type { z } from '#process';
import { bewaarMeldvorm, leesMailadres, leesMeldvorm, type InGemeente } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { meldingenLichaam } from './vormen.js';

/** How somebody wants to hear of his reminders. */
@Controller('mij/meldingen')
export class MeldingenController {
  constructor(private readonly databank: Databank) {}

  @Get()
  @Operatie('meldingen.eigen')
  async lees(@Aangemeld() beller: Beller): Promise<Record<string, unknown>> {
    return this.databank.als(beller, (em) => toon(em, beller));
  }

  /** Counts in every municipality that he works for. Again changes nothing. */
  @Put()
  @Operatie('meldingen.eigen')
  async wijzig(
    @Aangemeld() beller: Beller,
    @Body(new Leest(meldingenLichaam)) { vorm }: z.output<typeof meldingenLichaam>,
  ): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => {
      await bewaarMeldvorm(em, beller.sub, vorm);
      return toon(em, beller);
    });
  }
}

const toon = async (em: InGemeente, beller: Beller): Promise<Record<string, unknown>> => ({
  vorm: await leesMeldvorm(em, beller.sub),
  mailadres: await leesMailadres(em, beller.sub),
});

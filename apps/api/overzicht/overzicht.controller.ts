import { Controller, Get, Query } from '@nestjs/common';
import { z } from '#process';
import { leesMedewerkers, leesScholen } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { gemeenteCode } from '../http/velden.js';
import { leesWaarden, type Waarden } from '../omgeving/regio.js';
import { toonSchool } from '../omgeving/school.js';

const vraag = z.strictObject({ gemeente: gemeenteCode.optional() });
type Vraag = z.output<typeof vraag>;

/** Who works here and which schools there are, and what day it is. */
@Controller()
export class OverzichtController {
  constructor(private readonly databank: Databank) {}

  @Get('medewerkers')
  @Operatie('medewerkers.lezen')
  async medewerkers(
    @Aangemeld() beller: Beller,
    @Query(new Leest(vraag)) { gemeente }: Vraag,
  ): Promise<Record<string, unknown>> {
    const rijen = await this.databank.als(beller, leesMedewerkers, gemeente);
    return { medewerkers: rijen.map(({ gemeente_code, ...m }) => ({ gemeente: gemeente_code, ...m })) };
  }

  @Get('scholen')
  @Operatie('scholen.lezen')
  async scholen(
    @Aangemeld() beller: Beller,
    @Query(new Leest(vraag)) { gemeente }: Vraag,
  ): Promise<Record<string, unknown>> {
    return this.databank.als(
      beller,
      async (em) => {
        const rijen = await leesScholen(em);
        const waarden = new Map<string, Waarden>();
        for (const code of new Set(rijen.map((s) => s.gemeente_code)))
          waarden.set(code, await leesWaarden(em, code));
        return { scholen: rijen.map((s) => toonSchool(s, waarden.get(s.gemeente_code)!)) };
      },
      gemeente,
    );
  }

  /** The day that all terms go by; in demonstrations and tests it may run ahead of the real one. */
  @Get('klok')
  @Operatie('klok.lezen')
  async klok(@Aangemeld() beller: Beller): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => ({ vandaag: em.vandaag, nu: em.nu }));
  }
}

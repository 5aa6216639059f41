import { Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from '#process';
import { leesAanstellingen, telWerkVan, zetActief } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie, zonderVoor } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { gemeenteCode, idPad } from '../http/velden.js';
import { gemeenteVan } from '../instellingen/gemeente.js';

const vraag = z.strictObject({ gemeente: gemeenteCode.optional() });
type Vraag = z.output<typeof vraag>;
type Pad = z.output<typeof idPad>;

/** Somebody leaves: his cases stay as they are, and count as nobody's until they are given to another. */
@Controller('medewerkers/:id/vertrek')
export class VertrekController {
  constructor(private readonly databank: Databank) {}

  @Post()
  @HttpCode(200)
  @Operatie('medewerkers.vertrek')
  vertrekt(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: Pad,
    @Query(new Leest(vraag)) { gemeente }: Vraag,
  ): Promise<Record<string, unknown>> {
    return this.zet(beller, id, gemeenteVan(beller, gemeente), false);
  }

  /** He stayed after all, or came back. */
  @Delete()
  @Operatie('medewerkers.vertrek')
  keertTerug(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: Pad,
    @Query(new Leest(vraag)) { gemeente }: Vraag,
  ): Promise<Record<string, unknown>> {
    return this.zet(beller, id, gemeenteVan(beller, gemeente), true);
  }

  private zet(
    beller: Beller,
    id: string,
    gemeente: string,
    actief: boolean,
  ): Promise<Record<string, unknown>> {
    return this.databank.als(
      beller,
      async (em) => {
        if ((await leesAanstellingen(em, [id], true)).length === 0) throw nietGevonden();
        await zetActief(em, gemeente, id, actief);
        const werk = await telWerkVan(em, gemeente, id, zonderVoor(beller));
        return { gemeente, medewerker: id, actief, ...werk };
      },
      gemeente,
    );
  }
}

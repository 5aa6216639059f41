import { Body, Controller, Param, Put, Query } from '@nestjs/common';
import { z } from '#process';
import { zetMailadres } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { gemeenteCode, idPad } from '../http/velden.js';
import { gemeenteVan } from '../instellingen/gemeente.js';
import { mailadresLichaam } from './vormen.js';

const vraag = z.strictObject({ gemeente: gemeenteCode.optional() });

/** Where somebody's reminders go. Not his own to change: whoever is reminded should not be able to send it elsewhere. */
@Controller('medewerkers/:id/mailadres')
export class MailadresController {
  constructor(private readonly databank: Databank) {}

  /** Null takes it away; his reminders then go to the mailbox of the team. Again changes nothing. */
  @Put()
  @Operatie('medewerkers.mailadres')
  async zet(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
    @Query(new Leest(vraag)) v: z.output<typeof vraag>,
    @Body(new Leest(mailadresLichaam)) { mailadres }: z.output<typeof mailadresLichaam>,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    const bekend = await this.databank.als(
      beller,
      (em) => zetMailadres(em, gemeente, id, mailadres),
      gemeente,
    );
    if (!bekend) throw nietGevonden();
    return { gemeente, medewerker: id, mailadres };
  }
}

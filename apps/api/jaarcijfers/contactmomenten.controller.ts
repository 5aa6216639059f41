import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Hoofdsleutels } from '#codec';
import type { z } from '#process';
import {
  leesContactmomenten,
  leesJongere,
  leesVerslag,
  noteerInzage,
  type Contactmoment,
  type ContactmomentRij,
} from '#read-model';
import { Aangemeld, VerzoekId, type Beller } from '../auth/beller.js';
import { Operatie, zichtVan } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { HOOFDSLEUTELS } from '../bedrijf/namen.js';
import { Sleutels } from '../bedrijf/sleutels.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { idPad, leesSleutel, naarCursor, uitCursor } from '../http/velden.js';
import { limietVan } from '../processen/lijst-vraag.js';
import { Contactmomenten } from './contactmomenten.js';
import { contactPlek, contactVorm, contactVraag, type NieuwContact } from './vormen.js';

type Pad = z.output<typeof idPad>;

/** Contacts with a youth that belong to no process: they count as preventive incidents (settled reading 16). */
@Controller('jongeren/:id/contactmomenten')
export class ContactmomentenController {
  private readonly contactmomenten: Contactmomenten;

  constructor(
    private readonly databank: Databank,
    private readonly sleutels: Sleutels,
    @Inject(HOOFDSLEUTELS) hoofdsleutels: Hoofdsleutels,
  ) {
    this.contactmomenten = new Contactmomenten(databank, hoofdsleutels);
  }

  @Post()
  @Operatie('contactmoment.vastleggen')
  async leg(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: Pad,
    @Headers('idempotency-key') sleutel: string | undefined,
    @Body(new Leest(contactVorm)) nieuw: NieuwContact,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const uit = await this.contactmomenten.legVast(beller, leesSleutel(sleutel), id, nieuw);
    if (uit.herhaald) void antwoord.header('Idempotent-Replay', 'true');
    void antwoord.header('Location', `/api/v1/jongeren/${id}/contactmomenten`);
    return toon(uit.contact, uit.verslag);
  }

  @Get()
  @Operatie('contactmoment.lezen')
  async lijst(
    @Aangemeld() beller: Beller,
    @VerzoekId() verzoek: string,
    @Param(new Leest(idPad)) { id }: Pad,
    @Query(new Leest(contactVraag)) v: z.output<typeof contactVraag>,
  ): Promise<Record<string, unknown>> {
    const aantal = limietVan(v.limiet);
    const na = v.cursor === undefined ? undefined : uitCursor(contactPlek, v.cursor);
    const rijen = await this.databank.als(beller, async (em) => {
      const jongere = await leesJongere(em, id, zichtVan(beller));
      if (!jongere) throw nietGevonden();
      await noteerInzage(em, [jongere], {
        wie: beller.sub,
        rol: beller.rollen[0]!,
        wat: 'contactmomenten',
        verzoek,
      });
      return leesContactmomenten(em, id, na, aantal + 1);
    });
    const blad = rijen.slice(0, aantal);
    const laatste = rijen.length > aantal ? blad.at(-1) : undefined;
    return {
      contactmomenten: await Promise.all(blad.map(async (c) => toon(c, await this.verslagVan(c)))),
      volgende: laatste ? naarCursor({ op: laatste.op, id: laatste.id }) : null,
    };
  }

  /** Outside the transaction, because a key may ask for a connection of its own. Null too when its key was destroyed. */
  private async verslagVan(c: ContactmomentRij): Promise<string | null> {
    if (c.verslag === null) return null;
    const sleutels = await this.sleutels.van(c.id);
    return sleutels ? leesVerslag(c, sleutels) : null;
  }
}

const toon = (c: Contactmoment, verslag: string | null): Record<string, unknown> => ({
  id: c.id,
  gemeente: c.gemeente_code,
  jongereId: c.jongere_id,
  soort: c.soort,
  op: c.op,
  verslag,
  door: c.door,
  vastgelegdOp: c.vastgelegd_op,
});

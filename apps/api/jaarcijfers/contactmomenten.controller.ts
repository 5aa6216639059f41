import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Hoofdsleutels } from '#codec';
import type { z } from '#process';
import { leesContactmomenten, leesJongere, noteerInzage } from '#read-model';
import { Aangemeld, VerzoekId, type Beller } from '../auth/beller.js';
import { Operatie, zichtVan } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { HOOFDSLEUTELS } from '../bedrijf/namen.js';
import { Sleutels } from '../bedrijf/sleutels.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { idPad, leesSleutel, uitCursor } from '../http/velden.js';
import { limietVan } from '../processen/lijst-vraag.js';
import { Contactmomenten } from './contactmomenten.js';
import { toonBlad, toonVanJongere } from './toon-contact.js';
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
    return toonVanJongere(uit.contact, uit.verslag);
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
      return leesContactmomenten(em, { jongereId: id }, na, aantal + 1);
    });
    return toonBlad(rijen, aantal, this.sleutels, toonVanJongere);
  }
}

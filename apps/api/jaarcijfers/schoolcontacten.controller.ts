import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Hoofdsleutels } from '#codec';
import type { z } from '#process';
import { isSchool, leesContactmomenten } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { HOOFDSLEUTELS } from '../bedrijf/namen.js';
import { Sleutels } from '../bedrijf/sleutels.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { leesSleutel, uitCursor } from '../http/velden.js';
import { gemeenteVan } from '../instellingen/gemeente.js';
import { brinPad, gemeenteVraag, type GemeenteVraag } from '../instellingen/vormen.js';
import { limietVan } from '../processen/lijst-vraag.js';
import { Contactmomenten } from './contactmomenten.js';
import { toonBlad, toonVanSchool } from './toon-contact.js';
import { contactPlek, schoolcontactVorm, schoolcontactVraag, type NieuwSchoolcontact } from './vormen.js';

type Pad = z.output<typeof brinPad>;

/** Contacts about a school or one of its groups, such as a SAT: they are about no youth, and so leave no trace of inspection. */
@Controller('scholen/:brin/contactmomenten')
export class SchoolcontactenController {
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
    @Param(new Leest(brinPad)) { brin }: Pad,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
    @Headers('idempotency-key') kop: string | undefined,
    @Body(new Leest(schoolcontactVorm)) nieuw: NieuwSchoolcontact,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    const sleutel = leesSleutel(kop);
    const uit = await this.contactmomenten.legVastBijSchool(beller, sleutel, { gemeente, brin }, nieuw);
    if (uit.herhaald) void antwoord.header('Idempotent-Replay', 'true');
    void antwoord.header('Location', `/api/v1/scholen/${brin}/contactmomenten?gemeente=${gemeente}`);
    return toonVanSchool(uit.contact, uit.verslag);
  }

  @Get()
  @Operatie('contactmoment.lezen')
  async lijst(
    @Aangemeld() beller: Beller,
    @Param(new Leest(brinPad)) { brin }: Pad,
    @Query(new Leest(schoolcontactVraag)) v: z.output<typeof schoolcontactVraag>,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    const aantal = limietVan(v.limiet);
    const na = v.cursor === undefined ? undefined : uitCursor(contactPlek, v.cursor);
    const rijen = await this.databank.als(
      beller,
      async (em) => {
        if (!(await isSchool(em, gemeente, brin))) throw nietGevonden();
        return leesContactmomenten(em, { gemeente, brin }, na, aantal + 1);
      },
      gemeente,
    );
    return toonBlad(rijen, aantal, this.sleutels, toonVanSchool);
  }
}

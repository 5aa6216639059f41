import { Body, Controller, Headers, Param, Patch, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from '#process';
import { isSchool, leesScholen, wijzigSchool, type SchoolWijziging } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { etagVan, leesVersie, verouderd } from '../http/versie.js';
import { gemeenteVan } from '../instellingen/gemeente.js';
import { brinPad, gemeenteVraag, type GemeenteVraag } from '../instellingen/vormen.js';
import { leesWaarden } from './regio.js';
import { toonSchool } from './school.js';
import { schoolVorm, type SchoolVelden } from './vormen.js';

/** What a municipality notes of a school itself; its name and contact person come from elsewhere. */
@Controller('scholen/:brin')
export class ScholenController {
  constructor(private readonly databank: Databank) {}

  @Patch()
  @Operatie('school.wijzigen')
  async wijzig(
    @Aangemeld() beller: Beller,
    @Param(new Leest(brinPad)) { brin }: z.output<typeof brinPad>,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
    @Headers('if-match') kop: string | undefined,
    @Body(new Leest(schoolVorm)) velden: SchoolVelden,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    return this.databank.als(
      beller,
      async (em) => {
        if (!(await isSchool(em, gemeente, brin))) throw nietGevonden();
        const wijziging = Object.fromEntries(
          Object.entries(velden).filter(([, waarde]) => waarde !== undefined),
        ) as SchoolWijziging;
        if (!(await wijzigSchool(em, { gemeente, brin, versie: leesVersie(kop) }, wijziging)))
          throw verouderd();
        const school = (await leesScholen(em)).find((s) => s.brin === brin)!;
        void antwoord.header('ETag', etagVan(school.gegevens_versie));
        return toonSchool(school, await leesWaarden(em, gemeente));
      },
      gemeente,
    );
  }
}

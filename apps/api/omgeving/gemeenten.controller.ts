import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from '#process';
import {
  beeindigOpdracht,
  bewaarOpdracht,
  leesGemeentenaam,
  leesGemeenten,
  leesOpdrachten,
  neemOpdracht,
  type InGemeente,
  type Opdracht,
} from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden, ongeldig, Probleem } from '../http/probleem.js';
import { gemeenteVan } from '../instellingen/gemeente.js';
import { BRONNEN } from './bronnen.js';
import { leesRegio } from './regio.js';
import {
  codePad,
  eindeVorm,
  opdrachtPad,
  opdrachtVorm,
  type NieuweOpdracht,
  type OpdrachtPad,
} from './vormen.js';

/** The municipalities of the caller: their region, and for whom they work. */
@Controller('gemeenten')
export class GemeentenController {
  constructor(private readonly databank: Databank) {}

  @Get()
  @Operatie('gemeenten.lezen')
  async lijst(@Aangemeld() beller: Beller): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => {
      const alle = await leesOpdrachten(em);
      const gemeenten = [];
      for (const { code, naam } of await leesGemeenten(em))
        gemeenten.push({
          code,
          naam,
          regio: await leesRegio(em, code),
          opdrachten: alle.filter((o) => o.gemeente_code === code).map((o) => toon(em, o)),
          // Only what the caller may see: that of a municipality that he works for too.
          uitgevoerdDoor: alle.filter((o) => o.opdrachtgever_code === code).map((o) => toon(em, o)),
        });
      return { gemeenten, bronnen: BRONNEN };
    });
  }

  @Post(':code/opdrachten')
  @Operatie('opdracht.vastleggen')
  async leg(
    @Aangemeld() beller: Beller,
    @Param(new Leest(codePad)) { code }: z.output<typeof codePad>,
    @Body(new Leest(opdrachtVorm)) nieuw: NieuweOpdracht,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, code);
    if (nieuw.opdrachtgever.code === gemeente)
      throw ongeldig([
        {
          pointer: '/opdrachtgever/code',
          code: 'keuze',
          melding: 'Een gemeente werkt niet in opdracht van zichzelf.',
        },
      ]);
    return this.databank.als(
      beller,
      async (em) => {
        if ((await leesGemeentenaam(em, gemeente)) === undefined) throw nietGevonden();
        const opdracht: Opdracht = {
          gemeente_code: gemeente,
          id: randomUUID(),
          opdrachtgever_code: nieuw.opdrachtgever.code,
          opdrachtgever_naam: nieuw.opdrachtgever.naam.normalize('NFC'),
          werk: nieuw.werk,
          van: nieuw.van,
          tot: nieuw.tot ?? null,
          door: beller.sub,
          vastgelegd_op: em.nu,
        };
        if (!(await bewaarOpdracht(em, opdracht)))
          throw new Probleem(
            'actie-niet-mogelijk',
            'Voor (een deel van) deze tijd staat deze opdracht er al.',
          );
        void antwoord.header('Location', '/api/v1/gemeenten');
        return toon(em, opdracht);
      },
      gemeente,
    );
  }

  /** Its last day. What was agreed stays; a day that is past cannot be taken back. */
  @Post(':code/opdrachten/:id/beeindigen')
  @HttpCode(200)
  @Operatie('opdracht.vastleggen')
  async beeindig(
    @Aangemeld() beller: Beller,
    @Param(new Leest(opdrachtPad)) { code, id }: OpdrachtPad,
    @Body(new Leest(eindeVorm)) { tot }: z.output<typeof eindeVorm>,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, code);
    return this.databank.als(
      beller,
      async (em) => {
        const oud = await neemOpdracht(em, gemeente, id);
        if (!oud) throw nietGevonden();
        if (tot < oud.van)
          throw ongeldig([
            { pointer: '/tot', code: 'volgorde', melding: 'De laatste dag ligt voor de eerste.' },
          ]);
        if (oud.tot === tot) return toon(em, oud);
        if (oud.tot !== null && (oud.tot < em.vandaag || tot > oud.tot))
          throw new Probleem(
            'actie-niet-mogelijk',
            oud.tot < em.vandaag
              ? 'Deze opdracht is al voorbij.'
              : 'Deze opdracht eindigt al eerder. Leg een nieuwe opdracht vast om langer door te gaan.',
          );
        await beeindigOpdracht(em, oud, tot, beller.sub);
        return toon(em, { ...oud, tot });
      },
      gemeente,
    );
  }
}

const toon = (em: InGemeente, o: Opdracht): Record<string, unknown> => ({
  id: o.id,
  uitvoerder: o.gemeente_code,
  opdrachtgever: { code: o.opdrachtgever_code, naam: o.opdrachtgever_naam },
  werk: o.werk,
  van: o.van,
  tot: o.tot,
  geldtNu: o.van <= em.vandaag && (o.tot === null || o.tot >= em.vandaag),
});

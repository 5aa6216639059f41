import { Body, Controller, Get, Headers, HttpStatus, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InstellingDef, z } from '#process';
import {
  bewaarInstelling,
  leesInstellingJournaal,
  leesInstellingenVersie,
  leesTeams,
  metStand,
  type InGemeente,
} from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { lees, Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { etagVan, leesVersie, verouderd } from '../http/versie.js';
import { Klussen } from '../klussen/klussen.js';
import { catalogus, toonInstelling, toonRegel } from './catalogus.js';
import { bewaarDoorvoering, proefVan } from './doorvoeren.js';
import { gemeenteVan } from './gemeente.js';
import { doorvoerLichaam, gemeenteVraag, naamPad, wijzigVorm, type GemeenteVraag } from './vormen.js';

/** The settings of a municipality: terms, thresholds and choices that are its own, with their history. */
@Controller('instellingen')
export class InstellingenController {
  constructor(
    private readonly databank: Databank,
    private readonly klussen: Klussen,
  ) {}

  @Get()
  @Operatie('instellingen.lezen')
  async lijst(
    @Aangemeld() beller: Beller,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    return this.databank.als(beller, async (em) => {
      const versie = await versieVan(em, gemeente, antwoord);
      const rijen = await leesInstellingJournaal(em, gemeente);
      return {
        gemeente,
        versie,
        instellingen: [...catalogus.values()].map((def) =>
          toonInstelling(
            def,
            rijen.filter((r) => r.naam === def.naam),
            em.vandaag,
          ),
        ),
      };
    });
  }

  @Get(':naam')
  @Operatie('instellingen.lezen')
  async een(
    @Aangemeld() beller: Beller,
    @Param(new Leest(naamPad)) { naam }: z.output<typeof naamPad>,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    const def = defVan(naam);
    return this.databank.als(beller, (em) => toonEen(em, gemeente, def, antwoord));
  }

  @Get(':naam/geschiedenis')
  @Operatie('instellingen.lezen')
  async geschiedenis(
    @Aangemeld() beller: Beller,
    @Param(new Leest(naamPad)) { naam }: z.output<typeof naamPad>,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    const def = defVan(naam);
    return this.databank.als(beller, async (em) => {
      const versie = await versieVan(em, gemeente, antwoord);
      const rijen = await leesInstellingJournaal(em, gemeente, naam);
      return {
        gemeente,
        naam,
        versie,
        standaard: def.standaard,
        geschiedenis: metStand(rijen, em.vandaag).map(toonRegel),
      };
    });
  }

  /** A change never touches what was there: it is one more line, and the next version of the municipality's settings. */
  @Put(':naam')
  @Operatie('instellingen.wijzigen')
  async wijzig(
    @Aangemeld() beller: Beller,
    @Param(new Leest(naamPad)) { naam }: z.output<typeof naamPad>,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
    @Headers('if-match') versie: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    const def = defVan(naam);
    return this.databank.als(beller, async (em) => {
      const w = lees(wijzigVorm(def, em.vandaag, await leesTeams(em, gemeente)), body ?? {});
      const bewaard = await bewaarInstelling(em, gemeente, leesVersie(versie), {
        naam,
        waarde: w.waarde,
        geldig_vanaf: w.geldigVanaf ?? em.vandaag,
        geldig_tot: w.geldigTot ?? null,
        naar_proces: def.naarProces,
        door: beller.sub,
      });
      if (!bewaard) throw verouderd();
      return toonEen(em, gemeente, def, antwoord);
    });
  }

  /** Brings the settings and calendars of today to the open processes; as a `proef` it only says what that would do. */
  @Post('_doorvoeren')
  @Operatie('instellingen.wijzigen')
  async voerDoor(
    @Aangemeld() beller: Beller,
    @Query(new Leest(gemeenteVraag)) v: GemeenteVraag,
    @Body(new Leest(doorvoerLichaam)) { proef }: z.output<typeof doorvoerLichaam>,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const gemeente = gemeenteVan(beller, v.gemeente);
    if (proef) {
      void antwoord.status(HttpStatus.OK);
      return proefVan(this.databank, beller, gemeente);
    }
    const klus = await bewaarDoorvoering(this.databank, this.klussen, beller, gemeente);
    await this.klussen.begin(beller, gemeente, klus.klusId);
    void antwoord.status(HttpStatus.ACCEPTED).header('Location', `/api/v1/klussen/${klus.klusId}`);
    return { ...klus };
  }
}

function defVan(naam: string): InstellingDef {
  const def = catalogus.get(naam);
  if (!def) throw nietGevonden();
  return def;
}

/** The version of the municipality's settings, told as ETag too. */
async function versieVan(em: InGemeente, gemeente: string, antwoord: FastifyReply): Promise<number> {
  const versie = await leesInstellingenVersie(em, gemeente);
  if (versie === undefined) throw nietGevonden();
  void antwoord.header('ETag', etagVan(versie));
  return versie;
}

async function toonEen(
  em: InGemeente,
  gemeente: string,
  def: InstellingDef,
  antwoord: FastifyReply,
): Promise<Record<string, unknown>> {
  // Its own `versie` is that of the line that counts; the ETag is that of all settings together.
  await versieVan(em, gemeente, antwoord);
  const rijen = await leesInstellingJournaal(em, gemeente, def.naam);
  return { gemeente, ...toonInstelling(def, rijen, em.vandaag) };
}

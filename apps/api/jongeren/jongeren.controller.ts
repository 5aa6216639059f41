import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Hoofdsleutels } from '#codec';
import type { z } from '#process';
import {
  bsnZoek,
  leesJongere,
  noteerInzage,
  ontsleutelBsn,
  zoekOpBsn,
  zoekOpCarelId,
  zoekOpNaam,
  type InGemeente,
  type JongereRij,
} from '#read-model';
import { Aangemeld, VerzoekId, type Beller } from '../auth/beller.js';
import { magBsnLezen, magCarelIdLezen, Operatie, zichtVan } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { HOOFDSLEUTELS } from '../bedrijf/namen.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { idPad } from '../http/velden.js';
import { etagVan, leesVersie } from '../http/versie.js';
import {
  jongereVorm,
  wijzigVorm,
  zoekVorm,
  type NieuweJongere,
  type Wijziging,
  type ZoekVraag,
} from './vormen.js';
import { Vastleggen } from './vastleggen.js';
import { Wijzigen } from './wijzigen.js';

/** Youths. Each one that is shown leaves an audit row in the same transaction: no row, no answer. */
@Controller('jongeren')
export class JongerenController {
  constructor(
    private readonly databank: Databank,
    private readonly vastleggen: Vastleggen,
    private readonly wijzigen: Wijzigen,
    @Inject(HOOFDSLEUTELS) private readonly hoofdsleutels: Hoofdsleutels,
  ) {}

  @Post()
  @Operatie('jongere.vastleggen')
  async leg(
    @Aangemeld() beller: Beller,
    @Body(new Leest(jongereVorm)) nieuw: NieuweJongere,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const rij = await this.vastleggen.legVast(beller, nieuw);
    void antwoord.header('Location', `/api/v1/jongeren/${rij.id}`).header('ETag', etagVan(rij.versie));
    return this.toon(rij, beller);
  }

  @Get(':id')
  @Operatie('jongere.lezen')
  async een(
    @Aangemeld() beller: Beller,
    @VerzoekId() verzoek: string,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => {
      const rij = await leesJongere(em, id, zichtVan(beller));
      if (!rij) throw nietGevonden();
      await noteer(em, [rij], beller, 'jongere', verzoek);
      void antwoord.header('ETag', etagVan(rij.versie));
      return this.toon(rij, beller);
    });
  }

  /** The row changes at once; the open processes hear of it in a run that can be followed. */
  @Patch(':id')
  @Operatie('jongere.wijzigen')
  async wijzig(
    @Aangemeld() beller: Beller,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
    @Headers('if-match') versie: string | undefined,
    @Body(new Leest(wijzigVorm)) wijziging: Wijziging,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const { rij, klusId } = await this.wijzigen.wijzig(beller, id, leesVersie(versie), wijziging);
    void antwoord.header('ETag', etagVan(rij.versie));
    return { ...this.toon(rij, beller), klusId };
  }

  /** A search by POST, because neither a BSN nor a Carel-id may stand in a URL. */
  @Post('_zoek')
  @HttpCode(200)
  @Operatie('jongere.zoeken')
  async zoek(
    @Aangemeld() beller: Beller,
    @VerzoekId() verzoek: string,
    @Body(new Leest(zoekVorm)) vraag: ZoekVraag,
  ): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => {
      const rijen = await this.vind(em, vraag);
      await noteer(em, rijen, beller, 'zoeken', verzoek);
      return { jongeren: rijen.map((r) => this.toon(r, beller)) };
    });
  }

  private vind(
    em: InGemeente,
    { bsn, carelId, achternaam, geboortedatum }: ZoekVraag,
  ): Promise<JongereRij[]> {
    if (carelId !== undefined) return zoekOpCarelId(em, carelId);
    if (bsn === undefined) return zoekOpNaam(em, achternaam!.normalize('NFC'), geboortedatum!);
    return zoekOpBsn(em, new Map(em.gemeenten.map((code) => [code, bsnZoek(this.hoofdsleutels, code, bsn)])));
  }

  private toon(r: JongereRij, beller: Beller): Record<string, unknown> {
    return {
      id: r.id,
      gemeente: r.gemeente_code,
      ...(magBsnLezen(beller)
        ? { bsn: ontsleutelBsn(this.hoofdsleutels, r.gemeente_code, r.id, r.bsn) }
        : {}),
      voornamen: r.voornamen,
      achternaam: r.achternaam,
      geboortedatum: r.geboortedatum,
      brin: r.brin,
      ...(magCarelIdLezen(beller) ? { carelId: r.carel_id } : {}),
      kwetsbaar: r.kwetsbaar,
      uitstroom: r.uitstroom === null ? null : { soort: r.uitstroom, op: r.uitstroom_op },
      startkwalificatieOp: r.startkwalificatie_op,
      verhuisdOp: r.verhuisd_op,
      verhuisdNaar: elders(r.verhuisd_naar_gemeente, r.verhuisd_naar_id, beller),
      verhuisdVan: elders(r.verhuisd_van_gemeente, r.verhuisd_van_id, beller),
    };
  }
}

/** The same youth in another municipality; his id only for who works there too. */
const elders = (gemeente: string | null, id: string | null, beller: Beller): unknown =>
  gemeente === null ? null : { gemeente, jongereId: beller.gemeenten.includes(gemeente) ? id : null };

const noteer = (
  em: InGemeente,
  rijen: JongereRij[],
  beller: Beller,
  wat: string,
  verzoek: string,
): Promise<void> => noteerInzage(em, rijen, { wie: beller.sub, rol: beller.rollen[0]!, wat, verzoek });

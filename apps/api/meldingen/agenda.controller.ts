import { createHash, randomBytes } from 'node:crypto';
import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { agendaVan, bewaarAgenda, leesAgenda, leesAgendaSinds, wisAgenda } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie, type RouteToegang } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { ADRES } from '../bedrijf/namen.js';
import { nietGevonden } from '../http/probleem.js';
import { alsAgenda, AGENDA_TYPE } from './agenda.js';

/** Nobody guesses it, and it stands in an address. */
const GEHEIM_BYTES = 32;
const GEHEIM = /^[\w-]{43}$/;
/** Per address of the network: calendars ask a few times an hour, and many of one office come from one address. */
const VRAGEN_PER_MINUUT = 300;

const hash = (geheim: string): Buffer => createHash('sha256').update(geheim).digest();

/** Somebody's calendar: a secret address that he gives to his own calendar program, and can take back. */
@Controller()
export class AgendaController {
  constructor(
    private readonly databank: Databank,
    @Inject(ADRES) private readonly adres: string,
  ) {}

  @Get('mij/agenda')
  @Operatie('meldingen.eigen')
  async stand(@Aangemeld() beller: Beller): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => toon(await leesAgendaSinds(em, beller.sub)));
  }

  /** A new address; the one before no longer works. It is told once: we keep only its hash. */
  @Post('mij/agenda')
  @Operatie('meldingen.eigen')
  async maak(
    @Aangemeld() beller: Beller,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown>> {
    const geheim = randomBytes(GEHEIM_BYTES).toString('base64url');
    const sinds = await this.databank.als(beller, async (em) => {
      await bewaarAgenda(em, beller.sub, hash(geheim));
      return em.nu;
    });
    void antwoord.header('Location', '/api/v1/mij/agenda');
    return { ...toon(sinds), adres: `${this.adres}/api/v1/agenda/${geheim}.ics` };
  }

  @Delete('mij/agenda')
  @HttpCode(200)
  @Operatie('meldingen.eigen')
  async trekIn(@Aangemeld() beller: Beller): Promise<Record<string, unknown>> {
    return this.databank.als(beller, async (em) => {
      await wisAgenda(em, beller.sub);
      return toon(null);
    });
  }

  /** One answer for an address that never was, was taken back, or is of somebody who left. */
  @Get('agenda/:geheim.ics')
  @RouteConfig({
    openbaar: true,
    rateLimit: { max: VRAGEN_PER_MINUUT, timeWindow: '1 minute' },
  } satisfies RouteToegang & Record<string, unknown>)
  @Header('Content-Type', AGENDA_TYPE)
  async lees(@Param('geheim') geheim: string): Promise<string> {
    const wie = GEHEIM.test(geheim) ? await agendaVan(this.databank.pool, hash(geheim)) : undefined;
    if (!wie) throw nietGevonden();
    const namens = {
      sub: wie.medewerkerId,
      gemeenten: wie.gemeenten,
      rollen: [],
      kenmerken: [],
      verloopt: 0,
    };
    return this.databank.als(namens, async (em) => {
      const agenda = await leesAgenda(em, wie.medewerkerId);
      if (!agenda) throw nietGevonden();
      return alsAgenda(agenda, { adres: this.adres, nu: em.nu });
    });
  }
}

const toon = (sinds: Date | null): Record<string, unknown> => ({ actief: sinds !== null, sinds });

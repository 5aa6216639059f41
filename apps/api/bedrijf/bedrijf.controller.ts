import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Openbaar } from '../auth/rechten.js';
import { Databank } from './databank.js';
import { Gereed } from './gereed.js';
import { Logboek } from './logboek.js';
import { Motorwacht } from '../toezicht/motorwacht.js';

/** What machines ask: does it live, may it get traffic, how does it do. No token, and nothing about anybody. */
@Controller()
export class BedrijfController {
  constructor(
    private readonly databank: Databank,
    private readonly gereed: Gereed,
    private readonly logboek: Logboek,
    @Inject(Motorwacht) motorwacht: Motorwacht,
  ) {
    logboek.meetMotor(async () => {
      const { database, temporal, worker } = await motorwacht.stand();
      return {
        database: database === 'bereikbaar',
        temporal: temporal === 'bereikbaar',
        ...(worker !== 'onbekend' && { worker: worker === 'draait' }),
      };
    });
  }

  @Openbaar()
  @Get('health/live')
  leeft(): { status: string } {
    return { status: 'leeft' };
  }

  /** Ready means PostgreSQL: without Temporal reads go on, and writes say so themselves. */
  @Openbaar()
  @Get('health/ready')
  async isGereed(@Res({ passthrough: true }) antwoord: FastifyReply): Promise<{ status: string }> {
    const goed = this.gereed.ja && (await this.databank.leeft());
    if (!goed) void antwoord.status(503);
    return { status: goed ? 'gereed' : 'niet gereed' };
  }

  @Openbaar()
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  metingen(): Promise<string> {
    return this.logboek.register.metrics();
  }
}

import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseWeg } from '#read-model';
import type { Logboek } from '../bedrijf/logboek.js';
import { Probleem, PROBLEEM_TYPE } from './probleem.js';
import type { Routes } from './routes.js';

/** Turns everything that is thrown, by us or by the framework, into problem+json. No message of an unknown error reaches the caller. */
@Catch()
export class ProbleemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: Routes,
    private readonly log: Logboek,
  ) {}

  catch(fout: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const verzoek = http.getRequest<FastifyRequest>();
    const antwoord = http.getResponse<FastifyReply>();
    const probleem = this.alsProbleem(fout, verzoek);
    if (probleem.status === 500) this.log.fout(fout, verzoek.id);
    // Such a body was not read to its end; the rest of it would be taken for the next request.
    if (probleem.status === 413) void antwoord.header('Connection', 'close');
    void antwoord
      .status(probleem.status)
      .headers(probleem.koppen)
      .header('Content-Type', PROBLEEM_TYPE)
      .send(JSON.stringify(probleem.lichaam(verzoek.id)));
  }

  private alsProbleem(fout: unknown, verzoek: FastifyRequest): Probleem {
    if (fout instanceof Probleem) return fout;
    if (fout instanceof NotFoundException) return this.geenRoute(verzoek);
    if (isDatabaseWeg(fout)) return databaseWeg(fout, verzoek.method);
    switch (statusVan(fout)) {
      case 400:
        return new Probleem('ongeldig-verzoek', 'Het verzoek is niet te lezen.');
      case 404:
        return this.geenRoute(verzoek);
      case 413:
        return new Probleem('te-groot', `Een verzoek is ten hoogste ${hoogstensMb(verzoek)} MB groot.`);
      case 415:
        return new Probleem(
          'mediatype-onbekend',
          'Stuur het verzoek als application/json, zonder compressie.',
        );
      default:
        return new Probleem(
          'interne-fout',
          'De fout is vastgelegd. Noem bij een melding het nummer in `instance`.',
        );
    }
  }

  private geenRoute(verzoek: FastifyRequest): Probleem {
    const methoden = this.routes.methodenVan(verzoek.url);
    if (methoden.length === 0) return new Probleem('niet-gevonden', 'Dit adres bestaat niet.');
    const Allow = methoden.join(', ');
    return new Probleem('methode-niet-toegestaan', `Hier kan alleen: ${Allow}.`, {}, { Allow });
  }
}

/** A transaction that never got its connection has done nothing; one that broke halfway may have been kept. */
function databaseWeg(fout: unknown, methode: string): Probleem {
  const detail = 'De gegevens zijn even niet bereikbaar.';
  if (methode === 'GET') return new Probleem('niet-beschikbaar', detail);
  const nooitBegonnen =
    fout instanceof Error &&
    /ECONNREFUSED|connecting|to connect/.test(`${fout.message}${String('code' in fout && fout.code)}`);
  return nooitBegonnen
    ? new Probleem('niet-bewaard', `${detail} Er is niets bewaard.`)
    : new Probleem('uitkomst-onbekend', `${detail} Herhaal het verzoek.`);
}

const hoogstensMb = (v: FastifyRequest): number =>
  Math.floor((v.routeOptions.bodyLimit ?? 1_048_576) / 1_048_576);

const statusVan = (fout: unknown): number | undefined => {
  if (typeof fout !== 'object' || fout === null) return undefined;
  if ('statusCode' in fout && typeof fout.statusCode === 'number') return fout.statusCode;
  return 'status' in fout && typeof fout.status === 'number' ? fout.status : undefined;
};

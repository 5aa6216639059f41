import { Controller, Get, Inject, Query } from '@nestjs/common';
import { plusDagen, type Datum } from '#kalender';
import type { z } from '#process';
import {
  leesVastgelopen,
  maakGrenzen,
  telSoorten,
  TELT_TOT,
  VASTSOORTEN,
  type SoortTelling,
  type VastFilter,
} from '#read-model';
import { processen } from '#workflows';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie, zietAlleWerk, zonderVoor } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden, Probleem } from '../http/probleem.js';
import { naarCursor, uitCursor } from '../http/velden.js';
import { gemeenteVan } from '../instellingen/gemeente.js';
import { limietVan } from '../processen/lijst-vraag.js';
import { leesAgenda } from './agenda.js';
import { Motorwacht } from './motorwacht.js';
import { leesOverzicht } from './overzicht.js';
import { soortTeksten } from './soorten.js';
import { toonVast } from './vast.js';
import {
  agendaVraag,
  overzichtVraag,
  vastPlek,
  vastVraag,
  type OverzichtQuery,
  type VastVraag,
} from './vormen.js';

const grenzenVan = maakGrenzen(Object.values(processen));
/** Without a period the overview is of the last weeks. */
const DAGEN_TERUG = 28;

/** What a supervisor asks: what is stuck and why, what the year brings, and how the work stands. An officer sees his own. */
@Controller('toezicht')
export class ToezichtController {
  constructor(
    private readonly databank: Databank,
    @Inject(Motorwacht) private readonly motorwacht: Motorwacht,
  ) {}

  @Get('vastgelopen')
  @Operatie('toezicht.lezen')
  async vastgelopen(
    @Aangemeld() beller: Beller,
    @Query(new Leest(vastVraag)) v: VastVraag,
  ): Promise<Record<string, unknown>> {
    eisEigen(beller, v.gemeente);
    const limiet = limietVan(v.limiet);
    const plek = v.cursor === undefined ? undefined : uitCursor(vastPlek, v.cursor);
    const zonder = zonderVoor(beller);
    const dicht = v.procestype !== undefined && zonder.includes(v.procestype);
    const motor = this.motorwacht.stand();
    const { items, verder, telling } = await this.databank.als(
      beller,
      async (em) => {
        const grenzen = await grenzenVan(em);
        const f: VastFilter = {
          soort: v.soort,
          // Of a type that is out of sight there is nothing, and no number either.
          procestype: v.procestype,
          behandelaar: behandelaarVan(v, beller),
          sindsTot:
            v.minstensDagen === undefined ? undefined : plusDagen(em.vandaag, -Number(v.minstensDagen)),
          zonder,
        };
        const [rijen, geteld] = await Promise.all([
          leesVastgelopen(em, grenzen, f, plek, limiet),
          telSoorten(em, grenzen, f),
        ]);
        const blad = rijen.slice(0, limiet);
        const bij = new Map(grenzen.map((g) => [g.gemeente, g]));
        return {
          items: blad.map((r) => toonVast(r, bij.get(r.gemeente_code)!, beller)),
          verder: rijen.length > limiet ? blad.at(-1) : undefined,
          telling: geteld,
        };
      },
      v.gemeente,
    );
    return {
      items,
      ...toonTelling(telling),
      afgeschermd: dicht ? 0 : telling.afgeschermd,
      motor: await motor,
      volgende: verder ? naarCursor({ sinds: verder.sinds, soort: verder.soort, id: verder.id }) : null,
    };
  }

  /** How the engine as a whole is; answers also when database or Temporal do not. */
  @Get('motor')
  @Operatie('toezicht.lezen')
  async motor(): Promise<Record<string, unknown>> {
    return { ...(await this.motorwacht.stand()) };
  }

  @Get('agenda')
  @Operatie('toezicht.lezen')
  async agenda(
    @Aangemeld() beller: Beller,
    @Query(new Leest(agendaVraag)) v: z.output<typeof agendaVraag>,
  ): Promise<Record<string, unknown>> {
    eisEigen(beller, v.gemeente);
    return this.databank.als(
      beller,
      async (em) => {
        const jaar = Number(v.jaar ?? em.vandaag.slice(0, 4));
        const gemeente = gemeenteVan(beller, v.gemeente ?? beller.gemeenten[0]);
        return { jaar, gemeente, punten: await leesAgenda(em, gemeente, jaar) };
      },
      v.gemeente ?? beller.gemeenten[0],
    );
  }

  @Get('overzicht')
  @Operatie('toezicht.lezen')
  async overzicht(
    @Aangemeld() beller: Beller,
    @Query(new Leest(overzichtVraag)) v: OverzichtQuery,
  ): Promise<Record<string, unknown>> {
    eisEigen(beller, v.gemeente);
    return this.databank.als(
      beller,
      async (em) => {
        const tot: Datum = v.tot ?? em.vandaag;
        const van = v.van ?? plusDagen(tot, -DAGEN_TERUG);
        if (van > tot) throw new Probleem('ongeldig-verzoek', 'De laatste dag ligt voor de eerste.');
        const behandelaar = zietAlleWerk(beller) ? undefined : beller.sub;
        return leesOverzicht(em, { van, tot, behandelaar, zonder: zonderVoor(beller) });
      },
      v.gemeente,
    );
  }
}

/** @throws {Probleem} 404 when the municipality that is asked for is not the caller's. */
function eisEigen(beller: Beller, gemeente: string | undefined): void {
  if (gemeente !== undefined && !beller.gemeenten.includes(gemeente)) throw nietGevonden();
}

/**
 * Whose processes: a supervisor may ask for anybody's, an officer sees his own.
 * @throws {Probleem} 403 when he asks for another's.
 */
function behandelaarVan(v: VastVraag, beller: Beller): string | null | undefined {
  const gevraagd = v.behandelaar === 'ik' ? beller.sub : v.behandelaar === 'geen' ? null : v.behandelaar;
  if (zietAlleWerk(beller)) return gevraagd;
  if (gevraagd !== undefined && gevraagd !== beller.sub)
    throw new Probleem('geen-recht', 'U ziet hier alleen uw eigen processen.');
  return beller.sub;
}

function toonTelling({ aantallen }: SoortTelling): Record<string, unknown> {
  const regels = VASTSOORTEN.map((soort) => {
    const { titel, oorzaak } = soortTeksten[soort];
    return {
      soort,
      titel,
      oorzaak,
      aantal: Math.min(aantallen[soort], TELT_TOT),
      meer: aantallen[soort] > TELT_TOT,
    };
  });
  const vast = regels.filter((r) => r.oorzaak !== 'buiten');
  return {
    aantallen: regels,
    totaal: vast.reduce((som, r) => som + r.aantal, 0),
    meer: vast.some((r) => r.meer),
  };
}

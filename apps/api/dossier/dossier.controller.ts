import { Controller, Get, Param } from '@nestjs/common';
import type { InhoudKlasse, Snapshot, z } from '#process';
import {
  leesInhoud,
  leesJongere,
  leesKoppelingen,
  leesProcessenVan,
  leesTijdlijnen,
  noteerInzage,
  telAfgeschermd,
  type InGemeente,
} from '#read-model';
import { Aangemeld, VerzoekId, type Beller } from '../auth/beller.js';
import { magInhoudLezen, Operatie, zichtVan, zietAfgeschermd } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Sleutels } from '../bedrijf/sleutels.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { idPad } from '../http/velden.js';
import { AFGESCHERMD, afgeschermdeTypen } from '../processen/afgeschermd.js';
import { toonGebeurtenis } from '../processen/tijdlijn.js';
import { toonProces } from '../processen/toon.js';

const KLASSEN: InhoudKlasse[] = ['gewoon', 'medisch', 'wpg'];

/** The whole case of a youth on one page: all processes, how they hang together, their terms, and one timeline over all of them. */
@Controller('jongeren/:id/dossier')
export class DossierController {
  constructor(
    private readonly databank: Databank,
    private readonly sleutels: Sleutels,
  ) {}

  @Get()
  @Operatie('dossier.lezen')
  async dossier(
    @Aangemeld() beller: Beller,
    @VerzoekId() verzoek: string,
    @Param(new Leest(idPad)) { id }: z.output<typeof idPad>,
  ): Promise<Record<string, unknown>> {
    const zicht = zichtVan(beller);
    const ids = await this.databank.als(beller, async (em) =>
      (await leesProcessenVan(em, id, zicht)).map((s) => s.id),
    );
    // Keys ask the pool for a connection of their own, so before the transaction.
    const sleutels = new Map(
      await Promise.all(ids.map(async (p) => [p, await this.sleutels.van(p)] as const)),
    );
    return this.databank.als(beller, async (em) => {
      const rij = await leesJongere(em, id, zicht);
      if (!rij) throw nietGevonden();
      const gemeente = rij.gemeente_code;
      await noteerInzage(em, [rij], { wie: beller.sub, rol: beller.rollen[0]!, wat: 'dossier', verzoek });
      const processen = await leesProcessenVan(em, id, zicht);
      const klassen = KLASSEN.filter((klasse) => magInhoudLezen(beller, klasse));
      const teksten = new Map<string, { tekst: string }>();
      for (const s of processen) {
        const sleutel = sleutels.get(s.id);
        if (sleutel)
          for (const [naam, tekst] of await leesInhoud(em, sleutel, gemeente, klassen))
            teksten.set(naam, tekst);
      }
      const perId = new Map(processen.map((s) => [s.id, s]));
      const lijn = await leesTijdlijnen(em, gemeente, [...perId.keys()]);
      return {
        jongereId: id,
        gemeente,
        vandaag: em.vandaag,
        processen: processen.map((s) => toonProces(s, beller)),
        afgeschermd: zietAfgeschermd(beller) ? null : await afgeschermd(em, id),
        koppelingen: await koppelingen(em, gemeente, perId),
        tijdlijn: lijn.map((r) => {
          const s = perId.get(r.proces_id)!;
          return { procesId: s.id, procestype: s.procestype, ...toonGebeurtenis(s, r, teksten, beller) };
        }),
      };
    });
  }
}

/** That there is more, for who may not see what: no kind, no state, no terms. */
async function afgeschermd(em: InGemeente, jongereId: string): Promise<unknown> {
  const { totaal } = await telAfgeschermd(em, jongereId, afgeschermdeTypen);
  return totaal === 0 ? null : { titel: AFGESCHERMD };
}

/** The links between processes that the caller sees; one end out of sight is a link out of sight. */
async function koppelingen(
  em: InGemeente,
  gemeente: string,
  perId: ReadonlyMap<string, Snapshot>,
): Promise<Record<string, unknown>[]> {
  const rijen = await leesKoppelingen(em, gemeente, [...perId.keys()]);
  return rijen.flatMap((k) => {
    const [van, naar] = [perId.get(k.van_id), perId.get(k.naar_id)];
    if (!van || !naar) return [];
    return [{ soort: k.soort, van: kort(van), naar: kort(naar), sinds: k.sinds }];
  });
}

const kort = (s: Snapshot): Record<string, unknown> => ({ id: s.id, procestype: s.procestype });

import { Controller, Get, Query } from '@nestjs/common';
import type { z } from '#process';
import { leesInstellingen, leesTerugmeldingen, type InGemeente, type Terugmelding } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { naarCursor, uitCursor } from '../http/velden.js';
import { limietVan } from '../processen/lijst-vraag.js';
import { teLangVoor } from './te-lang.js';
import { terugPlek, terugVraag } from './vormen.js';

/** The ledger: what DUO must hear about reports, and whether it has. */
@Controller('duo-terugmeldingen')
export class TerugmeldingenController {
  constructor(private readonly databank: Databank) {}

  @Get()
  @Operatie('terugmelding.lezen')
  async lijst(
    @Aangemeld() beller: Beller,
    @Query(new Leest(terugVraag)) v: z.output<typeof terugVraag>,
  ): Promise<Record<string, unknown>> {
    const aantal = limietVan(v.limiet);
    const na = v.cursor === undefined ? undefined : uitCursor(terugPlek, v.cursor);
    const { status, meldingnummer } = v;
    return this.databank.als(
      beller,
      async (em) => {
        const grenzen = await grenzenVan(em);
        const openVoor = v.teLang ? grenzen : undefined;
        const filter = { status, meldingnummer, staat: v.stand, openVoor };
        const rijen = await leesTerugmeldingen(em, filter, na, aantal + 1);
        const blad = rijen.slice(0, aantal);
        const laatste = rijen.length > aantal ? blad.at(-1) : undefined;
        return {
          terugmeldingen: blad.map((t) => toon(t, grenzen)),
          volgende: laatste
            ? naarCursor({
                op: laatste.aangemaakt_op.toISOString(),
                meldingnummer: laatste.meldingnummer,
                volgnr: laatste.volgnr,
              })
            : null,
        };
      },
      v.gemeente,
    );
  }
}

/** Per municipality the moment before which what is still open waits too long. */
async function grenzenVan(em: InGemeente): Promise<Map<string, Date>> {
  const grenzen = new Map<string, Date>();
  for (const code of em.gemeenten) {
    const waarden = await leesInstellingen(em, code);
    grenzen.set(code, teLangVoor(em.vandaag, waarden['goedeVrijdagIsWerkdag'] === true));
  }
  return grenzen;
}

function toon(t: Terugmelding, grenzen: ReadonlyMap<string, Date>): Record<string, unknown> {
  const stand = t.verzonden_op ? 'verzonden' : t.afzender === 'pakket' ? 'pakket' : 'open';
  const grens = grenzen.get(t.gemeente_code);
  return {
    gemeente: t.gemeente_code,
    meldingnummer: t.meldingnummer,
    volgnr: t.volgnr,
    status: t.status,
    reden: t.reden,
    stand,
    teLang: stand === 'open' && grens !== undefined && t.aangemaakt_op < grens,
    aangemaaktOp: t.aangemaakt_op,
    partij: t.partij,
    pogingen: t.pogingen,
    volgendePogingOp: stand === 'open' ? t.volgende_poging_op : null,
    fout: t.fout,
    verzondenOp: t.verzonden_op,
  };
}

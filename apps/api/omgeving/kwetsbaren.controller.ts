import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from '#process';
import {
  leesGemeentenaam,
  leesKwetsbaren,
  noteerInzage,
  type InGemeente,
  type JongereRij,
} from '#read-model';
import { Aangemeld, VerzoekId, type Beller } from '../auth/beller.js';
import { Operatie } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Leest } from '../http/leest.js';
import { nietGevonden } from '../http/probleem.js';
import { gemeenteVan } from '../instellingen/gemeente.js';
import type { Blad } from '../jaarcijfers/blad.js';
import { alsCsv } from '../jaarcijfers/csv.js';
import { TYPEN, vormVan } from '../jaarcijfers/uitvoer.js';
import { codePad, kwetsbaarVraag } from './vormen.js';

/** One question can hold no more of them. */
const INZAGE_TEGELIJK = 1_000;

/** Whom the municipality itself knows as vulnerable, to lay beside the jikp of DUO and Intergrip. Without BSN: a name and a birth date compare. */
@Controller('gemeenten/:code/kwetsbaar')
export class KwetsbarenController {
  constructor(private readonly databank: Databank) {}

  @Get()
  @Operatie('kwetsbaren.uitvoeren')
  async kwetsbaren(
    @Aangemeld() beller: Beller,
    @VerzoekId() verzoek: string,
    @Param(new Leest(codePad)) { code }: z.output<typeof codePad>,
    @Query(new Leest(kwetsbaarVraag)) v: z.output<typeof kwetsbaarVraag>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<Record<string, unknown> | string> {
    const gemeente = gemeenteVan(beller, code);
    const rijen = await this.databank.als(
      beller,
      async (em) => {
        if ((await leesGemeentenaam(em, gemeente)) === undefined) throw nietGevonden();
        const alle = await leesKwetsbaren(em, gemeente);
        await noteer(em, alle, beller, verzoek);
        return alle;
      },
      gemeente,
    );
    if ((v.vorm ?? vormVan(accept)) !== 'csv') return { gemeente, jongeren: rijen.map(toon) };
    void antwoord
      .header('Content-Type', `${TYPEN.csv}; charset=utf-8`)
      .header('Content-Disposition', `attachment; filename="kwetsbaar-${gemeente}.csv"`);
    return alsCsv([alsBlad(rijen)]);
  }
}

async function noteer(
  em: InGemeente,
  rijen: readonly JongereRij[],
  beller: Beller,
  verzoek: string,
): Promise<void> {
  const inzage = { wie: beller.sub, rol: beller.rollen[0]!, wat: 'kwetsbaar', verzoek };
  for (let i = 0; i < rijen.length; i += INZAGE_TEGELIJK)
    await noteerInzage(em, rijen.slice(i, i + INZAGE_TEGELIJK), inzage);
}

const toon = (j: JongereRij): Record<string, unknown> => ({
  id: j.id,
  carelId: j.carel_id,
  voornamen: j.voornamen,
  achternaam: j.achternaam,
  geboortedatum: j.geboortedatum,
  brin: j.brin,
  startkwalificatieOp: j.startkwalificatie_op,
  uitstroom: j.uitstroom === null ? null : { soort: j.uitstroom, op: j.uitstroom_op },
});

const alsBlad = (rijen: readonly JongereRij[]): Blad => ({
  naam: 'Kwetsbaar',
  kop: [
    'carelId',
    'voornamen',
    'achternaam',
    'geboortedatum',
    'brin',
    'startkwalificatieOp',
    'uitstroom',
    'uitstroomOp',
  ],
  rijen: rijen.map((j) => [
    j.carel_id,
    j.voornamen,
    j.achternaam,
    j.geboortedatum,
    j.brin,
    j.startkwalificatie_op,
    j.uitstroom,
    j.uitstroom_op,
  ]),
});

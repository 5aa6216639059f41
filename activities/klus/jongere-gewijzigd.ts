import { v5 as uuidv5 } from 'uuid';
import { AFGELEIDE_VELDEN, contextVan, type Bericht, type Definitie, type Snapshot } from '#process';
import {
  bsnZoek,
  haltVerwijzingen,
  leesAchtergrond,
  leesJongere,
  leesProces,
  meldVerhuisdNaar,
  neemJongereOver,
  ontsleutelBsn,
  versleutelBsn,
} from '#read-model';
import type { Keten } from '../keten/keten.js';
import type { KlusWerk, RegelUitkomst } from './werk-af.js';

/** Namespace of the ids of youths that moved; never changes. */
const VERHUISDEN = '0c9a2f53-7a1c-5f0e-8d60-3b0a54d1c7e2';
const ALLES = { soort: 'alles', zonder: [] } as const;

interface Regel {
  wat: 'geboortedatum' | 'school' | 'startkwalificatie' | 'verhuisd';
  /** Absent when the youth moved and nothing ran. */
  proces?: { id: string; procestype: string; versie: number };
}

/** Tells one open process of one change of its youth. */
export const jongereGewijzigd: KlusWerk = async (keten, klus, { nr, invoer }) => {
  const { wat, proces } = invoer as unknown as Regel;
  const gemeente = klus.gemeente_code;
  const jongereId = String(klus.gegevens['jongereId']);
  const elders =
    wat === 'verhuisd'
      ? await neemOver(keten, gemeente, jongereId, String(klus.gegevens['naarGemeente']))
      : undefined;
  if (!proces) return { staat: 'gedaan', uitkomst: {} };
  const d = keten.register.definitie(proces.procestype, proces.versie);
  const stuur = async (
    bericht: string,
    gegevens: Bericht['gegevens'],
    kader?: Bericht['kader'],
  ): Promise<boolean> =>
    keten.stuur(proces.procestype, proces.id, {
      bericht,
      gegevens,
      sleutel: `${klus.id}.${nr}.${bericht}`,
      van: { procestype: 'klus', id: klus.id },
      ...(kader && { kader }),
    });
  const hoort = (bericht: string): boolean => d.acties[bericht]?.door.includes('systeem') === true;
  const gehoord = (ja: boolean): RegelUitkomst => ({ staat: ja ? 'gedaan' : 'overgeslagen', uitkomst: {} });
  const achtergrond = await keten.als(gemeente, (em) => leesAchtergrond(em, jongereId));
  if (!achtergrond) return { staat: 'mislukt', uitkomst: { reden: 'jongereOnbekend' } };
  switch (wat) {
    case 'geboortedatum': {
      const velden = AFGELEIDE_VELDEN.filter((v) => v in d.start.shape).map((v) => [
        v,
        achtergrond.afgeleid[v],
      ]);
      return velden.length === 0
        ? gehoord(false)
        : gehoord(await stuur('corrigeren', { velden: Object.fromEntries(velden) }));
    }
    case 'school': {
      // The holidays that its terms counted go along, also those long ago.
      const kader = await keten.als(gemeente, async (em) => {
        const s = await leesProces(em, proces.id, ALLES);
        return s && (await leesAchtergrond(em, jongereId, s.geopendOp))?.kader;
      });
      const nieuwKader = await stuur('kaderBijwerken', {}, kader ?? achtergrond.kader);
      return gehoord(hoort('schoolwissel') ? await stuur('schoolwissel', {}) : nieuwKader);
    }
    case 'startkwalificatie':
      return gehoord(hoort('startkwalificatieBehaald') && (await stuur('startkwalificatieBehaald', {})));
    case 'verhuisd': {
      if (d.blijftBijVerhuizing) return { staat: 'overgeslagen', uitkomst: { reden: 'blijft' } };
      const s = await keten.als(gemeente, (em) => leesProces(em, proces.id, ALLES));
      const ja = await stuur('verhuisd', { naarGemeente: String(klus.gegevens['naarGemeente']) });
      if (s && elders) await openElders(keten, d, s, elders, `${klus.id}.${nr}`);
      return gehoord(ja);
    }
  }
};

/** The same youth in the other municipality, when that one works with this installation. Safe to repeat. */
async function neemOver(
  keten: Keten,
  van: string,
  jongereId: string,
  naar: string,
): Promise<{ gemeente: string; id: string } | undefined> {
  const oud = await keten.als(van, async (em) => ({
    rij: await leesJongere(em, jongereId, ALLES),
    halt: await haltVerwijzingen(em, van, jongereId),
  }));
  if (!oud.rij) return undefined;
  const { hoofdsleutels } = keten;
  const bsn = ontsleutelBsn(hoofdsleutels, van, jongereId, oud.rij.bsn);
  const nieuwId = uuidv5(`${van} ${jongereId} ${naar}`, VERHUISDEN);
  const id = await keten.als(naar, (em) =>
    neemJongereOver(em, naar, oud.rij!, {
      id: nieuwId,
      bsn: versleutelBsn(hoofdsleutels, naar, nieuwId, bsn),
      bsn_zoek: bsnZoek(hoofdsleutels, naar, bsn),
      halt_elders: oud.halt,
    }),
  );
  await keten.als(van, (em) => meldVerhuisdNaar(em, oud.rij!, naar, id));
  return id === undefined ? undefined : { gemeente: naar, id };
}

async function openElders(
  keten: Keten,
  d: Definitie,
  s: Snapshot,
  naar: { gemeente: string; id: string },
  sleutel: string,
): Promise<void> {
  if (!d.elders) return;
  const vandaag = await keten.als(naar.gemeente, async (em) => em.vandaag);
  await keten.open({
    gemeente: naar.gemeente,
    jongereId: naar.id,
    procestype: d.elders.doel,
    gegevens: d.elders.met(contextVan(s, vandaag)) as Bericht['gegevens'],
    sleutel: `${sleutel}.${d.elders.doel}`,
    door: s.id,
    behandelaar: null,
  });
}

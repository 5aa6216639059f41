import { gevolgVanKader } from '#process';
import { leesAchtergrond, leesProces, leesTijdlijn } from '#read-model';
import type { KlusWerk, RegelUitkomst } from './werk-af.js';

const overgeslagen = (reden: 'afgerond' | 'gelijk'): RegelUitkomst => ({
  staat: 'overgeslagen',
  uitkomst: { reden },
});

/**
 * Brings the kader of today to one open process. The outcome says how many running terms got another date, and not of which process: a row
 * is read by people who may not know that a shielded process is there.
 */
export const kaderBijwerken: KlusWerk = async (keten, klus, { nr, invoer }) => {
  const id = String(invoer['id']);
  const sleutel = `${klus.id}.${nr}`;
  const { s, kader, vandaag, gedaan } = await keten.als(klus.gemeente_code, async (em) => {
    const s = await leesProces(em, id, { soort: 'alles', zonder: [] });
    // Done before, by an attempt that did not live to say so.
    const bekend = s?.prive.sleutels.find((x) => x.sleutel === sleutel);
    const lijn = bekend ? await leesTijdlijn(em, klus.gemeente_code, id) : [];
    return {
      s,
      kader: s && (await leesAchtergrond(em, s.jongereId, s.geopendOp))?.kader,
      vandaag: em.vandaag,
      gedaan: bekend && lijn.filter((r) => r.revisie === bekend.revisie).at(-1)?.wat,
    };
  });
  const telt = (termijnen: readonly unknown[] = []): RegelUitkomst => ({
    staat: 'gedaan',
    uitkomst: { verplaatst: termijnen.length },
  });
  if (gedaan) return telt(gedaan.termijnen);
  if (!s || s.afgerond || !kader) return overgeslagen('afgerond');
  const d = keten.register.definitie(s.procestype, s.versie);
  const gevolg = gevolgVanKader(d, s, kader, vandaag);
  if (!gevolg) return overgeslagen('gelijk');
  const van = { procestype: 'klus', id: klus.id };
  const b = { bericht: 'kaderBijwerken', gegevens: {}, sleutel, van, kader };
  return (await keten.stuur(s.procestype, id, b)) ? telt(gevolg) : overgeslagen('afgerond');
};

import { bereken } from '#kalender';
import { duurVan, lokaal } from '#process';
import { kwetsbarenZonderOverdracht, leesAchtergrond } from '#read-model';
import type { Keten } from './keten.js';

/** When the overdracht begins before the 18th birthday: the setting that every process uses for it. */
const BEGIN = lokaal('overdrachtStart', { maanden: 6 });

/**
 * Opens the overdracht of youths who are known as vulnerable (JIKP) and for whom no process runs that would do it: once each, at 17 years and
 * 6 months. Safe to do in every worker at once. Gives how many were opened.
 */
export async function openOverdrachten(keten: Keten): Promise<number> {
  const { rows } = await keten.pool.query<{ code: string }>('select code from app.gemeente order by code');
  let geopend = 0;
  for (const { code: gemeente } of rows) {
    const toe = await keten.als(gemeente, async (em) => {
      const ids = await kwetsbarenZonderOverdracht(em, gemeente);
      const achtergronden = await Promise.all(
        ids.map(async (id) => ({ id, a: await leesAchtergrond(em, id) })),
      );
      const aan = achtergronden.flatMap(({ id, a }) => {
        if (!a) return [];
        const vraag = {
          vanaf: a.afgeleid.achttienOp,
          duur: duurVan(BEGIN, a.kader),
          richting: 'terug',
        } as const;
        const begin = bereken({ ...vraag, soort: 'LOCAL', type: 'op', verschuift: false }, a.kader.kalender);
        return begin.datum <= em.vandaag ? [id] : [];
      });
      return { ids: aan, vandaag: em.vandaag };
    });
    for (const jongereId of toe.ids) {
      const { wat } = await keten.open({
        gemeente,
        jongereId,
        procestype: 'overdracht',
        gegevens: { gesignaleerdOp: toe.vandaag, bron: 'leeftijd' },
        sleutel: `kwetsbaar.${jongereId}`,
        door: 'systeem',
        behandelaar: null,
      });
      if (wat === 'geopend') geopend += 1;
    }
  }
  return geopend;
}

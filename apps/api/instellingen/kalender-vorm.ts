import { datumVeld, z } from '#process';
import { isDag, naamVorm, ookBijFouten } from './vormen.js';

const vakantieVorm = z
  .strictObject({ naam: naamVorm, van: datumVeld(), tot: datumVeld() })
  .refine((v) => !isDag(v.van) || !isDag(v.tot) || v.van <= v.tot, {
    error: 'De laatste dag ligt voor de eerste.',
    params: { code: 'volgorde' },
    path: ['tot'],
    ...ookBijFouten,
  });

/** The calendar of a school: its holidays, and the last day about which the school said anything. */
export const kalenderLichaam = z
  .strictObject({ bekendTot: datumVeld(), vakanties: z.array(vakantieVorm).max(200) })
  .superRefine((kalender, c) => {
    const { bekendTot, vakanties } = (kalender ?? {}) as { bekendTot?: unknown; vakanties?: unknown };
    if (!Array.isArray(vakanties)) return;
    const fout = (i: number, veld: string, code: string, message: string): void =>
      c.addIssue({ code: 'custom', params: { code }, message, path: ['vakanties', i, veld] });
    const opDag = vakanties
      .flatMap((v: { van?: unknown; tot?: unknown } | null, i) =>
        isDag(v?.van) && isDag(v.tot) && v.van <= v.tot ? [{ van: v.van, tot: v.tot, i }] : [],
      )
      .sort((a, b) => (a.van < b.van ? -1 : a.van > b.van ? 1 : a.i - b.i));
    let eerder: (typeof opDag)[number] | undefined;
    for (const v of opDag) {
      if (isDag(bekendTot) && v.tot > bekendTot)
        fout(
          v.i,
          'tot',
          'na-bekend-tot',
          'Deze vakantie loopt door na de dag tot waar de kalender bekend is.',
        );
      if (eerder && v.van <= eerder.tot) fout(v.i, 'van', 'overlap', 'Deze vakantie begint in een andere.');
      if (!eerder || v.tot > eerder.tot) eerder = v;
    }
  }, ookBijFouten);
export type NieuweKalender = z.output<typeof kalenderLichaam>;

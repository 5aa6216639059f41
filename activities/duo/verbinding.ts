import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { vandaagOp } from '#kalender';
import type { DuoStatusNaam, Terugmelding } from '#read-model';

/** What goes to DUO at once: all of one municipality, in order. Its number never comes back with other lines. */
export interface Partij {
  gemeente: string;
  nummer: number;
  regels: readonly Terugmelding[];
}

/**
 * The way to DUO. `stuur` brings a batch over or throws; the same batch again must bring nothing twice. Another connector (the M2M link of
 * DUO, which asks for a PKIoverheid certificate) is another implementation of this.
 */
export interface DuoVerbinding {
  stuur(p: Partij): Promise<void>;
}

/** The statuses in DUO's own words. */
const IN_WOORDEN: Record<DuoStatusNaam, string> = {
  geregistreerd: 'Geregistreerd',
  inBehandeling: 'In behandeling',
  afgesloten: 'Afgesloten',
  ingetrokken: 'Ingetrokken',
  terKennisgeving: 'Ter kennisgeving aangenomen',
};
const KOLOMMEN = ['meldingnummer', 'volgnummer', 'status', 'reden', 'datum'];
/** Where whoever reads the files puts what he has processed. */
const VERWERKT = 'verwerkt';

export const bestandsnaam = ({ gemeente, nummer }: Pick<Partij, 'gemeente' | 'nummer'>): string =>
  `duo-terugmelding-${gemeente}-${String(nummer).padStart(6, '0')}.csv`;

/**
 * A folder per municipality, with a CSV file per batch that the package of the municipality reads. A file appears whole or not, and one that
 * is there, or in `verwerkt`, is not written again.
 */
export function mapVerbinding(map: string): DuoVerbinding {
  return {
    async stuur(p) {
      const hier = join(map, p.gemeente);
      const naam = bestandsnaam(p);
      await mkdir(join(hier, VERWERKT), { recursive: true });
      if ([join(hier, naam), join(hier, VERWERKT, naam)].some((pad) => existsSync(pad))) return;
      const klad = join(hier, `.${naam}.klad`);
      await schrijf(klad, alsCsv(p.regels));
      await rename(klad, join(hier, naam));
      await metBestand(hier, 'r', (b) => b.sync());
    },
  };
}

/** No value of ours needs a quote: numbers, words of a fixed list, dates. */
const alsCsv = (regels: readonly Terugmelding[]): string =>
  [
    KOLOMMEN,
    ...regels.map((r) => [
      r.meldingnummer,
      String(r.volgnr),
      IN_WOORDEN[r.status],
      r.reden ?? '',
      vandaagOp(r.aangemaakt_op.getTime()),
    ]),
  ]
    .map((velden) => `${velden.join(';')}\r\n`)
    .join('');

const schrijf = (pad: string, tekst: string): Promise<void> =>
  metBestand(pad, 'w', async (b) => {
    await b.writeFile(tekst);
    await b.sync();
  });

async function metBestand(
  pad: string,
  hoe: 'r' | 'w',
  werk: (b: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const bestand = await open(pad, hoe);
  try {
    await werk(bestand);
  } finally {
    await bestand.close();
  }
}

import { asyncLocalStorage } from '@temporalio/activity';
import { Counter, Histogram, register } from 'prom-client';
import type { maakActiviteiten } from '#activities';

type Activiteiten = ReturnType<typeof maakActiviteiten>;

/* Labels are kinds and codes of municipalities; never an id, a name or a text. */
const activiteiten = new Histogram({
  name: 'leerlijn_activiteit_duration_seconds',
  help: 'Duur van een poging van een activiteit; weg: snel (in de workflowtaak) of geduldig',
  labelNames: ['activiteit', 'weg', 'uitkomst'] as const,
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
});
const herkansingen = new Counter({
  name: 'leerlijn_rij_herkansingen_total',
  help: 'Pogingen om een rij te schrijven nadat een eerdere mislukte',
});
const pogingen = new Counter({
  name: 'leerlijn_effect_pogingen_total',
  help: 'Pogingen om een stap buiten het proces te zetten, per soort',
  labelNames: ['effect'] as const,
});
const mislukt = new Counter({
  name: 'leerlijn_effect_mislukt_total',
  help: 'Mislukte pogingen om een stap buiten het proces te zetten, per soort',
  labelNames: ['effect'] as const,
});
export const vertraging = new Histogram({
  name: 'leerlijn_herinnering_vertraging_seconds',
  help: 'Van 8:00 op de eerste werkdag waarop een herinnering kon gaan tot zij verzonden was',
  labelNames: ['gemeente'] as const,
  buckets: [10, 30, 60, 300, 900, 1_800, 3_600, 14_400, 86_400],
});
export const mailrondes = new Counter({
  name: 'leerlijn_mail_rondes_mislukt_total',
  help: 'Rondes van de mailer die mislukten',
});

/** Hears of an attempt that failed: kinds only, see {@link metMetingen}. */
type MeldFout = (velden: { activiteit: string; poging: number }, fout: unknown) => void;

/** The same activities, measured. What they do and throw stays what it is. */
export function metMetingen(a: Activiteiten, meldFout: MeldFout): Activiteiten {
  const gemeten = async <T>(activiteit: string, werk: () => Promise<T>): Promise<T> => {
    const info = asyncLocalStorage.getStore()?.info;
    const weg = info?.isLocal === false ? 'geduldig' : 'snel';
    const klaar = activiteiten.startTimer({ activiteit, weg });
    if (activiteit === 'projecteer' && ((info?.attempt ?? 1) > 1 || weg === 'geduldig')) herkansingen.inc();
    try {
      const uitkomst = await werk();
      klaar({ uitkomst: 'gelukt' });
      return uitkomst;
    } catch (fout) {
      klaar({ uitkomst: 'mislukt' });
      meldFout({ activiteit, poging: info?.attempt ?? 1 }, fout);
      throw fout;
    }
  };
  return {
    projecteer: (p, naarBuiten) =>
      gemeten('projecteer', async () => {
        const gedaan = await a.projecteer(p, naarBuiten);
        for (const { soort } of naarBuiten.slice(0, gedaan)) pogingen.inc({ effect: soort });
        return gedaan;
      }),
    verricht: (e, proces) =>
      gemeten('verricht', async () => {
        pogingen.inc({ effect: e.soort });
        try {
          await a.verricht(e, proces);
        } catch (fout) {
          mislukt.inc({ effect: e.soort });
          throw fout;
        }
      }),
    werkAf: (k) => gemeten('werkAf', () => a.werkAf(k)),
  };
}

/** Everything that this process measures itself. */
export const leesMetingen = (): Promise<string> => register.metrics();

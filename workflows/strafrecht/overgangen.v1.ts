import { brief, meld, type Context, type EffectDef } from '#process';
import { nuGehoord } from './toetsing.v1.js';

type Resultaat = 'afgerond' | 'sepot' | 'vrijspraak' | 'maatregel';
/** Tells `mas` that this route is over. It may have closed before, above all at the 18th birthday. */
const meldAfgerond = (strafrechtResultaat: Resultaat): EffectDef =>
  meld('mas', 'strafrechtAfgerond', () => ({ strafrechtResultaat }), { magOntbreken: true });
const einde = (uitkomst: string, resultaat: Resultaat) => ({
  naar: 'afgerond' as const,
  uitkomst,
  dan: [meldAfgerond(resultaat)],
});

/** The measure of the judge is over. */
export const maatregelVoorbij = einde('maatregel', 'maatregel');

/** Called for the hearing, or called again. */
export const oproep = { naar: 'horen' as const, dan: [brief('oproepVerhoor', 'jongere')] };
const gehoord = [{ naar: 'pvInOpmaak' as const, als: nuGehoord }, { naar: 'horen' as const }];
export const horen = { gehoordJongere: gehoord, gehoordOuders: gehoord };

/** A change of school leaves the route as it is. */
export const schoolwissel = { schoolwissel: { markeer: ['schoolwissel'] } };

const jcoOverleg = { jcoOverleg: { markeer: ['jcoBesproken'] } };
export const overleg = { ...jcoOverleg, ...schoolwissel };

const afzien = [
  {
    als: (c: Context<{ reden: string }>) => c.invoer.reden === 'waarschuwing',
    ...einde('afgezien', 'afgerond'),
    dan: [brief('waarschuwing', 'ouders'), meldAfgerond('afgerond')],
  },
  einde('afgezien', 'afgerond'),
];

/** What is possible until the proces-verbaal is sent, the side branch of art. 22 lid 4 among it. */
export const voorVerzending = {
  ...overleg,
  oudersIngelicht: {
    markeer: ['schoolInOnderzoek', 'nietBekostigdeSchool'],
    wis: ['nietIngeschreven', 'ingeschreven'],
  },
  schoolOnderzocht: [
    {
      als: (c: Context<{ isSchool: boolean }>) => c.invoer.isSchool,
      wis: ['schoolInOnderzoek', 'nietBekostigdeSchool'],
    },
    { wis: ['schoolInOnderzoek'], dan: [brief('geenSchool', 'ouders')] },
  ],
  // Too late is still a case for the judge: what was marked stays.
  ingeschreven: { markeer: ['ingeschreven'], stelVoor: 'afzien' as const },
  afzien,
};

export const pvVerzonden = [
  {
    naar: 'pvBijOm' as const,
    als: (c: Context<{ naarRvdk: boolean }>) => c.invoer.naarRvdk,
    dan: [brief('pvNaarOm', 'om'), brief('afschriftNaarRaad', 'raad')],
  },
  { naar: 'pvBijOm' as const, dan: [brief('pvNaarOm', 'om')] },
];

const beslist = (beslissing: string) => (c: Context<{ beslissing: string }>) =>
  c.invoer.beslissing === beslissing;
export const omBeslissing = [
  { als: beslist('sepot'), ...einde('sepot', 'sepot') },
  { als: beslist('strafbeschikking'), ...einde('strafbeschikking', 'afgerond') },
  { naar: 'omBeslist' as const },
];

type Uitspraak = Context<{ uitspraak: string; maatregelTot?: string }>;
const is = (uitspraak: string) => (c: Uitspraak) => c.invoer.uitspraak === uitspraak;
export const uitspraak = [
  // For the next hearing the school and the Raad are asked anew.
  {
    naar: 'aangehouden' as const,
    als: is('aangehouden'),
    wis: ['schoolinformatieBinnen', 'raadsadviesBinnen'],
  },
  { als: is('vrijspraak'), ...einde('vrijspraak', 'vrijspraak') },
  { als: is('schuldigZonderStraf'), ...einde('schuldigZonderStraf', 'afgerond') },
  { naar: 'maatregelLoopt' as const, als: (c: Uitspraak) => c.invoer.maatregelTot !== undefined },
  // A fine, for example: nothing runs on.
  { als: is('straf'), ...einde('straf', 'afgerond') },
];

/** What the Raad and the school bring in before a hearing; the state waits for the day. */
export const voorbereiding = {
  raadsadvies: { markeer: ['raadsadviesBinnen'] },
  informatieSchool: { markeer: ['schoolinformatieBinnen'] },
  zittingsdatum: { naar: 'zittingGepland' as const },
  ...schoolwissel,
};

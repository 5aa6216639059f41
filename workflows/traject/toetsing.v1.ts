import type { Datum } from '#kalender';
import { eis, gemeentelijk, type Context } from '#process';

/** What the checks read from a traject. */
export interface Dossier {
  besluit: 'afgewezen' | 'praktijkroute' | 'toegekend';
}
type C = Context<Record<string, unknown>, Dossier>;

/** True when the last answer of UWV was this one. */
export const laatsteAntwoordUwv =
  (besluit: Dossier['besluit']) =>
  (c: C): boolean =>
    c.gegevens.besluit === besluit;

/** What happened is recorded after it happened. `veld` is the date that the act names. */
const geweest = <V extends string>(naam: string, veld: V, melding: string) =>
  eis<Record<V, Datum>>({
    naam,
    grondslag: gemeentelijk('een gesprek, besluit of contact wordt vastgelegd nadat het er is'),
    melding,
    als: (c) => c.invoer[veld] <= c.vandaag,
  });
export const gesprekGeweest = geweest(
  'gesprekGeweest',
  'gesprekOp',
  'De datum van het gesprek ligt in de toekomst. Leg het gesprek vast nadat het is gevoerd.',
);
export const contactGeweest = geweest(
  'contactGeweest',
  'contactOp',
  'De datum van het contact ligt in de toekomst.',
);
export const besluitGenomen = geweest(
  'besluitGenomen',
  'besluitOp',
  'De datum van het besluit ligt in de toekomst.',
);

export const aanvraagGedaan = geweest(
  'aanvraagGedaan',
  'aangevraagdOp',
  'De datum van de aanvraag ligt in de toekomst.',
);

/** One request at a time, and none once it was granted. */
export const geenAbaOpen = eis({
  naam: 'geenAbaOpen',
  grondslag: gemeentelijk('een nieuwe aanvraag nadat UWV op de vorige heeft beslist'),
  melding: 'Er loopt al een aanvraag bij UWV, of zij is toegekend.',
  als: (c) => !['abaAangevraagd', 'abaPraktijkroute', 'abaToegekend'].some((v) => c.heeftVlag(v)),
});
export const abaOpen = eis({
  naam: 'abaOpen',
  grondslag: gemeentelijk('een besluit van UWV hoort bij een aanvraag'),
  melding: 'Er is geen aanvraag bij UWV vastgelegd.',
  als: (c) => c.heeftVlag('abaAangevraagd') || c.heeftVlag('abaPraktijkroute'),
});
export const abaAfgewezen = eis({
  naam: 'abaAfgewezen',
  grondslag: gemeentelijk('opnieuw overwegen na een afwijzing'),
  melding: 'UWV heeft geen aanvraag afgewezen.',
  als: (c) => c.heeftVlag('abaAfgewezen'),
});

export const heeftPlek = eis({
  naam: 'heeftPlek',
  grondslag: gemeentelijk('stabiel is wie een school, werk of zorg heeft'),
  melding: 'Er is nog geen school, werk of zorg vastgelegd.',
  als: (c) => ['opleiding', 'werk', 'zorg'].some((v) => c.heeftVlag(v)),
});

/** What must be there for an outcome. Without contact nothing is known. */
const NODIG: Record<string, string[]> = {
  terugNaarSchool: ['opleiding'],
  werk: ['werk'],
  combinatie: ['opleiding', 'werk'],
  zorg: ['zorg'],
  startkwalificatie: ['startkwalificatie'],
};
export const uitkomstKlopt = eis<{ resultaat: string }>({
  naam: 'uitkomstKlopt',
  grondslag: gemeentelijk('de uitkomst past bij wat in het traject is vastgelegd'),
  melding:
    'Deze uitkomst past niet bij wat is vastgelegd. Leg eerst de school, het werk, de zorg of het diploma vast.',
  als: (c) => (NODIG[c.invoer.resultaat] ?? []).every((v) => c.heeftVlag(v)),
});
export const naNazorg = eis<{ resultaat: string }>({
  naam: 'naNazorg',
  grondslag: gemeentelijk('een traject sluit na de nazorg'),
  melding: 'Sluit het traject na de nazorg. Eerder kan bij een startkwalificatie of als er geen contact is.',
  als: (c) => c.toestand === 'nazorg' || ['startkwalificatie', 'geenContact'].includes(c.invoer.resultaat),
});

/** Attempts after which nobody is reached [U]: a setting, because no source names a number. The same as in `overdracht`. */
const pogingenNodig = (c: { kader: Context['kader'] }): number => {
  const n = c.kader.instellingen.waarden['geenContactPogingen'];
  return typeof n === 'number' ? n : 3;
};
export const genoegPogingen = eis<{ resultaat: string; pogingen?: number }>({
  naam: 'genoegPogingen',
  grondslag: gemeentelijk('geen contact is een uitkomst na een aantal pogingen'),
  melding: (c) => `Sluit pas wegens geen contact na ${pogingenNodig(c)} pogingen.`,
  als: (c) => c.invoer.resultaat !== 'geenContact' || (c.invoer.pogingen ?? 0) >= pogingenNodig(c),
});

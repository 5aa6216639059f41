/** A source outside Leerlijn: what is looked up there, and with what of ours one compares it. */
export interface Bron {
  naam: string;
  van: string;
  wat: string;
  waar: string;
  vergelijkMet: string;
}

/** Dashboards that Leerlijn neither reads nor fills: no interface of them is public. Source: annual report 2023-2024. */
export const BRONNEN: readonly Bron[] = [
  {
    naam: 'Dashboard vsv',
    van: 'DUO',
    wat: 'voortijdig schoolverlaters: aantal en percentage van het land, de regio en de gemeente',
    waar: 'bij DUO, met het account van de gemeente',
    vergelijkMet: 'cijfers over vsv staan niet in /jaarcijfers: DUO is daarvan de enige bron',
  },
  {
    naam: 'Dashboard jikp',
    van: 'DUO',
    wat: 'jongeren in een kwetsbare positie',
    waar: 'bij DUO, met het account van de gemeente',
    vergelijkMet: '/gemeenten/{code}/kwetsbaar: wie de gemeente zelf als kwetsbaar heeft vastgelegd',
  },
  {
    naam: 'JIKP-monitor',
    van: 'Intergrip',
    wat: 'jongeren in een kwetsbare positie, met geplande en ongeplande uitstroom',
    waar: 'in Intergrip, met het account van de gemeente',
    vergelijkMet: 'de tabel Uitstroom volgens Intergrip in /jaarcijfers',
  },
];

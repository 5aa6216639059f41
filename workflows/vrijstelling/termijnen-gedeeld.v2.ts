import { gemeentelijk, GEWONE_HERINNERINGEN, lokaal, taak, wet } from '#process';
import { absoluutVerzuim, naarOverdracht } from './koppelingen.v2.js';
import { termijnen } from './namen.v2.js';
import { is, WET } from './toetsing.v2.js';

const voorstel = taak('voorstelDoorstroomcoach', 'doorstroomcoach');

/** What every ground has. */
export const gedeeldeTermijnen = termijnen([
  {
    naam: 'duoRegistratie',
    soort: 'LOCAL',
    grondslag: gemeentelijk('registreren bij DUO binnen vijf werkdagen na de bevestiging of de toekenning'),
    vanaf: { actie: ['bevestigen', 'besluitBekendgemaakt', 'bezwaarGegrond'] },
    duur: lokaal('vrijstellingRegistratie', { werkdagen: 5 }),
    tot: { actie: 'duoGeregistreerd' },
    zolang: ['bevestigd', 'toegekend', 'vanKracht', 'bezwaar'],
    herinner: GEWONE_HERINNERINGEN,
    bijVerloop: { markeer: 'registratieDuoUitgebleven' },
  },
  {
    naam: 'geldigheidTijdensVerlenging',
    soort: 'LOCAL',
    grondslag: gemeentelijk(
      'de lopende vrijstelling eindigt terwijl over een verlenging of bezwaar wordt beslist',
    ),
    vanaf: { datumveld: 'geldigTot' },
    zolang: [
      'verlengingOpen',
      'aanvullingGevraagd',
      'kennisgevingOntvangen',
      'adviesAanTeVragen',
      'bijDeArts',
      'toets',
      'toetsRichting',
      'toetsBuitenland',
      'aanvraagOntvangen',
      'aanvraagAanvulling',
      'inBehandeling',
      'inBehandelingVervangend',
      'afwijzingBesloten',
      'bezwaartermijn',
      'bezwaar',
    ],
    als: (c) =>
      (c.toestand === 'bezwaar' && c.heeftVlag('toegekend')) ||
      (c.heeftVlag('verlenging') && c.gegevens.geldigTot! >= c.gegevens.kennisgevingOp!),
    herinner: ['vooraf', 'verstreken', 'groep', 'teamleider'],
    bijVerloop: [
      {
        // The renewal was refused already, and only what was granted before kept the youth from school.
        als: (c) =>
          is('art15')(c) && !c.heeftVlag('toegekend') && ['bezwaartermijn', 'bezwaar'].includes(c.toestand),
        markeer: 'geldigheidVerstreken',
        dan: [absoluutVerzuim],
      },
      { markeer: 'geldigheidVerstreken' },
    ],
  },
  {
    // Opened later than that, migrated from version 1, or a birth date that was corrected: the day has passed and it happens at once.
    naam: 'overdracht',
    soort: 'LOCAL',
    grondslag: gemeentelijk(
      'de overdracht aan het Doorstroompunt begint een half jaar voor de 18e verjaardag',
    ),
    type: 'op',
    vanaf: { datumveld: 'achttienOp' },
    voor: lokaal('overdrachtStart', { maanden: 6 }),
    bijVerloop: { dan: [naarOverdracht] },
  },
  {
    naam: 'achttien',
    soort: 'LAW',
    grondslag: wet(WET, '4b'),
    type: 'op',
    vanaf: { datumveld: 'achttienOp' },
    verschuift: false,
    bijVerloop: [
      {
        // The exemption ends (settled reading 8); an objection must be decided all the same.
        als: (c) => c.toestand === 'bezwaar',
        naar: 'beeindigd',
        uitkomst: 'achttien',
        dan: [voorstel, taak('bezwaarAfhandelen')],
      },
      { naar: 'beeindigd', uitkomst: 'achttien', dan: [voorstel] },
    ],
  },
]);

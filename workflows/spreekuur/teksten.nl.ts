import { teksten } from '#process';
import type { v1 } from './definitie.v1.js';

export const nl = teksten<typeof v1>({
  titel: 'Verzuimspreekuur',
  omschrijving:
    'Preventief gesprek over beginnend verzuim, op aanmelding van de school. Helpt het niet, dan gaat het verder als verzuimmelding.',
  toestanden: {
    aangemeld: 'Aangemeld',
    uitgenodigd: 'Uitgenodigd',
    gesprekGepland: 'Gesprek gepland',
    gesprekGevoerd: 'Gesprek gevoerd, afspraken volgen',
    nietVerschenen: 'Niet verschenen',
    monitoring: 'Verzuim wordt gevolgd',
    geescaleerd: 'Verder als verzuimmelding',
    afgesloten: 'Afgesloten',
  },
  acties: {
    uitnodigingVerzonden: {
      titel: 'Uitnodiging verzonden',
      hulp: 'Leg vast dat de uitnodiging de deur uit is. Staat de dag van het gesprek al vast, vul die dan meteen in.',
    },
    gesprekGepland: {
      titel: 'Gesprek plannen',
      hulp: 'Kies de dag van het gesprek. Een andere dag kiezen mag tot het gesprek is geweest.',
    },
    gesprekGevoerd: {
      titel: 'Gesprek gevoerd',
      hulp: 'Zonder afspraken blijft het proces wachten tot u die vastlegt. Met afspraken begint het volgen van het verzuim.',
    },
    afsprakenVastgelegd: {
      titel: 'Afspraken vastleggen',
      hulp: 'Nieuwe afspraken tijdens het volgen laten de vier lesweken opnieuw beginnen.',
    },
    nietVerschenen: {
      titel: 'Niet verschenen',
      hulp: 'Na de tweede keer stelt het proces voor om verder te gaan als verzuimmelding.',
    },
    verzuimUpdate: {
      titel: 'Stand van het verzuim doorgeven',
      hulp: 'Het aantal uren ongeoorloofd verzuim in de laatste vier lesweken. Vanaf 16 uur moet de school melden en gaat het verder als verzuimmelding.',
    },
    duoMelding: {
      titel: 'Verzuimmelding van DUO',
      hulp: 'Een melding "overig verzuim" hoort bij dit spreekuur. Elke andere melding gaat verder als verzuimmelding.',
    },
    escaleren: {
      titel: 'Verder als verzuimmelding',
      hulp: 'Sluit het spreekuur en ga verder met de methodische aanpak schoolverzuim.',
    },
    afsluiten: { titel: 'Spreekuur afsluiten', hulp: 'Kies de uitkomst die de afspraken hebben gehad.' },
  },
  termijnen: {
    uitnodigen: 'Uitnodigen voor het gesprek',
    gesprek: 'Gesprek voeren',
    gesprekVastleggen: 'Vastleggen hoe het gesprek is verlopen',
    afsprakenVastleggen: 'Afspraken vastleggen',
    opnieuwUitnodigen: 'Opnieuw uitnodigen',
    monitoring: 'Einde van het volgen van het verzuim',
    updateVanSchool: 'Antwoord van de school over het verzuim',
    achttien: '18e verjaardag',
  },
  uitkomsten: {
    hersteld: 'Verzuim hersteld',
    doorverwezenHulp: 'Doorverwezen naar vrijwillige hulp',
    nietVerschenen: 'Niet verschenen',
    vervallen: 'Vervallen',
    geescaleerdMas: 'Verder als verzuimmelding',
    achttien: 'Beëindigd: 18 jaar geworden',
    geannuleerd: 'Geannuleerd',
    verhuisd: 'Verhuisd naar een andere gemeente',
  },
  vlaggen: {},
  velden: {
    aangemeldOp: 'Datum van aanmelding',
    urenGemeld: 'Uren ongeoorloofd verzuim bij de aanmelding',
    aantalTeLaat: 'Aantal keren te laat',
    meldingNummer: 'Nummer van de DUO-melding',
    toelichting: 'Toelichting',
    achttienOp: 'Datum van de 18e verjaardag',
    gesprekOp: 'Datum van het gesprek',
    verslag: 'Verslag',
    afspraken: 'Afspraken',
    uren: 'Uren ongeoorloofd verzuim in de laatste vier lesweken',
    soort: 'Soort melding',
    reden: 'Reden',
    resultaat: 'Uitkomst',
  },
  taken: {
    uitnodigingGesprek: 'Maak de uitnodiging voor het gesprek en verstuur die aan de ouders en de jongere.',
    verzoekVerzuimUpdate:
      'Vraag de school hoe het verzuim zich in de afgelopen vier lesweken heeft ontwikkeld.',
    voorstelDoorstroomcoach:
      'De jongere is 18 geworden en het spreekuur is gesloten. Beoordeel of begeleiding vanuit het Doorstroompunt nodig is.',
    mas: 'Open de verzuimmelding in het huidige pakket en neem het verloop van het spreekuur over.',
    hulp: 'Meld de jongere met instemming aan bij Wijkracht of Jeugd en Gezin.',
  },
});

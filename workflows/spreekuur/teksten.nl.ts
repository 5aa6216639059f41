import { teksten } from '#process';
import type { v2 } from './definitie.v2.js';

export const nl = teksten<typeof v2>({
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
      hulp: 'De school hoort het dezelfde dag. Na de tweede keer stelt het proces voor om verder te gaan als verzuimmelding.',
    },
    verzuimUpdate: {
      titel: 'Stand van het verzuim doorgeven',
      hulp: 'Het aantal uren ongeoorloofd verzuim in de laatste vier lesweken. Vanaf 16 uur moet de school melden en gaat het verder als verzuimmelding.',
    },
    duoMelding: {
      titel: 'Verzuimmelding van DUO',
      hulp: 'Een melding "overig verzuim" hoort bij dit spreekuur. Elke andere melding gaat verder als verzuimmelding.',
    },
    schoolwissel: {
      titel: 'Andere school',
      hulp: 'De jongere is van school gewisseld. De schoolkalender en het volgen van het verzuim gaan mee naar de nieuwe school.',
    },
    escaleren: {
      titel: 'Verder als verzuimmelding',
      hulp: 'Sluit het spreekuur en ga verder met de methodische aanpak schoolverzuim: de verzuimmelding wordt geopend.',
    },
    afsluiten: {
      titel: 'Spreekuur afsluiten',
      hulp: 'Kies de uitkomst die de afspraken hebben gehad. Bij doorverwijzen begint het aanbod van hulp; kies dan ook bij wie, anders wordt het Wijkracht.',
    },
  },
  termijnen: {
    uitnodigen: 'Uitnodigen voor het gesprek',
    gesprek: 'Gesprek voeren',
    gesprekVastleggen: 'Vastleggen hoe het gesprek is verlopen',
    afsprakenVastleggen: 'Afspraken vastleggen',
    opnieuwUitnodigen: 'Opnieuw uitnodigen',
    monitoring: 'Einde van het volgen van het verzuim',
    updateVanSchool: 'Antwoord van de school over het verzuim',
    beoordelen: 'Beoordelen hoe het verdergaat',
    overdracht: 'Begin van de overdracht aan het Doorstroompunt',
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
  vlaggen: {
    verzuimOpgevraagd: 'Stand van het verzuim is gevraagd',
    schoolwissel: 'Van school gewisseld tijdens het spreekuur',
  },
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
    aanbieder: 'Hulpverlener',
  },
  taken: {
    uitnodigingGesprek: 'Maak de uitnodiging voor het gesprek en verstuur die aan de ouders en de jongere.',
    verzoekVerzuimUpdate:
      'Vraag de school hoe het verzuim zich in de afgelopen vier lesweken heeft ontwikkeld.',
    voorstelDoorstroomcoach:
      'De jongere is 18 geworden en het spreekuur is gesloten. Beoordeel of begeleiding vanuit het Doorstroompunt nodig is.',
    nieuweSchoolInformeren:
      'De jongere is van school gewisseld. Stem met de nieuwe school af wat er is afgesproken en wie het verzuim doorgeeft.',
    nietVerschenen: 'Laat de school weten dat de jongere niet op het gesprek is verschenen.',
    mas: 'Open zelf de verzuimmelding en neem het verloop van het spreekuur over.',
    hulp: 'Bied zelf vrijwillige hulp aan en meld de jongere, met instemming, aan bij Wijkracht of Jeugd en Gezin.',
    overdracht: 'Open zelf de overdracht aan het Doorstroompunt: de jongere wordt binnen een half jaar 18.',
  },
});

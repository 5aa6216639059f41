import { teksten } from '#process';
import type { v1 } from './definitie.v1.js';

export const nl = teksten<typeof v1>({
  titel: 'Civiele route',
  omschrijving:
    'Route 3 van de methodische aanpak schoolverzuim: jeugdbeschermingstafel, onderzoek van de Raad en zo nodig een ondertoezichtstelling. Alleen voor minderjarigen.',
  toestanden: {
    overweging: 'Overweging',
    jbtAangemeld: 'Aangemeld bij de jeugdbeschermingstafel',
    jbtBesproken: 'Besproken, wacht op de Raad',
    rvdkOnderzoek: 'Onderzoek door de Raad',
    verzoekschrift: 'Verzoekschrift bij de rechtbank',
    zitting: 'Zitting gepland',
    otsLoopt: 'Ondertoezichtstelling loopt',
    beeindigd: 'Beëindigd',
    vrijwilligVerder: 'Vrijwillig verder',
    afgewezen: 'Afgewezen',
  },
  acties: {
    jbtAangemeld: {
      titel: 'Aanmelden bij de jeugdbeschermingstafel',
      hulp: 'Motiveer waarom deze route nodig is (MAS 2018 vraagt een zwaardere indicatie): welke zorgen zijn er, en waarom is vrijwillige hulp niet genoeg? De ouders krijgen een brief.',
    },
    jbtUitkomst: {
      titel: 'Uitkomst van de tafel',
      hulp: 'Kies of het gezin vrijwillig verdergaat of dat de Raad voor de Kinderbescherming onderzoek doet.',
    },
    onderzoekGestart: {
      titel: 'Onderzoek van de Raad is begonnen',
      hulp: 'Leg de dag vast waarop de Raad met het onderzoek is begonnen.',
    },
    rapport: {
      titel: 'Rapport van de Raad',
      hulp: 'Kies het advies. Adviseert de Raad een ondertoezichtstelling, dan volgt het verzoekschrift. Vraagt de Raad niets, kies dan "Geen maatregel".',
    },
    verzoekschrift: {
      titel: 'Verzoekschrift ingediend',
      hulp: 'De Raad heeft de kinderrechter om een ondertoezichtstelling gevraagd.',
    },
    zitting: {
      titel: 'Datum van de zitting',
      hulp: 'Vul de dag van de zitting in. Is de zitting verzet, vul dan de nieuwe dag in.',
    },
    beschikking: {
      titel: 'Ondertoezichtstelling uitgesproken',
      hulp: 'Vul de eerste en de laatste dag van de ondertoezichtstelling in. Staat er "tot 13 november", dan is 12 november de laatste dag.',
    },
    afgewezen: {
      titel: 'Geen maatregel',
      hulp: 'De Raad vraagt geen maatregel, of de kinderrechter wijst het verzoek af. De verzuimmelding hoort het.',
    },
    verlengd: {
      titel: 'Ondertoezichtstelling verlengd',
      hulp: 'Vul de nieuwe laatste dag in. Elke verlenging duurt hoogstens een jaar.',
    },
    opgeheven: {
      titel: 'Ondertoezichtstelling opgeheven',
      hulp: 'De maatregel stopt eerder. Geef aan of het gezin vrijwillig verdergaat met hulp.',
    },
    vrijwilligVerder: {
      titel: 'Vrijwillig verder',
      hulp: 'De ouders aanvaarden alsnog hulp. De civiele route stopt en de verzuimmelding hoort het.',
    },
    veiligThuis: {
      titel: 'Veilig Thuis',
      hulp: 'Leg vast dat u heeft gemeld, en later dat Veilig Thuis klaar is. Dit loopt naast de route: de toestand blijft zoals die is. Zet de inhoud van de melding niet hier.',
    },
  },
  termijnen: {
    aanmelden: 'Aanmelden bij de jeugdbeschermingstafel',
    jbtAfspraak: 'Bespreking aan de jeugdbeschermingstafel',
    raadNavragen: 'Navragen of de Raad is begonnen',
    raadBegint: 'Begin van het onderzoek door de Raad',
    raadOnderzoek: 'Navragen hoe het met het onderzoek staat',
    zittingsdatum: 'Navragen wanneer de zitting is',
    uitspraak: 'Beschikking vastleggen',
    otsEinde: 'Einde van de ondertoezichtstelling',
    veiligThuis: 'Navragen bij Veilig Thuis',
    kortVoorAchttien: 'Nog een half jaar tot de 18e verjaardag',
    achttien: '18e verjaardag',
  },
  uitkomsten: {
    beeindigd: 'Ondertoezichtstelling beëindigd',
    vrijwilligVerder: 'Vrijwillig verder',
    afgewezen: 'Geen maatregel',
    achttien: 'Beëindigd: 18 jaar geworden',
    geannuleerd: 'Geannuleerd',
    verhuisd: 'Verhuisd naar een andere gemeente',
  },
  vlaggen: {
    veiligThuis: 'Gemeld bij Veilig Thuis',
    rapportBinnen: 'Rapport van de Raad is binnen',
    raadWachtLang: 'Wacht langer dan drie maanden op de Raad',
    kortVoorAchttien: 'Minder dan een half jaar tot de 18e verjaardag',
  },
  velden: {
    overwogenOp: 'Overwogen sinds',
    achttienOp: 'Datum van de 18e verjaardag',
    jbtAangemeldOp: 'Datum van aanmelding',
    motivering: 'Motivering',
    jbtOp: 'Datum van de bespreking',
    tafel: 'Uitkomst van de tafel',
    verslag: 'Verslag',
    onderzoekGestartOp: 'Begin van het onderzoek',
    rapportOp: 'Datum van het rapport',
    advies: 'Advies van de Raad',
    verzoekschriftOp: 'Datum van het verzoekschrift',
    zittingOp: 'Datum van de zitting',
    afgewezenOp: 'Datum van de afwijzing',
    afwijzer: 'Wie afwijst',
    otsVanaf: 'Eerste dag van de ondertoezichtstelling',
    otsTot: 'Laatste dag van de ondertoezichtstelling',
    opgehevenOp: 'Datum van de opheffing',
    vrijwilligVerder: 'Gaat vrijwillig verder met hulp',
    toelichting: 'Toelichting',
    veiligThuisOp: 'Datum van de stap bij Veilig Thuis',
    stap: 'Stap bij Veilig Thuis',
  },
  taken: {
    meldcodeDoorlopen:
      'Doorloop de stappen van de meldcode huiselijk geweld en kindermishandeling. Meld zo nodig bij Veilig Thuis en leg dat hier vast.',
    aanmeldingJbt:
      'Laat de ouders en de jongere schriftelijk weten dat zij zijn aangemeld bij de jeugdbeschermingstafel, en waarom.',
    raadNavragen: 'Vraag de Raad voor de Kinderbescherming wanneer het onderzoek begint.',
    raadEscaleren:
      'De jongere wacht langer dan drie maanden op het onderzoek. Neem contact op met de locatie van de Raad voor de Kinderbescherming.',
    onderzoekNavragen: 'Vraag de Raad hoe het met het onderzoek staat en wanneer het rapport komt.',
    zittingNavragen: 'Vraag de Raad of de rechtbank wanneer de zitting is.',
    verlengingNagaan:
      'De ondertoezichtstelling loopt over acht weken af. Vraag de gecertificeerde instelling en Jeugd en Gezin of zij verlenging vragen.',
    veiligThuisNavragen: 'Vraag Veilig Thuis om een terugkoppeling en leg vast als het klaar is.',
    maatregelHeroverwegen:
      'De jongere wordt binnen een half jaar 18. Beoordeel of er nog genoeg tijd is voor een maatregel, of dat een andere route beter past.',
    voorstelDoorstroomcoach:
      'De jongere is 18 geworden en de civiele route is gestopt. Beoordeel of begeleiding vanuit het Doorstroompunt nodig is.',
    'mas.civielAfgerond': 'Leg in de verzuimmelding vast hoe de civiele route is afgelopen.',
  },
});

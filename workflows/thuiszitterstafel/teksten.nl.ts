import { teksten } from '#process';
import type { v1 } from './definitie.v1.js';

export const nl = teksten<typeof v1>({
  titel: 'Thuiszitterstafel',
  omschrijving:
    'Partners adviseren samen over een jongere die thuis zit, bij geoorloofd en bij ongeoorloofd verzuim. Daarna heeft een professional de regie, tot de jongere weer meedoet.',
  toestanden: {
    aangemeld: 'Aangemeld',
    volledig: 'Aanmelding is volledig',
    geagendeerd: 'Op de agenda van de tafel',
    aangehouden: 'Aangehouden door de tafel',
    besproken: 'Besproken, advies volgt',
    advies: 'Advies gegeven, regie toewijzen',
    regieToegewezen: 'Regie toegewezen',
    uitvoering: 'Advies wordt uitgevoerd',
    escalatie: 'Geëscaleerd: doorzettingsmacht',
    geactiveerd: 'Plek gevonden, start bevestigen',
    nazorg: 'Nazorg',
    afgesloten: 'Afgesloten',
    afgewezen: 'Aanmelding afgewezen',
  },
  acties: {
    aanvullen: {
      titel: 'Aanmelding aanvullen',
      hulp: 'Vul in wat er bij de aanmelding nog niet bekend was, zoals de dag sinds wanneer de jongere thuis zit. Vanaf die dag tellen de drie maanden.',
    },
    toestemmingVastgelegd: {
      titel: 'Toestemming vastleggen',
      hulp: 'Leg vast wie toestemming geeft om de jongere met de partners te bespreken, of dat de toestemming is ingetrokken. Zonder toestemming komt de jongere niet op de agenda.',
    },
    inbrengSamenwerkingsverband: {
      titel: 'Inbreng van het samenwerkingsverband',
      hulp: 'Leg vast wat het samenwerkingsverband voor de bespreking inbrengt.',
    },
    inbrengSchoolarts: {
      titel: 'Inbreng van de schoolarts',
      hulp: 'Leg vast wat de schoolarts inbrengt. Deze tekst is medisch: na het vastleggen kunt u hem niet teruglezen.',
    },
    volledig: {
      titel: 'Aanmelding is volledig',
      hulp: 'Alles wat de tafel nodig heeft is er. Weet u wanneer de volgende vergadering is, vul die dag dan in.',
    },
    afwijzen: {
      titel: 'Aanmelding afwijzen',
      hulp: 'De jongere hoort niet aan deze tafel. Laat de aanmelder weten waarom.',
    },
    geagendeerd: {
      titel: 'Op de agenda zetten',
      hulp: 'Kies de dag van de vergadering. Een andere dag kiezen kan tot de jongere is besproken.',
    },
    aangehouden: {
      titel: 'Aanhouden',
      hulp: 'De tafel kan nog geen advies geven. Zet de jongere op de agenda van een volgende vergadering.',
    },
    besproken: {
      titel: 'Besproken',
      hulp: 'Leg vast wie aan tafel zaten. Het advies volgt binnen vijf werkdagen na de vergadering.',
    },
    adviesUitgebracht: {
      titel: 'Advies vastleggen',
      hulp: 'Kies het gezamenlijke advies van de tafel. Bij "route" kiest u ook welke route; de verzuimmelding hoort het meteen. Bij "Doorstroompunt" begint de overdracht meteen.',
    },
    regieToegewezen: {
      titel: 'Regie toewijzen',
      hulp: 'Wijs een professional aan die de regie heeft. Er is er altijd precies een: een nieuwe regisseur komt in de plaats van de vorige.',
    },
    uitvoeringGestart: {
      titel: 'Uitvoering gestart',
      hulp: 'De regisseur is begonnen. Vanaf nu vraagt het proces elke vier weken hoe het gaat.',
    },
    voortgang: {
      titel: 'Voortgang melden',
      hulp: 'Schrijf op wat er is gebeurd en wat de volgende stap is. De vier weken beginnen opnieuw.',
    },
    activatie: {
      titel: 'Plek gevonden',
      hulp: 'Leg vast waar de jongere weer meedoet en vanaf welke dag. Die dag mag nog komen.',
    },
    nazorgGestart: {
      titel: 'Jongere is begonnen',
      hulp: 'Bevestig dat de jongere echt is begonnen. Vanaf die dag loopt acht weken nazorg.',
    },
    terugval: {
      titel: 'Terugval',
      hulp: 'De jongere zit weer thuis. De uitvoering gaat verder en de drie maanden tellen opnieuw vanaf de dag die u invult.',
    },
    nazorgAfgerond: {
      titel: 'Nazorg afronden',
      hulp: 'De jongere doet blijvend mee. Het proces wordt afgesloten.',
    },
    escaleer: {
      titel: 'Escaleren',
      hulp: 'De partners komen er samen niet uit. De teamleider regelt dat de doorzettingsmacht wordt gebruikt.',
    },
    doorzettingsmacht: {
      titel: 'Doorzettingsmacht gebruiken',
      hulp: 'Leg vast waar de jongere een plek krijgt. Is er al een regisseur, dan gaat de uitvoering verder; anders wijst u eerst de regie toe.',
    },
    geenOplossing: {
      titel: 'Geen oplossing',
      hulp: 'Ook met doorzettingsmacht is er geen plek. Schrijf op waarom; het proces wordt afgesloten.',
    },
    vrijgesteld: {
      titel: 'Vrijstelling bevestigd',
      hulp: 'De vrijstelling van de leerplicht is bevestigd. Het proces wordt afgesloten.',
    },
  },
  termijnen: {
    volledig: 'Aanmelding volledig maken',
    opAgenda: 'Op de agenda zetten',
    eerstvolgendeVergadering: 'Op de agenda van de eerstvolgende vergadering',
    vergadering: 'Vergadering van de tafel',
    advies: 'Advies vastleggen',
    regie: 'Regie toewijzen',
    uitvoeringStarten: 'Uitvoering starten',
    voortgang: 'Vierwekelijkse vraag naar de voortgang',
    voortgangMelden: 'Antwoord van de regisseur over de voortgang',
    drieMaandenThuis: 'Drie maanden thuis zonder passend aanbod',
    doorzettingsmacht: 'Beslissen over de doorzettingsmacht',
    startBevestigen: 'Bevestigen dat de jongere is begonnen',
    nazorg: 'Einde van de nazorg',
    nazorgAfronden: 'Nazorg afronden',
    zeventien: '17e verjaardag',
    overdracht: 'Begin van de overdracht aan het Doorstroompunt',
    achttien: '18e verjaardag',
  },
  uitkomsten: {
    geactiveerdSchool: 'Weer op school',
    geactiveerdTussenvoorziening: 'In een tussenvoorziening',
    geactiveerdDagbesteding: 'In dagbesteding (Jeugdwet)',
    vrijstelling: 'Vrijstelling van de leerplicht',
    route: 'Verder met een route van de verzuimmelding',
    doorstroompunt: 'Verder bij het Doorstroompunt',
    geenOplossing: 'Geen oplossing gevonden',
    afgewezen: 'Aanmelding afgewezen',
    achttien: 'Beëindigd: 18 jaar geworden',
    geannuleerd: 'Geannuleerd',
    verhuisd: 'Verhuisd naar een andere gemeente',
  },
  vlaggen: {
    volledig: 'Aanmelding is volledig',
    toestemmingOntbreekt: 'Geen toestemming om te bespreken',
    drieMaandenThuis: 'Langer dan drie maanden thuis zonder aanbod',
    zeventien: '17 jaar: overleg met het Doorstroompunt',
    overdrachtGestart: 'Overdracht aan het Doorstroompunt is gestart',
  },
  velden: {
    aangemeldOp: 'Datum van aanmelding',
    verzuim: 'Geoorloofd of ongeoorloofd verzuim',
    thuisSinds: 'Thuis sinds',
    toestemming: 'Toestemming om te bespreken',
    aanmelder: 'Aanmelder',
    achttienOp: 'Datum van de 18e verjaardag',
    toelichting: 'Toelichting',
    toestemmingVan: 'Toestemming van',
    toestemmingOp: 'Datum van de toestemming',
    inbreng: 'Inbreng',
    medischeInbreng: 'Inbreng van de schoolarts',
    volgendeVergaderingOp: 'Datum van de eerstvolgende vergadering',
    redenAfwijzing: 'Reden van de afwijzing',
    vergaderingOp: 'Datum van de vergadering',
    redenAanhouden: 'Reden van het aanhouden',
    deelnemers: 'Aan tafel',
    verslag: 'Verslag',
    advies: 'Advies',
    tafelRoute: 'Geadviseerde route',
    regisseur: 'Regisseur',
    regisseurVan: 'Organisatie van de regisseur',
    plan: 'Plan van de regisseur',
    voortgang: 'Voortgang',
    geactiveerdOp: 'Doet weer mee vanaf',
    plek: 'Plek',
    begonnenOp: 'Begonnen op',
    redenEscalatie: 'Reden van de escalatie',
    grond: 'Grond van de vrijstelling',
    geldigVanaf: 'Vrijstelling geldig vanaf',
    geldigTot: 'Vrijstelling geldig tot en met',
  },
  taken: {
    toestemmingVragen:
      'Vraag de ouders en de jongere om toestemming om met de partners van de tafel te overleggen.',
    toestemmingIngetrokken:
      'De toestemming is ingetrokken. Laat de partners weten dat zij de jongere niet meer bespreken, en overleg met de ouders hoe het verder gaat.',
    uitnodigingTafel: 'Laat de ouders en de jongere weten wanneer de tafel hen bespreekt, en nodig hen uit.',
    partnersUitnodigen:
      'Nodig Jeugd en Gezin, de schoolarts, het samenwerkingsverband en de school uit voor de vergadering.',
    aanmelderInformeren: 'Laat de aanmelder weten dat de aanmelding is afgewezen en waarom.',
    adviesTafel: 'Stuur de ouders en de jongere het advies van de tafel.',
    kennisgevingOuders:
      'De tafel adviseert een vrijstelling. Leg de ouders uit dat zij zelf een kennisgeving moeten doen, neem die aan en open het proces vrijstelling.',
    regisseurInformeren:
      'Laat de partners, de ouders en de jongere weten wie de regie heeft en wat er nu moet gebeuren.',
    voortgangVragen: 'Vraag de regisseur hoe het gaat en leg het antwoord vast.',
    doorzettingsmacht:
      'Er is geen passend aanbod. Regel wie de doorzettingsmacht heeft, en leg vast waar de jongere een plek krijgt.',
    nazorgAfronden:
      'De nazorg is voorbij. Ga na of de jongere nog meedoet en sluit af, of leg de terugval vast.',
    voorstelOverdracht:
      'De jongere is 17. Overleg met het Doorstroompunt of de overdracht nu al moet beginnen, en open die zo nodig. Een half jaar voor de 18e verjaardag begint zij vanzelf.',
    voorstelDoorstroomcoach:
      'De jongere is 18 geworden en de Thuiszitterstafel is gesloten. Beoordeel of begeleiding vanuit het Doorstroompunt nodig is en neem de hulp die loopt over.',
    overdracht: 'Open zelf de overdracht aan het Doorstroompunt.',
    'mas.tafelAdvies':
      'Er loopt geen verzuimmelding die het advies kan overnemen. Open zelf een verzuimmelding en leg daar de geadviseerde route vast.',
    'mas.tafelAfgerond': 'Leg in de verzuimmelding zelf vast hoe de Thuiszitterstafel is geëindigd.',
  },
});

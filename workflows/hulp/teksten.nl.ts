import { teksten } from '#process';
import type { v1 } from './definitie.v1.js';

export const nl = teksten<typeof v1>({
  titel: 'Vrijwillige hulp',
  omschrijving:
    'Route 1 van de methodische aanpak schoolverzuim: hulp van Wijkracht of Jeugd en Gezin, met instemming van ouders en jongere.',
  toestanden: {
    aangeboden: 'Aangeboden, wacht op antwoord',
    ingestemd: 'Ingestemd, aanmelding volgt',
    aangemeld: 'Aangemeld bij de hulpverlening',
    wachtlijst: 'Op de wachtlijst',
    hulpLoopt: 'Hulp loopt',
    evaluatie: 'Hulp gestopt, evaluatie volgt',
    geslaagd: 'Geslaagd',
    geweigerd: 'Geweigerd',
    zonderResultaat: 'Zonder resultaat',
    gestopt: 'Gestopt',
  },
  acties: {
    instemmingOuders: {
      titel: 'Ouders stemmen in',
      hulp: 'Nodig zolang de jongere nog geen 16 is. Is de jongere 12 of ouder, dan moet hij of zij zelf ook instemmen.',
    },
    instemmingJongere: {
      titel: 'Jongere stemt in',
      hulp: 'Nodig vanaf 12 jaar. Vanaf 16 jaar is de instemming van de jongere genoeg.',
    },
    geweigerd: {
      titel: 'Hulp geweigerd',
      hulp: 'Kies wie de hulp niet (meer) wil. Een lopende verzuimmelding gaat terug naar de routekeuze.',
    },
    aangemeld: {
      titel: 'Aangemeld bij de hulpverlening',
      hulp: 'Leg vast dat u de jongere heeft aangemeld. Is het een andere hulpverlener geworden dan aangeboden, kies die dan hier.',
    },
    opWachtlijst: {
      titel: 'Op de wachtlijst',
      hulp: 'De hulp kan nog niet beginnen. Na zes weken vraagt het proces u om te bellen, daarna elke vier weken.',
    },
    gestart: { titel: 'Hulp gestart', hulp: 'Het eerste gesprek met de hulpverlener is geweest.' },
    planHerzien: {
      titel: 'Plan van aanpak besproken',
      hulp: 'Leg vast dat u het plan met ouders, jongere en hulpverlener heeft besproken. De acht weken beginnen opnieuw.',
    },
    beeindigd: {
      titel: 'Hulpverlening is gestopt',
      hulp: 'De hulpverlener meldt dat de hulp stopt of niet kan beginnen. Daarna evalueert u met ouders en jongere.',
    },
    geevalueerd: {
      titel: 'Geëvalueerd',
      hulp: 'Kies of de hulp doorgaat, geslaagd is of geen resultaat had. Zonder resultaat kiest u in de verzuimmelding een andere route.',
    },
  },
  termijnen: {
    antwoord: 'Antwoord van ouders en jongere',
    aanmelden: 'Aanmelden bij de hulpverlening',
    reactieAanbieder: 'Bericht van de hulpverlening over de start',
    wachtlijst: 'Navragen hoe het met de wachtlijst staat',
    planHerzien: 'Plan van aanpak bespreken',
    evalueren: 'Evalueren',
    overdracht: 'Begin van de overdracht aan het Doorstroompunt',
    achttien: '18e verjaardag',
  },
  uitkomsten: {
    geslaagd: 'Hulp geslaagd',
    geweigerd: 'Hulp geweigerd',
    zonderResultaat: 'Hulp zonder resultaat',
    achttien: 'Beëindigd: 18 jaar geworden',
    geannuleerd: 'Geannuleerd',
    verhuisd: 'Verhuisd naar een andere gemeente',
  },
  vlaggen: { langOpWachtlijst: 'Al lang op de wachtlijst' },
  velden: {
    aangebodenOp: 'Datum van het aanbod',
    aanbieder: 'Hulpverlener',
    twaalfOp: 'Datum van de 12e verjaardag',
    zestienOp: 'Datum van de 16e verjaardag',
    achttienOp: 'Datum van de 18e verjaardag',
    instemmingOudersOp: 'Ouders stemden in op',
    instemmingJongereOp: 'Jongere stemde in op',
    weigeraar: 'Wie weigert',
    toelichting: 'Toelichting',
    aangemeldOp: 'Datum van aanmelding',
    gestartOp: 'Begin van de hulp',
    herzienOp: 'Datum van de bespreking',
    plan: 'Plan van aanpak',
    beeindigdOp: 'Einde van de hulp',
    oordeel: 'Oordeel',
    verslag: 'Verslag',
  },
  taken: {
    aanbodHulp: 'Stuur een brief met het aanbod van hulp en de vraag om binnen tien werkdagen te antwoorden.',
    wachtlijstNavragen: 'Bel de hulpverlener: hoe lang duurt de wachtlijst nog, en wat kan er intussen?',
    voorstelDoorstroomcoach:
      'De jongere is 18 geworden terwijl er hulp liep. Beoordeel of begeleiding vanuit het Doorstroompunt nodig is.',
    'mas.hulpAfgerond':
      'De hulp is gestopt zonder resultaat en er loopt geen verzuimmelding. Beoordeel wat er nu nodig is, bijvoorbeeld een verzuimmelding of de Thuiszitterstafel.',
    overdracht: 'Open zelf de overdracht aan het Doorstroompunt: de jongere wordt binnen een half jaar 18.',
  },
});

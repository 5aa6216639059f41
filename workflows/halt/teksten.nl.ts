import { teksten } from '#process';
import type { v1 } from './definitie.v1.js';

export const nl = teksten<typeof v1>({
  titel: 'Halt',
  omschrijving:
    'Verwijzing naar Halt voor schoolverzuim, door een leerplichtambtenaar die boa is: verhoor, toestemming, verwijzing en uitslag. Dit zijn politiegegevens (Wpg); alleen boa’s zien ze.',
  toestanden: {
    verhoor: 'Jongere oproepen en verhoren',
    toestemming: 'Wacht op toestemming',
    teVerwijzen: 'Verwijzing verzenden',
    verwezen: 'Verwezen, Halt moet nog beginnen',
    loopt: 'Halt loopt',
    negatief: 'Halt negatief, besluit over proces-verbaal',
    besluitPv: 'Halt gaat niet door, besluit over proces-verbaal',
    positief: 'Halt positief afgerond',
    nietAangenomen: 'Niet aangenomen door Halt',
    ingetrokken: 'Keuze voor Halt ingetrokken',
    afgerond: 'Afgerond na besluit over proces-verbaal',
  },
  acties: {
    uitgenodigdVerhoor: {
      titel: 'Oproepen voor verhoor',
      hulp: 'Vul de dag van het verhoor in en verstuur de oproep, met de rechten van de jongere. Kwam de jongere niet, roep hem dan opnieuw op. Vanaf de oproep geldt de Wpg.',
    },
    verhoord: {
      titel: 'Verhoor vastleggen',
      hulp: 'Geef eerst de cautie: de jongere hoeft niet te antwoorden (Wetboek van Strafvordering, artikel 29). Zonder cautie telt het verhoor niet.',
    },
    toestemming: {
      titel: 'Toestemming vastleggen',
      hulp: 'De jongere moet instemmen, en onder de 16 jaar ook de ouders (Wetboek van Strafrecht, artikel 77e). Laat "ouders" leeg zolang zij nog niet hebben geantwoord. Zonder toestemming besluit u over een proces-verbaal.',
    },
    verwijzingVerzonden: {
      titel: 'Verwijzing verzonden',
      hulp: 'Ga na of de jongere leerplichtig is, of het verzuim hem te verwijten is en of er niet eerst hulp nodig is; is dat in orde, kies dan "geen". Leg vast op welke dag de verwijzing is verzonden. Vul de uren en het aantal keren te laat in als die zijn veranderd. Alleen een boa mag verwijzen (Wetboek van Strafvordering, artikel 142). Vanaf nu telt deze verwijzing mee.',
    },
    haltGestart: {
      titel: 'Halt is begonnen',
      hulp: 'Vul de dag in waarop Halt is begonnen. De uitslag komt binnen acht weken; duurt het langer, dan vraagt u het na.',
    },
    haltAfgerond: {
      titel: 'Uitslag van Halt vastleggen',
      hulp: 'Neem de uitslag over die Halt doorgeeft. Bij een negatieve uitslag besluit u binnen tien werkdagen over een proces-verbaal.',
    },
    overlegOM: {
      titel: 'Overleg met de officier van justitie',
      hulp: 'Leg het overleg vast: over een verwijzing buiten de grenzen van Halt, over Halt na de 18e verjaardag, of over Halt in de wijk na een negatieve uitslag.',
    },
    haltInDeWijk: {
      titel: 'Halt in de wijk',
      hulp: 'De medewerker van Halt gaat na een negatieve uitslag als coach verder. Overleg dit eerst met het Openbaar Ministerie.',
    },
    schoolartsIngezet: {
      titel: 'Schoolarts inzetten',
      hulp: 'Voor een jongere die zich vaak ziek meldt tijdens Halt. Halt loopt gewoon door.',
    },
    besluitNa18: {
      titel: 'Besluit na de 18e verjaardag',
      hulp: 'Vraag de officier van justitie en Halt of Halt kan doorgaan en leg het besluit vast. Dat dit wordt gevraagd, is een instelling van de gemeente; de wet regelt het niet. Stopt Halt, dan besluit u over een proces-verbaal.',
    },
    pvOpmaken: {
      titel: 'Proces-verbaal opmaken',
      hulp: 'Dit proces eindigt en de strafrechtelijke route begint. Het verhoor gaat mee.',
    },
    geenPv: {
      titel: 'Geen proces-verbaal',
      hulp: 'Na een negatieve Halt volgt een proces-verbaal. Leg uit waarom u daarvan afwijkt.',
    },
    intrekken: {
      titel: 'Keuze voor Halt intrekken',
      hulp: 'Halt gaat niet door en er komt nu geen besluit over een proces-verbaal. Kies daarna bij de verzuimmelding een andere route.',
    },
  },
  termijnen: {
    uitnodigen: 'Oproepen voor het verhoor',
    verhoren: 'Vastleggen of de jongere is gehoord',
    toestemming: 'Antwoord van de jongere',
    antwoordOuders: 'Antwoord van de ouders',
    verwijzen: 'Verwijzing verzenden',
    haltStart: 'Begin van Halt',
    uitslag: 'Uitslag van Halt',
    besluitPv: 'Besluit over proces-verbaal',
    achttien: '18e verjaardag',
    besluitNa18: 'Besluit of Halt na de 18e verjaardag doorgaat',
  },
  uitkomsten: {
    positief: 'Halt positief afgerond',
    nietAangenomen: 'Niet aangenomen door Halt',
    ingetrokken: 'Keuze voor Halt ingetrokken',
    procesVerbaal: 'Verder met een proces-verbaal',
    geenProcesVerbaal: 'Geen proces-verbaal',
    geannuleerd: 'Geannuleerd',
    verhuisd: 'Verhuisd naar een andere gemeente',
  },
  vlaggen: {
    overlegMetOvJ: 'Overlegd met de officier van justitie',
    overlegHaltInDeWijk: 'Overlegd over Halt in de wijk',
    haltInDeWijk: 'Halt in de wijk loopt',
    schoolartsIngezet: 'Schoolarts ingezet',
    wachtOpOuders: 'Wacht op de ouders',
    geenToestemming: 'Geen toestemming voor Halt',
    haltStil: 'Halt heeft niets laten horen',
    achttienGeworden: '18 jaar geworden tijdens Halt',
    doorNaAchttien: 'Halt gaat door na de 18e verjaardag',
    gestoptBijAchttien: 'Halt gestopt op 18-jarige leeftijd',
  },
  velden: {
    gekozenOp: 'Datum van de keuze voor Halt',
    uren: 'Uren verzuim',
    aantalTeLaat: 'Aantal keren te laat',
    overlegOvJ: 'Overlegd met de officier van justitie',
    twaalfOp: 'Datum van de 12e verjaardag',
    zestienOp: 'Datum van de 16e verjaardag',
    achttienOp: 'Datum van de 18e verjaardag',
    verhoorOp: 'Datum van het verhoor',
    cautie: 'Cautie gegeven',
    gehoordOp: 'Gehoord op',
    verslag: 'Verslag',
    jongere: 'Toestemming van de jongere',
    ouders: 'Toestemming van de ouders',
    verwezenOp: 'Datum van de verwijzing',
    beletsel: 'Wat staat Halt in de weg?',
    gestartOp: 'Halt begonnen op',
    haltResultaat: 'Uitslag van Halt',
    overlegOp: 'Datum van het overleg',
    coachingVanaf: 'Coaching vanaf',
    besluit: 'Besluit',
    motivering: 'Motivering',
    reden: 'Reden',
    toelichting: 'Toelichting',
  },
  taken: {
    oproepVerhoor:
      'Maak de oproep voor het verhoor, met de rechten van de jongere, en verstuur die. Stuur de ouders een afschrift.',
    verwijzingHalt: 'Stuur de verwijzing met het verhoor en de toestemming naar Halt.',
    toestemmingNavragen:
      'Vraag de jongere of de ouders om een antwoord over Halt. Komt er geen toestemming, leg dat dan vast.',
    haltStartNavragen: 'Halt is nog niet begonnen. Vraag Halt wanneer de jongere wordt uitgenodigd.',
    haltUitslagNavragen: 'Halt heeft nog geen uitslag gegeven. Vraag Halt hoe het gaat.',
    schoolartsVragen: 'Vraag de schoolarts om mee te kijken naar de ziekmeldingen van de jongere.',
    vraagOvJEnHalt:
      'De jongere is 18 geworden terwijl Halt loopt. Vraag de officier van justitie en Halt of Halt kan doorgaan en leg het besluit vast (instelling van de gemeente).',
    strafrecht: 'Het proces Strafrecht kon niet worden geopend. Open het zelf, met de datum van het verhoor.',
    'mas.haltAfgerond':
      'Er loopt geen verzuimmelding meer voor deze jongere. Ga na of de uitslag van Halt nog ergens bij hoort.',
    'mas.strafrechtGestart':
      'Er loopt geen verzuimmelding meer voor deze jongere. Ga na of die terecht is gesloten nu er een proces-verbaal komt.',
  },
});

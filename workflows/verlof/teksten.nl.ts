import { teksten } from '#process';
import type { v1 } from './definitie.v1.js';

export const nl = teksten<typeof v1>({
  titel: 'Verlof wegens gewichtige omstandigheden',
  omschrijving:
    'Aanvraag voor meer dan tien schooldagen verlof in een schooljaar (Leerplichtwet 1969, artikel 14). De leerplichtambtenaar beslist en hoort eerst het hoofd van de school. De ouders kunnen bezwaar maken.',
  toestanden: {
    aangevraagd: 'Aangevraagd, het hoofd wordt gehoord',
    aanvullingGevraagd: 'Wacht op aanvulling van de ouders',
    teBeslissen: 'Klaar om te beslissen',
    besloten: 'Besloten, bekendmaken volgt',
    verleend: 'Verlof verleend, bezwaar mogelijk',
    definitief: 'Verlof verleend',
    geweigerd: 'Geen verlof, bezwaar mogelijk',
    wachtOpPost: 'Bezwaartermijn voorbij, bezwaar per post kan nog komen',
    bezwaar: 'Bezwaar in behandeling',
    afgesloten: 'Afgesloten',
  },
  acties: {
    hoofdGehoord: {
      titel: 'Hoofd van de school gehoord',
      hulp: 'Leg vast wat het hoofd van de school van de aanvraag vindt. Zonder dit oordeel kunt u niet beslissen (Leerplichtwet 1969, artikel 14 lid 3).',
    },
    aanvullingGevraagd: {
      titel: 'Aanvulling vragen',
      hulp: 'Geef aan wat ontbreekt en tot welke dag de ouders mogen aanvullen; twee weken is gewoon. Schort daarna de beslistermijn op vanaf de dag na de brief.',
    },
    aanvullingOntvangen: {
      titel: 'Aanvulling ontvangen',
      hulp: 'De aanvraag wordt verder behandeld. Hervat de beslistermijn vanaf deze dag.',
    },
    toekennen: {
      titel: 'Verlof toekennen',
      hulp: 'Vul in welke dagen u verleent: het hele verlof of een deel. De ouders krijgen een besluit waarin staat hoe zij bezwaar kunnen maken.',
    },
    afwijzen: {
      titel: 'Verlof afwijzen',
      hulp: 'Kies de reden en motiveer het besluit. De ouders krijgen een besluit waarin staat hoe zij bezwaar kunnen maken.',
    },
    nietOntvankelijk: {
      titel: 'Doorsturen naar het hoofd',
      hulp: 'Over tien schooldagen of minder in een schooljaar beslist het hoofd van de school. De aanvraag is bij u niet-ontvankelijk en gaat door naar de school.',
    },
    buitenBehandelingLaten: {
      titel: 'Buiten behandeling laten',
      hulp: 'De ouders hebben niet op tijd aangevuld. Dit kan tot vier weken na de dag waarop zij mochten aanvullen.',
    },
    ingetrokken: { titel: 'Aanvraag ingetrokken', hulp: 'De ouders willen geen verlof meer.' },
    bekendgemaakt: {
      titel: 'Besluit bekendgemaakt',
      hulp: 'Vul de dag in waarop het besluit is verstuurd. De dag erna begint de bezwaartermijn van zes weken.',
    },
    bezwaarOntvangen: {
      titel: 'Bezwaar ontvangen',
      hulp: 'Vul de dag in waarop het bezwaar binnenkwam. Adviseert een commissie, geef dat dan aan: de beslissing mag dan twaalf weken duren. Te laat bezwaar wordt ook behandeld, met een markering.',
    },
    bezwaarIngetrokken: {
      titel: 'Bezwaar ingetrokken',
      hulp: 'De ouders trekken hun bezwaar in. Het eerste besluit blijft gelden.',
    },
    bezwaarGegrond: {
      titel: 'Bezwaar gegrond',
      hulp: 'Vul in welke dagen u nu verleent. Dit besluit komt in de plaats van het eerste.',
    },
    bezwaarOngegrond: {
      titel: 'Bezwaar ongegrond of niet-ontvankelijk',
      hulp: 'Het eerste besluit blijft gelden. In de brief staat hoe de ouders in beroep kunnen bij de rechtbank.',
    },
    teruggekeerd: {
      titel: 'Terug op school',
      hulp: 'De jongere is na het verlof weer op school. Het proces wordt afgesloten.',
    },
    overschreden: {
      titel: 'Verlof overschreden',
      hulp: 'De jongere bleef langer weg dan was toegestaan. Er komt een melding van luxe verzuim.',
    },
  },
  termijnen: {
    besluit: 'Beslissen en bekendmaken',
    besluitVoorVerlof: 'Besluit voor het verlof begint',
    hoofdHoren: 'Oordeel van het hoofd van de school',
    aanvulling: 'Aanvulling door de ouders',
    buitenBehandeling: 'Laatste dag om de aanvraag buiten behandeling te laten',
    beslissen: 'Beslissen op de aanvraag',
    bekendmaken: 'Besluit bekendmaken',
    bezwaartermijn: 'Bezwaar maken',
    bezwaarPerPost: 'Bezwaar dat op tijd op de post is gedaan',
    eindeBezwaartermijn: 'Laatste dag om bezwaar te maken',
    beslissingOpBezwaar: 'Beslissen op het bezwaar',
    beslissingNaCommissie: 'Beslissen op het bezwaar, met advies van de commissie',
    beslissingOpLaatBezwaar: 'Beslissen op het late bezwaar',
    beslissingOpLaatBezwaarNaCommissie: 'Beslissen op het late bezwaar, met advies van de commissie',
    verlofVoorbij: 'Dag na het verlof',
    terugkeerMelden: 'Melding van de school over de terugkeer',
    achttien: '18e verjaardag',
  },
  uitkomsten: {
    teruggekeerd: 'Verlof toegekend, op tijd terug',
    overschreden: 'Verlof toegekend, te laat terug',
    afgewezen: 'Verlof afgewezen',
    buitenBehandeling: 'Aanvraag buiten behandeling gelaten',
    nietOntvankelijk: 'Niet-ontvankelijk: het hoofd van de school beslist',
    ingetrokken: 'Aanvraag ingetrokken',
    achttien: 'Beëindigd: 18 jaar geworden',
    geannuleerd: 'Geannuleerd',
    verhuisd: 'Verhuisd naar een andere gemeente',
  },
  vlaggen: {
    hoofdBeslist: 'Tien schooldagen of minder: het hoofd beslist',
    vakantieTeLang: 'Vakantie van meer dan tien schooldagen',
    eersteLesweken: 'Vakantie in de eerste twee lesweken',
    hoofdGehoord: 'Hoofd van de school is gehoord',
    aanvullingUitgebleven: 'Aanvulling is niet gekomen',
    verlofBegonnenZonderBesluit: 'Verlof is begonnen zonder besluit',
    verleend: 'Verlof is verleend',
    buitenBehandeling: 'Buiten behandeling gelaten',
    bezwaarPerPost: 'Bezwaar kwam na de termijn: kijk wanneer het op de post is gedaan',
    bezwaarTeLaat: 'Bezwaar is te laat: beoordeel of er een goede reden is',
    verlofVoorbij: 'Verlof is voorbij',
    teruggekeerd: 'Terug op school',
    overschreden: 'Verlof overschreden',
  },
  velden: {
    aangevraagdOp: 'Datum van de aanvraag',
    van: 'Eerste dag van het verlof',
    totEnMet: 'Laatste dag van het verlof',
    schooldagen: 'Aantal gevraagde schooldagen',
    soort: 'Soort verlof',
    eerderDagen: 'Schooldagen die dit schooljaar al zijn verleend',
    eersteSchooldagOp: 'Eerste schooldag van het schooljaar (als het rooster niet bekend is)',
    toelichting: 'Toelichting',
    achttienOp: 'Datum van de 18e verjaardag',
    gehoordOp: 'Gehoord op',
    standpunt: 'Oordeel van het hoofd',
    ontbreekt: 'Wat ontbreekt',
    aanvullenTotEnMet: 'Aanvullen tot en met',
    aangevuldOp: 'Datum van de aanvulling',
    verleendVan: 'Verleend vanaf',
    verleendTotEnMet: 'Verleend tot en met',
    verleendeDagen: 'Aantal verleende schooldagen',
    motivering: 'Motivering',
    redenAfwijzing: 'Reden van de afwijzing',
    bekendgemaaktOp: 'Datum van de bekendmaking',
    bezwaarOp: 'Datum van het bezwaar',
    commissie: 'Een commissie adviseert over het bezwaar',
    bezwaarOordeel: 'Oordeel over het bezwaar',
    terugOp: 'Terug op school op',
    verzuimVanaf: 'Afwezig zonder verlof vanaf',
    uren: 'Uren afwezig zonder verlof',
  },
  taken: {
    ontvangstbevestigingVerlof:
      'Bevestig de ouders dat de aanvraag is ontvangen en wanneer zij een besluit krijgen.',
    datumsNagaan:
      'De laatste dag van het verlof ligt voor de eerste dag. Vraag na welke dagen bedoeld zijn en corrigeer ze.',
    verzoekHorenHoofd: 'Vraag het hoofd van de school wat hij van de aanvraag vindt.',
    aanvraagDoorgestuurd:
      'Laat de ouders weten dat het hoofd van de school over de aanvraag beslist en dat u haar hebt doorgestuurd.',
    aanvraagVoorHetHoofd: 'Stuur de aanvraag door naar het hoofd van de school, die erover beslist.',
    verzoekAanvulling:
      'Vraag de ouders om aan te vullen wat ontbreekt. Noem de laatste dag, en dat de beslistermijn zolang stilstaat.',
    beslistermijnOpschorten:
      'Schort de termijn "Beslissen en bekendmaken" op vanaf de dag na de brief aan de ouders (Algemene wet bestuursrecht, artikel 4:15).',
    beslistermijnHervatten:
      'Hervat de termijn "Beslissen en bekendmaken" vanaf de dag van de aanvulling, als u haar had opgeschort.',
    besluitToegekend:
      'Maak het besluit dat het verlof is toegekend, met de dagen, de motivering en hoe de ouders bezwaar kunnen maken.',
    besluitAfgewezen:
      'Maak het besluit dat het verlof is afgewezen, met de motivering en hoe de ouders bezwaar kunnen maken.',
    besluitBuitenBehandeling:
      'Maak het besluit dat de aanvraag niet wordt behandeld, met de motivering en hoe de ouders bezwaar kunnen maken.',
    afschriftBesluit: 'Stuur het hoofd van de school een afschrift van het besluit.',
    ontvangstbevestigingBezwaar:
      'Bevestig de ouders dat het bezwaar is ontvangen en wanneer zij een beslissing krijgen.',
    beslissingOpBezwaar:
      'Maak de beslissing op het bezwaar, met de motivering en hoe de ouders in beroep kunnen bij de rechtbank.',
    vraagTerugkeer: 'Vraag de school of de jongere na het verlof weer op school is.',
    terugkeerNagaan: 'De school heeft niets gemeld. Bel de school: is de jongere terug?',
    bezwaarAfhandelen:
      'De jongere is 18 geworden en het proces is gesloten, maar er loopt nog een bezwaar. Beslis daarop buiten dit proces.',
    mas: 'Open zelf een verzuimmelding wegens luxe verzuim: de jongere bleef langer weg dan het verlof.',
  },
});

import { teksten } from '#process';
import type { v1 } from './definitie.v1.js';

export const nl = teksten<typeof v1>({
  titel: 'Vrijstelling artikel 5 onder a',
  omschrijving:
    'Vrijstelling van de inschrijvingsplicht op lichamelijke of psychische gronden. Zij ontstaat van rechtswege; de leerplichtambtenaar toetst de kennisgeving van de ouders en bevestigt.',
  toestanden: {
    kennisgevingOntvangen: 'Kennisgeving ontvangen',
    aanvullingGevraagd: 'Wacht op aanvulling van de ouders',
    adviesAanTeVragen: 'Arts aanwijzen en advies vragen',
    bijDeArts: 'Bij de arts',
    toets: 'Toets door de leerplichtambtenaar',
    bevestigd: 'Bevestigd, registratie bij DUO volgt',
    geldig: 'Geldig',
    verlengingOpen: 'Kennisgeving voor verlenging ontvangen',
    nietVoldaan: 'Niet voldaan aan de voorwaarden',
    verlopen: 'Verlopen',
    beeindigd: 'Beëindigd',
  },
  acties: {
    aanvullingGevraagd: {
      titel: 'Aanvulling vragen',
      hulp: 'Geef aan wat er in de kennisgeving ontbreekt (Leerplichtwet 1969, artikel 6 lid 1). De ouders krijgen een brief.',
    },
    aanvullingOntvangen: { titel: 'Aanvulling ontvangen', hulp: 'De kennisgeving wordt opnieuw nagekeken.' },
    volledigVerklaard: {
      titel: 'Kennisgeving is volledig',
      hulp: 'Alle gegevens van artikel 6 lid 1 zijn er. Daarna wijst u een arts aan.',
    },
    artsAanwijzen: {
      titel: 'Arts aanwijzen',
      hulp: 'Kies een arts die door burgemeester en wethouders is aangewezen en de jongere niet behandelt.',
    },
    verklaringOntvangen: {
      titel: 'Verklaring van de arts ontvangen',
      hulp: 'De verklaring mag niet ouder zijn dan drie maanden en komt van de aangewezen arts.',
    },
    onderwijskundigAdviesOntvangen: {
      titel: 'Onderwijskundig advies ontvangen',
      hulp: 'Het advies van het samenwerkingsverband over de mogelijkheden in het onderwijs.',
    },
    nieuweVerklaringGevraagd: {
      titel: 'Nieuwe verklaring vragen',
      hulp: 'De arts krijgt het verzoek opnieuw, bijvoorbeeld omdat de verklaring te oud is geworden.',
    },
    bevestigen: {
      titel: 'Vrijstelling bevestigen',
      hulp: 'Bevestig dat aan de artikelen 5 tot en met 7 is voldaan. De einddatum mag alleen leeg blijven als de jongere volgens de verklaring nooit geschikt wordt.',
    },
    nietVoldaan: {
      titel: 'Niet voldaan',
      hulp: 'De vrijstelling is niet ontstaan. Kies hoe het verder gaat met de jongere.',
    },
    duoGeregistreerd: {
      titel: 'Geregistreerd bij DUO',
      hulp: 'De vrijstelling staat in het vrijstellingenregister.',
    },
    verlengingOntvangen: {
      titel: 'Kennisgeving voor verlenging ontvangen',
      hulp: 'Uiterlijk 30 juni voor het volgende schooljaar. Een latere kennisgeving gaat door en krijgt een markering.',
    },
    terugNaarSchool: {
      titel: 'Terug naar school',
      hulp: 'De jongere is weer ingeschreven; de vrijstelling eindigt.',
    },
    ingetrokken: { titel: 'Beroep ingetrokken', hulp: 'De ouders doen geen beroep meer op de vrijstelling.' },
  },
  termijnen: {
    kennisgevingVooraf: 'Kennisgeving een maand voordat de jongere leerplichtig wordt',
    volledigheidstoets: 'Nagaan of de kennisgeving volledig is',
    aanvulling: 'Aanvulling door de ouders',
    artsAanwijzen: 'Arts aanwijzen',
    artsadvies: 'Verklaring van de arts',
    onderwijskundigAdvies: 'Onderwijskundig advies van het samenwerkingsverband',
    verklaringWordtTeOud: 'Laatste dag waarop de verklaring bruikbaar is',
    toets: 'Toetsen en bevestigen',
    duoRegistratie: 'Registreren bij DUO',
    verlenging: 'Nieuwe kennisgeving voor 1 juli',
    eindeGeldigheid: 'Einde van de vrijstelling',
    geldigheidTijdensVerlenging: 'Einde van de lopende vrijstelling tijdens de verlenging',
    jaarlijksContact: 'Jaarlijks contact met de ouders',
    achttien: '18e verjaardag',
  },
  uitkomsten: {
    nietVoldaan: 'Niet voldaan aan de voorwaarden',
    ingetrokken: 'Beroep ingetrokken',
    terugNaarSchool: 'Terug naar school',
    verlopen: 'Verlopen zonder verlenging',
    achttien: 'Beëindigd: 18 jaar geworden',
    geannuleerd: 'Geannuleerd',
    verhuisd: 'Verhuisd naar een andere gemeente',
  },
  vlaggen: {
    kennisgevingTeLaat: 'Kennisgeving te laat ontvangen',
    kennisgevingVolledig: 'Kennisgeving is volledig',
    verklaringBinnen: 'Verklaring van de arts is binnen',
    verklaringTeOud: 'Verklaring is ouder dan drie maanden',
    adviesBinnen: 'Onderwijskundig advies is binnen',
    lopendSchooljaar: 'Ingegaan tijdens het schooljaar',
    registratieDuoUitgebleven: 'Registratie bij DUO is uitgebleven',
    verlenging: 'Verlenging',
    verlengingNietOntvangen: 'Kennisgeving voor volgend schooljaar niet ontvangen',
    geldigheidVerstreken: 'Vorige vrijstelling is al geëindigd',
  },
  velden: {
    grond: 'Grond van de vrijstelling',
    kennisgevingOp: 'Datum van de kennisgeving',
    leerplichtigOp: 'Datum waarop de jongere leerplichtig wordt',
    eerderBeroep: 'Eerder beroep op vrijstelling',
    toelichting: 'Toelichting',
    achttienOp: 'Datum van de 18e verjaardag',
    ontbreekt: 'Wat ontbreekt',
    aangevuldOp: 'Datum van de aanvulling',
    artsId: 'Aangewezen arts',
    oordeel: 'Oordeel van de arts',
    getekendOp: 'Datum van de verklaring',
    verklaring: 'Verklaring',
    adviesOp: 'Datum van het advies',
    advies: 'Advies',
    reden: 'Reden',
    geldigVanaf: 'Geldig vanaf',
    geldigTot: 'Geldig tot en met',
    vervolg: 'Vervolg',
    geregistreerdOp: 'Datum van registratie',
    terugOp: 'Weer naar school vanaf',
  },
  taken: {
    ontvangstbevestiging: 'Bevestig de ouders dat de kennisgeving is ontvangen.',
    verzoekAanvulling: 'Vraag de ouders om de ontbrekende gegevens.',
    verzoekVerklaring:
      'Vraag de aangewezen arts om een verklaring over de geschiktheid van de jongere voor school.',
    verzoekOnderwijskundigAdvies: 'Vraag het samenwerkingsverband om een onderwijskundig advies.',
    nieuweVerklaringVragen:
      'De verklaring is ouder dan drie maanden geworden. Vraag de arts om een nieuwe verklaring.',
    vrijstellingBevestigd: 'Stuur de ouders de bevestiging van de vrijstelling, met begin- en einddatum.',
    vrijstellingRegistreren: 'Registreer de vrijstelling in het vrijstellingenregister van DUO.',
    vrijstellingNietVoldaan: 'Laat de ouders weten dat aan de voorwaarden niet is voldaan en waarom.',
    herinneringVerlenging:
      'Herinner de ouders eraan dat de kennisgeving voor het volgende schooljaar voor 1 juli binnen moet zijn.',
    absoluutVerzuimVoorbereiden:
      'Er is voor 1 juli geen kennisgeving ontvangen. Ga na of de jongere na de zomer op een school staat ingeschreven.',
    vrijstellingVerlopen: 'Laat de ouders weten dat de vrijstelling is geëindigd.',
    inschrijvingNagaan: 'Ga na of de jongere op een school staat ingeschreven.',
    einddatumDuoDoorgeven: 'Geef de einddatum van de vrijstelling door aan DUO.',
    jaarlijksContact: 'Neem contact op met de ouders: hoe gaat het, en is er iets veranderd?',
    voorstelDoorstroomcoach:
      'De jongere is 18 geworden en de vrijstelling is geëindigd. Beoordeel of begeleiding vanuit het Doorstroompunt nodig is.',
    mas: 'Open in het huidige pakket een melding wegens absoluut verzuim.',
    'mas.vrijgesteld':
      'Trek in het huidige pakket de verzuimmeldingen in die binnen de vrijstelling vallen (Ingetrokken, reden V).',
    thuiszitterstafel: 'Meld de jongere aan bij de Thuiszitterstafel.',
  },
});

import { plusDagen, plusWerkdagen, type Datum, type Kalender } from '#kalender';
import {
  BASISSCHOOL_BORNE,
  BASISSCHOOL_HENGELO,
  BORNE,
  demoGebruikers,
  HENGELO,
  PRAKTIJKSCHOOL_HENGELO,
  SCHOOL_BORNE,
  SCHOOL_HENGELO,
} from '../demo-gebruikers.js';

/** Who takes a step; found among the demonstration users by role and municipality. */
export type Wie = 'leerplichtambtenaar' | 'school' | 'arts';

export interface Stap {
  wie: Wie;
  actie: string;
  invoer: Record<string, unknown>;
}

/** One invented youth and the beginning of what happens to him. */
export interface Verhaal {
  voornamen: string;
  achternaam: string;
  /** Age today, in years and months. */
  leeftijd: [jaren: number, maanden: number];
  gemeente: string;
  brin: string;
  /** His number in Carel. */
  carelId?: string;
  /** What is noted with him besides. */
  wijziging?: Record<string, unknown>;
  /** A meeting about him outside a process. */
  overleg?: { soort: 'sat' | 'mdo'; op: Datum; deelnemers: string[] };
  opening?: { wie: Wie; procestype: string; gegevens: Record<string, unknown> };
  stappen?: Stap[];
}

const artsId = demoGebruikers.find((d) => d.rol === 'arts')!.sub;
const KALENDER: Kalender = { versie: 'demo', gelijkgesteld: [] };

/** The stories of the demonstration as of a day: some at rest, some waiting on others, some about to be late. */
export function verhalen(vandaag: Datum): Verhaal[] {
  const geleden = (dagen: number): Datum => plusDagen(vandaag, -dagen);
  const over = (werkdagen: number): Datum => plusWerkdagen(vandaag, werkdagen, KALENDER);
  const lpa = (actie: string, invoer: Record<string, unknown> = {}): Stap => ({
    wie: 'leerplichtambtenaar',
    actie,
    invoer,
  });
  const spreekuur = (uren: number, wie: Wie = 'school', dagen = 1): Verhaal['opening'] => ({
    wie,
    procestype: 'spreekuur',
    gegevens: { aangemeldOp: geleden(dagen), urenGemeld: uren },
  });
  const vrijstelling = (dagen: number): Verhaal['opening'] => ({
    wie: 'leerplichtambtenaar',
    procestype: 'vrijstelling',
    gegevens: { grond: 'art5onderA', kennisgevingOp: geleden(dagen) },
  });
  const melding = (dagen: number, uren: number): Verhaal['opening'] => ({
    wie: 'leerplichtambtenaar',
    procestype: 'mas',
    gegevens: { bron: 'school', soort: 'zestienUur', ontvangenOp: geleden(dagen), uren },
  });
  const onderzocht = [
    lpa('inBehandeling'),
    lpa('gehoordOuders', { oudersGehoordOp: geleden(1) }),
    lpa('gehoordJongere', { jongereGehoordOp: geleden(1), aangespoord: true }),
    lpa('onderzoekAfgerond'),
  ];
  const totVerklaring = [lpa('volledigVerklaard'), lpa('artsAanwijzen', { artsId })];
  const verklaring: Stap = {
    wie: 'arts',
    actie: 'verklaringOntvangen',
    invoer: {
      oordeel: 'ongeschikt',
      getekendOp: geleden(2),
      verklaring: 'Demonstratie: de verklaring van de aangewezen arts.',
    },
  };
  const advies = lpa('onderwijskundigAdviesOntvangen', {
    adviesOp: geleden(1),
    advies: 'Demonstratie: advies van het samenwerkingsverband.',
  });
  const H = { gemeente: HENGELO };
  const B = { gemeente: BORNE };

  return [
    {
      voornamen: 'Sem',
      achternaam: 'ter Horst',
      leeftijd: [15, 2],
      ...H,
      brin: SCHOOL_HENGELO,
      opening: spreekuur(9),
    },
    {
      voornamen: 'Noor',
      achternaam: "van 't Hof",
      leeftijd: [14, 7],
      ...H,
      brin: SCHOOL_HENGELO,
      opening: spreekuur(6),
      stappen: [lpa('uitnodigingVerzonden', { gesprekOp: over(4) })],
    },
    {
      voornamen: 'Yara',
      achternaam: 'Yıldız',
      leeftijd: [13, 1],
      ...H,
      brin: SCHOOL_HENGELO,
      opening: spreekuur(11, 'school', 14),
      stappen: [
        lpa('uitnodigingVerzonden'),
        lpa('gesprekGevoerd', {
          gesprekOp: geleden(1),
          verslag: 'Demonstratie: verslag.',
          afspraken: 'Demonstratie: op tijd op school.',
        }),
      ],
    },
    {
      voornamen: 'Bram',
      achternaam: 'Kamphuis',
      leeftijd: [16, 4],
      ...H,
      brin: PRAKTIJKSCHOOL_HENGELO,
      opening: spreekuur(13, 'leerplichtambtenaar', 10),
      stappen: [lpa('uitnodigingVerzonden'), lpa('nietVerschenen')],
    },
    {
      voornamen: 'Lotte',
      achternaam: 'Wolbers',
      leeftijd: [12, 11],
      ...H,
      brin: SCHOOL_HENGELO,
      opening: spreekuur(8, 'school', 40),
      stappen: [
        lpa('uitnodigingVerzonden'),
        lpa('gesprekGevoerd', { gesprekOp: geleden(30), afspraken: 'Demonstratie: huiswerkklas.' }),
        { wie: 'school', actie: 'verzuimUpdate', invoer: { uren: 0 } },
        lpa('afsluiten', { resultaat: 'hersteld' }),
      ],
    },
    {
      voornamen: 'Amir',
      achternaam: 'Haddad',
      leeftijd: [17, 10],
      ...H,
      brin: PRAKTIJKSCHOOL_HENGELO,
      opening: spreekuur(7, 'leerplichtambtenaar'),
    },
    {
      voornamen: 'Mila',
      achternaam: 'Oude Nijhuis',
      leeftijd: [8, 3],
      ...H,
      brin: BASISSCHOOL_HENGELO,
      opening: vrijstelling(3),
    },
    {
      voornamen: 'Stijn',
      achternaam: 'Haarman',
      leeftijd: [10, 0],
      ...H,
      brin: BASISSCHOOL_HENGELO,
      opening: vrijstelling(10),
      stappen: [lpa('aanvullingGevraagd', { ontbreekt: ['eerderBeroep'] })],
    },
    {
      voornamen: 'Fenna',
      achternaam: 'Bakker',
      leeftijd: [9, 6],
      ...H,
      brin: BASISSCHOOL_HENGELO,
      opening: vrijstelling(12),
      stappen: totVerklaring,
    },
    {
      voornamen: 'Ömer',
      achternaam: 'Şahin',
      leeftijd: [14, 0],
      ...H,
      brin: PRAKTIJKSCHOOL_HENGELO,
      opening: vrijstelling(20),
      stappen: [...totVerklaring, verklaring],
    },
    {
      voornamen: 'Jelle',
      achternaam: 'Nijland',
      leeftijd: [16, 9],
      ...H,
      brin: PRAKTIJKSCHOOL_HENGELO,
      opening: vrijstelling(30),
      stappen: [
        ...totVerklaring,
        advies,
        verklaring,
        lpa('bevestigen', { geldigVanaf: vandaag, geldigTot: einde(vandaag) }),
        lpa('duoGeregistreerd', { geregistreerdOp: vandaag }),
      ],
    },
    {
      voornamen: 'Evi',
      achternaam: 'Leferink',
      leeftijd: [15, 5],
      ...B,
      brin: SCHOOL_BORNE,
      opening: spreekuur(10),
    },
    {
      voornamen: 'Thijs',
      achternaam: 'Mensink',
      leeftijd: [13, 8],
      ...B,
      brin: SCHOOL_BORNE,
      opening: spreekuur(5, 'leerplichtambtenaar', 3),
      stappen: [lpa('uitnodigingVerzonden', { gesprekOp: over(2) })],
    },
    {
      voornamen: 'Sara',
      achternaam: 'de Wit-Öztürk',
      leeftijd: [7, 2],
      ...B,
      brin: BASISSCHOOL_BORNE,
      opening: vrijstelling(5),
      stappen: totVerklaring,
    },
    { voornamen: 'Ruben', achternaam: 'Velthuis', leeftijd: [11, 4], ...H, brin: BASISSCHOOL_HENGELO },
    {
      voornamen: 'Zeynep',
      achternaam: 'Kaya',
      leeftijd: [16, 1],
      ...H,
      brin: SCHOOL_HENGELO,
      carelId: 'DEMO-0016',
      overleg: {
        soort: 'sat',
        op: geleden(7),
        deelnemers: ['school', 'leerplicht', 'schoolmaatschappelijkWerk'],
      },
    },
    { voornamen: 'Luuk', achternaam: 'Boomkamp', leeftijd: [14, 10], ...B, brin: SCHOOL_BORNE },
    {
      voornamen: 'Ivana',
      achternaam: 'Đorđević',
      leeftijd: [17, 5],
      ...B,
      brin: SCHOOL_BORNE,
      carelId: 'DEMO-0018',
      wijziging: { uitstroom: { soort: 'ongepland', op: geleden(20) } },
    },
    {
      voornamen: 'Finn',
      achternaam: 'Lubbers',
      leeftijd: [15, 9],
      ...H,
      brin: SCHOOL_HENGELO,
      opening: melding(4, 18),
      stappen: [lpa('inBehandeling'), lpa('contactGelegd', { contactOp: geleden(1), contactMet: 'ouders' })],
    },
    {
      voornamen: 'Nora',
      achternaam: "O'Brien",
      leeftijd: [14, 4],
      ...H,
      brin: SCHOOL_HENGELO,
      opening: melding(12, 24),
      stappen: [
        ...onderzocht,
        lpa('routeHulp', { aanbieder: 'wijkracht', motivering: 'Demonstratie: eerst hulp.' }),
      ],
    },
    {
      voornamen: 'Daan',
      achternaam: 'Wissink',
      leeftijd: [13, 6],
      ...H,
      brin: SCHOOL_HENGELO,
      opening: melding(30, 40),
      stappen: [
        ...onderzocht,
        lpa('naarTafel', { verzuim: 'ongeoorloofd', toestemming: true, thuisSinds: geleden(45) }),
      ],
    },
    {
      voornamen: 'Lieke',
      achternaam: 'Scholten',
      leeftijd: [17, 8],
      ...B,
      brin: SCHOOL_BORNE,
      opening: {
        wie: 'leerplichtambtenaar',
        procestype: 'overdracht',
        gegevens: { gesignaleerdOp: vandaag, bron: 'school' },
      },
    },
    {
      voornamen: 'Adam',
      achternaam: 'El Idrissi',
      leeftijd: [10, 2],
      ...B,
      brin: BASISSCHOOL_BORNE,
      opening: {
        wie: 'leerplichtambtenaar',
        procestype: 'verlof',
        gegevens: {
          aangevraagdOp: geleden(6),
          van: plusDagen(vandaag, 70),
          totEnMet: plusDagen(vandaag, 91),
          schooldagen: 15,
          soort: 'gewichtig',
        },
      },
    },
  ];
}

/** The last day of the school year in which this day falls (31 July). */
function einde(dag: Datum): Datum {
  const jaar = Number(dag.slice(0, 4));
  const dit = `${jaar}-07-31` as Datum;
  return dag <= dit ? dit : (`${jaar + 1}-07-31` as Datum);
}

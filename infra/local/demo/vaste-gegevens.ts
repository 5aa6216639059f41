import pg from 'pg';
import {
  BASISSCHOOL_BORNE,
  BASISSCHOOL_HENGELO,
  BORNE,
  demoGebruikers,
  GEMEENTEN,
  HENGELO,
  mailadresVan,
  POSTBUS,
  PRAKTIJKSCHOOL_HENGELO,
  SCHOOL_BORNE,
  SCHOOL_HENGELO,
} from '../demo-gebruikers.js';

/** A school of the demonstration: invented, with holidays of its own. */
interface DemoSchool {
  gemeente: string;
  brin: string;
  naam: string;
  schoolsoort: 'po' | 'vo' | 'pro';
  /** The officer who is this school's contact person; null leaves new processes to the team. */
  contactpersoon: string | null;
}

const subVan = (naam: string): string => demoGebruikers.find((d) => d.naam === naam)!.sub;

const scholen: DemoSchool[] = [
  {
    gemeente: HENGELO,
    brin: SCHOOL_HENGELO,
    naam: 'Twickel Voortgezet (demo)',
    schoolsoort: 'vo',
    contactpersoon: subVan('Anouk ter Braak'),
  },
  {
    gemeente: HENGELO,
    brin: PRAKTIJKSCHOOL_HENGELO,
    naam: 'Praktijkschool De Houtmaat (demo)',
    schoolsoort: 'pro',
    contactpersoon: subVan('Yusuf Demirel'),
  },
  {
    gemeente: HENGELO,
    brin: BASISSCHOOL_HENGELO,
    naam: 'Basisschool De Berflo (demo)',
    schoolsoort: 'po',
    contactpersoon: null,
  },
  {
    gemeente: BORNE,
    brin: SCHOOL_BORNE,
    naam: 'College De Bongerd (demo)',
    schoolsoort: 'vo',
    contactpersoon: subVan('Marit Oude Lansink'),
  },
  {
    gemeente: BORNE,
    brin: BASISSCHOOL_BORNE,
    naam: 'Basisschool Het Oldhof (demo)',
    schoolsoort: 'po',
    contactpersoon: null,
  },
];

/** That of the invented schools. */
const SAMENWERKINGSVERBAND = '23-02';

/** For whom Hengelo works or worked, as the annual report of 2023-2024 has it. */
const opdrachten: [id: string, code: string, naam: string, werk: string, van: string, tot: string | null][] =
  [
    ['00000000-0164-5000-8000-0000000000a1', BORNE, 'Borne', 'leerplicht', '2008-08-01', null],
    ['00000000-0164-5000-8000-0000000000a2', '1735', 'Hof van Twente', 'verzuim', '2023-08-01', '2024-12-31'],
  ];

const TEAM = 'Leerplicht en Doorstroompunt';

/** Holidays per school year; the last one known is 2027-2028. A school may differ, and then it does so here. */
const vakanties: [naam: string, van: string, tot: string][] = [
  ['Kerstvakantie', '2025-12-20', '2026-01-04'],
  ['Voorjaarsvakantie', '2026-02-21', '2026-03-01'],
  ['Meivakantie', '2026-04-25', '2026-05-03'],
  ['Zomervakantie', '2026-07-04', '2026-08-16'],
  ['Herfstvakantie', '2026-10-10', '2026-10-18'],
  ['Kerstvakantie', '2026-12-19', '2027-01-03'],
  ['Voorjaarsvakantie', '2027-02-20', '2027-02-28'],
  ['Meivakantie', '2027-04-24', '2027-05-02'],
  ['Zomervakantie', '2027-07-10', '2027-08-22'],
  ['Herfstvakantie', '2027-10-16', '2027-10-24'],
  ['Kerstvakantie', '2027-12-25', '2028-01-09'],
  ['Voorjaarsvakantie', '2028-02-19', '2028-02-27'],
  ['Meivakantie', '2028-04-29', '2028-05-07'],
  ['Zomervakantie', '2028-07-15', '2028-08-27'],
];
const BEKEND_TOT = '2028-08-27';

/**
 * Municipalities, schools with their calendar, and the people with an account. Safe to repeat: what stands is left alone.
 * @param databaseUrl of the owner, who may fill these tables.
 */
export async function laadVasteGegevens(databaseUrl: string): Promise<void> {
  await metClient(databaseUrl, async (client) => {
    await client.query('begin');
    await client.query(`select set_config('app.gemeenten', $1, true)`, [Object.keys(GEMEENTEN).join()]);
    await client.query(
      `insert into app.gemeente (code, naam) values ($1, $2), ($3, $4) on conflict do nothing`,
      Object.entries(GEMEENTEN).flat(),
    );
    for (const s of scholen) await laadSchool(client, s);
    for (const d of demoGebruikers)
      for (const gemeente of d.gemeenten)
        await client.query(
          `insert into app.medewerker as m (gemeente_code, id, naam, rol, kenmerken, team, brin, mailadres)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (gemeente_code, id, rol) do update set mailadres = coalesce(m.mailadres, excluded.mailadres)`,
          [
            gemeente,
            d.sub,
            d.naam,
            d.rol,
            d.kenmerken,
            d.school ? null : TEAM,
            d.school ?? null,
            mailadresVan(d),
          ],
        );
    for (const gemeente of Object.keys(GEMEENTEN)) await zetPostbus(client, gemeente);
    for (const [id, code, naam, werk, van, tot] of opdrachten)
      await client.query(
        `insert into app.opdracht (gemeente_code, id, opdrachtgever_code, opdrachtgever_naam, werk, van, tot, door, vastgelegd_op)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now()) on conflict do nothing`,
        [HENGELO, id, code, naam, werk, van, tot, subVan('Sjoerd Wiegers')],
      );
    await client.query('commit');
  });
}

/** The mailbox of the team, as the first line of the journal; who has set one keeps it. */
async function zetPostbus(client: pg.Client, gemeente: string): Promise<void> {
  await client.query(
    `insert into app.instelling (gemeente_code, versie, naam, waarde, geldig_vanaf, naar_proces, vastgelegd_op)
     select g.code, coalesce((select max(versie) from app.instelling where gemeente_code = g.code), g.instellingen_versie) + 1,
       'teampostbussen', $2, '2020-01-01', false, now()
     from app.gemeente g where g.code = $1 and not exists (
       select from app.instelling where gemeente_code = $1 and naam = 'teampostbussen')`,
    [gemeente, JSON.stringify([{ team: TEAM, adres: POSTBUS }])],
  );
}

/** Whether no municipality works in this database yet. */
export async function heeftGeenGemeenten(databaseUrl: string): Promise<boolean> {
  return metClient(
    databaseUrl,
    async (client) => (await client.query('select from app.gemeente limit 1')).rowCount === 0,
  );
}

async function metClient<T>(databaseUrl: string, werk: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await werk(client);
  } finally {
    await client.end();
  }
}

async function laadSchool(client: pg.Client, s: DemoSchool): Promise<void> {
  await client.query(
    `insert into app.school (gemeente_code, brin, naam, contactpersoon, kalender_bekend_tot, schoolsoort, samenwerkingsverband)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [s.gemeente, s.brin, s.naam, s.contactpersoon, BEKEND_TOT, s.schoolsoort, SAMENWERKINGSVERBAND],
  );
  for (const [naam, van, tot] of vakanties)
    await client.query(
      `insert into app.schoolvakantie (gemeente_code, brin, naam, van, tot) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [s.gemeente, s.brin, naam, van, tot],
    );
}

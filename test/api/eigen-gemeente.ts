import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Api, maakJongere, type ProcesLichaam, type TestStackBeschrijving } from '#test-kit';
import { iemand } from './toneel.js';

/** A municipality of this spec alone: whoever changes its settings disturbs nobody. */
export interface EigenGemeente {
  code: string;
  brin: string;
  teamleider: Api;
  beheerder: Api;
  ambtenaar: Api;
  /** A new youth of some fourteen years at its one school. */
  jongere(): Promise<string>;
  /** Opens a spreekuur for a new youth, today. */
  spreekuur(): Promise<ProcesLichaam>;
}

export const TEAM = 'Leerplicht';
export const VAKANTIES = [
  { naam: 'Kerstvakantie', van: '2026-12-19', tot: '2027-01-03' },
  { naam: 'Voorjaarsvakantie', van: '2027-02-20', tot: '2027-02-28' },
];
export const BEKEND_TOT = '2028-07-31';

/** @param code an existing CBS code with which no demonstration works. */
export async function eigenGemeente(stack: TestStackBeschrijving, code: string): Promise<EigenGemeente> {
  const brin = '99XX';
  const db = new pg.Client({ connectionString: stack.databaseUrl });
  await db.connect();
  await db.query(`select set_config('app.gemeenten', $1, false)`, [code]);
  await db.query('insert into app.gemeente (code, naam) values ($1, $2)', [code, `Proefgemeente ${code}`]);
  await db.query(
    'insert into app.school (gemeente_code, brin, naam, kalender_bekend_tot) values ($1, $2, $3, $4)',
    [code, brin, 'Proefschool', BEKEND_TOT],
  );
  for (const v of VAKANTIES)
    await db.query(
      'insert into app.schoolvakantie (gemeente_code, brin, naam, van, tot) values ($1, $2, $3, $4, $5)',
      [code, brin, v.naam, v.van, v.tot],
    );
  await db.query(
    `insert into app.medewerker (gemeente_code, id, naam, rol, team) values ($1, $2, 'Proef Persoon', 'leerplichtambtenaar', $3)`,
    [code, randomUUID(), TEAM],
  );
  await db.end();
  const als = (rol: 'teamleider' | 'beheerder' | 'leerplichtambtenaar'): Promise<Api> =>
    iemand(stack, { rollen: [rol], gemeenten: [code] });
  const ambtenaar = await als('leerplichtambtenaar');
  const jongere = (): Promise<string> => maakJongere(ambtenaar, '2012-05-06', { gemeente: code, brin });
  return {
    code,
    brin,
    teamleider: await als('teamleider'),
    beheerder: await als('beheerder'),
    ambtenaar,
    jongere,
    async spreekuur() {
      const { vandaag } = await ambtenaar.lees<{ vandaag: string }>('/klok');
      return ambtenaar.open('spreekuur', await jongere(), { aangemeldOp: vandaag, urenGemeld: 6 });
    },
  };
}

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { plusDagen, type Datum } from '#kalender';
import { Api, maakJongere, type ProcesLichaam, type TestStackBeschrijving } from '#test-kit';
import type { Rol } from '../../apps/aanmelden/token.js';
import { iemand } from './toneel.js';

/** A municipality of this spec alone: whoever changes its settings disturbs nobody. */
export interface EigenGemeente {
  code: string;
  brin: string;
  /** What the school made known of its year: one week, far enough away to move nothing. */
  kalender: { bekendTot: Datum; vakanties: { naam: string; van: Datum; tot: Datum }[] };
  teamleider: Api;
  beheerder: Api;
  ambtenaar: Api;
  /** A new youth of some fourteen years at its one school. */
  jongere(): Promise<string>;
  /** Opens a spreekuur for a new youth, today. */
  spreekuur(): Promise<ProcesLichaam>;
}

export const TEAM = 'Leerplicht';

/** @param code an existing CBS code with which no demonstration works. */
export async function eigenGemeente(stack: TestStackBeschrijving, code: string): Promise<EigenGemeente> {
  const brin = '99XX';
  const ambtenaar = await als(stack, 'leerplichtambtenaar', code);
  const vandaag = async (): Promise<Datum> => (await ambtenaar.lees<{ vandaag: Datum }>('/klok')).vandaag;
  const over = async (dagen: number): Promise<Datum> => plusDagen(await vandaag(), dagen);
  const geboren = await over(-14 * 365);
  const kalender = {
    bekendTot: await over(600),
    vakanties: [{ naam: 'Voorjaarsvakantie', van: await over(300), tot: await over(307) }],
  };
  const db = new pg.Client({ connectionString: stack.databaseUrl });
  await db.connect();
  await db.query(`select set_config('app.gemeenten', $1, false)`, [code]);
  await db.query('insert into app.gemeente (code, naam) values ($1, $2)', [code, `Proefgemeente ${code}`]);
  await db.query(
    'insert into app.school (gemeente_code, brin, naam, kalender_bekend_tot) values ($1, $2, $3, $4)',
    [code, brin, 'Proefschool', kalender.bekendTot],
  );
  for (const v of kalender.vakanties)
    await db.query(
      'insert into app.schoolvakantie (gemeente_code, brin, naam, van, tot) values ($1, $2, $3, $4, $5)',
      [code, brin, v.naam, v.van, v.tot],
    );
  await db.query(
    `insert into app.medewerker (gemeente_code, id, naam, rol, team) values ($1, $2, 'Proef Persoon', 'leerplichtambtenaar', $3)`,
    [code, randomUUID(), TEAM],
  );
  await db.end();
  const jongere = (): Promise<string> => maakJongere(ambtenaar, geboren, { gemeente: code, brin });
  return {
    code,
    brin,
    kalender,
    teamleider: await als(stack, 'teamleider', code),
    beheerder: await als(stack, 'beheerder', code),
    ambtenaar,
    jongere,
    async spreekuur() {
      return ambtenaar.open('spreekuur', await jongere(), { aangemeldOp: await vandaag(), urenGemeld: 6 });
    },
  };
}

const als = (stack: TestStackBeschrijving, rol: Rol, gemeente: string): Promise<Api> =>
  iemand(stack, { rollen: [rol], gemeenten: [gemeente] });

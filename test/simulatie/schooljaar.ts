import { datum, isSchooldag, isWerkdag, plusDagen, type Datum, type Kalender } from '#kalender';
import {
  BASISSCHOOL_BORNE,
  BASISSCHOOL_HENGELO,
  BORNE,
  HENGELO,
  PRAKTIJKSCHOOL_HENGELO,
  SCHOOL_BORNE,
  SCHOOL_HENGELO,
} from '../../infra/local/demo-gebruikers.js';

export const EERSTE_DAG = datum('2023-08-01');
export const LAATSTE_DAG = datum('2024-07-31');

/** The holidays of the north of the country; Hengelo and Borne lie in it. Source: the government's advice and law for 2023-2024. */
export const VAKANTIES = [
  { naam: 'Zomervakantie', van: '2023-07-22', tot: '2023-09-03' },
  { naam: 'Herfstvakantie', van: '2023-10-21', tot: '2023-10-29' },
  { naam: 'Kerstvakantie', van: '2023-12-23', tot: '2024-01-07' },
  { naam: 'Voorjaarsvakantie', van: '2024-02-17', tot: '2024-02-25' },
  { naam: 'Meivakantie', van: '2024-04-27', tot: '2024-05-05' },
  { naam: 'Zomervakantie', van: '2024-07-20', tot: '2024-09-01' },
  { naam: 'Herfstvakantie', van: '2024-10-26', tot: '2024-11-03' },
  { naam: 'Kerstvakantie', van: '2024-12-21', tot: '2025-01-05' },
].map((v) => ({ naam: v.naam, van: datum(v.van), tot: datum(v.tot) }));
export const KALENDER_BEKEND_TOT = datum('2025-01-05');

export const KALENDER: Kalender = {
  versie: 'simulatie',
  gelijkgesteld: [],
  school: { brin: SCHOOL_HENGELO, bekendTot: KALENDER_BEKEND_TOT, vakanties: VAKANTIES },
};

/** The schools of each municipality; the first is for secondary education. */
export const SCHOLEN: Readonly<Record<string, { voortgezet: readonly string[]; basis: string }>> = {
  [HENGELO]: { voortgezet: [SCHOOL_HENGELO, PRAKTIJKSCHOOL_HENGELO], basis: BASISSCHOOL_HENGELO },
  [BORNE]: { voortgezet: [SCHOOL_BORNE], basis: BASISSCHOOL_BORNE },
};
/** Schools of which somebody has an account. */
export const MET_ACCOUNT: readonly string[] = [SCHOOL_HENGELO, SCHOOL_BORNE];

const dagenVan = (van: Datum, tot: Datum, telt: (dag: Datum) => boolean): Datum[] => {
  const dagen: Datum[] = [];
  for (let dag = van; dag <= tot; dag = plusDagen(dag, 1)) if (telt(dag)) dagen.push(dag);
  return dagen;
};

/** The school days from `van` up to and including `tot`. */
export const schooldagen = (van: Datum, tot: Datum): Datum[] =>
  dagenVan(van, tot, (dag) => isSchooldag(dag, KALENDER));

/** The working days from `van` up to and including `tot`. */
export const werkdagen = (van: Datum, tot: Datum): Datum[] =>
  dagenVan(van, tot, (dag) => isWerkdag(dag, KALENDER));

import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { KOLOMMEN, SOORTEN, type Kolom } from './vormen.js';

/** More rows than this is a file for another day: a week of a big city is a tenth of it. */
export const HOOGSTENS_RIJEN = 10_000;

/** What is wrong in a file, and where: the row as a spreadsheet numbers it (the names of the columns are row 1). Never a value. */
export interface RijFout {
  rij: number;
  kolom: string | null;
  code: string;
  melding: string;
}

export interface Bestand {
  tekenset: 'UTF-8' | 'Windows-1252';
  scheidingsteken: ';' | ',';
  /** Columns that we do not use, by name. */
  genegeerd: string[];
  rijen: { rij: number; waarden: Partial<Record<Kolom, unknown>> }[];
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a CSV file with reports. Values are not judged yet, only brought into our own form where that is without doubt. */
export function leesBestand(bytes: Buffer): Bestand | { fouten: RijFout[] } {
  const gelezen = leesTekst(bytes);
  if (!gelezen) return niet('tekenset', 'Dit is geen tekst. Sla het bestand op als CSV (UTF-8).');
  const scheidingsteken = scheidingVan(gelezen.tekst);
  let tabel: string[][];
  try {
    tabel = parse(gelezen.tekst, {
      delimiter: scheidingsteken,
      // Also mixed: guessed from the first line, the others would count as one long row.
      recordDelimiter: ['\r\n', '\n', '\r'],
      relaxColumnCount: true,
      skipEmptyLines: false,
      trim: true,
      to: HOOGSTENS_RIJEN + 2,
    });
  } catch (fout) {
    if (!(fout instanceof CsvError)) throw fout;
    const rij = (fout as { lines?: number }).lines ?? 1;
    return niet('csv', 'Vanaf deze rij is het bestand niet te lezen: een aanhalingsteken klopt niet.', rij);
  }
  const [kop = [], ...rest] = tabel;
  if (rest.length > HOOGSTENS_RIJEN)
    return niet('te-veel-rijen', `Een bestand heeft ten hoogste ${HOOGSTENS_RIJEN} meldingen. Splits het.`);
  const namen = kop.map(kolomVan);
  const fouten = kopFouten(namen);
  if (fouten.length > 0) return { fouten };
  for (const [i, velden] of rest.entries())
    if (velden.slice(kop.length).some((v) => v !== ''))
      fouten.push({
        rij: i + 2,
        kolom: null,
        code: 'te-veel-velden',
        melding:
          'Deze rij heeft meer velden dan er kolommen zijn. Zet een tekst met het scheidingsteken tussen aanhalingstekens.',
      });
  if (fouten.length > 0) return { fouten };
  const rijen = rest.flatMap((velden, i) => {
    if (velden.every((v) => v === '')) return [];
    return [{ rij: i + 2, waarden: waardenVan(namen, velden) }];
  });
  if (rijen.length === 0) return niet('leeg', 'In dit bestand staan geen meldingen.');
  return {
    tekenset: gelezen.tekenset,
    scheidingsteken,
    genegeerd: kop.filter((naam, i) => namen[i] === undefined && /^[\p{L}\d ._/()-]{1,40}$/u.test(naam)),
    rijen,
  };
}

const niet = (code: string, melding: string, rij = 1): { fouten: RijFout[] } => ({
  fouten: [{ rij, kolom: null, code, melding }],
});

/**
 * UTF-8 when the bytes can be that, else Windows-1252, in which Excel saves. Not by TextDecoder: that of Node 20 reads the bytes 80 to 9f of
 * Windows-1252 as control characters.
 */
function leesTekst(bytes: Buffer): (Pick<Bestand, 'tekenset'> & { tekst: string }) | undefined {
  if (UTF16.some((merk) => bytes.subarray(0, 2).equals(merk)) || bytes.includes(0)) return undefined;
  const kaal = bytes.subarray(0, 3).equals(BOM) ? bytes.subarray(3) : bytes;
  try {
    return { tekst: utf8.decode(kaal), tekenset: 'UTF-8' };
  } catch {
    return { tekst: iconv.decode(kaal, 'win1252'), tekenset: 'Windows-1252' };
  }
}

/** The character that stands most in the first line. */
function scheidingVan(tekst: string): ';' | ',' {
  const kop = tekst.split(/\r?\n/, 1)[0]!;
  return kop.split(';').length >= kop.split(',').length ? ';' : ',';
}

/** Other names under which packages write our columns. */
const NAMEN: Record<string, Kolom> = {
  meldingsnummer: 'meldingnummer',
  burgerservicenummer: 'bsn',
  soortverzuim: 'soort',
  ontvangen: 'ontvangenOp',
  datummelding: 'ontvangenOp',
  begindatumverzuim: 'verzuimVanaf',
  einddatumverzuim: 'verzuimTot',
  datum16uur: 'zestienUurOp',
  aantaluren: 'uren',
  telaat: 'aantalTeLaat',
  aantalkeertelaat: 'aantalTeLaat',
  brinnummer: 'brin',
  carel: 'carelId',
  carelnummer: 'carelId',
  ...Object.fromEntries(KOLOMMEN.map((k) => [k.toLowerCase(), k])),
};

const kolomVan = (naam: string): Kolom | undefined => {
  const kaal = naam.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(NAMEN, kaal) ? NAMEN[kaal] : undefined;
};

const VERPLICHT: Kolom[] = ['meldingnummer', 'bsn', 'soort', 'ontvangenOp'];

function kopFouten(namen: (Kolom | undefined)[]): RijFout[] {
  const fout = (kolom: Kolom, code: string, melding: string): RijFout => ({ rij: 1, kolom, code, melding });
  return [
    ...VERPLICHT.filter((k) => !namen.includes(k)).map((k) =>
      fout(k, 'kolom-ontbreekt', `De kolom ${k} ontbreekt.`),
    ),
    ...KOLOMMEN.filter((k) => namen.indexOf(k) !== namen.lastIndexOf(k)).map((k) =>
      fout(k, 'kolom-dubbel', `De kolom ${k} staat er twee keer.`),
    ),
  ];
}

function waardenVan(namen: (Kolom | undefined)[], velden: string[]): Partial<Record<Kolom, unknown>> {
  const uit: Partial<Record<Kolom, unknown>> = {};
  namen.forEach((kolom, i) => {
    const tekst = velden[i] ?? '';
    if (kolom !== undefined && tekst !== '') uit[kolom] = LEZERS[kolom]?.(tekst) ?? tekst;
  });
  return uit;
}

/** 'JJJJ-MM-DD', 'D-M-JJJJ' or 'JJJJMMDD'; anything else stays what it is, and is refused later. */
function datumVan(tekst: string): string {
  const los = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(tekst);
  if (los) return `${los[3]}-${los[2]!.padStart(2, '0')}-${los[1]!.padStart(2, '0')}`;
  const vast = /^(\d{4})(\d{2})(\d{2})$/.exec(tekst);
  return vast ? `${vast[1]}-${vast[2]}-${vast[3]}` : tekst;
}
const getalVan = (tekst: string): unknown => (/^\d{1,9}$/.test(tekst) ? Number(tekst) : tekst);

const kaal = (tekst: string): string => tekst.toLowerCase().replace(/[^a-z0-9+]/g, '');
const SOORT: Record<string, (typeof SOORTEN)[number]> = {
  '16uur': 'zestienUur',
  '16uurin4weken': 'zestienUur',
  zestienuurinvierweken: 'zestienUur',
  langdurigrelatiefverzuim: 'langdurig',
  langdurigverzuim: 'langdurig',
  luxeverzuim: 'luxe',
  overigverzuim: 'overig',
  absoluutverzuim: 'absoluut',
  '18+': 'achttienPlus',
  '18+verzuim': 'achttienPlus',
  ...Object.fromEntries(SOORTEN.map((s) => [s.toLowerCase(), s])),
};
const soortVan = (tekst: string): string => {
  const naam = kaal(tekst);
  return Object.hasOwn(SOORT, naam) ? SOORT[naam]! : tekst;
};
const jaOfNee = (tekst: string): unknown =>
  ({ ja: true, j: true, true: true, '1': true, nee: false, n: false, false: false, '0': false })[
    kaal(tekst)
  ] ?? tekst;

const LEZERS: Partial<Record<Kolom, (tekst: string) => unknown>> = {
  // A spreadsheet drops the zero in front.
  bsn: (t) => (/^\d{8}$/.test(t) ? `0${t}` : t),
  geboortedatum: datumVan,
  soort: soortVan,
  ontvangenOp: datumVan,
  verzuimVanaf: datumVan,
  verzuimTot: datumVan,
  zestienUurOp: datumVan,
  uren: getalVan,
  aantalTeLaat: getalVan,
  brin: (t) => t.toUpperCase(),
  spreekuur: jaOfNee,
};

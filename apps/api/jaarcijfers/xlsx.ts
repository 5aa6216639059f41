import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { zonderFormule, type Blad, type Cel } from './blad.js';

/** Width of a column in characters. */
const BREEDTE = { smalst: 8, breedst: 60 };

/** Sheets as a workbook. Numbers are numbers; every other cell is a text, and none a formula, also when somebody saves it as CSV. */
export const alsXlsx = (bladen: readonly Blad[]): Promise<Buffer> =>
  writeXlsxFile(
    bladen.map((b) => ({
      sheet: b.naam,
      data: [
        b.kop.map((k): Cell => ({ value: k, type: String, fontWeight: 'bold' })),
        ...b.rijen.map((r) => r.map(cel)),
      ],
      columns: b.kop.map((k, i) => ({ width: breedteVan([k, ...b.rijen.map((r) => r[i] ?? null)]) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();

function cel(waarde: Cel): Cell {
  if (waarde === null) return null;
  if (typeof waarde === 'number') return { value: waarde, type: Number };
  return { value: zonderFormule(waarde), type: String };
}

const breedteVan = (cellen: readonly Cel[]): number =>
  Math.min(Math.max(BREEDTE.smalst, ...cellen.map((c) => String(c ?? '').length + 2)), BREEDTE.breedst);

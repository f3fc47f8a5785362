import { unzipSync, type Zippable, zipSync } from 'fflate';
import writeWorkbook, { type Cell, type SheetData } from 'write-excel-file/node';

export type SheetValue = string | number | boolean | Date | null;

export interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly SheetValue[])[];
}

const dateFormat = 'm/d/yy';
const timeFormat = 'm/d/yy h:mm:ss';

/** The first moment a zip can hold, in local time as zips have it: the same sheets make the same bytes on every day. */
const fixedTime = new Date(1980, 0, 1);

/** The parts of a workbook, by their path in the zip. */
export type Parts = Record<string, Uint8Array>;

/** The bytes of an .xlsx with these sheets. A Date is written as the wall-clock time in its UTC fields, as a serial number with Forms' format. */
export async function aWorkbook(...sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const written = writeWorkbook(sheets.map(({ name, rows }) => ({ sheet: name, data: toSheetData(rows) })));
  return aZip(unzipSync(await written.toBuffer()));
}

export function aZip(parts: Parts): Uint8Array {
  const dated = Object.entries(parts).map(([name, content]) => [name, [content, { mtime: fixedTime }]] as const);
  return zipSync(Object.fromEntries(dated) as Zippable);
}

const toSheetData = (rows: SheetToWrite['rows']): SheetData => rows.map((row) => row.map(toCell));

function toCell(value: SheetValue): Cell {
  if (!(value instanceof Date)) return value;
  const isDay = value.getTime() % (24 * 60 * 60 * 1000) === 0;
  return { value, type: Date, format: isDay ? dateFormat : timeFormat };
}

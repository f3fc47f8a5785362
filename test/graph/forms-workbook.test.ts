import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findSheet } from '#graph/forms/sheet.ts';
import { type FormsSheet, readFormsWorkbook } from '#graph/forms/workbook.ts';
import { aWorkbook, aZip, type SheetValue } from '#test/support/workbooks.ts';

const header = ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'School', 'Start date'];
const completed = new Date('2026-11-16T09:14:05Z');
const response = (id: number, ...answers: SheetValue[]): SheetValue[] => [
  id,
  new Date('2026-11-16T09:02:41Z'),
  completed,
  'anonymous',
  null,
  ...answers,
];

async function reading(bytes: Uint8Array): Promise<FormsSheet> {
  const result = await readFormsWorkbook(bytes, 'Responses.xlsx');
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
}

const problemIn = async (bytes: Uint8Array, limits?: Parameters<typeof readFormsWorkbook>[2]) => {
  const result = await readFormsWorkbook(bytes, 'Responses.xlsx', limits);
  return result.ok ? undefined : result.error;
};

const limits = { bytes: 1e7, unpackedBytes: 2e8, rows: 20_000, memoryMb: 512, seconds: 60 };

describe('a workbook that Microsoft Forms exported', () => {
  it('is read also where its bytes share memory with others, as those of an upload do, and leaves them as they were', async () => {
    const bytes = await aWorkbook({ name: 'Form1', rows: [header, response(1, 'Larkfield Primary School')] });
    const shared = Buffer.alloc(bytes.length + 100).subarray(50, 50 + bytes.length);
    shared.set(bytes);
    expect((await reading(shared)).rows).toHaveLength(1);
    expect(Buffer.compare(shared, bytes)).toBe(0);
  });

  it('gives each response with the number of its row, and each answer under its question', async () => {
    const sheet = await reading(
      await aWorkbook({
        name: 'Form1',
        rows: [
          header,
          response(1, 'Larkfield Primary School', new Date('2026-11-23')),
          response(2, 'Hollin Bank School'),
        ],
      }),
    );
    expect(sheet.questions).toEqual(header);
    expect(sheet.rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(sheet.rows[0]?.cells).toEqual({
      ID: 1,
      'Start time': new Date('2026-11-16T09:02:41Z'),
      'Completion time': completed,
      Email: 'anonymous',
      Name: null,
      School: 'Larkfield Primary School',
      'Start date': new Date('2026-11-23'),
    });
    expect(sheet.rows[1]?.cells['Start date']).toBeNull();
  });

  it('is found by its header row, on whatever sheet and below whatever a person put above it', async () => {
    const sheet = await reading(
      await aWorkbook(
        { name: 'Read me', rows: [['Please do not change the second sheet']] },
        {
          name: 'Copy of Form1',
          rows: [['Autumn term'], [], ['Id', 'Completion time', 'School'], [7, completed, 'Larkfield']],
        },
      ),
    );
    expect(sheet.rows).toEqual([{ row: 4, cells: { Id: 7, 'Completion time': completed, School: 'Larkfield' } }]);
  });

  it('has its questions tidied: no-break spaces, line breaks and blanks at the end', async () => {
    const sheet = await reading(
      await aWorkbook({
        name: 'Form1',
        rows: [['ID', 'Completion\u00a0time', ' Name of  pupil\u00a0', 'Start\ndate '], [1]],
      }),
    );
    expect(sheet.questions).toEqual(['ID', 'Completion time', 'Name of pupil', 'Start date']);
  });

  it('keeps two questions apart that are worded alike', async () => {
    const sheet = await reading(
      await aWorkbook({
        name: 'Form1',
        rows: [
          ['ID', 'Completion time', 'Why?', 'Why?2', 'Why? '],
          [1, completed, 'a', 'b', 'c'],
        ],
      }),
    );
    expect(sheet.questions).toEqual(['ID', 'Completion time', 'Why?', 'Why?2', 'Why?3']);
    expect(Object.values(sheet.rows[0]?.cells ?? {})).toEqual([1, completed, 'a', 'b', 'c']);
  });

  it('may ask a question whose wording means something to JavaScript', () => {
    const sheet = findSheet([
      [
        ['ID', 'Completion time', '__proto__'],
        [1, completed, 'an answer'],
      ],
    ]);
    expect(Object.entries(sheet?.rows[0]?.cells ?? {})).toContainEqual(['__proto__', 'an answer']);
  });

  it('may hold blank rows and columns without a title: they are left out, and the row numbers stay those of Excel', async () => {
    const sheet = await reading(
      await aWorkbook({
        name: 'Form1',
        rows: [['ID', null, 'Completion time'], [1, 'x', completed], [], [null, ' ', null], [2, null, completed]],
      }),
    );
    expect(sheet.questions).toEqual(['ID', 'Completion time']);
    expect(sheet.rows.map(({ row }) => row)).toEqual([2, 5]);
  });

  it('may hold a number that no calendar has where a date should be: it reads as the hashes that Excel shows', async () => {
    const parts = unzipSync(
      await aWorkbook({ name: 'Form1', rows: [header, response(1, 'Larkfield', new Date('2026-11-23'))] }),
    );
    const name = 'xl/worksheets/sheet1.xml';
    const serial = String(Date.UTC(2026, 10, 23) / 86_400_000 + 25_569);
    const xml = new TextDecoder().decode(parts[name]);
    expect(xml).toContain(serial);
    const sheet = await reading(aZip({ ...parts, [name]: strToU8(xml.replace(serial, '9999999999')) }));
    expect(sheet.rows[0]?.cells['Start date']).toBe('########');
  });
});

describe('a file that is no such workbook', () => {
  it.each<[string, Uint8Array]>([
    ['a text', strToU8('ID,Completion time\n1,2026-11-16')],
    ['an empty file', new Uint8Array()],
    ['an old .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0))],
    ['a zip of something else', aZip({ 'letter.txt': strToU8('Dear Mrs Ashdown') })],
    ['a zip with a broken sheet', aZip({ 'xl/workbook.xml': strToU8('<workbook><sheets') })],
  ])('is refused in one sentence that names the file: %s', async (_what, bytes) => {
    expect(await problemIn(bytes)).toEqual({
      kind: 'not a workbook',
      sentence: '“Responses.xlsx” is not an Excel workbook: choose the .xlsx file that Microsoft Forms exports.',
    });
  });

  it('is refused when the download broke off half way', async () => {
    const whole = await aWorkbook({ name: 'Form1', rows: [header, response(1)] });
    expect(await problemIn(whole.slice(0, whole.length / 2))).toMatchObject({ kind: 'not a workbook' });
  });

  it('is refused, with what was looked for, when no row is a header row', async () => {
    const bytes = await aWorkbook({
      name: 'Form1',
      rows: [
        ['ID', 'School'],
        [1, 'Larkfield Primary School'],
      ],
    });
    const problem = await problemIn(bytes);
    expect(problem?.kind).toBe('no header row');
    expect(problem?.sentence).toMatch(
      /^“Responses\.xlsx” has no header row: no sheet has a row with both “ID” and “Completion time”/,
    );
  });
});

describe('a workbook that is too much', () => {
  it('is refused by its size before it is opened', async () => {
    expect(await problemIn(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual({
      kind: 'too large',
      sentence: '“Responses.xlsx” is larger than 10 MB: export fewer responses at a time and import the parts.',
    });
  });

  it('is refused by the number of its responses', async () => {
    const bytes = await aWorkbook({ name: 'Form1', rows: [header, response(1), response(2), response(3)] });
    expect(await problemIn(bytes, { ...limits, rows: 2 })).toEqual({
      kind: 'too large',
      sentence:
        '“Responses.xlsx” has 3 responses, and 2 can be read at a time: export fewer responses at a time and import the parts.',
    });
  });

  it('is refused by what it would unpack to, before it is unpacked', async () => {
    const parts = unzipSync(await aWorkbook({ name: 'Form1', rows: [header] }));
    const bytes = aZip({ ...parts, 'xl/media/image1.xml': new Uint8Array(3_000_000) });
    expect(bytes.length).toBeLessThan(20_000);
    expect(await problemIn(bytes, { ...limits, unpackedBytes: 2_000_000 })).toMatchObject({ kind: 'too large' });
  });

  it('gains nothing by saying that it unpacks to less', async () => {
    const parts = unzipSync(await aWorkbook({ name: 'Form1', rows: [header, response(1)] }));
    const bomb = 'xl/worksheets/sheet1.xml';
    const bytes = aZip({ ...parts, [bomb]: new Uint8Array(3_000_000) });
    // The name stands last in the directory; the size it unpacks to stands 22 bytes before the name.
    const sizeAt = Buffer.from(bytes).lastIndexOf(bomb) - 22;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(view.getUint32(sizeAt, true)).toBe(3_000_000);
    view.setUint32(sizeAt, 100, true);
    expect(await problemIn(bytes)).toMatchObject({ kind: 'not a workbook' });
  });

  it('takes nothing else down when a few bytes describe millions of cells', async () => {
    const parts = unzipSync(await aWorkbook({ name: 'Form1', rows: [header] }));
    const xml =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
      '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    const bytes = aZip({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) });
    expect(await problemIn(bytes, { ...limits, memoryMb: 64 })).toEqual({
      kind: 'too large',
      sentence:
        '“Responses.xlsx” needs more memory or time to read than a form export should: export fewer responses at a time and import the parts.',
    });
  });

  it('is given up when it takes too long', async () => {
    const bytes = await aWorkbook({ name: 'Form1', rows: [header, response(1)] });
    expect(await problemIn(bytes, { ...limits, seconds: 0.001 })).toMatchObject({ kind: 'too large' });
  });
});

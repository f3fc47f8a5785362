import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { NoticeKind } from '#domain/case.ts';
import { type FormsSheet, readFormsWorkbook } from '#graph/forms/workbook.ts';
import { questionsMissing, readAnswers } from '#workflows/forms/read-answers.ts';
import { sampleWorkbooks } from './fixtures/forms/workbooks.ts';

const fixture = (name: string): Promise<Uint8Array> => readFile(new URL(`./fixtures/forms/${name}`, import.meta.url));

async function sheetIn(name: string): Promise<FormsSheet> {
  const read = await readFormsWorkbook(await fixture(name), name);
  if (!read.ok) throw new Error(read.error.sentence);
  return read.value;
}

/** What is wrong with each row, by its number in Excel; an empty list for a good row. */
async function faultsIn(name: string, form: NoticeKind): Promise<Readonly<Record<number, readonly string[]>>> {
  const { rows } = await sheetIn(name);
  return Object.fromEntries(
    rows.map(({ row, cells }) => {
      const answers = readAnswers(form, cells);
      return [row, answers.ok ? [] : answers.error.map(({ question, words }) => `${question}: ${words}`)];
    }),
  );
}

describe('the sample exports of Microsoft Forms', () => {
  it.each<[string, NoticeKind, number]>([
    ['notification.xlsx', 'notification', 4],
    ['update.xlsx', 'update', 2],
    ['closure.xlsx', 'closure', 1],
  ])('%s holds good responses to the %s form', async (name, form, count) => {
    expect(questionsMissing(form, (await sheetIn(name)).questions)).toEqual([]);
    const faults = await faultsIn(name, form);
    expect(Object.keys(faults)).toHaveLength(count);
    expect(Object.values(faults).flat()).toEqual([]);
  });

  it('have the columns of Forms first, in the order of Forms', async () => {
    const { questions } = await sheetIn('notification.xlsx');
    expect(questions.slice(0, 6)).toEqual(['ID', 'Start time', 'Completion time', 'Email', 'Name', 'School']);
    expect((await sheetIn('update.xlsx')).questions[5]).toBe('Last modified time');
  });

  it('speak in the update and the closure of pupils whom the notification brought in', async () => {
    const upns = async (name: string) =>
      (await sheetIn(name)).rows.map(({ cells }) => cells['Unique pupil number (UPN)']);
    const known = await upns('notification.xlsx');
    const later = [...(await upns('update.xlsx')), ...(await upns('closure.xlsx'))];
    expect(later.filter((upn) => !known.includes(upn))).toEqual([]);
  });

  it('are what the script makes of them, to the byte', async () => {
    for (const [name, bytes] of Object.entries(await sampleWorkbooks())) {
      expect(Buffer.from(bytes).equals(await fixture(name)), `${name}: run npm run build:fixtures`).toBe(true);
    }
  });
});

describe('the bad samples', () => {
  it.each([
    ['not-a-workbook.xlsx', 'not a workbook'],
    ['no-header.xlsx', 'no header row'],
  ])('%s is refused: %s', async (name, kind) => {
    expect(await readFormsWorkbook(await fixture(name), name)).toMatchObject({ ok: false, error: { kind } });
  });

  it('missing-question.xlsx lacks one question that the form needs', async () => {
    const { questions } = await sheetIn('missing-question.xlsx');
    expect(questionsMissing('notification', questions)).toEqual(['Unique pupil number (UPN)']);
  });

  it('impossible-date.xlsx has two good rows and one with a day that no calendar has', async () => {
    expect(await faultsIn('impossible-date.xlsx', 'notification')).toEqual({
      2: [],
      3: [expect.stringContaining('Start date: “31/11/2026”')],
      4: [],
    });
  });
});

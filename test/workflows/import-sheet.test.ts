import { describe, expect, it } from 'vitest';
import type { NoticeKind } from '#domain/case.ts';
import { formAnswers } from '#test/builders/forms.ts';
import { aWorld, type World } from '#test/builders/world.ts';
import { importSheet, type FormsSheet } from '#workflows/forms/import-sheet.ts';
import type { Cells } from '#workflows/forms/read-answers.ts';

function aSheet(form: NoticeKind, rows: readonly Cells[], without: readonly string[] = []): FormsSheet {
  const filled = rows.map((changes, index) => ({
    ID: index + 1,
    Name: 'Wren Larkspur',
    ...formAnswers(form).cells,
    ...changes,
  }));
  const keep = ([title]: readonly [string, unknown]): boolean => !without.includes(title);
  return {
    questions: Object.keys(filled[0] ?? {}).filter((title) => keep([title, null])),
    rows: filled.map((cells, index) => ({
      row: index + 2,
      cells: Object.fromEntries(Object.entries(cells).filter(keep)),
    })),
  };
}

const pupil = (number: number): Cells => ({ 'Unique pupil number (UPN)': `Z00000000000${number}` });

async function bringIn({ outside }: World, form: NoticeKind, sheet: FormsSheet) {
  const progress: string[] = [];
  const onProgress = (done: number, of: number): void => void progress.push(`${done}/${of}`);
  const done = await importSheet(outside, { form, sheet, fileName: 'autumn.xlsx', within: null, onProgress });
  return { done, progress };
}

describe('bringing a sheet in', () => {
  it('takes every good row and parks every bad one with file, row, question and value', async () => {
    const world = await aWorld();
    const rows = [pupil(1), { ...pupil(2), 'Start date': '31/11/2026' }, pupil(3)];
    const { done, progress } = await bringIn(world, 'notification', aSheet('notification', rows));
    expect(done).toEqual({
      ok: true,
      value: {
        applied: 2,
        seenBefore: 0,
        parked: [
          { row: 3, words: 'autumn.xlsx, row 3, question “Start date”: “31/11/2026” is not a date that exists' },
        ],
      },
    });
    expect(progress).toEqual(['1/3', '2/3', '3/3']);
    expect(world.records.cases.all()).toHaveLength(2);
  });

  it('a second time creates nothing twice', async () => {
    const world = await aWorld();
    const sheet = aSheet('notification', [pupil(1), pupil(2)]);
    await bringIn(world, 'notification', sheet);
    const { done } = await bringIn(world, 'notification', sheet);
    expect(done).toMatchObject({ ok: true, value: { applied: 0, seenBefore: 2, parked: [] } });
    expect(world.records.cases.all()).toHaveLength(2);
  });

  it('parks a row without a response number and goes on', async () => {
    const world = await aWorld();
    const { done } = await bringIn(
      world,
      'notification',
      aSheet('notification', [{ ...pupil(1), ID: null }, pupil(2)]),
    );
    expect(done).toMatchObject({
      ok: true,
      value: { applied: 1, parked: [{ row: 2, words: expect.stringContaining('row 2, question “ID”') }] },
    });
  });

  it('counts a sheet without responses as done', async () => {
    const world = await aWorld();
    const { questions } = aSheet('notification', [pupil(1)]);
    const { done } = await bringIn(world, 'notification', { questions, rows: [] });
    expect(done).toEqual({ ok: true, value: { applied: 0, seenBefore: 0, parked: [] } });
  });

  it('that lacks a question is refused whole, naming file and question', async () => {
    const world = await aWorld();
    const sheet = aSheet('notification', [pupil(1)], ['Start date']);
    const { done } = await bringIn(world, 'notification', sheet);
    expect(done).toEqual({
      ok: false,
      error:
        'autumn.xlsx lacks a question of the notification form: “Start date”. Export the form’s responses again, with all its questions.',
    });
    expect(world.records.cases.all()).toEqual([]);
  });

  it('that is an export of another form says which', async () => {
    const world = await aWorld();
    const { done } = await bringIn(world, 'notification', aSheet('closure', [pupil(1)]));
    expect(done).toMatchObject({
      ok: false,
      error: expect.stringMatching(/It looks like the closure form: choose that form instead\.$/),
    });
  });

  it('does not need questions that the form asks of no one', async () => {
    const world = await aWorld();
    const sheet = aSheet('notification', [pupil(1)], ['Does any of these apply to the pupil?']);
    expect((await bringIn(world, 'notification', sheet)).done).toMatchObject({ ok: true, value: { applied: 1 } });
  });
});

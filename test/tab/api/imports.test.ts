import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importLineSchema, type ImportLine } from '#tab/contract/answers.ts';
import { openApi, sencoMember, type ApiBench } from './api-bench.ts';

let api: ApiBench;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.stop());

const workbook = (name: string): Promise<Buffer> => readFile(new URL(`../../fixtures/forms/${name}`, import.meta.url));

async function bringIn(bytes: Uint8Array, query = 'form=notification&name=autumn.xlsx') {
  const headers = {
    authorization: `Bearer ${await api.token({ oid: sencoMember.id })}`,
    'content-type': 'application/octet-stream',
  };
  const answer = await api.send(`/schools/LARK/imports?${query}`, {
    method: 'POST',
    headers,
    body: Buffer.from(bytes),
  });
  const lines: ImportLine[] = answer.text
    .split('\n')
    .filter((line) => answer.headers.get('content-type')?.includes('ndjson') && line !== '')
    .map((line) => importLineSchema.parse(JSON.parse(line)));
  return { answer, lines };
}

describe('a Forms export dropped on the page', () => {
  it('is brought in with a line for each response, and a summary; rows of other schools are left to those who belong there', async () => {
    const { lines } = await bringIn(await workbook('notification.xlsx'));
    expect(lines.filter(({ kind }) => kind === 'progress')).toEqual(
      [1, 2, 3, 4].map((done) => ({ kind: 'progress', done, of: 4 })),
    );
    expect(lines.at(-1)).toMatchObject({ kind: 'summary', applied: 2, seenBefore: 0 });
    const { world } = api;
    expect(world.records.cases.all().map((row) => row.value.pupilName)).toEqual(['Sky Snowdrop', 'Bramley Puffin']);
    expect(world.outside.workspace.school('HOLL').cases.all()).toEqual([]);
    expect(api.followed).toEqual(['LARK']);
  });

  it('a second time creates nothing twice', async () => {
    await bringIn(await workbook('notification.xlsx'));
    const { lines } = await bringIn(await workbook('notification.xlsx'));
    expect(lines.at(-1)).toMatchObject({ applied: 0, seenBefore: 2 });
    expect(api.world.records.cases.all()).toHaveLength(2);
  });

  it('with an impossible date goes in but for that row, which is named with its question and value', async () => {
    api.world.outside.people.put({ ...sencoMember, schools: ['LARK', 'HOLL'] });
    const { lines } = await bringIn(await workbook('impossible-date.xlsx'));
    expect(lines.at(-1)).toMatchObject({
      kind: 'summary',
      applied: 1,
      parked: expect.arrayContaining([
        { row: 3, words: 'autumn.xlsx, row 3, question “Start date”: “31/11/2026” is not a date that exists' },
      ]),
    });
  });

  it.each([
    ['not-a-workbook.xlsx', '“autumn.xlsx” is not an Excel workbook'],
    ['no-header.xlsx', '“autumn.xlsx”'],
    ['missing-question.xlsx', 'autumn.xlsx lacks a question of the notification form: “Unique pupil number (UPN)”.'],
    ['closure.xlsx', 'It looks like the closure form: choose that form instead.'],
  ])('that is %s is refused in one sentence, and nothing is brought in', async (name, words) => {
    const { answer, lines } = await bringIn(await workbook(name));
    expect(answer.status).toBe(200);
    expect(lines).toEqual([{ kind: 'problem', words: expect.stringContaining(words) }]);
    expect(api.world.records.cases.all()).toEqual([]);
  });

  it('that is empty is refused in words', async () => {
    const { lines } = await bringIn(new Uint8Array());
    expect(lines).toEqual([{ kind: 'problem', words: expect.stringContaining('is not an Excel workbook') }]);
  });

  it.each([
    ['form=poem&name=a.xlsx', 'form'],
    ['name=a.xlsx', 'form'],
    ['form=closure', 'name'],
    ['form=closure&name=%20', 'name'],
  ])('with “%s” is refused with the field %s', async (query, field) => {
    expect((await bringIn(new Uint8Array([1]), query)).answer).toMatchObject({ status: 422, body: { field } });
  });

  it('that is larger than ten megabytes is refused with what to do', async () => {
    const { answer } = await bringIn(new Uint8Array(10 * 1024 * 1024 + 1));
    expect(answer).toMatchObject({
      status: 413,
      body: { words: expect.stringContaining('10 MB'), next: expect.stringContaining('Export fewer') },
    });
  });

  it('ends with words when Microsoft 365 goes away halfway, and the same file again brings in the rest', async () => {
    const { world } = api;
    world.records.inbox.failNextWrite(new Error('the network went away'));
    const { lines } = await bringIn(await workbook('notification.xlsx'));
    expect(lines.at(-1)).toMatchObject({
      kind: 'problem',
      words: expect.stringContaining('bring the same file in again'),
    });
    expect(world.outside.logged('request failed')).toHaveLength(1);
    const again = await bringIn(await workbook('notification.xlsx'));
    expect(again.lines.at(-1)).toMatchObject({ kind: 'summary', applied: 2 });
  });
});

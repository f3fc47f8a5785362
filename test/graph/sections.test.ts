import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CaseSection } from '#domain/case.ts';
import { sectionKinds, type SectionKind } from '#domain/record/sections.ts';
import { sectionsOfRecord } from '#test/builders/take-apart.ts';
import { decode, encodeNew } from '#graph/lists/codec.ts';
import type { WrittenCells } from '#graph/lists/column.ts';
import { sectionsList } from '#graph/lists/schema/sections.ts';
import { people } from '#local/demo/people.ts';
import { readRecord } from '#test/builders/arbitrary-record.ts';
import { aSection } from '#test/builders/sections.ts';
import { granted } from '../contract/records-contract.ts';
import { larkfield, sharedTenantBench } from './support/tenant-bench.ts';

const contents = sectionsOfRecord(
  readRecord(JSON.parse(readFileSync(new URL('../fixtures/cases/complete.json', import.meta.url), 'utf8'))),
);

function sectionOf(kind: SectionKind): CaseSection {
  const content = contents.find((one) => one.kind === kind);
  if (!content) throw new Error(`complete.json has no ${kind}.`);
  return aSection('K7M-2QX', content);
}

describe('the list of case sections', () => {
  it.each(contents.map(({ kind }) => kind))('gives %s back as it was written', (kind) => {
    const section = sectionOf(kind);
    expect(decode(sectionsList, encodeNew(sectionsList, section))).toEqual({ ok: true, value: section });
  });

  it('gives parts back in which nothing is written', () => {
    for (const kind of sectionKinds) {
      const cells = { ...encodeNew(sectionsList, sectionOf('risk')), SectionKind: kind, Body: '{}', Words: null };
      expect(decode(sectionsList, cells)).toMatchObject({ ok: true, value: { content: { kind }, words: '' } });
    }
  });

  it('keeps the body as in a case’s file, with dates and times that people can read', () => {
    const { Body: body } = encodeNew(sectionsList, sectionOf('contacts'));
    const { contacts } = JSON.parse(String(body)) as { contacts: unknown[] };
    expect(contacts[0]).toMatchObject({ on: '2026-11-02', at: '13:45' });
  });

  const risk = encodeNew(sectionsList, sectionOf('risk'));
  const spoiled: [string, WrittenCells, string, string][] = [
    ['is text', { Body: 'see the file' }, 'Body', 'is not the JSON that the product wrote'],
    ['was cut off', { Body: '{"risk":{' }, 'Body', 'is not the JSON that the product wrote'],
    ['is gone', { Body: null }, 'Body', 'is empty'],
    [
      'has an impossible date',
      { Body: '{"risk":{"completedOn":"2026-11-31"}}' },
      'Body',
      'does not fit: risk.completedOn: “2026-11-31” is not a date that exists; look it up in a calendar.',
    ],
    [
      'is that of another part',
      { SectionKind: 'voices' },
      'Body',
      'does not fit: risk: a group of fields is not a field of a case; take it out, or see docs/case.schema.json for its name.',
    ],
    ['does not say which part it is', { SectionKind: null }, 'Part', 'is empty'],
    [
      'is a list',
      { Body: '[]' },
      'Body',
      'does not fit: The document: a list is not a group of fields; write a group of fields.',
    ],
  ];

  it.each(spoiled)('says what is wrong with a part that %s', (_how, cells, column, words) => {
    expect(decode(sectionsList, { ...risk, ...cells })).toEqual({ ok: false, error: { column, words } });
  });

  it('says which parts there are where the part is none of them', () => {
    expect(decode(sectionsList, { ...risk, SectionKind: 'riskAssessment' })).toEqual({
      ok: false,
      error: { column: 'Part', words: `“riskAssessment” is not one of ${sectionKinds.join(', ')}` },
    });
  });
});

describe('a section on SharePoint', () => {
  const shared = sharedTenantBench();

  it('is as it was written to another instance of the app, large as it may be', async () => {
    const bench = shared();
    const ours = await bench.open(sectionsList);
    const elsewhere = await bench.open(sectionsList, bench.anotherGraph());
    for (const content of contents) granted(await ours.create(aSection('K7M-2QX', content)));
    await elsewhere.refresh();
    expect(elsewhere.ofCase('K7M-2QX').map(({ value }) => value)).toEqual(
      contents.map((content) => aSection('K7M-2QX', content)),
    );
    expect(bench.problems).toEqual([]);
  });

  it('that a person spoiled needs attention, by column and reason, and hides no other', async () => {
    const bench = shared();
    const sections = await bench.open(sectionsList);
    const row = granted(await sections.create(sectionOf('risk')));
    const other = granted(await sections.create(sectionOf('voices')));
    bench.editByHand(larkfield, 'Case sections', row.value.key, { Body: 'see the file' }, people.larkSenco.id);
    await sections.refresh();
    expect(sections.ofCase('K7M-2QX')).toEqual([other]);
    const needsAttention = {
      list: 'Case sections',
      id: row.id,
      column: 'Body',
      words: 'is not the JSON that the product wrote',
    };
    expect(sections.problems()).toEqual([needsAttention]);
    expect(bench.problems).toEqual([needsAttention]);
  });

  it('that a person spoiled is not written over', async () => {
    const bench = shared();
    const sections = await bench.open(sectionsList);
    const row = granted(await sections.create(sectionOf('risk')));
    bench.editByHand(larkfield, 'Case sections', row.value.key, { SectionKind: 'voices' }, people.larkSenco.id);
    expect(await sections.change(row, { changedBy: 'Wren Larkspur' })).toMatchObject({
      ok: false,
      error: { kind: 'changed meanwhile', theirs: null, columns: ['Body'] },
    });
    await sections.refresh();
    expect(sections.problems()).toMatchObject([{ column: 'Body', words: expect.stringContaining('does not fit') }]);
  });

  it('that a person mended is read again', async () => {
    const bench = shared();
    const sections = await bench.open(sectionsList);
    const row = granted(await sections.create(sectionOf('risk')));
    const edit = (cells: WrittenCells) =>
      bench.editByHand(larkfield, 'Case sections', row.value.key, cells, people.larkSenco.id);
    edit({ Body: null });
    await sections.refresh();
    expect(sections.all()).toEqual([]);
    edit({ Body: String(encodeNew(sectionsList, row.value)['Body']) });
    await sections.refresh();
    expect(sections.all().map(({ value }) => value)).toEqual([row.value]);
    expect(sections.problems()).toEqual([]);
  });

  it('may have its words changed by hand: they say the same to people, and the body counts', async () => {
    const bench = shared();
    const sections = await bench.open(sectionsList);
    const row = granted(await sections.create(sectionOf('risk')));
    bench.editByHand(larkfield, 'Case sections', row.value.key, { Words: 'Mine' }, people.larkSenco.id);
    await sections.refresh();
    expect(sections.byKey(row.value.key)?.value).toEqual({ ...row.value, words: 'Mine' });
  });
});

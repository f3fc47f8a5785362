import { describe, expect, it } from 'vitest';
import type { Actor } from '#domain/people.ts';
import type { SectionDocument } from '#domain/record/section-content.ts';
import type { SectionKind } from '#domain/record/sections.ts';
import { senco } from '#test/builders/people.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { saveSection, sectionKey } from '#workflows/casework/save-section.ts';
import { aBody, partOf, riskReviewed } from './section-bodies.ts';

interface Bench extends World {
  readonly ref: string;
  /** Saves a part over what was seen of it; without an etag, over what there is. */
  readonly save: (
    kind: SectionKind,
    body: unknown,
    more?: { readonly etag?: string | null; readonly actor?: Actor },
  ) => ReturnType<typeof saveSection>;
  readonly etagOf: (kind: SectionKind) => string;
}

async function aBench(): Promise<Bench> {
  const world = await aWorld();
  const ref = await world.inPreparation();
  return {
    ...world,
    ref,
    save: (kind, body, { etag = null, actor = senco } = {}) =>
      saveSection(world.outside, { ...world.target(ref, actor), etag }, { kind, body }),
    etagOf: (kind) => world.records.sections.byKey(sectionKey(ref, kind))?.etag ?? '',
  };
}

const meanwhile = { ok: false, error: { kind: 'changed meanwhile' } };

describe('saving a part of the templates', () => {
  it('keeps it with its words, the day and the person, and writes it down', async () => {
    const { ref, save, records, file } = await aBench();
    must(await save('risk', riskReviewed(inDays(-3)), { etag: '' }));
    expect(records.sections.ofCase(ref).map(({ value }) => value)).toMatchObject([
      {
        key: `${ref}/section/risk`,
        caseRef: ref,
        content: { kind: 'risk', body: { risk: { completedBy: 'Dana Safeguarding' } } },
        words: expect.stringContaining('Completed by: Dana Safeguarding'),
        changedOn: today,
        changedBy: 'Wren Larkspur',
      },
    ]);
    expect(file(ref).chronology.at(-1)).toMatchObject({
      event: 'risk 2026-11-23',
      on: today,
      words: '“Risk assessment” filled in or changed.',
      by: 'Wren Larkspur',
    });
  });

  it('half done is saved as it is', async () => {
    const { ref, save, file } = await aBench();
    must(await save('risk', { risk: { hazards: [{ hazard: 'Busy road' }] } }));
    expect(partOf(file(ref), 'risk')?.risk).toMatchObject({ completedOn: null, hazards: [{ owner: null }] });
  });

  it('again takes the place of what was there, with who changed it last', async () => {
    const { ref, outside, save, records, file } = await aBench();
    must(await save('risk', riskReviewed(inDays(-3))));
    outside.clock.advance({ days: 2 });
    const headteacher = { id: 'h', name: 'Juniper Thistle', roles: ['headteacher'] } as const;
    must(await save('risk', riskReviewed(inDays(2)), { actor: headteacher }));
    expect(records.sections.ofCase(ref)).toHaveLength(1);
    expect(file(ref).sections).toMatchObject([
      { content: { body: { risk: { reviewedOn: inDays(2) } } }, changedOn: inDays(2), changedBy: 'Juniper Thistle' },
    ]);
    const entries = file(ref).chronology.filter(({ event }) => event.startsWith('risk'));
    expect(entries.map(({ event, by }) => [event, by])).toEqual([
      ['risk 2026-11-23', 'Wren Larkspur'],
      ['risk 2026-11-25', 'Juniper Thistle'],
    ]);
  });

  it('is written down once a day, however often it is saved', async () => {
    const { ref, save, file } = await aBench();
    must(await save('risk', riskReviewed(inDays(-3))));
    must(await save('risk', riskReviewed(today)));
    must(await save('risk', { risk: null }));
    expect(file(ref).chronology.filter(({ event }) => event.startsWith('risk'))).toHaveLength(1);
  });

  it('logs the reference and the part, and nothing that was written', async () => {
    const { ref, outside, save } = await aBench();
    const before = outside.logged().length;
    must(await save('voices', { voices: [{ words: 'I like the mornings.' }] }));
    expect(outside.logged().slice(before)).toEqual([
      { event: 'case changed', facts: { caseRef: ref, action: 'section voices' } },
    ]);
  });

  it('of a case that is not there is not found', async () => {
    const { outside, target } = await aBench();
    expect(await saveSection(outside, target('AAA-AAA'), { kind: 'risk', body: {} })).toMatchObject({
      ok: false,
      error: { kind: 'not found', words: 'There is no case AAA-AAA in Larkfield Primary School.' },
    });
  });
});

describe('a part that somebody else has changed meanwhile', () => {
  it('is not written over', async () => {
    const { ref, save, etagOf, file } = await aBench();
    must(await save('risk', riskReviewed(inDays(-3))));
    const seen = etagOf('risk');
    must(await save('risk', riskReviewed(inDays(-1)), { etag: seen }));
    const before = file(ref);
    expect(await save('risk', riskReviewed(today), { etag: seen })).toMatchObject({
      ...meanwhile,
      error: { next: expect.stringContaining('Nothing that you typed is lost') },
    });
    expect(file(ref)).toEqual(before);
  });

  it('or begun is not written over', async () => {
    const { ref, save, file } = await aBench();
    must(await save('risk', riskReviewed(inDays(-3)), { etag: '' }));
    const before = file(ref);
    expect(await save('risk', riskReviewed(today), { etag: '' })).toMatchObject(meanwhile);
    expect(file(ref)).toEqual(before);
  });

  it('or deleted by hand is not made anew over their heads', async () => {
    const { ref, outside, records, save, etagOf } = await aBench();
    must(await save('risk', riskReviewed(inDays(-3))));
    const seen = etagOf('risk');
    outside.workspace.lists.school('LARK').sections.deleteByHand(sectionKey(ref, 'risk'));
    await records.sections.refresh();
    expect(await save('risk', riskReviewed(today), { etag: seen })).toMatchObject(meanwhile);
    expect(records.sections.all()).toEqual([]);
  });

  it('at the very same moment goes to one of two', async () => {
    const { save, records } = await aBench();
    const answers = await Promise.all([
      save('risk', riskReviewed(today), { etag: '' }),
      save('risk', riskReviewed(inDays(-1)), { etag: '' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject(meanwhile);
    expect(records.sections.all()).toHaveLength(1);
  });

  it('or begun in the very same words at the same moment is there once, and both are told that it is saved', async () => {
    const { save, records } = await aBench();
    const same = () => save('risk', riskReviewed(today), { etag: '' });
    expect(await Promise.all([same(), same()])).toMatchObject([{ ok: true }, { ok: true }]);
    expect(records.sections.all()).toHaveLength(1);
  });

  it('holds up nobody who is at another part', async () => {
    const { save, etagOf, records } = await aBench();
    must(await save('voices', aBody('voices'), { etag: '' }));
    must(await save('risk', riskReviewed(inDays(-3)), { etag: '' }));
    must(await save('voices', { voices: [] }, { etag: etagOf('voices') }));
    expect(records.sections.all()).toHaveLength(2);
  });
});

describe('a part that somebody spoiled by hand in SharePoint', () => {
  async function spoiled() {
    const bench = await aBench();
    const { ref, outside, records, save } = bench;
    must(await save('risk', riskReviewed(inDays(-3))));
    must(await save('voices', aBody('voices')));
    const { sections } = outside.workspace.lists.school('LARK');
    sections.editByHand(sectionKey(ref, 'risk'), { Body: 'see the file' }, 'Heron Reed');
    await records.sections.refresh();
    return bench;
  }

  it('is named with its column and reason, and the others are there', async () => {
    const { ref, records, file } = await spoiled();
    expect(records.sections.problems()).toMatchObject([
      { list: 'Case sections', column: 'Body', words: 'is not the JSON that the product wrote' },
    ]);
    expect(file(ref).sections.map(({ content }) => content.kind)).toEqual(['voices']);
  });

  it('is not written over, and does not keep the case from going on', async () => {
    const { ref, records, save, file } = await spoiled();
    await expect(save('risk', riskReviewed(today), { etag: '' })).rejects.toThrow(
      'cannot be read: Body is not the JSON',
    );
    must(await save('practical', {}));
    expect(file(ref).chronology.at(-1)?.event).toBe('practical 2026-11-23');
    expect(records.sections.problems()).toHaveLength(1);
  });
});

describe('the same request a second time', () => {
  it.each(['begins', 'changes'])('is answered as done and writes nothing, where it %s the part', async (what) => {
    const { ref, outside, save, etagOf, file } = await aBench();
    if (what === 'changes') must(await save('risk', riskReviewed(inDays(-5))));
    const etag = etagOf('risk');
    must(await save('risk', riskReviewed(inDays(-3)), { etag }));
    const before = [file(ref), etagOf('risk')];
    outside.clock.advance({ days: 1 });
    must(await save('risk', riskReviewed(inDays(-3)), { etag }));
    expect([file(ref), etagOf('risk')]).toEqual(before);
  });
});

describe('what cannot be kept', () => {
  it('is refused with the path, the value and what to write', async () => {
    const { ref, save, file } = await aBench();
    const wrong = { risk: { completedOn: '2026-11-31', hazards: [] } };
    expect(await save('risk', wrong)).toEqual({
      ok: false,
      error: {
        kind: 'invalid',
        field: 'risk.completedOn',
        words: 'risk.completedOn: “2026-11-31” is not a date that exists; look it up in a calendar.',
      },
    });
    expect(file(ref).sections).toEqual([]);
  });

  it.each<[SectionDocument[], string]>([
    [[{ owner: 1 }], ''],
    [[{ owner: 1 }, { owner: 2 }], ' There is one more like it.'],
    [[{ owner: 1 }, { owner: 2 }, { owner: 3 }], ' There are 2 more like it.'],
  ])('names the first of several mistakes and counts the others: %j', async (hazards, more) => {
    const { save } = await aBench();
    expect(await save('risk', { risk: { hazards } })).toMatchObject({
      ok: false,
      error: {
        field: 'risk.hazards.0.owner',
        words: `risk.hazards.0.owner: 1 is not text in quotation marks; write text in quotation marks.${more}`,
      },
    });
  });

  it('is a field that the part does not have, also one of another part', async () => {
    const { save } = await aBench();
    expect(await save('risk', { voices: [] })).toMatchObject({ ok: false, error: { field: 'voices' } });
  });

  it('is more than SharePoint keeps in a cell', async () => {
    const { ref, save, file } = await aBench();
    const voices = (length: number) => ({ voices: [{ words: 'x'.repeat(length) }] });
    const blank = '{"voices":[{"party":null,"name":null,"on":null,"words":"","how":null,"gatheredBy":null}]}';
    const most = 60_000 - blank.length;
    expect(await save('voices', voices(most + 1))).toEqual({
      ok: false,
      error: {
        kind: 'invalid',
        words: 'This part holds 60001 characters; a list keeps 60000 at most.',
        next: 'Shorten it, or keep long papers in the pupil’s file and write down where they are.',
      },
    });
    expect(file(ref).sections).toEqual([]);
    must(await save('voices', voices(most)));
    expect(partOf(file(ref), 'voices')?.voices[0]?.words).toHaveLength(most);
  });
});

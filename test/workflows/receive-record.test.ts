import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { roles } from '#domain/people.ts';
import { anActor, senco } from '#test/builders/people.ts';
import { aRecordJson, type RecordChanges } from '#test/builders/record.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { receiveRecord } from '#workflows/casework/receive-record.ts';
import { saveSection } from '#workflows/casework/save-section.ts';
import { partOf } from './section-bodies.ts';

const complete: unknown = JSON.parse(readFileSync(new URL('../fixtures/cases/complete.json', import.meta.url), 'utf8'));

const receive = ({ outside, school }: World, document: unknown) => receiveRecord(outside, school, senco, document);

/** What a changed record becomes. */
async function received(changes: RecordChanges) {
  const world = await aWorld();
  const { value } = must(await receive(world, aRecordJson(changes)));
  return { ...world, ref: value.ref, value };
}

describe('a record from another school', () => {
  it('becomes a case to be considered, under the name of who received it', async () => {
    const world = await aWorld();
    const { value } = must(await receive(world, complete));
    expect(value).toMatchObject({
      status: 'considering',
      sourceKey: 'record:Larkfield Primary School (made up):H4T-8RH',
      pupilName: 'Robin Sample',
      dateOfBirth: date('2017-03-14'),
      yearGroup: 'Year 5',
      upn: 'G830000021007',
      parentName: 'Jo Sample',
      reasons: ['Reintegration', 'Mental health'],
      objectives: 'To feel safe in class again, to stay for lunch, and to be back full time by 14 December.',
      version: 1,
      openedOn: today,
      openedBy: 'Wren Larkspur',
      lead: { name: 'Wren Larkspur' },
    });
    expect(value.ref).not.toBe('H4T-8RH');
  });

  it('brings what is true of the pupil anywhere', async () => {
    const world = await aWorld();
    const { value } = must(await receive(world, complete));
    const file = world.file(value.ref);
    expect(file.sections.map(({ content }) => content.kind).toSorted()).toEqual([
      'before',
      'groups',
      'pupil',
      'purpose',
      'voices',
    ]);
    expect(partOf(file, 'pupil')?.pupil).toMatchObject({
      homeAuthority: 'derbyshire',
      parents: [{ name: 'Jo Sample', telephone: '01632 960000' }],
    });
    expect(partOf(file, 'groups')?.groups).toMatchObject({ sen: 'EHC plan', interpreter: { language: 'Polish' } });
    expect(partOf(file, 'purpose')).toMatchObject({
      decidedOn: null,
      reasons: [{ reason: 'Reintegration', evidence: [{ from: 'Educational psychologist' }] }, {}],
      targets: [],
    });
    expect(partOf(file, 'voices')?.voices).toHaveLength(7);
    expect(partOf(file, 'before')?.alternatives).toHaveLength(2);
  });

  it('shows the pupil’s groups beside the case as well', async () => {
    const world = await aWorld();
    const { value } = must(await receive(world, complete));
    expect(value.groups).toEqual([
      'EHC plan',
      'Child in need',
      'Early help',
      'Medical need',
      'Free school meals',
      'Interpreter needed',
    ]);
  });

  it('brings nothing that was agreed there into force: times, consent, sign-off and risks are this school’s to settle', async () => {
    const world = await aWorld();
    const { value } = must(await receive(world, complete));
    expect(value).toMatchObject({
      times: '',
      hoursInSchool: 0,
      startsOn: today,
      endsOn: inDays(1),
      signedOffOn: null,
      signedOffVersion: null,
      nextReviewOn: null,
    });
    expect(world.file(value.ref)).toMatchObject({ agreements: [], reviews: [], notices: [] });
    expect(partOf(world.file(value.ref), 'risk')).toBeNull();
    expect(world.file(value.ref).chronology.map(({ event }) => event)).toEqual([
      'opened',
      'pupil 2026-11-23',
      'groups 2026-11-23',
      'purpose 2026-11-23',
      'voices 2026-11-23',
      'before 2026-11-23',
    ]);
  });

  it('sent twice makes one case', async () => {
    const world = await aWorld();
    const first = must(await receive(world, complete));
    const before = world.file(first.value.ref);
    expect(must(await receive(world, complete)).value.ref).toBe(first.value.ref);
    expect(world.records.cases.all()).toHaveLength(1);
    expect(world.file(first.value.ref)).toEqual(before);
  });

  it('sent again keeps what this school has written since, and brings what it lacked', async () => {
    const world = await aWorld();
    const { value } = must(await receive(world, aRecordJson()));
    const ours = { voices: [{ party: 'pupil', words: 'I like it here.' }] };
    must(await saveSection(world.outside, world.target(value.ref), { kind: 'voices', body: ours }));
    world.outside.workspace.lists.school('LARK').sections.deleteByHand(`${value.ref}/section/pupil`);
    await world.records.sections.refresh();
    must(await receive(world, aRecordJson()));
    expect(partOf(world.file(value.ref), 'voices')?.voices).toMatchObject([{ words: 'I like it here.' }]);
    expect(partOf(world.file(value.ref), 'pupil')?.pupil.parents).toHaveLength(1);
  });

  it('of another case, or of the same reference at another school, is another case', async () => {
    const world = await aWorld();
    must(await receive(world, aRecordJson()));
    must(await receive(world, aRecordJson({ ref: 'V9Y-XQQ' })));
    must(await receive(world, aRecordJson({ school: { name: 'Hollin Bank School' } })));
    expect(world.records.cases.all()).toHaveLength(3);
  });

  it('with hardly more than a name and a date of birth is enough', async () => {
    const world = await aWorld();
    const pupil = { name: 'Robin Sample', dateOfBirth: '2017-03-14' };
    const { value } = must(await receive(world, { schema: 'ptt-case/1', ref: 'A1', status: 'considering', pupil }));
    expect(value).toMatchObject({ pupilName: 'Robin Sample', parentName: '', reasons: ['Other'], objectives: '' });
  });

  it.each<[RecordChanges, string[]]>([
    [{ reasons: [{ reason: 'School-based anxiety' }, { reason: 'Transition' }] }, ['Other']],
    [{ reasons: [{ reason: 'School-based anxiety' }, { reason: 'Mental health' }] }, ['Other', 'Mental health']],
    [{ reasons: [{ reason: 'Other' }, { reason: 'Other' }] }, ['Other']],
  ])('gives reasons that the list of cases knows: %j', async (changes, reasons) => {
    expect((await received(changes)).value.reasons).toEqual(reasons);
  });

  it('names the parent the pupil lives with', async () => {
    const parents = [
      { name: 'Ash Sample', livesWithPupil: false },
      { name: 'Jo Sample', livesWithPupil: true },
    ];
    expect((await received({ pupil: { parents } })).value.parentName).toBe('Jo Sample');
  });
});

describe('the part-time timetable that a received record tells of', () => {
  const earlier = { from: '2025-11-03', to: '2025-12-19', school: 'Elsewhere School', reason: 'Physical health' };
  const periods = async (changes: RecordChanges) => {
    const { file, ref } = await received({ previousPeriods: [earlier], ...changes });
    return (partOf(file(ref), 'before')?.previousPeriods ?? []).map(({ from, to, school, reason }) => ({
      from: from?.toString(),
      to: to?.toString(),
      school,
      reason,
    }));
  };
  const there = { school: 'Larkfield Primary School (made up)', reason: 'Reintegration' };

  it('counts as an earlier one here, beside those before it', async () => {
    expect(await periods({ status: 'active' })).toEqual([earlier, { from: '2026-11-02', to: '2026-12-11', ...there }]);
  });

  it('lasted until its case was closed', async () => {
    expect(await periods({ status: 'closed', closure: { endedOn: '2026-11-20' } })).toEqual([
      earlier,
      { from: '2026-11-02', to: '2026-11-20', ...there },
    ]);
  });

  it.each(['considering', 'preparing', 'agreed', 'declined', 'withdrawn'] as const)(
    'does not count where it was never more than %s',
    async (status) => {
      expect(await periods({ status })).toEqual([earlier]);
    },
  );
});

describe('a document that is no case’s record', () => {
  it.each<[string, unknown, string]>([
    ['null', null, 'The document: null is not a group of fields; write a group of fields.'],
    ['a list', [], 'The document: a list is not a group of fields; write a group of fields.'],
    ['text', 'K7M-2QX', 'The document: “K7M-2QX” is not a group of fields; write a group of fields.'],
    [
      'a record of another form',
      { schema: 'ptt-case/2', ref: 'A', status: 'active' },
      'schema: “ptt-case/2” is not known here; write “ptt-case/1”.',
    ],
    [
      'one with an impossible date',
      { schema: 'ptt-case/1', ref: 'A', status: 'active', decidedOn: '2026-11-31' },
      'decidedOn: “2026-11-31” is not a date that exists; look it up in a calendar.',
    ],
    ['nothing', {}, 'schema: is missing; write it in. There are 2 more like it.'],
    ['only a form', { schema: 'ptt-case/1', ref: 'A' }, 'status: is missing; write it in.'],
  ])('is refused in words, and opens nothing: %s', async (_what, document, words) => {
    const world = await aWorld();
    expect(await receive(world, document)).toEqual({
      ok: false,
      error: {
        kind: 'invalid',
        words: `This is not a case’s record. ${words}`,
        next: 'Ask the other school to save the record again from the case’s page.',
      },
    });
    expect(world.records.cases.all()).toEqual([]);
  });

  it.each<[RecordChanges]>([
    [{ pupil: { name: null } }],
    [{ pupil: { name: ' ' } }],
    [{ pupil: { dateOfBirth: null } }],
  ])('or does not say who the pupil is, is refused: %j', async (changes) => {
    const world = await aWorld();
    expect(await receive(world, aRecordJson(changes))).toMatchObject({
      ok: false,
      error: { kind: 'invalid', words: 'The record does not give the pupil’s name and date of birth.' },
    });
    expect(world.records.cases.all()).toEqual([]);
  });

  it.each<[string, RecordChanges]>([
    ['pupil.name', { pupil: { name: 'x'.repeat(256) } }],
    ['pupil.yearGroup', { pupil: { yearGroup: 'x'.repeat(256) } }],
    ['pupil.upn', { pupil: { upn: 'x'.repeat(256) } }],
    ['pupil.parents', { pupil: { parents: [{ name: 'x'.repeat(256) }] } }],
  ])('or holds more in %s than a line of the list, is refused', async (field, changes) => {
    const world = await aWorld();
    expect(await receive(world, aRecordJson(changes))).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field, words: `${field} holds 256 characters; the list of cases keeps 255 at most.` },
    });
    expect(world.records.cases.all()).toEqual([]);
  });

  it('or holds more in one part than a list keeps, is refused before anything is written', async () => {
    const world = await aWorld();
    const changes = { voices: [{ words: 'x'.repeat(60_001) }] };
    expect(await receive(world, aRecordJson(changes))).toMatchObject({
      ok: false,
      error: { kind: 'invalid', words: expect.stringContaining('a list keeps 60000 at most') },
    });
    expect(world.records.cases.all()).toEqual([]);
  });
});

describe('receiving', () => {
  it.each(roles)('is for those who lead cases: %s', async (role) => {
    const world = await aWorld();
    const done = await receiveRecord(world.outside, world.school, anActor(role), complete);
    const may = ['headteacher', 'senco', 'dsl'].includes(role);
    const words = 'Only the headteacher, the SENCO or the designated safeguarding lead can open a case.';
    expect(done).toMatchObject(may ? { ok: true } : { ok: false, error: { kind: 'refused', words } });
    expect(world.records.cases.all()).toHaveLength(Number(may));
  });

  it('logs no more than the new reference', async () => {
    const world = await aWorld();
    const { value } = must(await receive(world, complete));
    expect(world.outside.logged()).toEqual([{ event: 'case changed', facts: { caseRef: value.ref, action: 'open' } }]);
  });
});

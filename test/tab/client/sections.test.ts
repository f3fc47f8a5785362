import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '#domain/record/parse-record.ts';
import { parseSection, sectionSchema, sectionToJson } from '#domain/record/section-content.ts';
import { sectionKinds, type SectionKind } from '#domain/record/sections.ts';
import { sectionsOfRecord } from '#test/builders/take-apart.ts';
import { copyOf, newEntry, withEveryItem } from '#tab/client/case/sections/entries.ts';
import { type Field, formOf, type GroupField } from '#tab/client/case/sections/fields-of.ts';
import { readBody, same } from '#tab/client/case/sections/read-body.ts';
import { summaryOf } from '#tab/client/case/sections/summary.ts';
import { minutesBetween, typedTime } from '#tab/client/case/sections/typed-time.ts';
import { withValue } from '#tab/client/case/sections/values.ts';
import { anyRecord } from '#test/builders/arbitrary-record.ts';

const complete = parseRecord(
  JSON.parse(readFileSync(new URL('../../fixtures/cases/complete.json', import.meta.url), 'utf8')),
);
if (!complete.ok) throw new Error('The complete case is not a case.');
const contents = sectionsOfRecord(complete.value);

const forms = new Map(sectionKinds.map((kind) => [kind, formOf(sectionSchema(kind))]));
const form = (kind: SectionKind): GroupField => forms.get(kind) ?? formOf({});
const bodyOf = (kind: SectionKind, typed: unknown) => readBody(form(kind), typed).body;
const problemsOf = (kind: SectionKind, typed: unknown) => readBody(form(kind), typed).problems;

/** The field at a place of the form, with * for the entries of a list. */
function fieldAt(kind: SectionKind, path: string): Field {
  let field: Field = form(kind);
  for (const step of path.split('.')) {
    const inner: Field | undefined =
      'fields' in field
        ? field.fields.find(({ name }) => name === step)?.field
        : 'item' in field
          ? field.item
          : undefined;
    if (inner === undefined) throw new Error(`there is no ${path} in ${kind}`);
    field = inner;
  }
  return field;
}

function groupAt(kind: SectionKind, path: string): GroupField {
  const field = fieldAt(kind, path);
  if (field.kind !== 'group') throw new Error(`${path} is no group`);
  return field;
}

describe('the form of a part of a case', () => {
  it('can be made of every part’s schema', () => {
    for (const kind of sectionKinds) expect(form(kind).fields, kind).not.toEqual([]);
  });

  it.each<[SectionKind, string, Partial<Field>]>([
    ['risk', 'risk', { kind: 'group', nullable: true, title: 'Risk assessment' }],
    ['risk', 'risk.hazards', { kind: 'list', nullable: false }],
    ['risk', 'risk.hazards.*.precaution', { kind: 'text', room: 'wide', nullable: true }],
    ['risk', 'risk.completedBy', { kind: 'text', room: 'line', nullable: true }],
    ['risk', 'risk.completedOn', { kind: 'date', nullable: true, required: false }],
    ['risk', 'risk.hazards.*.safeguarding', { kind: 'yes or no' }],
    ['contacts', 'contacts.*.on', { kind: 'date', nullable: false, required: true }],
    ['contacts', 'contacts.*.at', { kind: 'time', nullable: true }],
    ['meetings', 'meetings.*.minutes', { kind: 'number', whole: false, least: 0 }],
    ['weeks', 'plan.versions.*.version', { kind: 'number', whole: true, least: 1, required: true }],
    ['weeks', 'plan.versions.*.weeks.*.days', { kind: 'days' }],
    ['steps', 'priorSteps', { kind: 'checklist', code: 'step' }],
    ['practical', 'practical.meals.days', { kind: 'ticks' }],
    ['extensions', 'extensions.*.agencies', { kind: 'list' }],
    ['extensions', 'extensions.*.agencies.*', { kind: 'text', room: 'growing', title: '' }],
    ['marks', 'marks.*.code', { kind: 'text', most: 4, required: true }],
  ])('%s: %s', (kind, path, expected) => {
    expect(fieldAt(kind, path)).toMatchObject(expected);
  });

  it('offers the words of a code, and the parties in their own', () => {
    const steps = fieldAt('steps', 'priorSteps');
    expect(steps.kind === 'checklist' && steps.options[0]).toEqual({
      value: 'A1',
      words: 'Meet the parent or carer to explain the process (DBY:15)',
    });
    const party = fieldAt('voices', 'voices.*.party');
    expect(party.kind === 'choice' && party.options.map(({ value }) => value)).toContain('educational psychologist');
  });

  it('refuses a schema that it cannot follow', () => {
    expect(() => formOf({ type: 'object', properties: { odd: { title: 'Odd', type: 'null' } } })).toThrow('Odd');
    expect(() => formOf({ type: 'object', properties: { lost: { $ref: '#/$defs/lost' } } })).toThrow('lost');
    expect(() => formOf({ type: 'string' })).toThrow('not an object');
  });
});

describe('what is sent', () => {
  it.each(contents.map((content) => [content.kind, content] as const))(
    'is for “%s” of the complete case what was read',
    (kind, content) => {
      const read = readBody(form(kind), sectionToJson(content));
      expect(read.problems).toEqual([]);
      expect(parseSection(kind, read.body)).toEqual({ ok: true, value: content });
    },
  );

  it('can be read by the server, whatever a case holds, and stays the same when it comes back', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const content of sectionsOfRecord(record)) {
          const { body, problems } = readBody(form(content.kind), sectionToJson(content));
          const parsed = parseSection(content.kind, body);
          // Only what must not be blank may be blank in such a record.
          const again = parsed.ok ? bodyOf(content.kind, sectionToJson(parsed.value)) : problems.length > 0 && body;
          expect(again).toEqual(body);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out what is blank, and keeps an entry that somebody has only added', () => {
    const typed = {
      risk: { completedBy: ' ', completedOn: '', hazards: [{ hazard: 'Road', rating: null }, {}], advice: [] },
    };
    expect(bodyOf('risk', typed)).toEqual({ risk: { hazards: [{ hazard: 'Road' }, {}] } });
  });

  it('keeps a group that was added, and leaves out one that merely stands open', () => {
    expect(bodyOf('risk', { risk: {} })).toEqual({ risk: {} });
    expect(bodyOf('risk', { risk: null })).toEqual({});
    const days = { monday: { in: '9', out: '11.30' }, tuesday: { in: null, out: '' }, friday: null };
    const plan = { versions: [{ version: 1, weeks: [{ commencing: '2026-11-02', days }] }] };
    expect(bodyOf('weeks', { plan })).toEqual({
      plan: {
        versions: [
          { version: 1, weeks: [{ commencing: '2026-11-02', days: { monday: { in: '09:00', out: '11:30' } } }] },
        ],
      },
    });
  });

  it('has numbers for numbers, answers for answers, and no blank lines', () => {
    expect(
      bodyOf('meetings', { meetings: [{ minutes: ' 62,5 ', attendees: [{ party: 'parent', name: 'Jo' }] }] }),
    ).toEqual({ meetings: [{ minutes: 62.5, attendees: [{ party: 'parent', name: 'Jo' }] }] });
    expect(bodyOf('groups', { groups: { lookedAfter: false, childInNeed: null, youngCarer: true } })).toEqual({
      groups: { lookedAfter: false, youngCarer: true },
    });
    expect(bodyOf('extensions', { extensions: [{ number: '2', agencies: ['CAMHS', '', ' '] }] })).toEqual({
      extensions: [{ number: 2, agencies: ['CAMHS'] }],
    });
    expect(bodyOf('practical', { practical: { meals: { days: ['monday'] } } })).toEqual({
      practical: { meals: { days: ['monday'] } },
    });
  });

  it.each<[SectionKind, unknown, string, string]>([
    [
      'meetings',
      { meetings: [{ minutes: 'long' }] },
      'meetings.0.minutes',
      'Enter “Length in minutes” as a number of 0 or more.',
    ],
    [
      'meetings',
      { meetings: [{ minutes: '-1' }] },
      'meetings.0.minutes',
      'Enter “Length in minutes” as a number of 0 or more.',
    ],
    [
      'purpose',
      { targets: [{}, { week: '1.5' }] },
      'targets.1.week',
      'Enter “Week of the plan” as a whole number of 1 or more.',
    ],
    [
      'contacts',
      { contacts: [{ at: '25', on: '2026-11-02' }] },
      'contacts.0.at',
      'Enter “Time” as a time of day, for example 9:15.',
    ],
    ['contacts', { contacts: [{}] }, 'contacts.0.on', 'Fill in “Day”, or take out the entry that it belongs to.'],
    ['contacts', { contacts: [{ on: '2026-02-3' }] }, 'contacts.0.on', 'Enter “Day” as a day.'],
    [
      'marks',
      { marks: [{ on: '2026-11-02', session: 'morning', code: 'LATER' }] },
      'marks.0.code',
      '“Register code” is too long. Shorten it to 4 characters.',
    ],
    [
      'pastoralSupportPlan',
      { pastoralSupportPlan: { finalReview: { evaluation: { percent: '101' } } } },
      'pastoralSupportPlan.finalReview.evaluation.percent',
      'Enter “Per cent” as a number from 0 to 100.',
    ],
  ])('%s: %j is told at its place', (kind, typed, field, words) => {
    expect(problemsOf(kind, typed)).toEqual([{ field, words }]);
    expect(parseSection(kind, bodyOf(kind, typed)).ok).toBe(false);
  });

  it('is told of all at once, in the order of the page', () => {
    const fields = problemsOf('marks', { marks: [{}, { on: '2026-11-02', code: '/' }] }).map(({ field }) => field);
    expect(fields).toEqual(['marks.0.on', 'marks.0.session', 'marks.0.code', 'marks.1.session']);
  });
});

describe('a value in its place', () => {
  it('is put where it belongs, also where nothing was, and leaves the rest as it is', () => {
    const before = { risk: { hazards: [{ hazard: 'Road' }, { hazard: 'Water' }] }, other: [] };
    const after = withValue(before, 'risk.hazards.1.owner', 'Sam');
    expect(after).toEqual({ risk: { hazards: [{ hazard: 'Road' }, { hazard: 'Water', owner: 'Sam' }] }, other: [] });
    expect(after).toHaveProperty('other', before.other);
    expect((after as typeof before).risk.hazards[0]).toBe(before.risk.hazards[0]);
    expect(withValue({}, 'plan.versions.0.weeks.0.days.monday.in', '9')).toEqual({
      plan: { versions: [{ weeks: [{ days: { monday: { in: '9' } } }] }] },
    });
  });
});

describe('times as people type them', () => {
  it.each([
    ['9', '09:00'],
    ['9:15', '09:15'],
    ['0915', '09:15'],
    ['9.15', '09:15'],
    ['13:30', '13:30'],
    ['1.30 pm', '13:30'],
    ['12am', '00:00'],
    ['12 PM', '12:00'],
  ])('%s is %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time);
  });

  it.each(['', 'noon', '24', '9:60', '9:5', '13pm', '0am', '123456'])('“%s” is none', (typed) => {
    expect(typedTime(typed)).toBeNull();
  });

  it('are minutes apart on the same day', () => {
    expect(minutesBetween('9', '11:30')).toBe(150);
    expect(minutesBetween('11', '9')).toBeNull();
    expect(minutesBetween('', '9')).toBeNull();
  });
});

describe('the entries of a list', () => {
  const week = groupAt('weeks', 'plan.versions.*.weeks.*');
  const weeks = [
    { commencing: '2026-10-19', days: { monday: { in: '09:00', out: '11:00' } } },
    { commencing: '2026-10-26', remark: 'second' },
  ];

  it('go on with the next week after the last', () => {
    expect(newEntry(week, weeks)).toEqual({ commencing: '2026-11-02' });
    expect(newEntry(week, [])).toEqual({});
  });

  it('copy a week to the first Monday after it that is free, in its place among the weeks', () => {
    expect(copyOf(week, weeks, 1)).toEqual({ index: 2, entry: { commencing: '2026-11-02', remark: 'second' } });
    expect(copyOf(week, weeks, 0)).toEqual({ index: 2, entry: { ...weeks[0], commencing: '2026-11-02' } });
    const gap = [weeks[0], { commencing: '2026-11-09' }];
    expect(copyOf(week, gap, 0)).toEqual({ index: 1, entry: { ...weeks[0], commencing: '2026-10-26' } });
  });

  it('count on where they are numbered, and are copied as they are where not', () => {
    expect(newEntry(groupAt('extensions', 'extensions.*'), [{ number: 1 }, { number: '4' }])).toEqual({ number: 5 });
    expect(copyOf(groupAt('weeks', 'plan.versions.*'), [{ version: 1, why: 'First' }], 0)).toEqual({
      index: 1,
      entry: { version: 2, why: 'First' },
    });
    const hazards = [{ hazard: 'Road' }, { hazard: 'Water' }];
    expect(copyOf(groupAt('risk', 'risk.hazards.*'), hazards, 0)).toEqual({ index: 1, entry: { hazard: 'Road' } });
  });

  it('of a checklist are all there, each with what was answered, in the document’s order', () => {
    const body = { priorSteps: [{ step: 'A3', state: 'done' }, { step: 'A1' }] };
    const filled = withEveryItem(form('steps'), body) as { readonly priorSteps: readonly { readonly step: string }[] };
    expect(filled.priorSteps.slice(0, 4)).toEqual([
      { step: 'A1' },
      { step: 'A2' },
      { step: 'A3', state: 'done' },
      { step: 'A4' },
    ]);
    expect(filled.priorSteps).toHaveLength(28);
    expect(parseSection('steps', bodyOf('steps', filled)).ok).toBe(true);
  });

  it('are found again by what stands in them first', () => {
    expect(summaryOf(week, weeks[0])).toBe('Mon 19 Oct 2026 · 2 hours in school');
    expect(
      summaryOf(groupAt('groups', 'groups.professionals.*'), { party: 'SEND service', contact: 'x'.repeat(80) }),
    ).toBe(`SEND service · ${'x'.repeat(60)}…`);
    expect(summaryOf(groupAt('groups', 'groups.professionals.*'), {})).toBe('');
  });
});

describe('two values', () => {
  it('are the same where they would be sent the same', () => {
    const hazards = fieldAt('risk', 'risk.hazards');
    expect(same(hazards, [{ hazard: 'Road', owner: null }], [{ hazard: 'Road', owner: ' ' }])).toBe(true);
    expect(same(hazards, [{ hazard: 'Road' }], [{ hazard: 'Road' }, {}])).toBe(false);
    expect(same(fieldAt('risk', 'risk'), null, {})).toBe(false);
  });
});

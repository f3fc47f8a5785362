import { describe, expect, it } from 'vitest';
import { parseRecord, problemText } from '#domain/record/parse-record.ts';

const least = { schema: 'ptt-case/1', ref: 'K7M-2QZ', status: 'considering' };
const withField = (part: string, value: unknown): unknown => ({ ...least, [part]: value });

function problems(document: unknown): readonly string[] {
  const parsed = parseRecord(document);
  return parsed.ok ? [] : parsed.error.map(problemText);
}

describe('a value that no case can hold is named with its path and quoted', () => {
  it.each<[string, unknown, string]>([
    [
      'a date that does not exist',
      withField('pupil', { dateOfBirth: '2026-02-30' }),
      'pupil.dateOfBirth: “2026-02-30” is not a date that exists; look it up in a calendar.',
    ],
    [
      'the last day of February in a common year',
      withField('decidedOn', '2026-02-29'),
      'decidedOn: “2026-02-29” is not a date that exists; look it up in a calendar.',
    ],
    [
      'a date as it is written by hand',
      withField('decidedOn', '23/11/2026'),
      'decidedOn: “23/11/2026” is not a date; write it like 2026-11-17.',
    ],
    [
      'a date with something after it',
      withField('decidedOn', '2026-11-23T09:00'),
      'decidedOn: “2026-11-23T09:00” is not a date; write it like 2026-11-17.',
    ],
    [
      'a date with something before it',
      withField('decidedOn', 'on 2026-11-23'),
      'decidedOn: “on 2026-11-23” is not a date; write it like 2026-11-17.',
    ],
    [
      'a time that no clock shows',
      withField('contacts', [{ on: '2026-11-02', at: '24:00' }]),
      'contacts.0.at: “24:00” is not a time of day; write it like 09:00.',
    ],
    [
      'a time with sixty minutes',
      withField('contacts', [{ on: '2026-11-02', at: '09:60' }]),
      'contacts.0.at: “09:60” is not a time of day; write it like 09:00.',
    ],
    [
      'a time without its nought',
      withField('contacts', [{ on: '2026-11-02', at: '9:00' }]),
      'contacts.0.at: “9:00” is not a time of day; write it like 09:00.',
    ],
    [
      'a time with a word after it',
      withField('contacts', [{ on: '2026-11-02', at: '09:00am' }]),
      'contacts.0.at: “09:00am” is not a time of day; write it like 09:00.',
    ],
    [
      'a time with a word before it',
      withField('contacts', [{ on: '2026-11-02', at: 'at 09:00' }]),
      'contacts.0.at: “at 09:00” is not a time of day; write it like 09:00.',
    ],
    [
      'a field that no case has',
      withField('pupil', { shoeSize: 3 }),
      'pupil.shoeSize: 3 is not a field of a case; take it out, or see docs/case.schema.json for its name.',
    ],
    ['text where a list belongs', withField('marks', 'none'), 'marks: “none” is not a list; write a list.'],
    [
      'a list where fields belong',
      withField('pupil', []),
      'pupil: a list is not a group of fields; write a group of fields.',
    ],
    [
      'fields where a list belongs',
      withField('marks', { on: '2026-11-02' }),
      'marks: a group of fields is not a list; write a list.',
    ],
    [
      'text where a number belongs',
      withField('meetings', [{ minutes: 'ninety' }]),
      'meetings.0.minutes: “ninety” is not a number; write a number.',
    ],
    [
      'a number where text belongs',
      withField('objectives', 7),
      'objectives: 7 is not text in quotation marks; write text in quotation marks.',
    ],
    [
      'a word where yes or no belongs',
      withField('groups', { lookedAfter: 'no' }),
      'groups.lookedAfter: “no” is not true or false; write true or false.',
    ],
    [
      'half a version',
      withField('plan', { current: 1.5 }),
      'plan.current: 1.5 is not a whole number; write a whole number.',
    ],
    ['a version before the first', withField('plan', { current: 0 }), 'plan.current: 0 is too small; write 1 or more.'],
    [
      'fewer hours than none',
      withField('meetings', [{ minutes: -1 }]),
      'meetings.0.minutes: -1 is too small; write 0 or more.',
    ],
    [
      'more than a hundred per cent',
      withField('phasedReintegrationPlan', { finalReview: { evaluation: { percent: 101 } } }),
      'phasedReintegrationPlan.finalReview.evaluation.percent: 101 is too large; write 100 or less.',
    ],
    [
      'a register code that is a sentence',
      withField('marks', [{ on: '2026-11-02', session: 'morning', code: 'absent' }]),
      'marks.0.code: “absent” is too long; write at most 4 characters.',
    ],
    [
      'a session at night',
      withField('marks', [{ on: '2026-11-02', session: 'night', code: '/' }]),
      'marks.0.session: “night” is not known here; write “morning” or “afternoon”.',
    ],
    ['a contact on no day', withField('contacts', [{}]), 'contacts.0.on: is missing; write it in.'],
    ['an empty reference', { ...least, ref: '' }, 'ref: “” is empty; write it in.'],
    ['no status', { schema: 'ptt-case/1', ref: 'X' }, 'status: is missing; write it in.'],
    [
      'a form of later days',
      { ...least, schema: 'ptt-case/2' },
      'schema: “ptt-case/2” is not known here; write “ptt-case/1”.',
    ],
    ['a list', [], 'The document: a list is not a group of fields; write a group of fields.'],
    ['nothing at all', null, 'The document: null is not a group of fields; write a group of fields.'],
    ['true', true, 'The document: true is not a group of fields; write a group of fields.'],
    ['no number', Number.NaN, 'The document: NaN is not a group of fields; write a group of fields.'],
    [
      'a big integer',
      7n,
      'The document: something that JSON has no word for is not a group of fields; write a group of fields.',
    ],
    [
      'a field that is a list',
      withField('pupil', { toes: [1] }),
      'pupil.toes: a list is not a field of a case; take it out, or see docs/case.schema.json for its name.',
    ],
    [
      'a field that every object has',
      withField('toString', 1),
      'toString: 1 is not a field of a case; take it out, or see docs/case.schema.json for its name.',
    ],
    ['no document', undefined, 'The document: is missing; write it in.'],
  ])('%s', (_what, document, words) => {
    expect(problems(document)).toEqual([words]);
  });

  it('is shortened where it is long', () => {
    const [said] = problems(withField('decidedOn', 'x'.repeat(61)));
    expect(said).toBe(`decidedOn: “${'x'.repeat(60)}…” is not a date; write it like 2026-11-17.`);
    const [whole] = problems(withField('decidedOn', 'x'.repeat(60)));
    expect(whole).toBe(`decidedOn: “${'x'.repeat(60)}” is not a date; write it like 2026-11-17.`);
  });

  it('is told together with all the others', () => {
    expect(problems({ ...least, status: 'paused', decidedOn: 'soon', one: 1, two: 2 })).toHaveLength(4);
  });

  it('carries its parts for a program to read', () => {
    expect(parseRecord(withField('decidedOn', 'soon'))).toEqual({
      ok: false,
      error: [{ path: 'decidedOn', value: '“soon”', words: 'is not a date; write it like 2026-11-17' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { caseReasons } from '#domain/case.ts';
import { caseworkers, roles } from '#domain/people.ts';
import { yearNumber } from '#domain/record/year-group.ts';
import { firstValues } from '#tab/client/case/forms/definition.ts';
import { readForm } from '#tab/client/case/forms/read-form.ts';
import { newCaseForm } from '#tab/client/new-case/new-case-form.ts';
import { readRecord } from '#tab/client/new-case/read-record.ts';
import { mayOpenCases } from '#tab/client/new-case/who-opens.ts';
import { texts } from '#tab/client/texts.ts';
import { larkfield } from './fake/builders.ts';

const complete = {
  ...firstValues(newCaseForm, larkfield),
  pupilName: ' Kit Avocet ',
  dateOfBirth: '2016-05-04',
  yearGroup: 'Year 5',
  parentName: 'Mx Jo Avocet',
  reasons: 'Mental health\nOther',
  objectives: 'Kit comes in every morning.',
  hoursInSchool: '12,5',
  startsOn: '2026-11-30',
  endsOn: '2026-12-18',
};

const read = (changes: Partial<typeof complete> = {}) =>
  readForm(newCaseForm, { ...complete, ...changes }, larkfield, { pressId: 'press-1' });

describe('a case that is only being considered', () => {
  it('is opened with what was typed; times and UPN may come later', () => {
    expect(read()).toEqual({
      ok: true,
      body: {
        pressId: 'press-1',
        pupilName: 'Kit Avocet',
        dateOfBirth: '2016-05-04',
        yearGroup: 'Year 5',
        upn: '',
        parentName: 'Mx Jo Avocet',
        reasons: ['Mental health', 'Other'],
        objectives: 'Kit comes in every morning.',
        times: '',
        hoursInSchool: 12.5,
        startsOn: '2026-11-30',
        endsOn: '2026-12-18',
      },
    });
  });

  it('says at each field of a blank form what to do, in the order of the fields', () => {
    const blank = readForm(newCaseForm, firstValues(newCaseForm, larkfield), larkfield, { pressId: 'press-1' });
    const problems = blank.ok ? [] : blank.problems;
    expect(problems.map(({ field }) => field)).toEqual([
      'pupilName',
      'dateOfBirth',
      'yearGroup',
      'parentName',
      'reasons',
      'objectives',
      'hoursInSchool',
      'startsOn',
      'endsOn',
    ]);
    expect(problems[4]?.words).toBe('Choose at least one reason.');
  });

  it.each([
    ['upn', 'P0000000000012'],
    ['hoursInSchool', '61'],
    ['pupilName', 'x'.repeat(201)],
  ] as const)('is not opened with an unfit %s', (field, typed) => {
    expect(read({ [field]: typed })).toMatchObject({ ok: false, problems: [{ field }] });
  });

  it('offers the reasons that a school may give, and year groups that can be read', () => {
    expect(texts.newCase.reasons).toEqual(caseReasons);
    expect(texts.newCase.years.map(yearNumber)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('is offered to those who lead cases', () => {
    expect(roles.filter((role) => mayOpenCases({ roles: [role] }))).toEqual(caseworkers);
    expect(mayOpenCases({ roles: [] })).toBe(false);
  });
});

describe('a record from another school', () => {
  it('is read from its file', async () => {
    expect(await readRecord(new Blob(['{"ref":"K7M-2QX"}']))).toEqual({ ok: true, record: { ref: 'K7M-2QX' } });
  });

  it.each(['', 'PK\u0003\u0004', '[]', 'null', '"text"', '{"ref":'])('is not what %j is', async (text) => {
    expect(await readRecord(new Blob([text]))).toEqual({ ok: false, why: 'notARecord' });
  });

  it('is at most as large as the server takes', async () => {
    const padded = (length: number) => new Blob([`{"a":"${'x'.repeat(length - 8)}"}`]);
    expect(await readRecord(padded(2 * 1024 * 1024))).toMatchObject({ ok: true });
    expect(await readRecord(padded(2 * 1024 * 1024 + 1))).toEqual({ ok: false, why: 'tooLarge' });
  });
});

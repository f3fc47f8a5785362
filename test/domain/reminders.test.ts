import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, Case, Review } from '#domain/case.ts';
import type { PlainDate } from '#domain/dates.ts';
import { date } from '#domain/dates.ts';
import { remindersOn } from '#domain/reminders.ts';
import { calendarOf } from '#domain/school.ts';
import { anyCasefile, anyDay } from '#test/builders/arbitrary.ts';
import { aCase, aCaseInPreparation, aHeldReview, anAgreement, aReview } from '#test/builders/casework.ts';
import { aSchool } from '#test/builders/schools.ts';
import { inDays, today } from '#test/builders/today.ts';

interface Rows {
  readonly cases?: readonly Case[];
  readonly reviews?: readonly Review[];
  readonly agreements?: readonly Agreement[];
}

const calendar = calendarOf(aSchool());
const reminders = ({ cases = [aCase()], reviews = [], agreements = [] }: Rows, on: PlainDate = today) =>
  remindersOn({ cases, reviews, agreements }, calendar, on);

/** The stage in which a review due on a day is spoken of on another. */
function stage(dueOn: string, on: string): string | null {
  const [reminder] = reminders({ reviews: [aReview({ dueOn: date(dueOn) })] }, date(on));
  return reminder ? (reminder.key.split('/').at(-1) ?? '') : null;
}

describe('a review', () => {
  it.each([
    ['2026-12-03', '2026-11-27', null, 'four school days ahead: not yet'],
    ['2026-12-03', '2026-11-30', 'soon', 'three school days ahead'],
    ['2026-12-01', '2026-11-26', 'soon', 'before a weekend and an INSET day, when only two school days are left'],
    ['2026-12-03', '2026-12-03', 'today', 'on the day'],
    ['2026-12-03', '2026-12-04', 'overdue-week-1', 'the day after'],
    ['2026-12-03', '2026-12-10', 'overdue-week-1', 'a week after'],
    ['2026-12-03', '2026-12-11', 'overdue-week-2', 'eight days after: said anew'],
    ['2026-12-03', '2027-01-04', 'overdue-week-5', 'after the holidays'],
  ])('due on %s is on %s in the stage %s: %s', (dueOn, on, expected, _why) => {
    expect(stage(dueOn, on)).toBe(expected);
  });

  it('is named by reference and initials, with when it is due', () => {
    expect(reminders({ reviews: [aReview({ dueOn: inDays(-3) })] })).toEqual([
      {
        key: 'K7M-2QX/review/1/2026-11-20/overdue-week-1',
        kind: 'review',
        caseRef: 'K7M-2QX',
        initials: 'JE',
        words: 'Review 1: 3 days overdue (Fri 20 Nov 2026)',
        urgent: true,
      },
    ]);
  });

  it('that was moved is spoken of anew under its new day', () => {
    const [before] = reminders({ reviews: [aReview()] });
    const [after] = reminders({ reviews: [aReview({ dueOn: inDays(1) })] });
    expect(before?.key).not.toBe(after?.key);
  });

  it('is not spoken of when it was held, or when the case is not active', () => {
    expect(reminders({ reviews: [aHeldReview()] })).toEqual([]);
    for (const status of ['agreed', 'closed', 'withdrawn'] as const) {
      expect(reminders({ cases: [aCase({ status })], reviews: [aReview()] })).toEqual([]);
    }
  });
});

describe('an unsigned consent', () => {
  const asked = (days: number) => anAgreement({ state: 'asked', askedOn: inDays(-days) });
  const key = (rows: Rows) => reminders(rows)[0]?.key;

  it('is spoken of when it is asked, and again each week', () => {
    const cases = [aCaseInPreparation()];
    expect([0, 6, 7, 13, 14].map((days) => key({ cases, agreements: [asked(days)] }))).toEqual([
      'K7M-2QX/parent/v1/week-0',
      'K7M-2QX/parent/v1/week-0',
      'K7M-2QX/parent/v1/week-1',
      'K7M-2QX/parent/v1/week-1',
      'K7M-2QX/parent/v1/week-2',
    ]);
  });

  it('is urgent, and said anew, once the start date is reached', () => {
    const [reminder] = reminders({ cases: [aCaseInPreparation({ startsOn: today })], agreements: [asked(3)] });
    expect(reminder).toMatchObject({
      key: 'K7M-2QX/parent/v1/week-0/urgent',
      kind: 'consent',
      urgent: true,
      words: 'Consent to version 1 not signed; asked Fri 20 Nov 2026, start date reached',
    });
  });

  it('is not spoken of for a version that has been replaced, once answered, or when the case has ended', () => {
    expect(reminders({ cases: [aCase({ version: 2 })], agreements: [asked(3)] })).toEqual([]);
    expect(reminders({ agreements: [anAgreement()] })).toEqual([]);
    expect(reminders({ cases: [aCase({ status: 'closed' })], agreements: [asked(3)] })).toEqual([]);
  });

  it('that will be asked later is not spoken of yet', () => {
    expect(reminders({ cases: [aCaseInPreparation()], agreements: [asked(-1)] })).toEqual([]);
  });
});

describe('the reminders of a day', () => {
  it('come with the urgent ones first', () => {
    const cases = [aCase({ ref: 'AAA' }), aCase({ ref: 'BBB' })];
    const reviews = [aReview({ caseRef: 'AAA' }), aReview({ caseRef: 'BBB', dueOn: inDays(-1) })];
    expect(reminders({ cases, reviews }).map(({ caseRef }) => caseRef)).toEqual(['BBB', 'AAA']);
  });

  it('are the same for the same rows, each once, and never name a pupil', () => {
    fc.assert(
      fc.property(anyCasefile, anyDay, (file, day) => {
        const rows = { cases: [file.case], reviews: file.reviews, agreements: file.agreements };
        const first = remindersOn(rows, calendar, day);
        expect(remindersOn(rows, calendar, day)).toEqual(first);
        expect(new Set(first.map(({ key }) => key)).size).toBe(first.length);
        const { pupilName, upn, parentName, objectives, times } = file.case;
        const said = JSON.stringify(first);
        expect([pupilName, upn, parentName, objectives, times].filter((text) => said.includes(text))).toEqual([]);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Casefile } from '#domain/case.ts';
import { isSchoolDay } from '#domain/calendar.ts';
import { date, isAfter } from '#domain/dates.ts';
import { dutiesOf, nextReviewAtLatest, type Duties } from '#domain/duties.ts';
import { calendarOf } from '#domain/school.ts';
import { stackFor } from '#policies/stack-for.ts';
import { anyCasefile, anyDay } from '#test/builders/arbitrary.ts';
import {
  aCase,
  aCasefile,
  aCaseInPreparation,
  aHeldReview,
  anAgreement,
  aNotice,
  aReview,
} from '#test/builders/casework.ts';
import { aSchool } from '#test/builders/schools.ts';
import { inDays, today } from '#test/builders/today.ts';
import { filledSection } from './support/filled-section.ts';
import { runs } from '#test/support/runs.ts';

const calendar = calendarOf(aSchool());
const { stack } = stackFor(aSchool().policies);
const owed = (file: Casefile, under = stack): Duties => dutiesOf(file, under, calendar, today);
const nothing: Duties = { caseChanges: {}, agreement: null, review: null, notices: [] };

const carryOut = (file: Casefile, duties: Duties): Casefile => ({
  ...file,
  case: { ...file.case, ...duties.caseChanges },
  agreements: duties.agreement ? [...file.agreements, duties.agreement] : file.agreements,
  reviews: duties.review ? [...file.reviews, duties.review] : file.reviews,
  notices: [...file.notices, ...duties.notices],
});

describe('what must stand beside a case', () => {
  it('is nothing more when all of it is there', () => {
    expect(owed(aCasefile())).toEqual(nothing);
  });

  it('for a case just opened is the question to the parent and a notice to the authority', () => {
    const opened = aCasefile({ case: aCaseInPreparation(), agreements: [], reviews: [], notices: [] });
    expect(owed(opened)).toMatchObject({
      caseChanges: {},
      agreement: {
        key: 'K7M-2QX/parent/v1',
        state: 'asked',
        party: 'Jo Example',
        times: opened.case.times,
        askedOn: today,
      },
      review: null,
      notices: [{ key: 'K7M-2QX/notice/notification', state: 'owed', dueOn: opened.case.startsOn }],
    });
  });

  it('is the status “agreed” once the parent has signed', () => {
    expect(owed(aCasefile({ case: aCaseInPreparation(), reviews: [] })).caseChanges).toEqual({ status: 'agreed' });
  });

  it.each(['considering', 'preparing', 'agreed'] as const)(
    'is the end of the case when the parent refuses while it is %s',
    (status) => {
      const refused = aCasefile({
        case: aCaseInPreparation({ status }),
        agreements: [anAgreement({ state: 'refused', answeredOn: today, recordedBy: 'Wren Larkspur' })],
        reviews: [],
      });
      expect(owed(refused).caseChanges).toEqual({
        status: 'declined',
        endedOn: today,
        endedBy: 'Wren Larkspur',
        closureReason: 'Never started',
      });
      expect(owed(refused).notices).toMatchObject([{ kind: 'closure', dueOn: today }]);
    },
  );

  it('keeps an active case active when the parent refuses new times: the finding says what to do', () => {
    expect(owed(aCasefile({ agreements: [anAgreement({ state: 'refused' })] })).caseChanges).toEqual({});
  });

  it('for a case just started is its first review, two weeks after the start', () => {
    const started = aCasefile({ case: aCase({ startsOn: today, nextReviewOn: null }), reviews: [] });
    expect(owed(started)).toMatchObject({
      caseChanges: { nextReviewOn: inDays(14) },
      review: { key: 'K7M-2QX/review/1', number: 1, dueOn: inDays(14), heldOn: null },
    });
  });

  it('after a review is the next one, on the day that was agreed or else by the rules', () => {
    const after = (nextOn: typeof today | null) => owed(aCasefile({ reviews: [aHeldReview({ nextOn })] })).review;
    expect(after(inDays(9))).toMatchObject({ number: 2, dueOn: inDays(9) });
    expect(after(null)).toMatchObject({ number: 2, dueOn: inDays(14) });
  });

  it('after a review that changed the hours is a new version, put to the parent and told to the authority', () => {
    const changed = aHeldReview({
      outcome: 'More hours',
      hoursAfter: 15,
      timesAfter: 'Mornings until 12.00',
      versionAfter: 2,
    });
    expect(owed(aCasefile({ reviews: [changed, aReview({ number: 2 })] }))).toMatchObject({
      caseChanges: { version: 2, hoursInSchool: 15, times: 'Mornings until 12.00' },
      agreement: { version: 2, state: 'asked', hoursInSchool: 15, times: 'Mornings until 12.00' },
      notices: [{ key: 'K7M-2QX/notice/update-v2', kind: 'update', version: 2 }],
    });
  });

  it('does not bring an older review’s times back over a newer version', () => {
    const old = aHeldReview({
      outcome: 'More hours',
      hoursAfter: 15,
      timesAfter: 'Mornings until 12.00',
      versionAfter: 2,
    });
    const file = aCasefile({
      case: aCase({ version: 3, hoursInSchool: 20 }),
      agreements: [anAgreement({ version: 3 })],
      reviews: [old, aReview({ number: 2 })],
      notices: [aNotice(), aNotice({ kind: 'update', version: 3, key: 'K7M-2QX/notice/update-v3' })],
    });
    expect(owed(file)).toEqual(nothing);
  });

  it('for a case that ended is a closing notice and no next review', () => {
    const closed = aCasefile({
      case: aCase({ status: 'closed', endedOn: today, closureReason: 'Returned full-time' }),
    });
    expect(owed(closed)).toMatchObject({
      caseChanges: { nextReviewOn: null },
      agreement: null,
      review: null,
      notices: [{ key: 'K7M-2QX/notice/closure', kind: 'closure', dueOn: today }],
    });
  });

  it('is a closing notice for a case that never started only if the authority had been told of it', () => {
    const withdrawn = aCase({ status: 'withdrawn', endedOn: today, nextReviewOn: null });
    expect(owed(aCasefile({ case: withdrawn })).notices).toMatchObject([{ kind: 'closure' }]);
    expect(owed(aCasefile({ case: withdrawn, notices: [] }))).toEqual(nothing);
  });

  it('is no notice where no policy asks for one', () => {
    const opened = aCasefile({ case: aCaseInPreparation(), notices: [] });
    expect(owed(opened, stackFor([]).stack).notices).toEqual([]);
  });

  it('once carried out is owed no more, whatever stood there before', () => {
    fc.assert(
      fc.property(anyCasefile, anyDay, (file, day) => {
        const duties = dutiesOf(file, stack, calendar, day);
        expect(dutiesOf(carryOut(file, duties), stack, calendar, day)).toEqual(nothing);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('the first review that the plan itself names', () => {
  const planned = (firstReviewOn: string | null, { version = 1, calendarDays = 0 } = {}) => {
    const started = aCase({ startsOn: today, nextReviewOn: null });
    const weeks = filledSection('weeks', { plan: { versions: [{ version, firstReviewOn }] } });
    const reviews = calendarDays === 0 ? [] : [aHeldReview({ heldOn: inDays(calendarDays) })];
    return owed(aCasefile({ case: started, reviews, sections: [weeks] })).review?.dueOn.toString();
  };

  it('is planned for that day where the rule allows it', () => {
    expect(planned('2026-12-02')).toBe('2026-12-02');
    expect(planned('2026-12-07')).toBe('2026-12-07');
  });

  it('is not where it is later than the rule allows, not after the start, or of another version', () => {
    const byTheRule = inDays(14).toString();
    expect(planned('2026-12-08')).toBe(byTheRule);
    expect(planned(today.toString())).toBe(byTheRule);
    expect(planned('2026-11-02')).toBe(byTheRule);
    expect(planned(null)).toBe(byTheRule);
    expect(planned('2026-12-02', { version: 2 })).toBe(byTheRule);
  });

  it('counts for the first review only', () => {
    expect(planned('2026-12-02', { calendarDays: 2 })).toBe(inDays(16).toString());
  });
});

describe('the latest day for the next review', () => {
  const file = aCasefile({ reviews: [] });

  it('is two weeks after the start, with the rule that says so', () => {
    expect(nextReviewAtLatest(file, stack, calendar)).toEqual({
      on: today,
      words: 'At most 14 days after the start (DDAT, DDAT:141).',
    });
  });

  it('is two weeks after the last review', () => {
    expect(nextReviewAtLatest(file, stack, calendar, inDays(1))).toEqual({
      on: inDays(15),
      words: 'At most 14 days after the last review (DDAT, DDAT:141, 215).',
    });
  });

  it('is the first day back when the school is closed for as long as the interval', () => {
    expect(nextReviewAtLatest(file, stack, calendar, date('2026-12-18'))).toEqual({
      on: date('2027-01-04'),
      words:
        'At most 14 days after the last review (DDAT, DDAT:141, 215). Held on the first day back because the school is closed until then.',
    });
  });

  it('is always after the review before it, and on a school day', () => {
    fc.assert(
      fc.property(anyDay, (heldOn) => {
        const { on } = nextReviewAtLatest(file, stack, calendar, heldOn);
        expect(isAfter(on, heldOn)).toBe(true);
        expect(isSchoolDay(calendar, on)).toBe(true);
      }),
    );
  });

  it('comes before the holidays when it would fall into them', () => {
    expect(nextReviewAtLatest(file, stack, calendar, date('2026-12-10'))).toEqual({
      on: date('2026-12-18'),
      words:
        'At most 14 days after the last review (DDAT, DDAT:141, 215). Brought forward because the school is closed on the day itself.',
    });
  });
});

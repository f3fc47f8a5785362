// What the rules say of a case in a school's lists: rows and sections as a record, and the record assessed.
import { describe, expect, it } from 'vitest';
import { assess } from '#domain/assess.ts';
import type { Case, Casefile } from '#domain/case.ts';
import type { RecordFinding } from '#domain/finding.ts';
import { recordOf } from '#domain/record-of.ts';
import { calendarOf } from '#domain/school.ts';
import { stackFor } from '#policies/stack-for.ts';
import { aCase, aCasefile, aHeldReview, anAgreement, aNotice, aReview } from '#test/builders/casework.ts';
import { aSchool } from '#test/builders/schools.ts';
import { aSection, completeContents } from '#test/builders/sections.ts';
import { inDays, today } from '#test/builders/today.ts';
import { filledSection } from './support/filled-section.ts';

const school = aSchool();
const sections = completeContents().map((content) => aSection(aCase().ref, content, inDays(-15)));
const opened = {
  key: 'K7M-2QX/1',
  caseRef: 'K7M-2QX',
  number: 1,
  on: inDays(-21),
  event: 'opened',
  words: 'Case opened.',
  by: 'Wren Larkspur',
  previousHash: '',
  hash: '',
};

/** Started four days ago, with every section filled in and the next review planned. */
function sound(changes: Partial<Case> = {}, parts: Partial<Casefile> = {}): Casefile {
  const theCase = aCase({
    reasons: ['Reintegration'],
    times: 'Monday to Friday 8.45 to 11.45',
    hoursInSchool: 15,
    startsOn: inDays(-4),
    ...changes,
  });
  const { times, hoursInSchool, startsOn, endsOn } = theCase;
  return aCasefile({
    case: theCase,
    agreements: [anAgreement({ times, hoursInSchool, startsOn, endsOn })],
    reviews: [aReview({ dueOn: inDays(10) })],
    chronology: [opened],
    sections,
    ...parts,
  });
}

function found(file: Casefile, policies = school.policies): readonly RecordFinding[] {
  const context = { today, calendar: calendarOf(school) };
  return assess(recordOf(file, school), stackFor(policies).stack, context).filter(
    ({ severity }) => severity !== 'note',
  );
}
const said = (rule: string, file: Casefile, policies = school.policies) =>
  found(file, policies)
    .filter((one) => one.rule === rule)
    .map(({ severity, words, who }) => [severity, words, who]);

describe('a case in the lists', () => {
  it('lacks nothing when consent is signed, every section is filled in and the authority was told', () => {
    expect(found(sound())).toEqual([]);
  });

  it('cannot start without the parent’s agreement to these times (F05)', () => {
    const expected = (severity: string) => [
      [severity, 'No parent has agreed to the times and dates of version 1.', 'case lead'],
    ];
    const waiting = { status: 'preparing', startsOn: inDays(1), signedOffOn: null } as const;
    expect(said('F05', sound(waiting, { agreements: [] }))).toEqual(expected('act this week'));
    expect(said('F05', sound(waiting, { agreements: [anAgreement({ state: 'asked', startsOn: inDays(1) })] }))).toEqual(
      expected('act this week'),
    );
    expect(said('F05', sound(waiting))).toEqual([]);
    // On the first day itself there is no time left.
    const begun = { ...waiting, startsOn: today };
    const asked = anAgreement({ state: 'asked', startsOn: today });
    expect(said('F05', sound(begun, { agreements: [asked] }))).toEqual(expected('stop'));
  });

  it('needs a new agreement where the times changed while it runs (F07)', () => {
    expect(said('F07', sound({ version: 2 }))).toEqual([
      ['stop', 'The times or dates changed with version 2, and no parent has agreed to it.', 'case lead'],
    ]);
    expect(said('statutory/authorised-person', sound({ version: 2 }))).toHaveLength(1);
  });

  it.each(['refused', 'withdrawn'] as const)('ends at once when consent is %s (F08)', (state) => {
    expect(said('F08', sound({}, { agreements: [anAgreement({ state })] }))).toEqual([
      [
        'act today',
        `A parent’s agreement was ${state} on Thu 5 Nov 2026, and the part-time timetable is still live.`,
        'headteacher',
      ],
    ]);
  });

  it('ends after its start (F01)', () => {
    expect(said('F01', sound({ endsOn: inDays(-5) }))[0]).toEqual([
      'stop',
      'The plan ends on Wed 18 Nov 2026, before it starts on Thu 19 Nov 2026.',
      'case lead',
    ]);
  });

  it('asks for a decision once its end date has passed, and not on the day itself (F26)', () => {
    const past = (endsOn: typeof today) => said('F26', sound({ startsOn: inDays(-14), endsOn }));
    expect(past(today)).toEqual([]);
    expect(past(inDays(-1))).toEqual([
      ['act today', 'The plan ended on Sun 22 Nov 2026 and is still live; nothing has been decided.', 'headteacher'],
    ]);
  });

  it('lasts no longer than a policy allows, both ends counted (F27)', () => {
    const lasting = (days: number) => said('F27', sound({ endsOn: inDays(days - 5) }), ['plymouth']);
    expect(lasting(42)).toEqual([]);
    expect(lasting(43)).toEqual([
      ['act today', 'The part-time timetable lasts 43 days; at most 42 are allowed.', 'headteacher'],
    ]);
  });

  it('says very low hours once, also where they were read from one line of times (F47)', () => {
    const few = sound({ times: 'Monday to Friday 9.00 to 10.30', hoursInSchool: 7.5 });
    expect(said('F47', few)).toEqual([
      [
        'act today',
        'The week of Mon 16 Nov 2026 has 7 hours 30 minutes in school: eight or fewer. The same is true of 4 later weeks.',
        'headteacher',
      ],
    ]);
  });

  it('says what makes the circumstances exceptional once it is signed off (reg 11(6)(b))', () => {
    const blank = [
      [
        'act this week',
        'The plan is signed off, and nothing says what makes the circumstances exceptional.',
        'headteacher',
      ],
    ];
    expect(said('exceptional', sound({ exceptional: null }))).toEqual(blank);
    expect(said('exceptional', sound({ exceptional: ' ', status: 'agreed' }))).toEqual(blank);
    expect(said('exceptional', sound({ exceptional: null, signedOffOn: null }))).toEqual([]);
    expect(said('exceptional', sound({ exceptional: null, status: 'preparing' }))).toEqual([]);
  });
});

describe('reviews in the lists', () => {
  const reviews = (...list: Casefile['reviews']) => sound({}, { reviews: list });

  it('are spoken of when due, and go to the headteacher when they are long overdue (F19)', () => {
    const due = (days: number) =>
      said('F19', sound({ startsOn: inDays(-14) }, { reviews: [aReview({ dueOn: inDays(days) })] }));
    expect(due(0)).toEqual([['act this week', 'A review is due today.', 'case lead']]);
    expect(due(-4)[0]).toEqual([
      'act today',
      'A review was due on Thu 19 Nov 2026 and is 4 days overdue.',
      'case lead',
    ]);
    expect(due(-6)[0]).toEqual([
      'act today',
      'A review was due on Tue 17 Nov 2026 and is 6 days overdue.',
      'headteacher',
    ]);
  });

  it('are planned as early as the trust’s rule asks, from the start or the last one (F20)', () => {
    const words = (file: Casefile) => said('F20', file).map(([, text]) => text);
    expect(words(reviews(aReview({ dueOn: inDays(11) })))).toEqual([
      'The review planned for Fri 4 Dec 2026 is 15 days after the start; at most 14 are allowed.',
    ]);
    expect(words(reviews(aHeldReview(), aReview({ number: 2, dueOn: inDays(15) })))).toEqual([
      'The review planned for Tue 8 Dec 2026 is 15 days after the last review; at most 14 are allowed.',
    ]);
    expect(words(reviews(aHeldReview(), aReview({ number: 2, dueOn: inDays(14) })))).toEqual([]);
  });

  it('that were recorded from a card lack the outcome and everybody’s words (F21)', () => {
    const fromCard = aReview({ heldOn: today, recordedBy: 'Wren Larkspur' });
    const attended = filledSection('reviews', { reviews: [{ number: 1, attendees: [{ party: 'parent' }] }] });
    const file = sound({}, { reviews: [fromCard], sections: [...sections, attended] });
    expect(said('F21', file).map(([, words]) => words)).toEqual([
      'Review 1 is recorded without a decision.',
      'Review 1 is recorded without the parent’s views.',
      'Review 1 is recorded without the pupil’s views.',
    ]);
  });

  it('ask for another way of helping when two in a row brought no more hours (F23)', () => {
    const stuck = (...hours: number[]) =>
      said(
        'F23',
        reviews(...hours.map((hoursAfter, at) => aHeldReview({ number: at + 1, heldOn: inDays(at - 3), hoursAfter }))),
      ).length;
    expect([stuck(15, 15, 15), stuck(17.5, 15, 15), stuck(12.5, 15, 15)]).toEqual([1, 1, 0]);
  });

  it('that agreed a return to full time ask for the case to be closed, from the next day on (F40)', () => {
    const agreed = (heldOn: typeof today) =>
      reviews(aHeldReview({ outcome: 'Back to full time', hoursAfter: 32.5, heldOn }), aReview({ number: 2 }));
    expect(said('F40', agreed(inDays(-1)))).toEqual([
      ['act today', 'Review 1 agreed on a return to full time, and the case is still live.', 'case lead'],
    ]);
    expect(said('F40', agreed(today))).toEqual([]);
    expect(said('F40', reviews(aHeldReview({ heldOn: inDays(-1) })))).toEqual([]);
  });
});

describe('notices in the lists', () => {
  it('that are late are said once, though council and trust both ask for them (F39)', () => {
    expect(said('F39', sound({}, { notices: [aNotice({ state: 'owed', sentOn: null })] }))).toEqual([
      [
        'act today',
        'The authority has not been told of the part-time timetable; it was due on Thu 15 Oct 2026.',
        'case lead',
      ],
    ]);
  });

  it('are all that is asked of a case that has ended, beside its reason (F40, F52)', () => {
    const ended = (closureReason: Case['closureReason']) =>
      sound({ status: 'closed', endedOn: inDays(-2), closureReason }, { agreements: [] });
    const late = 'The authority has not been told of the end of it; it was due on Sat 21 Nov 2026.';
    expect(found(ended('Moved school')).map(({ rule, words }) => [rule, words])).toEqual([['F40', late]]);
    expect(found(ended(null)).map(({ rule }) => rule)).toEqual(['F40', 'F52']);
  });
});

// A case that was opened again: what belongs to the time before is kept, and is not counted.
import { describe, expect, it } from 'vitest';
import { assess } from '#domain/assess.ts';
import type { Case, Casefile } from '#domain/case.ts';
import { eventsOf } from '#domain/chronology.ts';
import { date } from '#domain/dates.ts';
import { noticeKey } from '#domain/duties.ts';
import { recordOf } from '#domain/record-of.ts';
import { isSince, runOf } from '#domain/run.ts';
import { calendarOf } from '#domain/school.ts';
import { dayNumber } from '#domain/timetable/day-number.ts';
import { stackFor } from '#policies/stack-for.ts';
import { aCase, aCasefile, aHeldReview, anAgreement, aNotice, aReview } from '#test/builders/casework.ts';
import { aRecord, type RecordChanges } from '#test/builders/record.ts';
import { aSchool } from '#test/builders/schools.ts';
import { aSection, completeContents } from '#test/builders/sections.ts';
import { inDays, today } from '#test/builders/today.ts';

const school = aSchool();
const ref = aCase().ref;
const sections = completeContents().map((content) => aSection(ref, content, inDays(-15)));
const terms = { times: 'Monday to Friday 8.45 to 11.45', hoursInSchool: 15 };

/** Part time from late September, closed on 24 October, opened again and active since last Thursday. */
function openedAgain(changes: Partial<Case> = {}, parts: Partial<Casefile> = {}): Casefile {
  const began = { ...terms, startsOn: inDays(-58), endsOn: inDays(-20), askedOn: inDays(-60), answeredOn: inDays(-59) };
  const again = { ...terms, version: 2, startsOn: inDays(-4), askedOn: inDays(-8), answeredOn: inDays(-7) };
  const theCase = aCase({
    reasons: ['Reintegration'],
    ...terms,
    version: 2,
    signedOffVersion: 2,
    startsOn: inDays(-4),
    openedOn: inDays(-60),
    ...changes,
  });
  const beforeIt = aCasefile({ case: aCase({ status: 'closed', endedOn: inDays(-30) }), reviews: [], notices: [] });
  const chronology = eventsOf(beforeIt).map((event, at) => ({
    ...event,
    key: `${ref}/${at}`,
    caseRef: ref,
    number: at + 1,
    previousHash: '',
    hash: '',
  }));
  return aCasefile({
    case: theCase,
    agreements: [anAgreement(began), anAgreement(again)],
    reviews: [aHeldReview({ heldOn: inDays(-45), outcome: 'Fewer hours' }), aReview({ number: 2, dueOn: inDays(10) })],
    notices: [
      aNotice({ sentOn: inDays(-60) }),
      aNotice({ kind: 'closure', sentOn: inDays(-28) }),
      aNotice({ version: 2, key: noticeKey(ref, 'notification-v2'), sentOn: inDays(-8) }),
    ],
    chronology,
    sections,
    ...parts,
  });
}

const found = (file: Casefile, policies = school.policies) =>
  assess(recordOf(file, school), stackFor(policies).stack, { today, calendar: calendarOf(school) })
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, words }) => `${rule} ${words}`);
const of = (rule: string, findings: readonly string[]) => findings.filter((one) => one.startsWith(`${rule} `));

describe('a case that was opened again', () => {
  it('owes no review by the last one of the time before, and lasts no longer for it', () => {
    const findings = found(openedAgain());
    for (const rule of ['F19', 'F20', 'F23', 'F24', 'F40']) expect(of(rule, findings)).toEqual([]);
    expect(of('F27', found(openedAgain(), ['plymouth']))).toEqual([]);
  });

  it('has its first review due by the rule for first reviews', () => {
    const late = openedAgain(
      {},
      { reviews: [aHeldReview({ heldOn: inDays(-45) }), aReview({ number: 2, dueOn: inDays(11) })] },
    );
    expect(of('F20', found(late))).toEqual([
      'F20 The review planned for Fri 4 Dec 2026 is 15 days after the start; at most 14 are allowed.',
    ]);
  });

  it('needs the authority to be told anew that it begins', () => {
    const told = openedAgain().notices;
    expect(of('F39', found(openedAgain({}, { notices: told.slice(0, 2) })))).toContain(
      'F39 The authority has not been told of the part-time timetable; it was due on Thu 19 Nov 2026.',
    );
    expect(of('F39', found(openedAgain())).filter((one) => one.includes('The authority'))).toEqual([]);
    expect(of('F40', found(openedAgain({}, { notices: told.slice(0, 2) })))).toEqual([]);
  });

  it('has the others who were told the time before told again', () => {
    expect(of('F50', found(openedAgain()))).toEqual([
      'F50 The governors have not been told of the decision; it was due on Thu 19 Nov 2026.',
      'F50 The trust has not been told of the part-time timetable; it was due on Thu 19 Nov 2026.',
    ]);
  });

  it('needs the authority to be told of a change after that, and anew of its end', () => {
    const third = anAgreement({ ...terms, version: 3, startsOn: inDays(-4), askedOn: inDays(-2) });
    const changed = openedAgain(
      { version: 3, signedOffVersion: 3 },
      { agreements: [...openedAgain().agreements, third] },
    );
    expect(of('F40', found(changed))).toEqual([
      'F40 The authority has not been told of the change that version 3 makes; it was due on Sat 21 Nov 2026.',
    ]);
    const ended = openedAgain({ status: 'closed', endedOn: inDays(-2), closureReason: 'Moved school' });
    expect(of('F40', found(ended))).toEqual([
      'F40 The authority has not been told of the end of it; it was due on Sat 21 Nov 2026.',
    ]);
  });

  it('keeps the time before in its record', () => {
    const { plan, reviews, notices } = recordOf(openedAgain(), school);
    expect([plan.versions.length, reviews.length, notices.filter(({ to }) => to === 'authority').length]).toEqual([
      2, 2, 4,
    ]);
  });
});

describe('the run to which times belong', () => {
  const run = (changes: RecordChanges) => {
    const record = aRecord(changes);
    return runOf(record, record.plan.versions.find(({ version }) => version === record.plan.current) ?? null);
  };
  const ended = (on: string): NonNullable<RecordChanges['chronology']>[number] => ({
    number: 9,
    on,
    event: `ended ${on}`,
  });
  const versions = (...startsOn: readonly string[]): RecordChanges => ({
    notices: [],
    plan: {
      current: startsOn.length,
      versions: startsOn.map((day, at) => ({ version: at + 1, startsOn: day, writtenOn: null })),
    },
  });

  it('is the first where the case never ended', () => {
    expect(run({ ...versions('2026-11-02', '2026-11-16'), chronology: [] })).toEqual({ after: null, firstVersion: 1 });
    expect(run({ plan: { current: null, versions: [] } })).toEqual({ after: null, firstVersion: 1 });
    expect(run({ ...versions('2026-11-02'), chronology: [ended('2026-11-02')] }).after).toBeNull();
  });

  it('begins after the last end before its start', () => {
    const after = (...days: readonly string[]) =>
      run({ ...versions('2026-09-07', '2026-11-16'), chronology: days.map(ended) });
    expect(after('2026-10-01')).toEqual({ after: dayNumber(date('2026-10-01')), firstVersion: 2 });
    expect(after('2026-10-05', '2026-10-01', '2026-12-11')).toEqual({
      after: dayNumber(date('2026-10-05')),
      firstVersion: 2,
    });
  });

  it('leaves out a version that was written before that end, or that a closing notice names', () => {
    const later = versions('2026-11-09', '2026-11-16', '2026-11-18');
    expect(run({ ...later, chronology: [ended('2026-11-05')] }).firstVersion).toBe(1);
    const closure = { to: 'authority', kind: 'closure', version: 1 } as const;
    expect(run({ ...later, chronology: [ended('2026-11-05')], notices: [closure] }).firstVersion).toBe(2);
    const written = (later.plan?.versions ?? []).map((one, at) => ({ ...one, writtenOn: `2026-11-0${at + 4}` }));
    expect(
      run({ ...later, plan: { current: 3, versions: written }, chronology: [ended('2026-11-05')] }).firstVersion,
    ).toBe(2);
  });

  it('counts what happened after that day', () => {
    const day = dayNumber(date('2026-10-01'));
    const after = { after: day, firstVersion: 2 };
    expect([isSince(after, day), isSince(after, day + 1), isSince({ after: null, firstVersion: 1 }, day)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

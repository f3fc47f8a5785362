import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#domain/assess.ts';
import { date } from '#domain/dates.ts';
import { gravities, type RecordFinding } from '#domain/finding.ts';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { schoolWeek } from '#domain/timetable/school-week.ts';
import { policies, stackFor } from '#policies/stack-for.ts';
import { anyRecord, anyRecordJson, readRecord } from '#test/builders/arbitrary-record.ts';
import { aRecord, type RecordChanges } from '#test/builders/record.ts';
import { inDays, today } from '#test/builders/today.ts';
import { runs } from '#test/support/runs.ts';

const { stack } = stackFor(['derbyshire', 'ddat']);
const everything = stackFor(policies.map((one) => one.id)).stack;
const ordinary = aRecord();
if (!ordinary.school.times) throw new Error('the ordinary record has a school week');
const calendar = schoolWeek(ordinary.school.times);
const on = (day = today) => ({ today: day, calendar });

const rank = (one: RecordFinding): number => gravities.indexOf(one.severity);
/** What is said, without the places in lists. */
const said = (found: readonly RecordFinding[]): readonly string[] =>
  found
    .map(
      (one) =>
        `${one.severity} ${one.rule} ${one.at.filter((step) => typeof step === 'string').join('.')} ${one.words}`,
    )
    .toSorted();

describe('all findings of a case', () => {
  it('say nothing graver than a note of an ordinary case in which everything is as it should be', () => {
    expect(assess(ordinary, stack, on()).filter((one) => one.severity !== 'note')).toEqual([]);
  });

  it('stop no idea, and no plan that still has time before its first day', () => {
    const stops = (changes: RecordChanges, day = '2026-11-01'): readonly string[] =>
      assess(aRecord({ signOff: null, ...changes }), stack, on(date(day)))
        .filter(({ severity }) => severity === 'stop')
        .map(({ rule }) => rule);
    expect(stops({ status: 'considering', agreements: [], risk: null })).toEqual([]);
    expect(stops({ status: 'preparing' })).toEqual([]);
    expect(stops({ status: 'agreed' })).toEqual([]);
    expect(stops({ status: 'agreed' }, '2026-11-02')).toContain('statutory/authorised-person');
    // What a plan must have before it can start at all is said from the beginning.
    expect(stops({ status: 'agreed', risk: null })).toContain('F11');
  });

  it('come gravest first, and what is equally grave by rule, words and place', () => {
    const broken = aRecord({
      plan: { versions: [] },
      pupil: { upn: null, yearGroup: null },
      practical: { work: { arrangement: null } },
    });
    const found = assess(broken, stack, on());
    expect(found.map(rank)).toEqual(found.map(rank).toSorted((a, b) => a - b));
    expect(new Set(found.map((one) => one.severity)).size).toBeGreaterThan(2);
    const grave = found.filter((one) => one.severity === 'act this week').map((one) => one.rule);
    expect(grave).toEqual(grave.toSorted());
  });

  it('say a demand of a policy once, with the policy’s own line, and not a second time without it', () => {
    const found = assess(aRecord({ risk: null }), stack, on()).filter((one) => one.rule === 'F11');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ at: expect.arrayContaining(['risk']), policy: expect.any(String) });
  });

  it('ask for what is exceptional once: by the policy where one wants it for the pupil’s group', () => {
    const signOffFindings = (changes: Parameters<typeof aRecord>[0]) =>
      assess(aRecord(changes), stack, on()).filter(({ at }) => at[0] === 'signOff');
    const blank = { signOff: { exceptional: null } };
    expect(signOffFindings(blank).map(({ rule }) => rule)).toEqual(['exceptional']);
    expect(signOffFindings({ ...blank, groups: { childProtection: true } }).map(({ rule }) => rule)).toEqual([
      'ddat/child-protection-exceptional',
    ]);
    expect(signOffFindings({ signOff: { exceptional: null, on: null } }).map(({ rule }) => rule)).toEqual([
      'statutory/authorised-person',
    ]);
  });

  it('keep two findings of the same flag at different places', () => {
    const reviews = ordinary.reviews.map(() => ({
      number: 1,
      heldOn: '2026-11-10',
      parentViews: 'Good.',
      pupilViews: 'I like it.',
    }));
    const found = assess(aRecord({ reviews }), stack, on()).filter((one) => one.rule === 'F21');
    expect(new Set(found.map((one) => one.at.join('.'))).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(1);
  });

  it('of the chairs of planning meetings are the same in whatever order the meetings stand', () => {
    const meeting = (chair: 'parent' | 'pupil' | null) => ({
      kind: 'multi-agency' as const,
      heldOn: '2026-10-12',
      chair,
    });
    const meetings = [meeting(null), meeting('parent'), meeting('pupil'), meeting(null)];
    const found = assess(aRecord({ meetings }), stack, on()).filter((one) => one.rule === 'F55');
    expect(said(found)).toEqual(
      said(assess(aRecord({ meetings: meetings.toReversed() }), stack, on()).filter((one) => one.rule === 'F55')),
    );
    expect(found.map(({ words }) => words)).toEqual([
      expect.stringContaining('chaired by the parent'),
      expect.stringContaining('chaired by the pupil'),
      expect.stringContaining('senior member of staff in the chair'),
    ]);
  });

  it.each(['closed', 'declined', 'withdrawn'] as const)('say nothing of the plan once the case is %s', (status) => {
    const broken = aRecord({ status, plan: { versions: [] }, pupil: { upn: null }, risk: null });
    expect(assess(broken, stack, on()).filter((one) => ['plan', 'pupil', 'risk'].includes(String(one.at[0])))).toEqual(
      [],
    );
  });

  it('still ask for the reason of a case that is closed without one', () => {
    expect(assess(aRecord({ status: 'closed', closure: null }), stack, on()).map((one) => one.rule)).toContain('F52');
  });
});

const shuffled = (value: unknown, random: (limit: number) => number): unknown => {
  if (Array.isArray(value)) {
    const rest = value.map((one) => shuffled(one, random));
    const mixed: unknown[] = [];
    while (rest.length > 0) mixed.push(...rest.splice(random(rest.length), 1));
    return mixed;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shuffled(one, random)]));
};

describe('whatever a record holds', () => {
  const anyDay = fc.integer({ min: -500, max: 900 }).map(inDays);

  it('is assessed without throwing, and every finding says what, what to do, and by which line', () => {
    fc.assert(
      fc.property(anyRecord, anyDay, (record, day) => {
        for (const one of assess(record, everything, on(day))) {
          expect(one.words).toMatch(/\S/);
          expect(one.todo).toMatch(/\S/);
          expect(one.source).toMatch(/\S/);
          expect(gravities).toContain(one.severity);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('the findings do not depend on the order of its lists', () => {
    const seeds = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anyRecordJson, seeds, (json, numbers) => {
        let turn = 0;
        const random = (limit: number): number => (numbers[turn++ % numbers.length] ?? 0) % limit;
        const other = readRecord(shuffled(json, random));
        expect(said(assess(other, everything, on()))).toEqual(said(assess(readRecord(json), everything, on())));
      }),
      { numRuns: runs(150) },
    );
  });

  it('what was overdue is still said when the day moves on, at the same place and no more mildly', () => {
    const later = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(anyRecord, anyDay, later, (record, day, days) => {
        const key = (one: RecordFinding): string => `${one.rule} ${one.at.join('.')}`;
        const after = new Map<string, number>();
        for (const one of assess(record, everything, on(day.add({ days })))) {
          after.set(key(one), Math.min(after.get(key(one)) ?? 9, rank(one)));
        }
        // A review entered before its day is the one mistake that time mends.
        const before = assess(record, everything, on(day)).filter((one) => one.rule !== 'not yet');
        expect(before.filter((one) => (after.get(key(one)) ?? 9) > rank(one)).map(key)).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
  });

  it('a case that has ended owes nothing but records and notices', () => {
    const ended = fc.constantFrom<CaseRecord['status']>('closed', 'declined', 'withdrawn');
    const records = ['notices', 'closure', 'transfer', 'marks', 'documents', 'chronology'];
    fc.assert(
      fc.property(anyRecord, ended, anyDay, (record, status, day) => {
        for (const one of assess({ ...record, status }, everything, on(day))) expect(records).toContain(one.at[0]);
      }),
      { numRuns: runs(150) },
    );
  });

  it('the same record on the same day is always said the same of', () => {
    expect(assess(ordinary, stack, on(date('2027-01-11')))).toEqual(assess(aRecord(), stack, on(date('2027-01-11'))));
  });
});

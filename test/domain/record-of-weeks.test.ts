// The weeks of a plan, from the times that the parent was asked about or from the section in which they are written out.
import { describe, expect, it } from 'vitest';
import type { Casefile } from '#domain/case.ts';
import { date } from '#domain/dates.ts';
import { recordOf } from '#domain/record-of.ts';
import { aCase, aCasefile, anAgreement } from '#test/builders/casework.ts';
import { aSchool } from '#test/builders/schools.ts';
import { inDays } from '#test/builders/today.ts';
import { filledSection } from './support/filled-section.ts';

const record = (parts: Partial<Casefile> = {}) => recordOf(aCasefile(parts), aSchool());

describe('the weeks of the plan', () => {
  const versions = (parts: Partial<Casefile>) => record(parts).plan.versions;

  it('are read from the times that the parent was asked about, the same each week, without closed ones', () => {
    const [version] = versions({});
    expect(version?.weeks.map(({ commencing }) => commencing.toString())).toEqual([
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
    ]);
    expect(version?.weeks[0]?.days.friday).toEqual({ in: 540, out: 690 });
    expect(version?.weeks.map(({ statedHoursInSchool }) => statedHoursInSchool)).toEqual([
      12.5,
      ...Array.from({ length: 5 }, () => null),
    ]);
  });

  it('are none where the times cannot be read, so that they are asked for day by day', () => {
    expect(versions({ agreements: [anAgreement({ times: 'Mornings' })] })[0]?.weeks).toEqual([]);
    expect(versions({ agreements: [anAgreement({ endsOn: inDays(-15) })] })[0]?.weeks).toEqual([]);
  });

  it('are those of the section where somebody has written them week by week', () => {
    const written = filledSection('weeks', {
      plan: {
        fullTimeFrom: '2026-12-21',
        monitoredUnder: 'Early help',
        versions: [
          {
            version: 1,
            why: 'First plan',
            firstReviewOn: '2026-11-20',
            weeks: [{ commencing: '2026-11-09', days: { monday: { in: '09:00', out: '10:00' } } }],
          },
          { version: 7, weeks: [{ commencing: '2027-01-04' }] },
        ],
      },
    });
    const { plan } = record({ sections: [written] });
    expect(plan).toMatchObject({ fullTimeFrom: date('2026-12-21'), monitoredUnder: 'Early help' });
    expect(plan.versions).toMatchObject([{ version: 1, why: 'First plan', firstReviewOn: date('2026-11-20') }]);
    expect(plan.versions[0]?.weeks).toHaveLength(1);
    const onlyWhy = filledSection('weeks', { plan: { versions: [{ version: 1, why: 'First plan', weeks: [] }] } });
    expect(versions({ sections: [onlyWhy] })[0]?.weeks).toHaveLength(6);
  });

  it('of each version are those put to the parent; a version made on the way holds from the day after', () => {
    const second = anAgreement({ version: 2, times: 'Monday to Friday 9.00 to 12.00', askedOn: inDays(-2) });
    const [first, next] = versions({ case: aCase({ version: 2 }), agreements: [second, anAgreement()] });
    expect([first?.version, first?.startsOn, first?.weeks[0]?.days.monday]).toEqual([
      1,
      inDays(-14),
      { in: 540, out: 690 },
    ]);
    expect([next?.version, next?.startsOn, next?.writtenOn]).toEqual([2, inDays(-1), inDays(-2)]);
    expect(next?.weeks[0]?.days.monday).toEqual({ in: 540, out: 720 });
  });

  it('of a version that nobody was asked about are those of the case', () => {
    const file = { case: aCase({ version: 2, times: 'Monday 9.00 to 12.00', openedOn: inDays(-30) }) };
    expect(versions(file).map(({ version, hoursAgreed }) => [version, hoursAgreed])).toEqual([
      [1, 12.5],
      [2, 12.5],
    ]);
    expect(record(file).plan.current).toBe(2);
  });
});

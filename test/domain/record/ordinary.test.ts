import { describe, expect, it } from 'vitest';
import { assess } from '#domain/assess.ts';
import { pathText } from '#domain/finding.ts';
import { schoolWeek } from '#domain/timetable/school-week.ts';
import { policies, stackFor } from '#policies/stack-for.ts';
import { aRecord } from '#test/builders/record.ts';
import { today } from '#test/builders/today.ts';

const stacks: readonly (readonly [string, readonly string[]])[] = [
  ...policies.map(({ id }) => [id, [id]] as const),
  ['all of them together', policies.map(({ id }) => id)],
];

describe('the ordinary case that tests start from', () => {
  it.each(stacks)('lacks nothing graver than a note under %s', (_name, ids) => {
    const record = aRecord();
    if (!record.school.times) throw new Error('The ordinary case carries its school’s week.');
    const calendar = schoolWeek(record.school.times);
    const found = assess(record, stackFor(ids).stack, { today, calendar })
      .filter(({ severity }) => severity !== 'note')
      .map(({ rule, at, words }) => `${rule} ${pathText(at)}: ${words}`);
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readCaseRef } from '#domain/case-ref.ts';
import { senco } from '#test/builders/people.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aNewCase, aWorld, must } from '#test/builders/world.ts';
import { openCase } from '#workflows/casework/open-case.ts';

describe('opening a case', () => {
  it('asks the parent, owes the authority a notice, and writes both down', async () => {
    const { outside, school, file } = await aWorld();
    const { value } = must(await openCase(outside, school, senco, aNewCase({ startsOn: inDays(7) })));
    expect(value).toMatchObject({
      status: 'preparing',
      version: 1,
      lead: { name: 'Wren Larkspur' },
      nextReviewOn: null,
    });
    expect(readCaseRef(value.ref)).toBe(value.ref);
    const { agreements, notices, reviews, chronology } = file(value.ref);
    expect(agreements).toMatchObject([
      { version: 1, state: 'asked', askedOn: today, party: 'Jo Example', hoursInSchool: 12.5 },
    ]);
    expect(notices).toMatchObject([{ kind: 'notification', state: 'owed', dueOn: inDays(7) }]);
    expect(reviews).toEqual([]);
    expect(chronology.map(({ number, event }) => `${number} ${event}`)).toEqual(['1 opened', '2 consent-v1 asked']);
  });

  it('twice from the same form response makes one case', async () => {
    const { outside, school, records } = await aWorld();
    const first = must(await openCase(outside, school, senco, aNewCase()));
    const second = must(await openCase(outside, school, senco, aNewCase()));
    expect(second.value.ref).toBe(first.value.ref);
    expect(records.cases.all()).toHaveLength(1);
    expect(records.agreements.all()).toHaveLength(1);
  });

  it('draws again when a reference is taken by another case', async () => {
    const { outside, school, records } = await aWorld();
    const draws = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const random = (limit: number): number => (draws.shift() ?? 0) % limit;
    await openCase({ ...outside, random }, school, senco, aNewCase());
    await openCase({ ...outside, random }, school, senco, aNewCase({ sourceKey: 'notification:2' }));
    expect(new Set(records.cases.all().map((row) => row.value.ref)).size).toBe(2);
  });

  it.each([
    [{ endsOn: today }, 'The end date, Mon 23 Nov 2026, is not after the start date, Mon 23 Nov 2026.', 'endsOn'],
    [{ hoursInSchool: 33 }, '33 hours a week is more than the school’s full week of 32.5 hours.', 'hoursInSchool'],
  ])('with %o is refused, and nothing is written', async (changes, words, field) => {
    const { outside, school, records } = await aWorld();
    const opened = await openCase(outside, school, senco, aNewCase(changes));
    expect(opened).toMatchObject({ ok: false, error: { kind: 'invalid', words, field } });
    expect(records.cases.all()).toEqual([]);
  });

  it('logs no more than the reference and what was done', async () => {
    const { inPreparation, outside } = await aWorld();
    const caseRef = await inPreparation();
    expect(outside.logged()).toEqual([{ event: 'case changed', facts: { caseRef, action: 'open' } }]);
  });
});

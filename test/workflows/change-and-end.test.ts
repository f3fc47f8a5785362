import { describe, expect, it } from 'vitest';
import { inDays, today } from '#test/builders/today.ts';
import { anActor } from '#test/builders/people.ts';
import { aWorld, must } from '#test/builders/world.ts';
import { changeHours, type NewTimes } from '#workflows/casework/change-hours.ts';
import { endCase } from '#workflows/casework/end-case.ts';

const times = (changes: Partial<NewTimes> = {}): NewTimes => ({
  times: 'Monday to Friday 9.00 to 1.00',
  hoursInSchool: 20,
  startsOn: today,
  endsOn: inDays(25),
  ...changes,
});

describe('changing times or dates', () => {
  it('of an agreed case sends it back to preparation, until the parent signs the new ones', async () => {
    const { outside, target, agreed, file } = await aWorld();
    const ref = await agreed();
    must(await changeHours(outside, target(ref), times()));
    expect(file(ref)).toMatchObject({
      case: { status: 'preparing', version: 2, hoursInSchool: 20 },
      agreements: [{ state: 'signed' }, { version: 2, state: 'asked', hoursInSchool: 20 }],
      notices: [{ kind: 'notification' }, { kind: 'update', version: 2 }],
    });
  });

  it('of an active case asks the parent anew while it goes on', async () => {
    const { outside, target, active, file } = await aWorld();
    const ref = await active();
    must(await changeHours(outside, target(ref), times({ endsOn: inDays(15) })));
    expect(file(ref)).toMatchObject({ case: { status: 'active', version: 2, endsOn: inDays(15) } });
    expect(file(ref).agreements).toMatchObject([{}, { version: 2, state: 'asked', endsOn: inDays(15) }]);
  });

  it('to what they are already changes nothing, so that a press sent twice makes one version', async () => {
    const { outside, target, active, file } = await aWorld();
    const ref = await active();
    must(await changeHours(outside, target(ref), times()));
    const before = file(ref);
    must(await changeHours(outside, target(ref), times()));
    expect(file(ref)).toEqual(before);
  });

  it.each<[Partial<NewTimes>, string, string]>([
    [{ endsOn: today }, 'endsOn', 'The end date, Mon 23 Nov 2026, is not after the start date, Mon 23 Nov 2026.'],
    [{ hoursInSchool: 40 }, 'hoursInSchool', '40 hours is more than the school’s full week of 32.5 hours.'],
  ])('to %o is refused', async (changes, field, words) => {
    const { outside, target, active, file } = await aWorld();
    const ref = await active();
    const before = file(ref);
    expect(await changeHours(outside, target(ref), times(changes))).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field, words },
    });
    expect(file(ref)).toEqual(before);
  });

  it('is not for a teacher', async () => {
    const { outside, target, active } = await aWorld();
    const ref = await active();
    expect(await changeHours(outside, target(ref, anActor('teacher')), times())).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    });
  });
});

describe('ending', () => {
  it('a case that ran closes it, ends its reviews and owes the authority a notice', async () => {
    const { outside, target, active, file } = await aWorld();
    const ref = await active();
    must(await endCase(outside, target(ref), { action: 'close', on: today, reason: 'Returned full-time' }));
    expect(file(ref).case).toMatchObject({
      status: 'closed',
      endedOn: today,
      endedBy: 'Wren Larkspur',
      closureReason: 'Returned full-time',
      nextReviewOn: null,
    });
    expect(file(ref).notices.at(-1)).toMatchObject({ kind: 'closure', state: 'owed', dueOn: today });
    expect(file(ref).chronology.at(-1)?.words).toBe('Case closed: Returned full-time.');
  });

  it('a case that never began withdraws it as never started, whatever reason is given', async () => {
    const { outside, target, agreed, file } = await aWorld();
    const ref = await agreed();
    must(await endCase(outside, target(ref), { action: 'withdraw', on: today, reason: 'Home education' }));
    expect(file(ref).case).toMatchObject({ status: 'withdrawn', closureReason: 'Never started' });
  });

  it('pressed twice ends it once', async () => {
    const { outside, target, active, file } = await aWorld();
    const ref = await active();
    const ending = { action: 'close', on: today, reason: 'Moved school' } as const;
    must(await endCase(outside, target(ref), ending));
    const before = file(ref);
    must(await endCase(outside, target(ref), ending));
    expect(file(ref)).toEqual(before);
    expect(await endCase(outside, target(ref), { ...ending, reason: 'Other' })).toMatchObject({
      ok: false,
      error: { words: 'The case is closed; nothing more can be done to it.' },
    });
  });

  it.each([
    [inDays(1), 'Tue 24 Nov 2026 is in the future.'],
    [inDays(-1), 'The end is dated before the start, Mon 23 Nov 2026.'],
  ])('on %s is refused', async (on, words) => {
    const { outside, target, active, file } = await aWorld();
    const ref = await active();
    expect(await endCase(outside, target(ref), { action: 'close', on, reason: 'Other' })).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field: 'on', words },
    });
    expect(file(ref).case.status).toBe('active');
  });

  it('an active case by withdrawing it is refused: it began', async () => {
    const { outside, target, active } = await aWorld();
    const ref = await active();
    expect(await endCase(outside, target(ref), { action: 'withdraw', on: today, reason: 'Other' })).toMatchObject({
      ok: false,
      error: { words: 'This cannot be done while the case is active.' },
    });
  });
});

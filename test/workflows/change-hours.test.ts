import { describe, expect, it } from 'vitest';
import { inDays, today } from '#test/builders/today.ts';
import { anActor } from '#test/builders/people.ts';
import { aWorld, must } from '#test/builders/world.ts';
import { changeHours, type NewTimes } from '#workflows/casework/change-hours.ts';

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

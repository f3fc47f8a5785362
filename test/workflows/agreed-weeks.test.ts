import { describe, expect, it } from 'vitest';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { changeHours } from '#workflows/casework/change-hours.ts';
import { saveSection } from '#workflows/casework/save-section.ts';

const everyDay = (out: string) =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, { in: '09:00', out }]),
  );
const mondays = ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'];

/** The weeks of one version, each with the same times. */
const weeksOf = (version: number, out: string, why: string | null = null) => ({
  version,
  why,
  weeks: mondays.map((commencing) => ({ commencing, days: everyDay(out) })),
});

const save = ({ outside, target }: World, ref: string, versions: readonly object[]) =>
  saveSection(outside, target(ref), {
    kind: 'weeks',
    body: { plan: { versions: [...versions], fullTimeFrom: '2026-12-21' } },
  });

const untilFriday = { startsOn: today, endsOn: inDays(25) };

describe('the weeks of a plan', () => {
  it('can be written and changed until the parent has signed', async () => {
    const world = await aWorld();
    const ref = await world.inPreparation(untilFriday);
    must(await save(world, ref, [weeksOf(1, '11:30')]));
    must(await save(world, ref, [weeksOf(1, '12:00')]));
    expect(world.file(ref).sections).toHaveLength(1);
  });

  it('cannot take other times once the parent has signed them, written or in words', async () => {
    const world = await aWorld();
    const ref = await world.agreed(untilFriday);
    expect(await save(world, ref, [weeksOf(1, '12:00')])).toMatchObject({
      ok: false,
      error: {
        kind: 'invalid',
        field: 'plan.versions',
        words: 'The parent has signed the times of version 1, and these weeks are not the same.',
        next: expect.stringContaining('“Change times or dates”'),
      },
    });
    expect(world.file(ref).sections).toEqual([]);
  });

  it('can be written out as the words say, and may say more of what is not agreed', async () => {
    const world = await aWorld();
    const ref = await world.agreed(untilFriday);
    must(await save(world, ref, [weeksOf(1, '11:30', 'First plan')]));
    expect(await save(world, ref, [weeksOf(1, '11:45', 'First plan')])).toMatchObject({ ok: false });
    must(await save(world, ref, [weeksOf(1, '11:30', 'First plan, agreed at the meeting')]));
  });

  it('take new times as a new version', async () => {
    const world = await aWorld();
    const ref = await world.agreed(untilFriday);
    must(await save(world, ref, [weeksOf(1, '11:30')]));
    const times = { times: 'Monday to Friday 9.00 to 12.00', hoursInSchool: 15, ...untilFriday };
    must(await changeHours(world.outside, world.target(ref), times));
    must(await save(world, ref, [weeksOf(1, '11:30'), weeksOf(2, '12:00')]));
    must(await save(world, ref, [weeksOf(1, '11:30'), weeksOf(2, '12:30')]));
    expect(await save(world, ref, [weeksOf(2, '12:30')])).toMatchObject({ ok: true });
  });
});

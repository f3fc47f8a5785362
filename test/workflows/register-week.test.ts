import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { registerWeek } from '#workflows/casework/register-week.ts';

const week = ({ records, school }: World, day = today) => registerWeek(records, school, day);
const codes = (world: World, day = today): readonly string[] =>
  week(world, day).rows.map(({ pupilName, marks }) => `${pupilName}: ${marks.map(({ code }) => code).join(' ')}`);

describe('the week’s register codes', () => {
  it('are those of the times that the parent has agreed to, on the days that the school is open', async () => {
    const world = await aWorld();
    await world.active();
    expect(week(world).monday.toString()).toBe('2026-11-23');
    // The school is closed on Friday 27 November.
    expect(codes(world)).toEqual(['Jimmy Example: / C2 / C2 / C2 / C2 # #']);
  });

  it('are asked for by any day of the week', async () => {
    const world = await aWorld();
    await world.active();
    expect(week(world, date('2026-11-29')).monday.toString()).toBe('2026-11-23');
    expect(week(world, date('2026-11-30')).monday.toString()).toBe('2026-11-30');
  });

  it('are X below compulsory school age', async () => {
    const world = await aWorld();
    await world.active({ dateOfBirth: today.subtract({ years: 4, months: 8 }), yearGroup: 'R' });
    expect(codes(world)).toEqual(['Jimmy Example: / X / X / X / X # #']);
  });

  it('leave out whoever has not begun, and put the others in the order of their names', async () => {
    const world = await aWorld();
    await world.inPreparation({ pupilName: 'Zoe Early' });
    await world.agreed({ pupilName: 'Ann Agreed' });
    await world.active({ pupilName: 'Bob Begun' });
    await world.active({ pupilName: 'Abe Begun' });
    expect(week(world).rows.map(({ pupilName }) => pupilName)).toEqual(['Abe Begun', 'Bob Begun']);
  });

  it('are full time again from the day on which the parent takes the agreement back', async () => {
    const world = await aWorld();
    const ref = await world.active();
    const answer = { answer: 'refused', on: today, evidence: '' } as const;
    must(await recordConsent(world.outside, world.target(ref), answer));
    expect(codes(world)).toEqual(['Jimmy Example: / \\ / \\ / \\ / \\ # #']);
  });

  it('show a case in the week of its end, and no longer', async () => {
    const world = await aWorld();
    const ref = await world.active();
    const end = { action: 'close', on: today, reason: 'Returned full-time', details: '' } as const;
    must(await endCase(world.outside, world.target(ref), end));
    expect(codes(world)).toEqual(['Jimmy Example: / C2 / \\ / \\ / \\ # #']);
    expect(week(world, inDays(7)).rows).toEqual([]);
  });
});

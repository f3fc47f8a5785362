import { describe, expect, it } from 'vitest';
import { aHeld } from '#test/builders/requests.ts';
import { hollinBank } from '#test/builders/schools.ts';
import { inDays } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { morningRound } from '#workflows/morning-round.ts';
import { sweepSchool } from '#workflows/sweep-reminders.ts';
import { mortal, startedAgain } from './crash.ts';
import { saidIn } from './everything.ts';

/** On the Monday when one review is due and one consent still unsigned. */
async function aMonday(): Promise<World & { readonly reviewed: string; readonly unsigned: string }> {
  const world = await aWorld();
  const reviewed = await world.active({ pupilName: 'Jimmy Example' });
  world.outside.clock.advance({ days: 7 });
  const unsigned = await world.inPreparation({ upn: 'Z000000000002', pupilName: 'Ada Sample', startsOn: inDays(20) });
  world.outside.clock.advance({ days: 7 });
  return { ...world, reviewed, unsigned };
}

const ledger = ({ records }: World) => records.reminders.all().map((row) => row.value);
const states = (world: World): readonly string[] => ledger(world).map(({ state }) => state);

describe('the reminders of a morning', () => {
  it('are one card in the staff channel, with reviews and unsigned consents by reference and initials', async () => {
    const world = await aMonday();
    const { outside, school, reviewed, unsigned } = world;
    const outcome = await sweepSchool(outside, school);
    expect(outcome).toEqual({
      school: 'LARK',
      asOf: inDays(14),
      said: 2,
      failed: 0,
      open: 0,
      words: '2 reminders posted.',
    });
    expect(outside.staffChannel.posts()).toMatchObject([
      {
        digest: {
          school: 'Larkfield Primary School',
          reviews: [{ caseRef: reviewed, initials: 'JE', urgent: false }],
          consents: [{ caseRef: unsigned, initials: 'AS', urgent: false }],
        },
      },
    ]);
    expect(ledger(world)).toMatchObject([
      { state: 'posted', attempts: 1, activityId: 'activity-1', claimedBy: 'app/run-1' },
      { state: 'posted', activityId: 'activity-1' },
    ]);
  });

  it('never name a pupil', async () => {
    const { outside, school } = await aMonday();
    await sweepSchool(outside, school);
    const said = JSON.stringify(outside.staffChannel.posts());
    expect(
      ['Jimmy', 'Example', 'Ada', 'Sample', 'P00000', 'Z00000', 'Mental'].filter((text) => said.includes(text)),
    ).toEqual([]);
  });

  it('are said once: run again the same day there is nothing new', async () => {
    const { outside, school } = await aMonday();
    await sweepSchool(outside, school);
    outside.clock.advance({ hours: 5 });
    expect(await sweepSchool(outside, school)).toMatchObject({ said: 0, failed: 0, words: 'Nothing new to say.' });
    expect(outside.staffChannel.posts()).toHaveLength(1);
  });

  it('are said once although the app is started again in between', async () => {
    const { outside, school } = await aMonday();
    await sweepSchool(outside, school);
    expect(await sweepSchool(startedAgain(outside), school)).toMatchObject({ said: 0 });
    expect(outside.staffChannel.posts()).toHaveLength(1);
  });

  it('of a day that was missed are said on the next, in the stage they have reached', async () => {
    const { outside, school } = await aMonday();
    outside.clock.advance({ days: 1 });
    await sweepSchool(outside, school);
    expect(saidIn(outside)).toMatchObject([{ urgent: true, words: expect.stringContaining('1 day overdue') }, {}]);
  });

  it('are quiet at the weekend: what holds on Saturday was said by Friday', async () => {
    const { outside, school } = await aMonday();
    outside.clock.advance({ days: 4 });
    await sweepSchool(outside, school);
    outside.clock.advance({ days: 1 });
    expect(await sweepSchool(outside, school)).toMatchObject({ asOf: inDays(18), said: 0 });
    outside.clock.advance({ days: 2 });
    expect(await sweepSchool(outside, school)).toMatchObject({ asOf: inDays(21), said: 1 });
  });

  it('stop when the review has been held', async () => {
    const { outside, school, target, reviewed } = await aMonday();
    must(await recordReview(outside, target(reviewed), aHeld({ heldOn: inDays(14) })));
    await sweepSchool(outside, school);
    expect(outside.staffChannel.posts()[0]?.digest).toMatchObject({ reviews: [], consents: [{}] });
  });

  it('are left to another instance that has claimed them', async () => {
    const { outside, school } = await aMonday();
    const other = { ...outside, instance: { name: 'elsewhere', run: 'run-1' } };
    const outcomes = await Promise.all([sweepSchool(outside, school), sweepSchool(other, school)]);
    expect(outcomes.reduce((sum, { said }) => sum + said, 0)).toBe(2);
    expect(saidIn(outside)).toHaveLength(2);
  });
});

describe('a channel that refuses', () => {
  it('leaves nothing claimed, says why in the list of runs, and is asked again until it takes the card', async () => {
    const world = await aMonday();
    const { outside, records } = world;
    const why =
      'The app is not installed in the Team of Larkfield Primary School, so there is no staff channel to post to.';
    outside.staffChannel.unreachable('LARK', why);
    expect(await morningRound(outside)).toBe(false);
    expect(ledger(world)).toEqual([]);
    expect(records.sweeps.all().map((row) => row.value)).toMatchObject([{ said: 0, failed: 2, words: why }]);
    outside.staffChannel.unreachable('LARK', null);
    expect(await morningRound(outside)).toBe(true);
    expect(states(world)).toEqual(['posted', 'posted']);
    expect(records.sweeps.all().map((row) => row.value)).toMatchObject([{ said: 2, failed: 0 }]);
  });

  it('does not keep the other schools from hearing theirs', async () => {
    const { outside } = await aMonday();
    const hollin = hollinBank();
    await outside.workspace.schools.create(hollin);
    const [row] = outside.workspace.school('LARK').cases.all();
    if (row) await outside.workspace.school('HOLL').cases.create({ ...row.value, sourceKey: 'notification:9' });
    outside.staffChannel.unreachable('LARK', 'It is gone.');
    expect(await morningRound(outside)).toBe(false);
    expect(outside.staffChannel.posts().map(({ digest }) => digest.schoolKey)).toEqual(['HOLL']);
  });
});

describe('an app that dies between claiming and posting', () => {
  it.each([
    { at: 1, carriedOut: false },
    { at: 1, carriedOut: true },
    { at: 2, carriedOut: false },
    { at: 2, carriedOut: true },
    { at: 3, carriedOut: false },
  ])('at write $at (carried out: $carriedOut) says each reminder once after its restart', async (death) => {
    const world = await aMonday();
    const { outside, school } = world;
    await expect(sweepSchool(mortal(outside, death).outside, school)).rejects.toThrow('died');
    await sweepSchool(startedAgain(outside), school);
    expect(states(world)).toEqual(['posted', 'posted']);
    expect(saidIn(outside)).toHaveLength(2);
  });

  it('is not hurried by another instance, which waits ten minutes before it takes the claims over', async () => {
    const world = await aMonday();
    const { outside, school } = world;
    await expect(sweepSchool(mortal(outside, { at: 3, carriedOut: false }).outside, school)).rejects.toThrow('died');
    const other = { ...outside, instance: { name: 'elsewhere', run: 'run-1' } };
    outside.clock.advance({ minutes: 9 });
    expect(await sweepSchool(other, school)).toMatchObject({ said: 0 });
    outside.clock.advance({ minutes: 1 });
    expect(await sweepSchool(other, school)).toMatchObject({ said: 2 });
    expect(ledger(world)).toMatchObject([{ attempts: 2 }, { attempts: 2 }]);
  });
});

describe('a post of which nobody knows whether it arrived', () => {
  it('is tried once more after ten minutes, and then left for a person to look at', async () => {
    const world = await aMonday();
    const { outside } = world;
    const unclear = { ...outside, staffChannel: { post: () => Promise.reject(new Error('Teams answered 502')) } };
    expect(await morningRound(unclear)).toBe(false);
    expect(states(world)).toEqual(['claimed', 'claimed']);
    expect(await morningRound(unclear)).toBe(false);
    outside.clock.advance({ minutes: 10 });
    expect(await morningRound(unclear)).toBe(false);
    expect(ledger(world)).toMatchObject([{ state: 'claimed', attempts: 2 }, { attempts: 2 }]);
    outside.clock.advance({ minutes: 10 });
    await morningRound(outside);
    expect(states(world)).toEqual(['unknown', 'unknown']);
    expect(outside.staffChannel.posts()).toEqual([]);
    expect(outside.logged('reminder failed')).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import { aMember } from '#test/builders/people.ts';
import { hollinBank } from '#test/builders/schools.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, type World } from '#test/builders/world.ts';
import { learnChannel } from '#workflows/learn-channel.ts';
import { recordReviewHeld, reviewDue, schoolsAsked, unsignedConsents } from '#workflows/review-commands.ts';

async function twoSchools(): Promise<World> {
  const world = await aWorld();
  await world.outside.workspace.schools.create(hollinBank());
  return world;
}

const keysOf = (asked: ReturnType<typeof schoolsAsked>): readonly string[] | string =>
  asked.ok ? asked.value.map(({ key }) => key) : asked.error;

describe('which schools a question is about', () => {
  it('in a channel is the Team’s own, in a chat are all of the asker’s', async () => {
    const { outside, school } = await twoSchools();
    const trustOfficer = aMember({ schools: ['LARK', 'HOLL'] });
    expect(keysOf(schoolsAsked(outside, trustOfficer, school.teamId))).toEqual(['LARK']);
    expect(keysOf(schoolsAsked(outside, trustOfficer, null))).toEqual(['LARK', 'HOLL']);
    expect(keysOf(schoolsAsked(outside, aMember(), null))).toEqual(['LARK']);
  });

  it('is none for a stranger, and none for a member of another school’s Team', async () => {
    const { outside } = await twoSchools();
    expect(keysOf(schoolsAsked(outside, aMember({ schools: [] }), null))).toContain(
      'You do not belong to the Team of any school',
    );
    expect(keysOf(schoolsAsked(outside, aMember(), hollinBank().teamId))).toContain('nothing to show you here');
  });
});

describe('what is asked of the bot', () => {
  it('“review due” names what is due, and what was held without an outcome', async () => {
    const { outside, school, active } = await aWorld();
    const due = await active();
    const held = await active({ upn: 'Z000000000002' });
    outside.clock.advance({ days: 10 });
    const press = { schoolKey: 'LARK', caseRef: held, reviewKey: `${held}/review/1`, pressId: 'press-1' };
    await recordReviewHeld(outside, aMember(), press);
    const [answer] = reviewDue(outside, [school]);
    expect(answer?.due.soon.map((one) => one.case.ref)).toEqual([due]);
    expect(answer?.awaitingOutcome.map((one) => one.case.ref)).toEqual([held]);
  });

  it('“unsigned” names the cases whose present version is not signed', async () => {
    const { outside, school, agreed, inPreparation } = await aWorld();
    await agreed();
    const ref = await inPreparation({ upn: 'Z000000000002', pupilName: 'Ada Sample', startsOn: inDays(7) });
    const [answer] = unsignedConsents(outside, [school]);
    expect(answer?.consents).toEqual([
      {
        caseRef: ref,
        initials: 'AS',
        words: 'Version 1, asked Mon 23 Nov 2026; starts Mon 30 Nov 2026',
        urgent: false,
      },
    ]);
  });
});

describe('the button “review held”', () => {
  async function aCard() {
    const world = await aWorld();
    const caseRef = await world.active();
    const press = { schoolKey: 'LARK', caseRef, reviewKey: `${caseRef}/review/1`, pressId: 'press-1' };
    return { ...world, caseRef, press };
  }

  it('records that it was held today and by whom, and leaves the rest to the tab', async () => {
    const { outside, caseRef, press, file } = await aCard();
    expect(await recordReviewHeld(outside, aMember(), press)).toMatchObject({
      ok: true,
      value: expect.stringContaining('recorded by Wren Larkspur'),
    });
    expect(file(caseRef).reviews).toMatchObject([
      { heldOn: today, outcome: null, recordedBy: 'Wren Larkspur' },
      { number: 2, heldOn: null },
    ]);
  });

  it('sent twice by Teams records it once and answers the same', async () => {
    const { outside, caseRef, press, file } = await aCard();
    const first = await recordReviewHeld(outside, aMember(), press);
    const before = file(caseRef);
    expect(await recordReviewHeld(outside, aMember(), press)).toEqual(first);
    expect(file(caseRef)).toEqual(before);
  });

  it('on another’s card says who recorded it already', async () => {
    const { outside, press } = await aCard();
    await recordReviewHeld(outside, aMember(), press);
    expect(await recordReviewHeld(outside, aMember(), { ...press, pressId: 'press-2' })).toEqual({
      ok: false,
      error: 'This review was recorded already, on Mon 23 Nov 2026 by Wren Larkspur.',
    });
  });

  it.each<[string, Parameters<typeof aMember>[0], Record<string, string>, string]>([
    ['by someone of another school', { schools: ['HOLL'] }, {}, 'You do not belong to this school’s Team'],
    [
      'by an attendance officer',
      { roles: ['attendance'] },
      {},
      'Only the headteacher, the SENCO, the designated safeguarding lead or the teacher can do this.',
    ],
    ['for a school that is not there', {}, { schoolKey: 'NONE' }, 'You do not belong to this school’s Team'],
    ['for a case that is gone', {}, { caseRef: 'AAA-AAA' }, 'There is no case AAA-AAA any more.'],
    ['for a review that is not the planned one', {}, { reviewKey: 'K7M-2QX/review/9' }, 'This card is out of date.'],
  ])('%s is refused', async (_who, member, changes, words) => {
    const { outside, caseRef, press, file } = await aCard();
    const answer = await recordReviewHeld(outside, aMember(member), { ...press, ...changes });
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining(words) });
    expect(file(caseRef).reviews).toMatchObject([{ heldOn: null }]);
  });

  it('is for a member of the Team without a role group too: they are a teacher of the school', async () => {
    const { outside, press } = await aCard();
    expect(await recordReviewHeld(outside, aMember({ roles: [] }), press)).toMatchObject({ ok: true });
  });
});

describe('where a school can be posted to', () => {
  const heard = {
    teamId: '00000000-0000-4000-8000-000000007002',
    channelId: '19:holl-general@thread.tacv2',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    chosen: false,
  };
  const hollin = ({ outside }: World) => outside.workspace.schools.byKey('HOLL')?.value;

  it('is learnt from what Teams says, and written once', async () => {
    const world = await aWorld();
    await world.outside.workspace.schools.create(hollinBank({ staffChannelId: null, serviceUrl: null }));
    expect(await learnChannel(world.outside, heard)).toBe(true);
    expect(hollin(world)).toMatchObject({ staffChannelId: heard.channelId, serviceUrl: heard.serviceUrl });
    expect(await learnChannel(world.outside, heard)).toBe(false);
  });

  it('stays the channel that somebody chose, until somebody chooses another', async () => {
    const world = await twoSchools();
    expect(await learnChannel(world.outside, heard)).toBe(false);
    expect(hollin(world)?.staffChannelId).toBe('19:holl-staff@thread.tacv2');
    expect(await learnChannel(world.outside, { ...heard, chosen: true })).toBe(true);
    expect(hollin(world)?.staffChannelId).toBe(heard.channelId);
  });

  it('is not learnt for a Team that is no school’s', async () => {
    const world = await aWorld();
    expect(await learnChannel(world.outside, heard)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { roles } from '#domain/people.ts';
import { anActor, headteacher } from '#test/builders/people.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aSignOff, aWorld, must, type World } from '#test/builders/world.ts';
import { stopsToGoAhead } from '#workflows/casework/assess.ts';
import { changeHours } from '#workflows/casework/change-hours.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { saveSection } from '#workflows/casework/save-section.ts';
import { signOff, type SignOff } from '#workflows/casework/sign-off.ts';
import { riskReviewed } from './section-bodies.ts';

const start = ({ outside, target }: World, ref: string, changes: Partial<SignOff> = {}) =>
  signOff(outside, target(ref, headteacher), 'start', aSignOff(changes));

/** A case that only waits for the headteacher. */
async function aReadyCase(changes: Parameters<World['agreed']>[0] = {}): Promise<World & { readonly ref: string }> {
  const world = await aWorld();
  const ref = await world.agreed(changes);
  await world.complete(ref);
  return { ...world, ref };
}

describe('starting', () => {
  it('makes the case active, names the headteacher and the version, and plans the first review two weeks ahead', async () => {
    const world = await aReadyCase();
    must(await start(world, world.ref));
    expect(world.file(world.ref)).toMatchObject({
      case: {
        status: 'active',
        signedOffOn: today,
        signedOffBy: 'Juniper Thistle',
        signedOffVersion: 1,
        exceptional: 'Jimmy could not come into school for five weeks.',
        despiteExclusionRisk: null,
        nextReviewOn: inDays(14),
      },
      reviews: [{ number: 1, dueOn: inDays(14), heldOn: null }],
    });
    expect(world.file(world.ref).chronology.map(({ words }) => words)).toContain(
      'Version 1 signed off by the headteacher. Exceptional because: Jimmy could not come into school for five weeks.',
    );
  });

  it('without signed consent is refused, in words, and changes nothing', async () => {
    const world = await aWorld();
    const ref = await world.inPreparation();
    await world.complete(ref);
    const before = world.file(ref);
    expect(await start(world, ref)).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        words:
          'The parent has not signed the times and dates of version 1. A part-time timetable cannot start without signed consent.',
      },
    });
    expect(world.file(ref)).toEqual(before);
  });

  it('is refused once more when the times have changed since the parent signed', async () => {
    const world = await aReadyCase();
    const { outside, target, ref } = world;
    const times = { times: 'Mornings', hoursInSchool: 15, startsOn: today, endsOn: inDays(20) };
    must(await changeHours(outside, target(ref), times));
    expect(await start(world, ref)).toMatchObject({
      ok: false,
      error: { words: expect.stringContaining('version 2') },
    });
  });

  it.each(roles.filter((role) => role !== 'headteacher'))('by a %s is refused', async (role) => {
    const { outside, target, ref, file } = await aReadyCase();
    expect(await signOff(outside, target(ref, anActor(role)), 'start', aSignOff())).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: 'Only the headteacher can do this.' },
    });
    expect(file(ref).case.status).toBe('agreed');
  });

  it('pressed twice starts once', async () => {
    const world = await aReadyCase();
    must(await start(world, world.ref));
    const before = world.file(world.ref);
    must(await start(world, world.ref));
    expect(world.file(world.ref)).toEqual(before);
  });

  it('by another headteacher afterwards is refused: it has started', async () => {
    const world = await aReadyCase();
    must(await start(world, world.ref));
    const another = anActor('headteacher', { name: 'Bracken Moor' });
    expect(await signOff(world.outside, world.target(world.ref, another), 'start', aSignOff())).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: 'The part-time timetable has already started.' },
    });
  });

  it('is refused to one whose page shows what somebody else has changed since', async () => {
    const { outside, target, ref, records, file } = await aReadyCase();
    const seen = records.cases.byKey(ref)?.etag ?? '';
    outside.workspace.lists
      .school('LARK')
      .cases.editByHand(ref, { Objectives: 'Edited in SharePoint' }, 'Wren Larkspur');
    await records.cases.refresh();
    const late = { ...target(ref, headteacher), etag: seen };
    expect(await signOff(outside, late, 'start', aSignOff())).toMatchObject({
      ok: false,
      error: { kind: 'changed meanwhile', next: expect.stringContaining('Nothing that you typed is lost') },
    });
    expect(file(ref).case.status).toBe('agreed');
  });
});

describe('a start while a rule says “stop”', () => {
  it('is refused with the reason', async () => {
    const world = await aReadyCase();
    const { outside, target, ref, file } = world;
    must(await saveSection(outside, target(ref), { kind: 'risk', body: { risk: null } }));
    const before = file(ref);
    expect(await start(world, ref)).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: 'It cannot go ahead: The record has no risk assessment with its date.' },
    });
    expect(file(ref)).toEqual(before);
  });

  it('is refused with the first reason and the number of the others', async () => {
    const world = await aWorld();
    const ref = await world.agreed();
    const stops = stopsToGoAhead(world.file(ref), world.school, today);
    expect(stops.length).toBeGreaterThan(2);
    expect(await start(world, ref)).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        words: `It cannot go ahead: ${stops[0]} And ${stops.length - 1} more reasons are listed under “What is missing”.`,
      },
    });
  });

  it('does not stand against what is written at the sign-off itself', async () => {
    const { ref, school, file } = await aReadyCase({ reasons: ['At risk of exclusion'] });
    expect(stopsToGoAhead(file(ref), school, today)).toEqual([]);
  });
});

describe('the words of a sign-off', () => {
  it.each(['', '  \n'])('must say what is exceptional: “%s” is refused at its field', async (exceptional) => {
    const world = await aReadyCase();
    expect(await start(world, world.ref, { exceptional })).toEqual({
      ok: false,
      error: {
        kind: 'invalid',
        field: 'exceptional',
        words: 'A part-time timetable is for exceptional circumstances, and none are written.',
        next: 'Write what makes this pupil’s circumstances exceptional (regulation 11(6)(b)).',
      },
    });
    expect(world.file(world.ref).case.status).toBe('agreed');
  });

  it('must say why it is right all the same where exclusion is a risk', async () => {
    const world = await aReadyCase({ reasons: ['Mental health', 'At risk of exclusion'] });
    expect(await start(world, world.ref, { despiteExclusionRisk: ' ' })).toEqual({
      ok: false,
      error: {
        kind: 'invalid',
        field: 'despiteExclusionRisk',
        words: 'A risk of exclusion is a reason that the authorities differ on.',
        next: 'Write why a part-time timetable is right for this pupil all the same.',
      },
    });
    must(await start(world, world.ref, { despiteExclusionRisk: ' It is short and ends in full days. ' }));
    expect(world.file(world.ref).case).toMatchObject({
      status: 'active',
      despiteExclusionRisk: 'It is short and ends in full days.',
    });
  });

  it('need not speak of exclusion where it is no reason', async () => {
    const world = await aReadyCase({ reasons: ['Mental health'] });
    must(await start(world, world.ref, { despiteExclusionRisk: '' }));
    expect(world.file(world.ref).case).toMatchObject({ status: 'active', despiteExclusionRisk: null });
  });
});

/** An active case with new times, so many days after its start. */
async function aSecondVersion(days = 3) {
  const world = await aWorld();
  const ref = await world.active();
  const { outside, target } = world;
  outside.clock.advance({ days });
  const times = {
    times: 'Monday to Friday 9.00 to 12.00',
    hoursInSchool: 15,
    startsOn: today,
    endsOn: inDays(25),
  };
  must(await changeHours(outside, target(ref), times));
  const consent = async (): Promise<void> => {
    must(await recordConsent(outside, target(ref), { answer: 'signed', on: inDays(days), evidence: 'Signed copy' }));
  };
  const lookAtRisks = async (): Promise<void> => {
    must(await saveSection(outside, target(ref), { kind: 'risk', body: riskReviewed(inDays(days)) }));
  };
  const sign = () =>
    signOff(outside, target(ref, headteacher), 'sign off', aSignOff({ exceptional: 'It goes on being so.' }));
  return { ...world, ref, consent, lookAtRisks, sign };
}

describe('signing off new times', () => {
  it('waits for the parent', async () => {
    const { ref, lookAtRisks, sign, file } = await aSecondVersion();
    await lookAtRisks();
    expect(await sign()).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        words: expect.stringContaining('The parent has not signed the times and dates of version 2.'),
      },
    });
    expect(file(ref).case).toMatchObject({ status: 'active', version: 2, signedOffVersion: 1 });
  });

  it('is refused while a rule says “stop”', async () => {
    const { consent, sign } = await aSecondVersion();
    await consent();
    expect(await sign()).toMatchObject({
      ok: false,
      error: {
        words:
          'It cannot go ahead: The risk assessment of Mon 23 Nov 2026 is older than the last change or review, Thu 26 Nov 2026.',
      },
    });
  });

  it('names the new version, and goes into the chronology beside the first', async () => {
    const { ref, consent, lookAtRisks, sign, file } = await aSecondVersion();
    await consent();
    await lookAtRisks();
    must(await sign());
    expect(file(ref).case).toMatchObject({
      status: 'active',
      signedOffVersion: 2,
      signedOffOn: inDays(3),
      exceptional: 'It goes on being so.',
    });
    const entries = file(ref).chronology.map(({ event }) => event);
    expect(entries.filter((event) => event.startsWith('signed-off'))).toEqual(['signed-off-v1', 'signed-off-v2']);
  });

  it('is asked for on the day of the first start too', async () => {
    const { ref, consent, lookAtRisks, sign, file } = await aSecondVersion(0);
    await consent();
    await lookAtRisks();
    must(await sign());
    expect(file(ref).case).toMatchObject({ signedOffVersion: 2, exceptional: 'It goes on being so.' });
  });

  it('is done once: pressed twice it changes nothing, and on another day it is refused', async () => {
    const { ref, outside, consent, lookAtRisks, sign, file } = await aSecondVersion();
    await consent();
    await lookAtRisks();
    must(await sign());
    const before = file(ref);
    must(await sign());
    expect(file(ref)).toEqual(before);
    outside.clock.advance({ days: 1 });
    expect(await sign()).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: 'Version 2 is signed off already.' },
    });
  });

  it('is for a case that runs, and not for one that waits for its start', async () => {
    const { outside, target, ref } = await aReadyCase();
    expect(await signOff(outside, target(ref, headteacher), 'sign off', aSignOff())).toMatchObject({
      ok: false,
      error: { words: 'This cannot be done while the case is agreed, not yet started.' },
    });
  });
});

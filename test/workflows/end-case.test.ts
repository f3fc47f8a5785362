import { describe, expect, it } from 'vitest';
import { closureReasons } from '#domain/case.ts';
import { roles, type Role } from '#domain/people.ts';
import { anActor, senco } from '#test/builders/people.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aNewCase, aWorld, must, type World } from '#test/builders/world.ts';
import { endCase, type Ending } from '#workflows/casework/end-case.ts';
import { openCase } from '#workflows/casework/open-case.ts';
import { saveSection } from '#workflows/casework/save-section.ts';
import { partOf } from './section-bodies.ts';

type Of<A extends Ending['action']> = Extract<Ending, { readonly action: A }>;

const close = (changes: Partial<Of<'close'>> = {}): Ending => ({
  action: 'close',
  on: today,
  reason: 'Returned full-time',
  details: '',
  ...changes,
});
const decline = (details = 'A full week with support is tried first.'): Ending => ({
  action: 'decline',
  on: today,
  details,
});
const withdraw = (details = ''): Ending => ({ action: 'withdraw', on: today, details });
const transfer = (changes: Partial<Of<'transfer'>> = {}): Ending => ({
  action: 'transfer',
  on: today,
  toSchool: 'Hollin Bank School',
  noteSentOn: null,
  details: '',
  ...changes,
});

const anIdea = async ({ outside, school }: World): Promise<string> =>
  must(await openCase(outside, school, senco, aNewCase(), 'considering')).value.ref;

const end = ({ outside, target }: World, ref: string, ending: Ending, role: Role = 'senco') =>
  endCase(outside, target(ref, anActor(role)), ending);

describe('closing a case that ran', () => {
  it('ends its reviews and owes the authority a notice', async () => {
    const world = await aWorld();
    const ref = await world.active();
    must(await endCase(world.outside, world.target(ref), close()));
    expect(world.file(ref).case).toMatchObject({
      status: 'closed',
      endedOn: today,
      endedBy: 'Wren Larkspur',
      closureReason: 'Returned full-time',
      nextReviewOn: null,
    });
    expect(world.file(ref).notices.at(-1)).toMatchObject({ kind: 'closure', state: 'owed', dueOn: today });
    expect(world.file(ref).chronology.map(({ words }) => words)).toContain('Case closed: Returned full-time.');
  });

  it.each(closureReasons.map((reason) => [reason, reason === 'Returned full-time' ? 32.5 : 12.5] as const))(
    'because of “%s” writes down %d hours a week at the end',
    async (reason, finalHours) => {
      const world = await aWorld();
      const ref = await world.active();
      must(await end(world, ref, close({ reason, details: ' He is in every lesson. ' })));
      expect(world.file(ref).case.closureReason).toBe(reason);
      expect(partOf(world.file(ref), 'ending')).toEqual({
        closure: {
          endedOn: null,
          reason: null,
          decidedBy: null,
          fullTimeFrom: null,
          nextSteps: null,
          finalHours,
          details: 'He is in every lesson.',
        },
        transfer: null,
      });
    },
  );

  it('keeps what was written about the end before, and adds to it', async () => {
    const world = await aWorld();
    const ref = await world.active();
    const before = { closure: { nextSteps: 'A call each Friday', details: 'Settled in', fullTimeFrom: '2026-11-24' } };
    must(await saveSection(world.outside, world.target(ref), { kind: 'ending', body: before }));
    must(await end(world, ref, close()));
    expect(partOf(world.file(ref), 'ending')?.closure).toMatchObject({
      nextSteps: 'A call each Friday',
      details: 'Settled in',
      fullTimeFrom: inDays(1),
      finalHours: 32.5,
    });
  });

  it('pressed twice ends it once', async () => {
    const world = await aWorld();
    const ref = await world.active();
    must(await end(world, ref, close({ reason: 'Moved school' })));
    const before = world.file(ref);
    must(await end(world, ref, close({ reason: 'Moved school' })));
    expect(world.file(ref)).toEqual(before);
  });

  it('is done: for another reason it would have to be reopened first', async () => {
    const world = await aWorld();
    const ref = await world.active();
    must(await end(world, ref, close()));
    expect(await end(world, ref, close({ reason: 'Other', details: 'A mistake' }))).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        words: 'The case is closed; before anything else it would have to be reopened.',
      },
    });
  });

  it.each([
    [inDays(1), 'Tue 24 Nov 2026 is in the future.'],
    [inDays(-1), 'The end is dated before the start, Mon 23 Nov 2026.'],
  ])('on %s is refused', async (on, words) => {
    const world = await aWorld();
    const ref = await world.active();
    const before = world.file(ref);
    expect(await end(world, ref, close({ on }))).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field: 'on', words },
    });
    expect(world.file(ref)).toEqual(before);
  });

  it('for “Other” needs words', async () => {
    const world = await aWorld();
    const ref = await world.active();
    expect(await end(world, ref, close({ reason: 'Other', details: ' ' }))).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field: 'details', words: '“Other” needs words.', next: 'Write why the case ended.' },
    });
    expect(world.file(ref)).toMatchObject({ case: { status: 'active' } });
    expect(partOf(world.file(ref), 'ending')).toBeNull();
  });

  it('is not for one that has not begun', async () => {
    const world = await aWorld();
    const ref = await world.agreed();
    expect(await end(world, ref, close())).toMatchObject({
      ok: false,
      error: { words: 'This cannot be done while the case is agreed, not yet started.' },
    });
  });
});

describe('declining', () => {
  it.each(['considering', 'preparing', 'agreed'])(
    'ends a case that is %s, with what stands against it',
    async (from) => {
      const world = await aWorld();
      const ref =
        from === 'considering'
          ? await anIdea(world)
          : await (from === 'agreed' ? world.agreed() : world.inPreparation());
      must(await end(world, ref, decline()));
      expect(world.file(ref).case).toMatchObject({
        status: 'declined',
        endedOn: today,
        closureReason: 'Never started',
      });
      expect(partOf(world.file(ref), 'ending')?.closure).toMatchObject({
        details: 'A full week with support is tried first.',
        finalHours: null,
      });
      expect(world.file(ref).notices.map(({ kind }) => kind)).toEqual(
        from === 'considering' ? [] : ['notification', 'closure'],
      );
    },
  );

  it('without words is refused', async () => {
    const world = await aWorld();
    const ref = await world.inPreparation();
    expect(await end(world, ref, decline('\n'))).toMatchObject({
      ok: false,
      error: {
        kind: 'invalid',
        field: 'details',
        words: 'No reason is given for declining the plan.',
        next: 'Write what stands against the plan and what is done for the pupil instead.',
      },
    });
    expect(world.file(ref).case.status).toBe('preparing');
  });
});

describe('withdrawing', () => {
  it.each(['considering', 'preparing', 'agreed'])('ends a case that is %s as never started', async (from) => {
    const world = await aWorld();
    const ref =
      from === 'considering' ? await anIdea(world) : await (from === 'agreed' ? world.agreed() : world.inPreparation());
    must(await end(world, ref, withdraw()));
    expect(world.file(ref).case).toMatchObject({ status: 'withdrawn', closureReason: 'Never started' });
    expect(partOf(world.file(ref), 'ending')).toBeNull();
    expect(world.file(ref).notices.map(({ kind }) => kind)).toEqual(
      from === 'considering' ? [] : ['notification', 'closure'],
    );
  });

  it('keeps words where there are some', async () => {
    const world = await aWorld();
    const ref = await world.agreed();
    must(await end(world, ref, withdraw('The family asked us to wait.')));
    expect(partOf(world.file(ref), 'ending')?.closure).toMatchObject({
      details: 'The family asked us to wait.',
      finalHours: null,
    });
  });

  it('is not for an active case: it began', async () => {
    const world = await aWorld();
    const ref = await world.active();
    expect(await end(world, ref, withdraw())).toMatchObject({
      ok: false,
      error: { words: 'This cannot be done while the case is active.' },
    });
  });
});

describe('handing over to another school', () => {
  it('closes a case that ran, and writes down where the pupil goes and what was sent', async () => {
    const world = await aWorld();
    const ref = await world.active();
    must(await end(world, ref, transfer({ noteSentOn: today, details: 'Their SENCO came on Friday.' })));
    expect(world.file(ref).case).toMatchObject({ status: 'closed', closureReason: 'Moved school', endedOn: today });
    expect(partOf(world.file(ref), 'ending')).toMatchObject({
      closure: { details: 'Their SENCO came on Friday.', finalHours: 12.5 },
      transfer: { toSchool: 'Hollin Bank School', leavesOn: today, noteSentOn: today, receiptOn: null },
    });
    expect(world.file(ref).notices.at(-1)).toMatchObject({ kind: 'closure' });
    expect(world.file(ref).chronology.map(({ words }) => words)).toContain('Moves to Hollin Bank School.');
  });

  it.each(['considering', 'preparing', 'agreed'])('withdraws one that is %s', async (from) => {
    const world = await aWorld();
    const ref =
      from === 'considering' ? await anIdea(world) : await (from === 'agreed' ? world.agreed() : world.inPreparation());
    must(await end(world, ref, transfer({ toSchool: ' Hollin Bank School ' })));
    expect(world.file(ref).case).toMatchObject({ status: 'withdrawn', closureReason: 'Moved school' });
    expect(partOf(world.file(ref), 'ending')).toMatchObject({
      closure: { details: null, finalHours: null },
      transfer: { toSchool: 'Hollin Bank School', leavesOn: today, noteSentOn: null },
    });
  });

  it('keeps what was written of the child protection file', async () => {
    const world = await aWorld();
    const ref = await world.active();
    const before = { transfer: { childProtectionFileSentOn: '2026-11-20' } };
    must(await saveSection(world.outside, world.target(ref), { kind: 'ending', body: before }));
    must(await end(world, ref, transfer()));
    expect(partOf(world.file(ref), 'ending')?.transfer).toMatchObject({
      toSchool: 'Hollin Bank School',
      childProtectionFileSentOn: inDays(-3),
    });
  });

  it('to a school that is not named is refused', async () => {
    const world = await aWorld();
    const ref = await world.active();
    expect(await end(world, ref, transfer({ toSchool: '  ' }))).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field: 'toSchool', words: 'No school is named.' },
    });
    expect(world.file(ref).case.status).toBe('active');
  });
});

describe('an end', () => {
  it.each([
    ['close', close()],
    ['decline', decline()],
    ['withdraw', withdraw()],
    ['transfer', transfer()],
  ] as const)('by %s is for those who lead cases', async (action, ending) => {
    for (const role of roles) {
      const world = await aWorld();
      const ref = action === 'close' ? await world.active() : await world.agreed();
      const done = await end(world, ref, ending, role);
      expect([role, done.ok]).toEqual([role, ['headteacher', 'senco', 'dsl'].includes(role)]);
    }
  });

  it('that was cut short after its words were kept leaves the case as it was, and is finished by the same request', async () => {
    const world = await aWorld();
    const ref = await world.active();
    world.records.cases.failNextWrite(new Error('the network went away'));
    await expect(end(world, ref, transfer())).rejects.toThrow('the network went away');
    expect(world.file(ref).case).toMatchObject({ status: 'active', endedOn: null });
    must(await end(world, ref, transfer()));
    expect(world.file(ref).case).toMatchObject({ status: 'closed', closureReason: 'Moved school' });
    expect(world.file(ref).sections.filter(({ content }) => content.kind === 'ending')).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { roles, type Role } from '#domain/people.ts';
import { anActor, senco } from '#test/builders/people.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aNewCase, aWorld, must, type World } from '#test/builders/world.ts';
import { beginPreparing } from '#workflows/casework/begin-preparing.ts';
import { openCase, type NewCase } from '#workflows/casework/open-case.ts';
import { housekeeping } from '#workflows/housekeeping.ts';
import { morningRound } from '#workflows/morning-round.ts';

/** A case that somebody thinks about. */
async function anIdea(changes: Partial<NewCase> = {}): Promise<World & { readonly ref: string }> {
  const world = await aWorld();
  const asked = aNewCase({ startsOn: inDays(7), ...changes });
  const { value } = must(await openCase(world.outside, world.school, senco, asked, 'considering'));
  return { ...world, ref: value.ref };
}

const begin = ({ outside, target }: World, ref: string, role: Role = 'senco') =>
  beginPreparing(outside, target(ref, anActor(role)));

describe('while a case is only being considered', () => {
  it('nobody is asked, nothing is owed and no review is planned, also after a morning', async () => {
    const world = await anIdea();
    world.outside.clock.advance({ days: 1 });
    await morningRound(world.outside);
    await housekeeping(world.outside);
    expect(world.file(world.ref)).toMatchObject({
      case: { status: 'considering', version: 1, nextReviewOn: null },
      agreements: [],
      notices: [],
      reviews: [],
      chronology: [{ event: 'opened' }],
    });
    expect(world.outside.mailbox.sent()).toEqual([]);
    expect(world.outside.staffChannel.posts()).toEqual([]);
  });
});

describe('beginning to prepare', () => {
  it('asks the parent and owes the authority a notice', async () => {
    const world = await anIdea();
    must(await begin(world, world.ref));
    expect(world.file(world.ref)).toMatchObject({
      case: { status: 'preparing', version: 1 },
      agreements: [{ version: 1, state: 'asked', askedOn: today, party: 'Jo Example' }],
      notices: [{ kind: 'notification', version: 1, state: 'owed' }],
      reviews: [],
    });
    expect(world.file(world.ref).chronology.map(({ event }) => event)).toEqual(['opened', 'consent-v1 asked']);
  });

  it('pressed twice does it once', async () => {
    const world = await anIdea();
    must(await begin(world, world.ref));
    const before = world.file(world.ref);
    must(await begin(world, world.ref));
    expect(world.file(world.ref)).toEqual(before);
  });

  it.each<[Partial<NewCase>, string]>([
    [{ reasons: [] }, 'No reason is chosen. A part-time timetable needs one before it is prepared.'],
    [{ objectives: ' ' }, 'No objectives are written. A part-time timetable needs them before it is prepared.'],
  ])('waits for what a plan rests on: %o', async (changes, words) => {
    const world = await anIdea(changes);
    const before = world.file(world.ref);
    expect(await begin(world, world.ref)).toMatchObject({ ok: false, error: { kind: 'refused', words } });
    expect(world.file(world.ref)).toEqual(before);
  });

  it.each(roles)('is asked of those who lead cases: %s', async (role) => {
    const world = await anIdea();
    const done = await begin(world, world.ref, role);
    expect(done.ok).toBe(['headteacher', 'senco', 'dsl'].includes(role));
    expect(world.file(world.ref).case.status).toBe(done.ok ? 'preparing' : 'considering');
  });

  it('is no step back for a case that is further on', async () => {
    const world = await aWorld();
    const ref = await world.agreed();
    expect(await begin(world, ref)).toMatchObject({
      ok: false,
      error: { words: 'This cannot be done while the case is agreed, not yet started.' },
    });
  });
});

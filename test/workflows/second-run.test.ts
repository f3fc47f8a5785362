import { describe, expect, it } from 'vitest';
import { headteacher } from '#test/builders/people.ts';
import { aHeld } from '#test/builders/requests.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aSignOff, aWorld, must } from '#test/builders/world.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { extendCase } from '#workflows/casework/extend-case.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { reopenCase } from '#workflows/casework/reopen-case.ts';
import { signOff } from '#workflows/casework/sign-off.ts';
import { housekeeping } from '#workflows/housekeeping.ts';
import { reviewDue } from '#workflows/review-commands.ts';
import { anEndedCase, aReopening, closing, startAgain } from './an-ended-case.ts';

describe('a case that was opened again', () => {
  it('needs the parent’s and the headteacher’s new word before it runs', async () => {
    const world = await anEndedCase();
    const { ref, outside, target, file } = world;
    must(await world.reopen());
    expect(await signOff(outside, target(ref, headteacher), 'start', aSignOff())).toMatchObject({
      ok: false,
      error: {
        words:
          'The parent has not signed the times and dates of version 2. A part-time timetable cannot start without signed consent.',
      },
    });
    await startAgain(world);
    expect(file(ref).case).toMatchObject({
      status: 'active',
      signedOffOn: inDays(21),
      signedOffVersion: 2,
      exceptional: 'Again he could not come.',
    });
  });

  it('plans its first review from its new start, whatever was planned before it ended', async () => {
    const world = await anEndedCase();
    must(await world.reopen());
    await startAgain(world);
    const { case: theCase, reviews } = world.file(world.ref);
    // Two weeks after the start, 28 December, the school is closed.
    expect(theCase.nextReviewOn?.toString()).toBe('2026-12-18');
    const planned = reviews.filter(({ heldOn }) => heldOn === null);
    expect(planned.map(({ dueOn }) => dueOn.toString())).toEqual(['2026-12-18']);
  });

  it('completes no review that was left open before it ended: the new one is recorded', async () => {
    const world = await aWorld();
    const { outside, target, file } = world;
    const ref = await world.active();
    const fromCard = { outcome: null, hoursAfter: null, parentWords: '', pupilWords: '', schoolWords: '' };
    must(await recordReview(outside, target(ref), aHeld({ ...fromCard, heldOn: today })));
    must(await endCase(outside, target(ref), { ...closing, on: today }));
    must(await reopenCase(outside, target(ref), aReopening()));
    expect(reviewDue(outside, [world.school])[0]?.awaitingOutcome).toEqual([]);
    await startAgain({ ...world, ref });
    must(await recordReview(outside, target(ref), aHeld({ pressId: 'press-2', heldOn: inDays(21) })));
    expect(file(ref).reviews).toMatchObject([
      { number: 1, heldOn: today, outcome: null, parentWords: null },
      { number: 2, heldOn: inDays(21), outcome: 'Same hours', parentWords: 'He sleeps better.' },
      { number: 3, heldOn: null },
    ]);
  });

  it('cannot be extended on the strength of a review that was held before it ended', async () => {
    const world = await anEndedCase();
    const { ref, outside, target } = world;
    must(await world.reopen());
    await startAgain(world);
    const asked = { to: inDays(70), reason: 'More time.', exceptional: '', agencies: [], consultedOn: null };
    expect(await extendCase(outside, target(ref), asked)).toMatchObject({
      ok: false,
      error: { words: expect.stringContaining('No review has been held yet.') },
    });
  });

  it('owes the authority a second closure when it ends', async () => {
    const world = await anEndedCase();
    const { ref, outside, target, file } = world;
    must(await world.reopen());
    await startAgain(world);
    await housekeeping(outside);
    must(await endCase(outside, target(ref), { ...closing, on: inDays(21) }));
    expect(file(ref).notices.map(({ key, kind, state }) => [key.replace(`${ref}/notice/`, ''), kind, state])).toEqual([
      ['notification', 'notification', 'sent'],
      ['closure', 'closure', 'sent'],
      ['notification-v2', 'notification', 'sent'],
      ['closure-v2', 'closure', 'owed'],
    ]);
    await housekeeping(outside);
    expect(file(ref).notices.at(-1)?.state).toBe('sent');
    expect(outside.mailbox.sent()).toHaveLength(4);
  });
});

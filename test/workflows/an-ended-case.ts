// A case that ran and ended, and how it begins again.
import type { Role } from '#domain/people.ts';
import { anActor, headteacher } from '#test/builders/people.ts';
import { aHeld } from '#test/builders/requests.ts';
import { inDays } from '#test/builders/today.ts';
import { aSignOff, aWorld, must, type World } from '#test/builders/world.ts';
import { endCase, type Ending } from '#workflows/casework/end-case.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { reopenCase, type Reopening } from '#workflows/casework/reopen-case.ts';
import { saveSection } from '#workflows/casework/save-section.ts';
import { signOff } from '#workflows/casework/sign-off.ts';
import { housekeeping } from '#workflows/housekeeping.ts';
import { riskReviewed } from './section-bodies.ts';

/** From the Monday three weeks after the first start. */
export const aReopening = (changes: Partial<Reopening> = {}): Reopening => ({
  why: 'The mornings became hard again.',
  startsOn: inDays(21),
  endsOn: inDays(60),
  ...changes,
});

export interface EndedCase extends World {
  readonly ref: string;
  readonly reopen: (changes?: Partial<Reopening>, role?: Role) => ReturnType<typeof reopenCase>;
}

export const closing: Ending = { action: 'close', on: inDays(10), reason: 'Returned full-time', details: '' };

/** A case that ran for ten days, was reviewed once and closed; the authority knows. It is the Friday of the second week. */
export async function anEndedCase(ending: Ending = closing): Promise<EndedCase> {
  const world = await aWorld();
  const { outside, target } = world;
  const ref = ending.action === 'close' || ending.action === 'transfer' ? await world.active() : await world.agreed();
  await housekeeping(outside);
  outside.clock.advance({ days: 10 });
  if (world.file(ref).case.status === 'active')
    must(await recordReview(outside, target(ref), aHeld({ heldOn: inDays(10) })));
  must(await endCase(outside, target(ref), ending));
  await housekeeping(outside);
  outside.clock.advance({ days: 1 });
  return {
    ...world,
    ref,
    reopen: (changes = {}, role = 'senco') => reopenCase(outside, target(ref, anActor(role)), aReopening(changes)),
  };
}

/** The parent signs on the first day of the second run, and the headteacher starts it. */
export async function startAgain({ outside, target, ref }: World & { readonly ref: string }): Promise<void> {
  outside.clock.set('2026-12-14T07:30:00Z');
  must(await recordConsent(outside, target(ref), { answer: 'signed', on: inDays(21), evidence: 'Signed copy' }));
  must(await saveSection(outside, target(ref), { kind: 'risk', body: riskReviewed(inDays(21)) }));
  must(await saveSection(outside, target(ref), { kind: 'weeks', body: { plan: { fullTimeFrom: '2027-01-25' } } }));
  must(
    await signOff(outside, target(ref, headteacher), 'start', aSignOff({ exceptional: 'Again he could not come.' })),
  );
}

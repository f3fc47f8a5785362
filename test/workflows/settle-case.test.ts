import { describe, expect, it } from 'vitest';
import type { Case, Casefile } from '#domain/case.ts';
import { aHeld } from '#test/builders/requests.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { settleCase } from '#workflows/casework/settle-case.ts';
import { housekeeping } from '#workflows/housekeeping.ts';
import type { Row, SchoolRecords } from '#workflows/ports.ts';

interface SharedCase extends World {
  readonly ref: string;
  /** The same lists, as another instance of the app saw them while the case ran and the authority knew. */
  readonly elsewhere: World['records'];
  readonly settleElsewhere: (records?: SchoolRecords) => Promise<Row<Case> | undefined>;
  readonly review: () => Promise<void>;
  readonly closeAndTell: () => Promise<void>;
  /** What stands in the lists by now, whoever wrote it. */
  readonly standing: () => Promise<Casefile>;
}

async function aSharedCase(): Promise<SharedCase> {
  const world = await aWorld();
  const { outside, school, records, target } = world;
  const ref = await world.active();
  await housekeeping(outside);
  const elsewhere = outside.workspace.elsewhere(school.key);
  return {
    ...world,
    ref,
    elsewhere,
    settleElsewhere: (seen = elsewhere) => settleCase({ records: seen, school, clock: outside.clock }, ref),
    async review() {
      outside.clock.advance({ days: 10 });
      must(await recordReview(outside, target(ref), aHeld({ heldOn: inDays(10) })));
    },
    async closeAndTell() {
      const closing = { action: 'close', on: today, reason: 'Returned full-time', details: '' } as const;
      must(await endCase(outside, target(ref), closing));
      await housekeeping(outside);
    },
    async standing() {
      for (const list of Object.values(records)) await list.refresh();
      return world.file(ref);
    },
  };
}

describe('an app that settles a case at which another is at work', () => {
  it('owes no second notification when it has heard of the closure, but not that the case was closed', async () => {
    const { ref, elsewhere, settleElsewhere, closeAndTell, standing } = await aSharedCase();
    await closeAndTell();
    const before = await standing();
    await elsewhere.notices.refresh();
    expect(elsewhere.cases.byKey(ref)?.value.status).toBe('active');
    await settleElsewhere();
    expect(await standing()).toEqual(before);
    expect(before.notices.map(({ kind, state }) => [kind, state])).toEqual([
      ['notification', 'sent'],
      ['closure', 'sent'],
    ]);
  });

  it('owes none either when it hears of the closure while it reads', async () => {
    const { elsewhere, settleElsewhere, review, closeAndTell, standing } = await aSharedCase();
    await review();
    await elsewhere.cases.refresh();
    const refresh = async (): Promise<void> => {
      await closeAndTell();
      await elsewhere.notices.refresh();
      await elsewhere.reviews.refresh();
    };
    await settleElsewhere({ ...elsewhere, reviews: { ...elsewhere.reviews, refresh } });
    const { case: theCase, notices } = await standing();
    expect(theCase.status).toBe('closed');
    expect(notices.map(({ kind }) => kind)).toEqual(['notification', 'closure']);
  });

  it('does not move the next review back when it has not heard that the last was held', async () => {
    const { ref, elsewhere, settleElsewhere, review, standing } = await aSharedCase();
    await review();
    const before = await standing();
    await elsewhere.cases.refresh();
    expect(elsewhere.reviews.ofCase(ref).map(({ value }) => value.heldOn)).toEqual([null]);
    await settleElsewhere();
    expect(await standing()).toEqual(before);
    expect(before.case.nextReviewOn).toEqual(inDays(24));
  });

  it('reads nothing anew where nothing is missing', async () => {
    const { elsewhere, settleElsewhere } = await aSharedCase();
    const refresh = (): Promise<void> => Promise.reject(new Error('The cases were read again.'));
    expect(await settleElsewhere({ ...elsewhere, cases: { ...elsewhere.cases, refresh } })).toBeDefined();
  });
});

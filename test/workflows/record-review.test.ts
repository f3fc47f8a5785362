import { describe, expect, it } from 'vitest';
import { anActor } from '#test/builders/people.ts';
import { aHeld } from '#test/builders/requests.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { recordReview, type HeldReview } from '#workflows/casework/record-review.ts';

/** A world in which a case has run for ten days. */
async function aRunningCase(): Promise<
  World & { readonly ref: string; readonly hold: (held: HeldReview) => ReturnType<typeof recordReview> }
> {
  const world = await aWorld();
  const ref = await world.active();
  world.outside.clock.advance({ days: 10 });
  return { ...world, ref, hold: (held) => recordReview(world.outside, world.target(ref), held) };
}

const held = (changes: Partial<HeldReview> = {}): HeldReview => aHeld({ heldOn: inDays(10), ...changes });

describe('recording a review', () => {
  it('keeps everybody’s words and plans the next one by the rules', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(held()));
    expect(file(ref)).toMatchObject({
      case: { version: 1, nextReviewOn: inDays(24) },
      reviews: [
        {
          number: 1,
          heldOn: inDays(10),
          outcome: 'Same hours',
          parentWords: 'He sleeps better.',
          pupilWords: 'I like the mornings.',
          schoolWords: 'In class on nine days of ten.',
          recordedBy: 'Wren Larkspur',
        },
        { number: 2, dueOn: inDays(24), heldOn: null },
      ],
    });
    expect(file(ref).chronology.at(-1)?.words).toBe('Review 1 held. Outcome: same hours, 12.5 hours a week.');
  });

  it('plans the next one on the day that was agreed', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(held({ nextOn: inDays(16) })));
    expect(file(ref)).toMatchObject({ case: { nextReviewOn: inDays(16) }, reviews: [{}, { dueOn: inDays(16) }] });
  });

  it('with more hours makes a new version, asks the parent anew and owes the authority an update', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(held({ outcome: 'More hours', hoursAfter: 15, times: 'Mornings until 12.00' })));
    const { case: theCase, agreements, notices } = file(ref);
    expect(theCase).toMatchObject({ status: 'active', version: 2, hoursInSchool: 15, times: 'Mornings until 12.00' });
    expect(agreements).toMatchObject([
      { version: 1, state: 'signed' },
      { version: 2, state: 'asked', hoursInSchool: 15, times: 'Mornings until 12.00', askedOn: inDays(10) },
    ]);
    expect(notices.map(({ kind, version }) => [kind, version])).toEqual([
      ['notification', 1],
      ['update', 2],
    ]);
  });

  it('with the same hours at other times makes a new version too, because a parent agrees to times', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(held({ times: 'Afternoons' })));
    expect(file(ref).case).toMatchObject({ version: 2, hoursInSchool: 12.5, times: 'Afternoons' });
  });

  it('with the very same times typed again makes no new version', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(held({ times: file(ref).case.times })));
    expect(file(ref).case.version).toBe(1);
  });

  it('that agrees on full time makes no version to sign: the case is closed when the pupil is back', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(held({ outcome: 'Back to full time', hoursAfter: 32.5 })));
    expect(file(ref)).toMatchObject({ case: { status: 'active', version: 1, hoursInSchool: 12.5 }, agreements: [{}] });
  });

  it('pressed twice records it once', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(held()));
    const before = file(ref);
    must(await hold(held()));
    expect(file(ref)).toEqual(before);
  });

  it('by two people at once goes in once, and the other sees that it changed meanwhile', async () => {
    const { file, ref, hold } = await aRunningCase();
    const answers = await Promise.all([
      hold(held({ pressId: 'a' })),
      hold(held({ pressId: 'b', outcome: 'More hours', hoursAfter: 15 })),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { kind: 'changed meanwhile' } });
    expect(file(ref).reviews.filter(({ heldOn }) => heldOn)).toHaveLength(1);
  });

  it('is not for the attendance officer', async () => {
    const { outside, target, ref } = await aRunningCase();
    expect(await recordReview(outside, target(ref, anActor('attendance')), held())).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    });
  });
});

describe('a review recorded from a card', () => {
  const fromCard = held({ outcome: null, hoursAfter: null, parentWords: '', pupilWords: '', schoolWords: '' });

  it('is completed in the tab, on the same row', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(fromCard));
    must(await hold(held({ pressId: 'press-2', outcome: 'More hours', hoursAfter: 15 })));
    expect(file(ref)).toMatchObject({
      case: { version: 2, hoursInSchool: 15 },
      reviews: [
        { number: 1, outcome: 'More hours', parentWords: 'He sleeps better.' },
        { number: 2, heldOn: null },
      ],
    });
  });

  it('moves the planned next review when another day is agreed on completing it', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(fromCard));
    expect(file(ref).case.nextReviewOn).toEqual(inDays(24));
    must(await hold(held({ pressId: 'press-2', nextOn: inDays(17) })));
    expect(file(ref)).toMatchObject({
      case: { nextReviewOn: inDays(17) },
      reviews: [{}, { number: 2, dueOn: inDays(17) }],
    });
  });

  it('is completed first: only then is the next one recorded', async () => {
    const { file, ref, hold } = await aRunningCase();
    must(await hold(fromCard));
    must(await hold(held({ pressId: 'press-2' })));
    must(await hold(held({ pressId: 'press-3' })));
    expect(file(ref).reviews.map(({ number, heldOn }) => [number, heldOn !== null])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
  });
});

describe('a review is refused, and nothing is written,', () => {
  it.each<[string, Partial<HeldReview>, string, string]>([
    ['that lies in the future', { heldOn: inDays(11) }, 'heldOn', 'Fri 4 Dec 2026 is in the future.'],
    [
      'from before the start',
      { heldOn: inDays(-1) },
      'heldOn',
      'The review is dated before the start, Mon 23 Nov 2026.',
    ],
    [
      'with the next one on the same day',
      { nextOn: inDays(10) },
      'nextReviewOn',
      'The next review must be after this one.',
    ],
    [
      'with more than the full week',
      { outcome: 'More hours', hoursAfter: 33 },
      'hoursAfter',
      '33 hours is more than the school’s full week of 32.5 hours.',
    ],
    [
      'with “more hours” that are not more',
      { outcome: 'More hours', hoursAfter: 12.5 },
      'hoursAfter',
      '“More hours” needs more than the 12.5 hours of now.',
    ],
    [
      'with “fewer hours” that are not fewer',
      { outcome: 'Fewer hours', hoursAfter: 12.5 },
      'hoursAfter',
      '“Fewer hours” needs fewer than the 12.5 hours of now.',
    ],
    [
      'with “same hours” that are others',
      { outcome: 'Same hours', hoursAfter: 13 },
      'hoursAfter',
      '“Same hours” means the 12.5 hours of now.',
    ],
  ])('%s', async (_what, changes, field, words) => {
    const { file, ref, hold } = await aRunningCase();
    const before = file(ref);
    expect(await hold(held(changes))).toMatchObject({ ok: false, error: { kind: 'invalid', field, words } });
    expect(file(ref)).toEqual(before);
  });

  it('of a case that is not running', async () => {
    const { outside, target, agreed } = await aWorld();
    const ref = await agreed();
    expect(await recordReview(outside, target(ref), aHeld({ heldOn: today }))).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: 'This cannot be done while the case is agreed, not yet started.' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { aMember, headteacher, senco } from '#test/builders/people.ts';
import { aHeld } from '#test/builders/requests.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aNewCase } from '#test/builders/world.ts';
import { changeHours } from '#workflows/casework/change-hours.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { openCase } from '#workflows/casework/open-case.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { startCase } from '#workflows/casework/start-case.ts';
import { recordReviewHeld } from '#workflows/review-commands.ts';
import { chainsAreWhole, deaths, live, never, told, type Deed } from './lives.ts';

const commands: readonly Deed[] = [
  {
    does: 'a case is opened',
    before: () => Promise.resolve(''),
    deed: (outside, { school }) => openCase(outside, school, senco, aNewCase()),
  },
  {
    does: 'consent is marked signed',
    before: (world) => world.inPreparation(),
    deed: (outside, { target }, ref) =>
      recordConsent(outside, target(ref), { answer: 'signed', on: today, evidence: '' }),
  },
  {
    does: 'consent is refused before the start',
    before: async (world) => told(world, await world.agreed()),
    deed: (outside, { target }, ref) =>
      recordConsent(outside, target(ref), { answer: 'refused', on: today, evidence: '' }),
  },
  {
    does: 'the headteacher starts a case',
    before: (world) => world.agreed(),
    deed: (outside, { target }, ref) => startCase(outside, target(ref, headteacher)),
  },
  {
    does: 'a review with more hours is recorded',
    before: (world) => world.active(),
    deed: (outside, { target }, ref) =>
      recordReview(
        outside,
        target(ref),
        aHeld({ outcome: 'More hours', hoursAfter: 15, times: 'Mornings until 12.00', nextOn: inDays(10) }),
      ),
  },
  {
    does: 'a review is recorded from a card',
    before: (world) => world.active(),
    deed: (outside, _world, caseRef) =>
      recordReviewHeld(outside, aMember(), {
        schoolKey: 'LARK',
        caseRef,
        reviewKey: `${caseRef}/review/1`,
        pressId: 'press-1',
      }),
  },
  {
    does: 'a review recorded from a card is completed, and its next date moved',
    before: async (world) => {
      const caseRef = await world.active();
      await recordReviewHeld(world.outside, aMember(), {
        schoolKey: 'LARK',
        caseRef,
        reviewKey: `${caseRef}/review/1`,
        pressId: 'press-1',
      });
      return caseRef;
    },
    deed: (outside, { target }, ref) =>
      recordReview(outside, target(ref), aHeld({ pressId: 'press-2', nextOn: inDays(9) })),
  },
  {
    does: 'times and dates are changed',
    before: (world) => world.active(),
    deed: (outside, { target }, ref) =>
      changeHours(outside, target(ref), {
        times: 'Mornings until 1.00',
        hoursInSchool: 20,
        startsOn: today,
        endsOn: inDays(20),
      }),
  },
  {
    does: 'a case is closed',
    before: async (world) => told(world, await world.active()),
    deed: (outside, { target }, ref) =>
      endCase(outside, target(ref), { action: 'close', on: today, reason: 'Returned full-time' }),
  },
  {
    does: 'a case is withdrawn before it starts',
    before: (world) => world.agreed(),
    deed: (outside, { target }, ref) =>
      endCase(outside, target(ref), { action: 'withdraw', on: today, reason: 'Never started' }),
  },
];

describe.each(commands)('when the app dies while $does', (deed) => {
  it('and it is asked for again after the restart, everything ends as if nothing had happened', async () => {
    const { state, writes } = await live(deed, never, 'not repeated');
    expect(writes).toBeGreaterThan(0);
    for (const death of deaths(writes)) {
      const lived = await live(deed, death, 'repeated');
      expect(lived.state, `with ${JSON.stringify(death)}`).toEqual(state);
      expect(chainsAreWhole(lived.world)).toBe(true);
    }
  });
});

// Completing a review from a card writes two rows, the date first; only asking again finishes it.
const withOneDecisiveWrite = commands.filter(({ does }) => !does.includes('its next date moved'));

describe.each(withOneDecisiveWrite)('when the app dies while $does', (deed) => {
  it('and nobody asks again, the rounds leave it wholly done or not done at all', async () => {
    const done = await live(deed, never, 'not repeated');
    const notDone = await live({ ...deed, deed: () => Promise.resolve() }, never, 'not repeated');
    for (const death of deaths(done.writes)) {
      const lived = await live(deed, death, 'not repeated');
      expect([done.state, notDone.state], `with ${JSON.stringify(death)}`).toContainEqual(lived.state);
    }
  });
});

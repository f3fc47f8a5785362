import { describe, expect, it } from 'vitest';
import { formAnswers } from '#test/builders/forms.ts';
import { today, inDays } from '#test/builders/today.ts';
import { changeHours } from '#workflows/casework/change-hours.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { receiveFormResponse } from '#workflows/forms/receive-form-response.ts';
import { housekeeping } from '#workflows/housekeeping.ts';
import { morningRound } from '#workflows/morning-round.ts';
import { chainsAreWhole, deaths, live, never, told, type Deed } from './lives.ts';

const jobs: readonly Deed[] = [
  {
    does: 'a notification form is received',
    before: () => Promise.resolve(''),
    deed: (outside) => receiveFormResponse(outside, formAnswers('notification'), null),
  },
  {
    does: 'an update form is received',
    before: (world) => world.active(),
    deed: (outside) => receiveFormResponse(outside, formAnswers('update'), null),
  },
  {
    does: 'a closure form is received',
    before: (world) => world.active(),
    deed: (outside) => receiveFormResponse(outside, formAnswers('closure'), null),
  },
  {
    does: 'a form is parked',
    before: () => Promise.resolve(''),
    deed: (outside) => receiveFormResponse(outside, formAnswers('notification', { 'Start date': '31/11/2026' }), null),
  },
  {
    does: 'an edited form is parked',
    before: async ({ outside }) => {
      await receiveFormResponse(outside, formAnswers('notification'), null);
      return '';
    },
    deed: (outside) =>
      receiveFormResponse(outside, formAnswers('notification', { 'Hours a week in school': 20 }), null),
  },
  {
    does: 'the authority is told, and its tick noted',
    before: async (world) => {
      const ref = await told(world, await world.active());
      world.outside.workspace.lists
        .authorityNotices('derbyshire')
        .editByHand(`${ref}-notification`, { Acknowledged: true }, 'Hazel Rainbow');
      await world.outside.workspace.authorityNotices('derbyshire').refresh();
      await changeHours(world.outside, world.target(ref), {
        times: 'Mornings',
        hoursInSchool: 20,
        startsOn: today,
        endsOn: inDays(20),
      });
      return ref;
    },
    deed: (outside) => housekeeping(outside),
  },
  {
    does: 'the authority is told of an end',
    before: async (world) => {
      const ref = await told(world, await world.active());
      await endCase(world.outside, world.target(ref), {
        action: 'close',
        on: today,
        reason: 'Returned full-time',
        details: '',
      });
      return ref;
    },
    deed: (outside) => housekeeping(outside),
  },
  {
    does: 'the morning round is made',
    before: async (world) => {
      const ref = await world.active();
      await world.inPreparation({ upn: 'Z000000000002', pupilName: 'Ada Sample' });
      world.outside.clock.advance({ days: 14 });
      return ref;
    },
    deed: (outside) => morningRound(outside),
  },
];

describe.each(jobs)('when the app dies while $does', (deed) => {
  it('and comes to it again after the restart, everything ends as if nothing had happened', async () => {
    const { state, writes } = await live(deed, never, 'not repeated');
    expect(writes).toBeGreaterThan(0);
    for (const death of deaths(writes)) {
      const lived = await live(deed, death, 'repeated');
      expect(lived.state, `with ${JSON.stringify(death)}`).toEqual(state);
      expect(chainsAreWhole(lived.world)).toBe(true);
    }
  });
});

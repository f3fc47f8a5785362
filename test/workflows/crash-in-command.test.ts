import { describe, expect, it } from 'vitest';
import { withOneDecisiveWrite, withWordsFirst } from './command-deeds.ts';
import type { Everything } from './everything.ts';
import { chainsAreWhole, deaths, live, never } from './lives.ts';

describe.each([...withOneDecisiveWrite, ...withWordsFirst])('when the app dies while $does', (deed) => {
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

/** What others see of a case: the row itself, what the parent is asked and what the authority is told. */
const seen = ({ cases, agreements, notices, authority }: Everything) => ({ cases, agreements, notices, authority });

describe.each(withWordsFirst)('when the app dies while $does', (deed) => {
  it('and nobody asks again, the case is where it was or where it was to go, and nowhere between', async () => {
    const done = await live(deed, never, 'not repeated');
    const notDone = await live({ ...deed, deed: () => Promise.resolve() }, never, 'not repeated');
    for (const death of deaths(done.writes)) {
      const lived = await live(deed, death, 'not repeated');
      expect([seen(done.state), seen(notDone.state)], `with ${JSON.stringify(death)}`).toContainEqual(
        seen(lived.state),
      );
    }
  });
});

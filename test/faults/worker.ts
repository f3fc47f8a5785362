// One of the processes that play terms: it is handed a seed, and hands back what was wrong at the end of that term.
import './hurry.ts';
import { makeTrustFile } from '../graph/support/a-trust.ts';
import type { Verdict } from './judge.ts';
import { play } from './play.ts';
import { fineTerm, scheduleOf } from './schedule.ts';
import type { Stage } from './stage.ts';

export interface Outcome {
  readonly seed: number;
  /** Empty when everything was as it must be. */
  readonly wrong: readonly string[];
  /** Null when the term could not be played to its end. */
  readonly told: Stage['told'] | null;
}

const file = await makeTrustFile();
const inPeace = play(file, fineTerm, null);

async function playSeed(seed: number): Promise<Outcome> {
  let fine: Verdict;
  try {
    fine = await inPeace;
    if (fine.wrong.length > 0) throw new Error(fine.wrong.join('\n'));
  } catch (error) {
    return { seed, told: null, wrong: [`The term fails without any trouble: ${String(error)}`] };
  }
  try {
    const { wrong, told } = await play(file, scheduleOf(seed), fine);
    return { seed, wrong, told };
  } catch (error) {
    return { seed, told: null, wrong: [String(error)] };
  }
}

process.on('message', (seed: number) => {
  void playSeed(seed).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => {
  file.remove();
  process.exit();
});

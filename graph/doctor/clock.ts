import { type Check, fine, notSeen, toMend } from './check.ts';
import type { Watch } from './watch.ts';

/** Beyond this, tokens count as not yet valid or as expired, and reminders go by another time than people's. */
const mostSeconds = 60;

export function lookAtClock(watch: Watch): Check {
  const ahead = watch.aheadSeconds();
  if (ahead === null)
    return notSeen('clock', null, {
      words: 'No answer of Microsoft’s has told the time.',
      who: 'whoever runs the app',
      todo: 'Mend the sign-in first.',
    });
  if (Math.abs(ahead) <= mostSeconds)
    return fine('clock', null, `Within ${Math.max(1, Math.ceil(Math.abs(ahead)))} s of Microsoft’s.`);
  return toMend('clock', null, {
    words: `This computer’s clock is ${durationInWords(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} Microsoft’s.`,
    who: 'whoever runs the app',
    todo: 'Switch on time synchronisation: “timedatectl set-ntp true” on Linux, “w32tm /resync” on Windows.',
  });
}

function durationInWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} seconds`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
}

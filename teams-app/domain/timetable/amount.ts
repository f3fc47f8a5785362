// Weekly time on two bases that must never be mixed: authorities' tables (21, 23.5, 24, 25) are taught hours, a school's
// week and a pupil's times in and out are hours by the clock, breaks and lunch included (domain report X11).

export type Base = 'clock' | 'taught';

/** An object, not a number, so that adding or comparing hours of two bases does not compile. */
export interface Amount<B extends Base> {
  readonly base: B;
  readonly minutes: number;
}

export type ClockAmount = Amount<'clock'>;
export type TaughtAmount = Amount<'taught'>;

export const byTheClock = (minutes: number): ClockAmount => ({ base: 'clock', minutes });
export const taught = (minutes: number): TaughtAmount => ({ base: 'taught', minutes });
export const taughtHours = (hours: number): TaughtAmount => taught(Math.round(hours * 60));
export const clockHours = (hours: number): ClockAmount => byTheClock(Math.round(hours * 60));

export const sum = <B extends Base>(a: Amount<B>, b: Amount<NoInfer<B>>): Amount<B> => ({
  base: a.base,
  minutes: a.minutes + b.minutes,
});

/** Negative when `a` is the smaller. */
export const compareAmounts = <B extends Base>(a: Amount<B>, b: Amount<NoInfer<B>>): number => a.minutes - b.minutes;

/** What part one amount is of another, 0 to 1 and over; null when the whole is nothing. */
export const shareOf = <B extends Base>(part: Amount<B>, whole: Amount<NoInfer<B>>): number | null =>
  whole.minutes === 0 ? null : part.minutes / whole.minutes;

/** Pupils are taught for no longer than they are there: clock time is the most that taught time can be. */
export const taughtAtMost = (time: ClockAmount): TaughtAmount => taught(time.minutes);

/** “17 hours 30 minutes by the clock”, “23 hours 30 minutes taught” */
export function amountWords({ base, minutes }: Amount<Base>): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 || rest === 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`] : []),
  ];
  return `${parts.join(' ')} ${base === 'clock' ? 'by the clock' : 'taught'}`;
}

import { date, type PlainDate } from '#domain/dates.ts';

/** The day on which tests take place: the school Monday at which the twin clock stands. */
export const today: PlainDate = date('2026-11-23');

/** So many days after today; before it when negative. */
export const inDays = (days: number): PlainDate => today.add({ days });

import { Temporal } from 'temporal-polyfill';
import { err, ok, type Result } from './result.ts';
import { dayNumber } from './timetable/day-number.ts';

export { Temporal };
export type PlainDate = Temporal.PlainDate;
export type Instant = Temporal.Instant;

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January February March April May June July August September October November December'.split(' ');

/** Accepts 2026-11-17, 17/11/2026 and 17.11.2026 (day first, as in England); the error quotes the value. */
export function parseDate(text: string): Result<PlainDate, string> {
  const trimmed = text.trim();
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(trimmed);
  const iso = british ? `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}` : trimmed;
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    try {
      return ok(Temporal.PlainDate.from(iso, { overflow: 'reject' }));
    } catch {
      return err(`“${trimmed}” is not a date that exists`);
    }
  }
  return err(`“${trimmed}” is not a date; write it like 17/11/2026`);
}

export const date = (iso: string): PlainDate => Temporal.PlainDate.from(iso, { overflow: 'reject' });
export const compareDates = (a: PlainDate, b: PlainDate): number => Math.sign(dayNumber(a) - dayNumber(b));
export const isBefore = (a: PlainDate, b: PlainDate): boolean => compareDates(a, b) < 0;
export const isAfter = (a: PlainDate, b: PlainDate): boolean => compareDates(a, b) > 0;

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysFrom = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** Tue 17 Nov 2026 */
export const shortDate = (d: PlainDate): string =>
  `${days[d.dayOfWeek - 1]?.slice(0, 3)} ${d.day} ${months[d.month - 1]?.slice(0, 3)} ${d.year}`;

/** Tuesday 17 November 2026 */
export const longDate = (d: PlainDate): string => `${days[d.dayOfWeek - 1]} ${d.day} ${months[d.month - 1]} ${d.year}`;

/** The date in England at an instant. */
export const londonDate = (instant: Instant): PlainDate => instant.toZonedDateTimeISO('Europe/London').toPlainDate();

/** The date of the latest half past seven in England: before that hour nobody is spoken to. */
export const morningOf = (now: Instant): PlainDate => {
  const london = now.toZonedDateTimeISO('Europe/London');
  const begun = Temporal.PlainTime.compare(london.toPlainTime(), Temporal.PlainTime.from('07:30')) >= 0;
  return begun ? london.toPlainDate() : london.toPlainDate().subtract({ days: 1 });
};

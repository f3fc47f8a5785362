import { londonDate, type PlainDate } from '#domain/dates.ts';
import { systemClock } from '#host/compose.ts';
import type { Clock } from '#workflows/ports.ts';

/** The system's clock moved by whole days, so that this day is today: for pictures and tests that are to be the same all year round. */
export function clockOn(day: PlainDate): Clock {
  const days = londonDate(systemClock.now()).until(day, { largestUnit: 'day' }).days;
  return { now: () => systemClock.now().toZonedDateTimeISO('Europe/London').add({ days }).toInstant() };
}

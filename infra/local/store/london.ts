// SharePoint keeps a date-only value as midnight of the site's time zone and answers it in UTC; every site here is in Europe/London.
import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/London';

/** `2026-06-14T23:00:00Z` is `2026-06-15` in London. */
export function londonDay(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** `2026-06-15` begins at `2026-06-14T23:00:00Z`. */
export function londonMidnight(day: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'second' });
}

/** Reads a plain day or an instant with its zone; undefined for anything else. */
export function parseMoment(value: string): { readonly day: string; readonly instant: string } | undefined {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      const day = Temporal.PlainDate.from(value).toString();
      return { day, instant: `${day}T00:00:00Z` };
    }
    const instant = Temporal.Instant.from(value).toString({ smallestUnit: 'second' });
    return { day: londonDay(instant), instant };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

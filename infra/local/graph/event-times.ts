// Outlook writes a time as a clock and a time zone, by Windows' names or by those of the IANA; kept are instants.
import { Temporal } from 'temporal-polyfill';

export interface ZonedClock {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** Of Windows' own names those that the people of this tenant meet. */
const windowsZones: Readonly<Record<string, string>> = { UTC: 'UTC', 'GMT Standard Time': 'Europe/London' };

/** The IANA's name; undefined for a zone that is not known. */
export function zoneOf(name: string): string | undefined {
  const zone = windowsZones[name] ?? name;
  return tried(() => Temporal.Now.zonedDateTimeISO(zone)) && zone;
}

const written = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'millisecond' });

/** Undefined for what is no time of day on a date. */
export function instantOf({ dateTime, timeZone }: ZonedClock): string | undefined {
  const zone = zoneOf(timeZone);
  return zone && tried(() => written(Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone).toInstant()));
}

/** As Outlook writes it, with seven digits of a second. */
export function clockIn(timeZone: string, instant: string): ZonedClock {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zoneOf(timeZone) ?? 'UTC');
  return { dateTime: there.toPlainDateTime().toString({ fractionalSecondDigits: 7 }), timeZone };
}

export const isMidnight = ({ dateTime }: ZonedClock): boolean =>
  Temporal.PlainDateTime.from(dateTime).toPlainTime().equals(Temporal.PlainTime.from('00:00'));

/** The edge of a calendar view: an instant with its offset, or without one in UTC. */
export const edgeOf = (text: string): string | undefined =>
  tried(() => written(Temporal.Instant.from(text))) ?? instantOf({ dateTime: text, timeZone: 'UTC' });

function tried<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

// Dates come as ISO text and leave as words a school uses. Calendar days are never moved between time zones.

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const londonDay = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/London',
});
const londonTime = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** “Tue 17 Nov 2026” from `2026-11-17`. */
export function dateWords(isoDate: string): string {
  return dayFormat.format(new Date(`${isoDate}T00:00:00Z`)).replaceAll(',', '');
}

/** “today at 07:30” or “Tue 17 Nov 2026 at 07:30”, in London, from an ISO moment. `today` is an ISO date. */
export function momentWords(isoMoment: string, today: string): string {
  const moment = new Date(isoMoment);
  const day = londonDay.format(moment);
  return `${day === today ? 'today' : dateWords(day)} at ${londonTime.format(moment)}`;
}

/** “10:32”, in London, from milliseconds since 1970. */
export const timeWords = (milliseconds: number): string => londonTime.format(new Date(milliseconds));

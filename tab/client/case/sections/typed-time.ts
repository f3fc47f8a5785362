/** “09:15” from 9:15, 0915, 9.15, 9 or 9.15 am, as people type times; null where it is none. */
export function typedTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (!found) return null;
  const [, hour = '', minutes = '00', half] = found;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hours > 23 || Number(minutes) > 59 || (half !== undefined && (Number(hour) > 12 || Number(hour) === 0)))
    return null;
  return `${String(hours).padStart(2, '0')}:${minutes}`;
}

/** Minutes from one time to another on the same day; null where either cannot be read or the order is wrong. */
export function minutesBetween(from: string, to: string): number | null {
  const [start, end] = [typedTime(from), typedTime(to)].map((time) =>
    time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
  );
  if (start === null || start === undefined || end === null || end === undefined) return null;
  return end > start ? end - start : null;
}

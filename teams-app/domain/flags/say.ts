// Small ways of putting things that several findings share.

/** “17 hours 30 minutes”, “no hours” */
export function hoursWords(minutes: number): string {
  if (minutes === 0) return 'no hours';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    rest > 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const longest = 80;

/** The words around a place in a text, for quoting: “… to manage his behaviour until …” */
export function quoted(text: string, from: number, length: number): string {
  const tidy = (part: string): string => part.replace(/\s+/g, ' ');
  if (text.length <= longest) return `“${tidy(text.trim())}”`;
  const room = Math.max(0, Math.floor((longest - length) / 2));
  const begins = from - room <= 0 ? 0 : text.indexOf(' ', from - room) + 1;
  const cut = text.lastIndexOf(' ', from + length + room);
  const first = Math.min(begins, from);
  const last = from + length + room >= text.length ? text.length : Math.max(cut, from + length);
  const before = first > 0 ? '… ' : '';
  const after = last < text.length ? ' …' : '';
  return `“${before}${tidy(text.slice(first, last).trim())}${after}”`;
}

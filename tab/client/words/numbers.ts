const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** “2,000”, “12.5”. */
export const numberWords = (value: number): string => plain.format(value);

/** “1 case”, “2 cases”. */
export function counted(count: number, one: string, many: string): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}

/** The number a person typed, “12.5” or “12,5”; NaN where it is none, also for an empty field. */
export function typedNumber(text: string): number {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' ? Number.NaN : Number(trimmed);
}

import { createHash } from 'node:crypto';
import type { ChronologyEntry } from '#domain/case.ts';
import type { CaseEvent } from '#domain/chronology.ts';

const fingerprint = (entry: Omit<ChronologyEntry, 'hash'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        entry.key,
        entry.number,
        entry.on.toString(),
        entry.event,
        entry.words,
        entry.by,
        entry.previousHash,
      ]),
    )
    .digest('hex');

/** The entry that follows `last`. Its hash covers its own words and the hash before it. */
export function nextEntry(caseRef: string, event: CaseEvent, last: ChronologyEntry | undefined): ChronologyEntry {
  const number = (last?.number ?? 0) + 1;
  // The key holds the number: of two writers at once only one adds entry 7, and the other reads again.
  const entry = { ...event, key: `${caseRef}/chronology/${number}`, caseRef, number, previousHash: last?.hash ?? '' };
  return { ...entry, hash: fingerprint(entry) };
}

/** False when an entry is missing, out of place or was altered. Entries are in order of number. */
export function isWhole(entries: readonly ChronologyEntry[]): boolean {
  return entries.every((entry, index) => {
    const before = entries[index - 1]?.hash ?? '';
    return entry.number === index + 1 && entry.previousHash === before && entry.hash === fingerprint(entry);
  });
}

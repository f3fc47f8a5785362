import { describe, expect, it } from 'vitest';
import type { ChronologyEntry } from '#domain/case.ts';
import { aHeld } from '#test/builders/requests.ts';
import { completeContents } from '#test/builders/sections.ts';
import { today } from '#test/builders/today.ts';
import { aWorld, must } from '#test/builders/world.ts';
import { isWhole } from '#workflows/casework/chronology.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { settleCase } from '#workflows/casework/settle-case.ts';

async function aStory(): Promise<readonly ChronologyEntry[]> {
  const { outside, target, active, file } = await aWorld();
  const ref = await active();
  must(await recordReview(outside, target(ref), aHeld()));
  must(await endCase(outside, target(ref), { action: 'close', on: today, reason: 'Returned full-time', details: '' }));
  return file(ref).chronology;
}

describe('the chronology of a case', () => {
  it('is whole from its opening to its end, each entry carrying the seal of the one before', async () => {
    const entries = await aStory();
    const parts = completeContents().map(({ kind }) => `${kind} 2026-11-23`);
    expect(entries.map(({ event }) => event)).toEqual([
      'opened',
      'consent-v1 asked',
      'consent-v1 signed 2026-11-23',
      'signed-off-v1',
      ...parts,
      'review-1 held',
      'ended 2026-11-23',
      'ending 2026-11-23',
    ]);
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_entry, index) => index + 1));
    expect(entries[1]?.previousHash).toBe(entries[0]?.hash);
    expect(isWhole(entries)).toBe(true);
  });

  it('is whole when it is empty', () => {
    expect(isWhole([])).toBe(true);
  });

  it('shows which case it is not: any altered entry is found', async () => {
    const entries = await aStory();
    const alterations: Partial<ChronologyEntry>[] = [
      { words: 'Nothing happened.' },
      { by: 'Somebody Else' },
      { on: today.subtract({ days: 1 }) },
      { event: 'withdrawn' },
      { key: 'AAA-AAA/chronology/1' },
      { hash: 'f'.repeat(64) },
      { previousHash: 'f'.repeat(64) },
      { number: 99 },
    ];
    for (const place of entries.keys()) {
      for (const alteration of alterations) {
        expect(isWhole(entries.map((entry, index) => (index === place ? { ...entry, ...alteration } : entry)))).toBe(
          false,
        );
      }
    }
  });

  it('shows a missing entry, but for the last: an end cannot tell what came after it', async () => {
    const entries = await aStory();
    for (const missing of entries.slice(0, -1).keys()) expect(isWhole(entries.toSpliced(missing, 1))).toBe(false);
    expect(isWhole(entries.slice(0, -1))).toBe(true);
  });

  it('shows two entries that changed places', async () => {
    const [first, second, ...others] = await aStory();
    expect(first && second && isWhole([second, first, ...others])).toBe(false);
  });

  it('gets its last entry again when somebody deleted it', async () => {
    const { outside, school, records, active, file } = await aWorld();
    const ref = await active();
    const before = file(ref).chronology;
    outside.workspace.lists.school('LARK').chronology.deleteByHand(before.at(-1)?.key ?? '');
    await records.chronology.refresh();
    await settleCase({ records, school, clock: outside.clock }, ref);
    expect(file(ref).chronology).toEqual(before);
  });

  it('stays whole when two writers add to it at once', async () => {
    const { outside, target, school, records, active, file } = await aWorld();
    const ref = await active();
    must(await recordReview(outside, target(ref), aHeld()));
    outside.workspace.lists.school('LARK').chronology.deleteByHand(file(ref).chronology.at(-1)?.key ?? '');
    await records.chronology.refresh();
    const settling = { records, school, clock: outside.clock };
    await Promise.all([settleCase(settling, ref), settleCase(settling, ref)]);
    expect(isWhole(file(ref).chronology)).toBe(true);
    expect(file(ref).chronology.filter(({ event }) => event === 'review-1 held')).toHaveLength(1);
  });
});

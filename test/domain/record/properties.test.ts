import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecord, problemText, recordToJson } from '#domain/record/parse-record.ts';
import { anyCaseDocument } from '#test/builders/arbitrary-document.ts';
import { aRecordJson } from '#test/builders/record.ts';
import { runs } from '#test/support/runs.ts';

const throughAFile = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

/** The same document with one value, somewhere in it, replaced. */
function replaced(document: unknown, steps: readonly number[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof document !== 'object' || document === null) return value;
  const keys = Object.keys(document);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const entries = Object.entries(document).map(([name, old]) => [
    name,
    name === key ? replaced(old, rest, value) : old,
  ]);
  return Array.isArray(document) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

describe('reading a case', () => {
  it('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (document) => {
        const parsed = parseRecord(document);
        if (parsed.ok) return;
        expect(parsed.error.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(500) },
    );
    expect.hasAssertions();
  });

  it('never throws on values that no JSON holds', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          expect(parseRecord(value).ok).toBe(false);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('never throws on a sound case with one value replaced, and says where that value stands', () => {
    const sound = throughAFile(aRecordJson());
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }),
        fc.jsonValue({ maxDepth: 2 }),
        (steps, value) => {
          const parsed = parseRecord(replaced(sound, steps, value));
          if (parsed.ok) return;
          for (const problem of parsed.error) expect(problemText(problem)).toMatch(/^.+: .+\.$/su);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('reads every document that the published schema allows, and gives back the same case after a trip through a file', () => {
    fc.assert(
      fc.property(anyCaseDocument, (document) => {
        const first = parseRecord(document);
        if (!first.ok) throw new Error(first.error.map(problemText).join('\n'));
        const second = parseRecord(throughAFile(recordToJson(first.value)));
        if (!second.ok) throw new Error(second.error.map(problemText).join('\n'));
        expect(JSON.stringify(second.value)).toBe(JSON.stringify(first.value));
        expect(recordToJson(second.value)).toEqual(recordToJson(first.value));
      }),
      { numRuns: runs(100) },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mintCaseRef, readCaseRef } from '#domain/case-ref.ts';
import { runs } from '#test/support/runs.ts';

const letters = Array.from('23456789ABCDEFGHJKMNPQRSTUVWXYZ');
const anyRef = fc.array(fc.nat({ max: letters.length - 1 }), { minLength: 5, maxLength: 5 }).map((draws) => {
  const left = [...draws];
  return mintCaseRef(() => left.shift() ?? 0);
});

/** The reference with other characters at some places; the hyphen is place 3. */
const withCharacters = (ref: string, changes: Readonly<Record<number, string>>): string =>
  [...ref].map((character, place) => changes[place] ?? character).join('');

const places = [0, 1, 2, 4, 5, 6];

describe('a case reference', () => {
  it('is seven characters that can be read out over the telephone', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        expect(ref).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
      }),
    );
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        for (const typed of [ref, ref.toLowerCase(), ref.replace('-', ''), ` ${ref.replace('-', ' ')} `]) {
          expect(readCaseRef(typed)).toBe(ref);
        }
      }),
    );
  });

  it('with any one character wrong is refused', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        const wrong = places.flatMap((place) =>
          [...letters, '0', 'O', '1', 'I', 'L', 'é']
            .filter((one) => one !== ref[place])
            .map((one) => withCharacters(ref, { [place]: one })),
        );
        expect(wrong.filter((one) => readCaseRef(one) !== undefined)).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });

  it('with two neighbours swapped is refused', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        const swapped = places.slice(1).flatMap((place, index) => {
          const [before, here] = [ref.charAt(places[index] ?? 0), ref.charAt(place)];
          return before === here ? [] : [withCharacters(ref, { [places[index] ?? 0]: here, [place]: before })];
        });
        expect(swapped.filter((one) => readCaseRef(one) !== undefined)).toEqual([]);
      }),
    );
  });

  it.each(['', 'K7M', 'K7M-2QX-9', 'Jimmy Example'])('is not “%s”', (typed) => {
    expect(readCaseRef(typed)).toBeUndefined();
  });
});

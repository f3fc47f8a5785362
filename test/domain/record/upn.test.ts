import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTemporaryUpn, upnCheckLetter, upnProblem } from '#domain/record/upn.ts';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const serialLetter = fc.constantFrom(...'ABCDEFGHJKLMNPQRTUVWXYZ'.split(''));
const bodies = fc.oneof(
  digits(12),
  fc.tuple(digits(11), serialLetter).map((parts) => parts.join('')),
);

describe('a unique pupil number', () => {
  // The first is an example that circulates with descriptions of the check, not a pupil’s.
  it.each(['B801200005001', 'A000000000000'])('%s is sound', (upn) => {
    expect(upnProblem(upn)).toBeNull();
  });

  it('that is temporary ends in a letter, which counts in the check from A, nought, to Z, twenty-two', () => {
    expect(upnCheckLetter('00000000000A')).toBe('A');
    expect(upnCheckLetter('00000000000B')).toBe('P');
    expect(upnCheckLetter('00000000000Z')).toBe('L');
    expect(upnCheckLetter('00000000000T')).toBe('B');
    expect(upnProblem('P00000000000B')).toBeNull();
    expect(isTemporaryUpn('P00000000000B')).toBe(true);
    expect(isTemporaryUpn(' p00000000000b ')).toBe(true);
    expect(isTemporaryUpn('B801200005001')).toBe(false);
    expect(isTemporaryUpn('PP00000000000B')).toBe(false);
    expect(isTemporaryUpn('P00000000000BB')).toBe(false);
  });

  it('may be typed in small letters and with blanks around it', () => {
    expect(upnProblem(' b801200005001 ')).toBeNull();
  });

  it('with a wrong check letter is quoted, with the letter that would fit', () => {
    expect(upnProblem(' A801200005001 ')).toBe(
      'The unique pupil number “A801200005001” does not pass its check: with these digits the first letter would be B. One character is mistyped.',
    );
  });

  it.each([
    ['', 'The unique pupil number “” has 0 characters; it must have 13.'],
    ['B', 'The unique pupil number “B” has 1 character; it must have 13.'],
    ['B80120000500', 'The unique pupil number “B80120000500” has 12 characters; it must have 13.'],
    ['B8012000050011', 'The unique pupil number “B8012000050011” has 14 characters; it must have 13.'],
  ])('“%s” has the wrong length', (upn, words) => {
    expect(upnProblem(upn)).toBe(words);
  });

  it.each(['1801200005001', 'B80120000A001', 'B80120000500é', 'B801200005-01', 'BB01200005001'])(
    '“%s” has a character that does not belong there',
    (upn) => {
      expect(upnProblem(upn)).toBe(
        `The unique pupil number “${upn}” must be a letter and twelve digits; a temporary one has a letter in place of the last digit.`,
      );
    },
  );

  it.each(['I801200005001', 'O801200005001', 'S801200005001', 'B80120000500I', 'B80120000500O', 'B80120000500S'])(
    '“%s” has a letter that no number has',
    (upn) => {
      expect(upnProblem(upn)).toBe(
        `The unique pupil number “${upn}” has an I, O or S, which no unique pupil number has.`,
      );
    },
  );

  it('is sound with its check letter, and any one wrong digit is seen', () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (body, place, more) => {
        const letter = upnCheckLetter(body);
        expect(upnProblem(letter + body)).toBeNull();
        const wrong = String((Number(body.charAt(place)) + more) % 10);
        const mistyped = letter + body.slice(0, place) + wrong + body.slice(place + 1);
        expect(upnProblem(mistyped)).toContain('does not pass its check');
      }),
    );
  });
});

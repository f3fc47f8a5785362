// Unique pupil numbers: a check letter, authority (3), school (4), year (2) and serial number (3); a temporary one ends
// in a letter instead of a digit. The check is the weighted sum of what follows the letter, weights 2 to 13, modulo 23.
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const shape = /^[A-Z]\d{11}[\dA-Z]$/;

const worth = (character: string): number =>
  letters.includes(character) ? letters.indexOf(character) : Number(character);

/** The letter that belongs before the twelve characters of a number’s body. */
export function upnCheckLetter(body: string): string {
  let sum = 0;
  for (const [place, character] of [...body].entries()) sum += (place + 2) * worth(character);
  return letters.charAt(sum % letters.length);
}

/** What is wrong with a unique pupil number, quoting it; null when nothing is. */
export function upnProblem(typed: string): string | null {
  const upn = typed.trim().toUpperCase();
  const quoted = `The unique pupil number “${typed.trim()}”`;
  const length = [...upn].length;
  if (length !== 13) return `${quoted} has ${length} character${length === 1 ? '' : 's'}; it must have 13.`;
  if (!shape.test(upn)) {
    return `${quoted} must be a letter and twelve digits; a temporary one has a letter in place of the last digit.`;
  }
  if ([upn.charAt(0), upn.charAt(12)].some((one) => 'IOS'.includes(one))) {
    return `${quoted} has an I, O or S, which no unique pupil number has.`;
  }
  const expected = upnCheckLetter(upn.slice(1));
  if (upn.charAt(0) === expected) return null;
  return `${quoted} does not pass its check: with these digits the first letter would be ${expected}. One character is mistyped.`;
}

/** Whether it is a temporary number, to be replaced as soon as the permanent one is known. */
export const isTemporaryUpn = (typed: string): boolean => /^[A-Z]\d{11}[A-Z]$/.test(typed.trim().toUpperCase());

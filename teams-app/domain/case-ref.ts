// A case reference is short, can be read out over the telephone, and says nothing about the pupil.
// Thirty-one characters without 0, 1, I, L and O: 31 is prime, so the weighted check character
// catches every single wrong character and every swap of two neighbours.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const bodyLength = 5;

function checkCharacter(body: string): string {
  let sum = 0;
  for (const [place, character] of [...body].entries()) sum += (place + 2) * alphabet.indexOf(character);
  return alphabet.charAt(sum % alphabet.length);
}

/** Makes a reference such as K7M-2QX from whole numbers that `random(limit)` draws below `limit`. */
export function mintCaseRef(random: (limit: number) => number): string {
  let body = '';
  while (body.length < bodyLength) body += alphabet.charAt(random(alphabet.length));
  const all = body + checkCharacter(body);
  return `${all.slice(0, 3)}-${all.slice(3)}`;
}

/** The reference as it is written, or undefined when its check character says it was mistyped. */
export function readCaseRef(text: string): string | undefined {
  const all = text.toUpperCase().replace(/[\s-]/g, '');
  if (all.length !== bodyLength + 1 || [...all].some((character) => !alphabet.includes(character))) return undefined;
  if (checkCharacter(all.slice(0, bodyLength)) !== all.charAt(bodyLength)) return undefined;
  return `${all.slice(0, 3)}-${all.slice(3)}`;
}

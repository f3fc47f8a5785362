import type { AuthorityId } from '#domain/school.ts';

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const authorityCodes: Readonly<Record<AuthorityId, string>> = {
  derbyshire: '830',
  'derby-city': '831',
  warwickshire: '937',
  plymouth: '879',
  cambridgeshire: '873',
  shropshire: '893',
};

/** A unique pupil number of a school that does not exist (establishment 0000), with the right check letter. */
export function madeUpUpn(authority: AuthorityId, number: number): string {
  const digits = `${authorityCodes[authority]}0000${String(number).padStart(5, '0')}`;
  let sum = 0;
  for (const [place, digit] of [...digits].entries()) sum += (place + 2) * Number(digit);
  return `${letters.charAt(sum % letters.length)}${digits}`;
}

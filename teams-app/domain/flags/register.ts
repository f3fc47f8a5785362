// Where each of the 57 red flags is found, or why a case cannot hold what it would need.

export interface FlagEntry {
  readonly about: string;
  /** The file under domain/ that finds it; null where a case record cannot show it. */
  readonly foundIn: string | null;
  /** Where it is found instead, or why it cannot be. */
  readonly why?: string;
}

const byPolicy = 'rules/evaluate.ts';
const found = (about: string, foundIn: string): FlagEntry => ({ about, foundIn });
const notHere = (about: string, why: string): FlagEntry => ({ about, foundIn: null, why });

export const redFlags = {
  F01: found('End date missing, or before the start', 'flags/dates-and-sums.ts'),
  F02: found('Weeks not on Mondays, not in sequence, outside the plan or in another year', 'flags/dates-and-sums.ts'),
  F03: found('Time out not after time in, or only one given', 'flags/dates-and-sums.ts'),
  F04: found('Typed total is not the computed total', 'flags/dates-and-sums.ts'),
  F05: found('Start reached and this version not agreed by a parent', byPolicy),
  F06: found('Agreement not by a parent the pupil normally lives with', byPolicy),
  F07: found('Times changed without a new agreement', byPolicy),
  F08: found('Consent withdrawn and the plan still live', 'flags/consent.ts'),
  F09: found('Required agreement missing for a group', byPolicy),
  F10: found('Looked after without a PEP review; EHC plan without a review', byPolicy),
  F11: found('Open safeguarding concern without an owner; risk assessment missing or old', 'flags/safeguarding.ts'),
  F12: found('Risk factors not considered', byPolicy),
  F13: found('Reason speaks of behaviour, sanctions or staffing', 'flags/words.ts'),
  F14: found('Reintegration without a period of absence', 'flags/evidence.ts'),
  F15: found('Medical reason without evidence or healthcare plan', byPolicy),
  F16: found('Risk of exclusion as the reason', 'flags/evidence.ts'),
  F17: found('Words of pressure, or a parent who disagrees', 'flags/words.ts'),
  F18: found('Fewer targets than asked for', byPolicy),
  F19: found('Review due or overdue', byPolicy),
  F20: found('Review planned later than allowed', byPolicy),
  F21: found('Review without views, people or decision', 'flags/reviews-and-progress.ts'),
  F22: found('Pupil’s view in the third person', 'flags/words.ts'),
  F23: found('No increase across two reviews', 'flags/reviews-and-progress.ts'),
  F24: found('Hours went down', 'flags/reviews-and-progress.ts'),
  F25: found('Plan never reaches the full week', 'flags/reviews-and-progress.ts'),
  F26: found('Live past the end date', 'flags/reviews-and-progress.ts'),
  F27: found('Longer than allowed', byPolicy),
  F28: found('More extensions than allowed', byPolicy),
  F29: found('Extension without what it needs', byPolicy),
  F30: found('New plan soon after the last; more than twelve weeks in a year', 'flags/history-and-ending.ts'),
  F31: found('No daily contact recorded', byPolicy),
  F32: found('Session without a named supervising adult', byPolicy),
  F33: found('Code B at home, or without a supervised provider', 'flags/register-marks.ts'),
  F34: found('Code C instead of C2', 'flags/register-marks.ts'),
  F35: found('C2 where there is none; present where not due', 'flags/register-marks.ts'),
  F36: found('Reaches compulsory school age inside the plan', 'flags/register-marks.ts'),
  F37: found('Attendance within the plan below 90%', 'flags/register-marks.ts'),
  F38: notHere(
    'Part-time indicator set in the school’s pupil data',
    'The indicator stands in the school’s information system and its census return. A case does not hold it, and must not: the pupil stays full-time in the census.',
  ),
  F39: found('Notice to the authority not sent in time', byPolicy),
  F40: found('Changed or ended, and the authority not told', byPolicy),
  F41: found('Half-termly return not made', byPolicy),
  F42: found('Home authority is not the school’s', byPolicy),
  F43: found('Free meals and gone before lunch', 'flags/practical.ts'),
  F44: found('Transport not confirmed', 'flags/practical.ts'),
  F45: found('No work set, or none returned and marked', 'flags/practical.ts'),
  F46: found('Fifteen days of absence for health', 'flags/hours-and-health.ts'),
  F47: found('Very few hours', 'flags/hours-and-health.ts'),
  F48: found('Interpreter needed and not recorded', 'flags/practical.ts'),
  F49: found('Plan not shared with an attendee', byPolicy),
  F50: found('Governors’ report overdue; trust not informed', byPolicy),
  F51: found('Next school not told', 'flags/history-and-ending.ts'),
  F52: found('Closed without a reason', 'flags/history-and-ending.ts'),
  F53: found('Policy past its review date, or superseded', byPolicy),
  F54: found('Secondary, no EHC plan, a fifth of the week gone', byPolicy),
  F55: found('Planning meeting too short, too long, or not chaired by a senior', 'flags/history-and-ending.ts'),
  F56: found('Targets that need perfect behaviour', 'flags/words.ts'),
  F57: notHere(
    'A small number in a governors’ view',
    'It is about many cases counted together, not about one: it belongs to the making of the governors’ view.',
  ),
} as const satisfies Readonly<Record<string, FlagEntry>>;

import type { RecordFinding } from '../../finding.ts';
import { dateOf, type DayNumber } from '../../timetable/day-number.ts';
import { shortDate } from '../../dates.ts';
import type { Ruling } from '../stack.ts';

/** A finding that rests on a rule: its policy and line are taken from there. */
export const findingOf = (
  { rule, policy, source }: Ruling<unknown>,
  { rule: flag, ...rest }: Omit<RecordFinding, 'rule' | 'source' | 'policy'> & { readonly rule?: string | undefined },
): RecordFinding => ({ rule: flag ?? rule, ...rest, source, policy });

export const onDay = (day: DayNumber): string => shortDate(dateOf(day));

export const daysInWords = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

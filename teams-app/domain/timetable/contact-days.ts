import type { PlainDate } from '../dates.ts';
import { dateOf } from './day-number.ts';
import type { ExpectedMark } from './register.ts';

const awayFromAll: ReadonlySet<ExpectedMark['where']> = new Set(['home', 'unsupervised']);

/**
 * School days on which the plan brings the pupil neither into school nor to supervised provision: the days on which
 * somebody has to speak to them where a policy asks for daily contact (WAR:147, 156).
 */
export function contactDays(expected: readonly ExpectedMark[]): readonly PlainDate[] {
  const away = new Map<number, boolean>();
  for (const mark of expected) {
    if (mark.where === 'closed') continue;
    const day = Math.floor(mark.place / 2);
    away.set(day, (away.get(day) ?? true) && awayFromAll.has(mark.where));
  }
  return [...away].filter(([, all]) => all).map(([day]) => dateOf(day));
}

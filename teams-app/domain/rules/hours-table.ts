import { years, type YearGroup } from './kinds.ts';
import { ruling, type PlacedOf } from './placed.ts';
import type { Ruling } from './stack.ts';

/** For each year the most taught hours that any policy entitles to. */
export function hoursOf(placed: PlacedOf<'hours'>): Readonly<Partial<Record<YearGroup, Ruling<number>>>> {
  const found: Partial<Record<YearGroup, Ruling<number>>> = {};
  for (const one of placed) {
    for (const year of years) {
      const taught = one.rule.taught[year];
      if (taught === undefined || taught <= (found[year]?.value ?? 0)) continue;
      found[year] = ruling(one, taught);
    }
  }
  return found;
}

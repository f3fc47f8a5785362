import type { RecordFinding, RecordPath } from '../../finding.ts';
import type { Facts } from '../facts.ts';
import { items } from '../items.ts';
import type { Stack } from '../stack.ts';
import { findingOf } from './finding.ts';

/** A demand is met by any one of its items; where none is there, the first says what to do. */
export function evaluateDemands(facts: Facts, { demands }: Stack, found: RecordFinding[]): void {
  if (!facts.isOpen) return;
  const said = new Set<string>();
  for (const ruling of demands) {
    const { group = 'every pupil', anyOf } = ruling.value;
    const [first] = anyOf;
    if (first === undefined || !facts.groups.has(group) || said.has(anyOf.join('/'))) continue;
    let at: RecordPath | null = null;
    const isMet = anyOf.some((item) => {
      const missing = items[item].missing(facts);
      at ??= missing;
      return missing === null;
    });
    if (isMet || at === null) continue;
    // Two groups can ask for the same thing of one pupil: it is said once.
    said.add(anyOf.join('/'));
    const { flag, severity, who, todo } = items[first];
    const what = anyOf.map((item) => items[item].what).join(', or ');
    found.push(findingOf(ruling, { rule: flag, severity, at, words: `The record has no ${what}.`, todo, who }));
  }
}

import { describe, expect, it } from 'vitest';
import type { TellRule } from '#domain/rules/kinds.ts';
import { saidBy } from '#test/policies/support/hold-policy.ts';
import { aPolicy } from './said.ts';

const tell = (from: TellRule['due']['from'], more: Partial<TellRule> = {}): TellRule => ({
  kind: 'tell',
  to: 'authority',
  of: 'notification',
  due: { from, days: 0 },
  ...more,
});
const said = (today: string, ...rules: readonly TellRule[]) =>
  saidBy(
    rules.map((rule, at) => aPolicy([rule], { id: `p${at}` })),
    { notices: [] },
    today,
  ).map(({ words, policy }) => `${policy}: ${words.replace(/.*; /, '')}`);

describe('a notice that two documents ask for', () => {
  it('is spoken of once, by the document by which it is latest', () => {
    const byMeeting = 'it was due on Thu 15 Oct 2026.';
    expect(said('2026-11-23', tell('start'), tell('meeting'))).toEqual([`Policy p1: ${byMeeting}`]);
    expect(said('2026-11-23', tell('meeting'), tell('start'))).toEqual([`Policy p0: ${byMeeting}`]);
  });

  it('is spoken of as soon as the first of them is late, and by the same one later on', () => {
    expect(said('2026-10-15', tell('start'), tell('meeting'))).toEqual([]);
    expect(said('2026-10-16', tell('start'), tell('meeting'))).toHaveLength(1);
  });

  it('is another where it goes to somebody else, or says something else', () => {
    expect(said('2026-11-23', tell('start'), tell('start', { to: 'governors' }))).toHaveLength(2);
    expect(said('2026-11-23', tell('start'), tell('start', { of: 'decision' }))).toHaveLength(2);
  });
});

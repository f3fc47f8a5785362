import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { combine } from '#domain/rules/combine.ts';
import { evaluateRules } from '#domain/rules/evaluate.ts';
import type { Rule } from '#domain/rules/kinds.ts';
import type { PolicyRules } from '#domain/rules/stack.ts';
import { schoolWeek, ordinarySchoolWeek } from '#domain/timetable/school-week.ts';
import { statutory } from '#policies/statutory.ts';
import { aRecord, type RecordChanges } from '#test/builders/record.ts';
import { changesFor } from './rule-changes.ts';
import { unknownWords } from './unknown-words.ts';

const term = (name: string, from: string, to: string, half: readonly [string, string]) => ({
  name,
  from: date(from),
  to: date(to),
  halfTerm: { from: date(half[0]), to: date(half[1]) },
});

export const calendar = schoolWeek({
  ...ordinarySchoolWeek(2026, 2027),
  terms: [
    term('Autumn term 2026', '2026-09-01', '2026-12-18', ['2026-10-26', '2026-11-01']),
    term('Spring term 2027', '2027-01-04', '2027-03-25', ['2027-02-15', '2027-02-21']),
  ],
  inset: [],
  otherClosures: [],
});

/** Term reports are looked for when the autumn term is over; everything else on an ordinary day in it. */
const dayFor = (rule: Rule): string => (rule.kind === 'tell' && rule.of === 'report' ? '2026-12-19' : '2026-11-23');

/** What one policy alone says about a record. */
export const saidBy = (policies: readonly PolicyRules[], changes: RecordChanges, today = '2026-11-23') =>
  evaluateRules(aRecord(changes), combine(policies), { today: date(today), calendar });

/** The sentence a rule comes to, and the number of the flag its finding carries; none where it carries its own id. */
export type Sentences = Readonly<Record<string, readonly [sentence: string, flag?: string]>>;

/**
 * Every rule of a policy: named with its line, met by one record and broken by another. A rule without a sentence fails.
 * `questioned` are the lines of the document's contradictions and of the laws it cites that no longer hold.
 */
export function holdPolicy(policy: PolicyRules, sentences: Sentences, questioned: readonly string[] = []): void {
  describe(`the policy of ${policy.name}`, () => {
    it('has a sentence here for every rule, and a rule for every sentence', () => {
      expect(Object.keys(sentences).toSorted()).toEqual(policy.rules.map(({ id }) => id).toSorted());
    });

    const sentenceOf = (rule: Rule): string => `${sentences[rule.id]?.[0] ?? 'has no sentence'} (${rule.source})`;
    const cases = policy.rules.filter(({ kind }) => kind !== 'code').map((rule) => [sentenceOf(rule), rule] as const);
    const said = (rule: Rule, changes: RecordChanges) =>
      saidBy([{ ...policy, rules: [rule] }], changes, dayFor(rule)).filter(
        (one) => one.rule === (sentences[rule.id]?.[1] ?? rule.id) && one.source === rule.source,
      );

    it.each(cases)('%s: one record meets it', (_, rule) => {
      expect(said(rule, changesFor(rule).meets)).toEqual([]);
    });

    it.each(cases)('%s: another breaks it', (_, rule) => {
      expect(said(rule, changesFor(rule).breaks)).toMatchObject([
        { rule: sentences[rule.id]?.[1] ?? rule.id, source: rule.source, policy: policy.name },
      ]);
    });

    const codes = policy.rules.filter((rule) => rule.kind === 'code').map((rule) => [sentenceOf(rule), rule] as const);
    it.runIf(codes.length > 0).each(codes)('%s, and is said to differ from the law only where it does', (_, rule) => {
      const held = combine([statutory, policy]);
      const law = held.codes.find(({ value }) => value.situation === rule.situation)?.value.code;
      expect(combine([policy]).codes.map(({ value }) => value)).toContainEqual({
        situation: rule.situation,
        code: rule.code,
      });
      expect(held.differences.some(({ other }) => other.rule === rule.id)).toBe(law !== rule.code);
    });

    it('says where its document contradicts itself or rests on what no longer holds', () => {
      const sources = [...policy.contradictions, ...policy.superseded].map(({ source }) => source);
      expect(sources.toSorted()).toEqual([...questioned].toSorted());
      expect(policy.document).toMatch(/\w{4}/);
      expect(policy.name).toMatch(/^[A-Z]\w/);
    });

    it('uses only words that a record knows', () => {
      expect(policy.rules.flatMap(unknownWords)).toEqual([]);
    });

    it('names the line of everything it says', () => {
      const line = /^(DBY|DDAT|WAR|PLY|CAM):\d+|reg \d+|WTISA|portal|schoolsnet|Shropshire/;
      for (const { source } of [...policy.rules, ...policy.contradictions, ...policy.superseded]) {
        expect(source).toMatch(line);
      }
    });

    it('gives every rule and contradiction an id of its own, under the policy’s', () => {
      const ids = policy.rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const contradictions = policy.contradictions.map(({ id }) => id);
      expect(new Set(contradictions).size).toBe(contradictions.length);
      for (const id of [...ids, ...contradictions]) expect(id.startsWith(`${policy.id}/`)).toBe(true);
    });

    it('says each of its contradictions and what it cites that no longer holds as a note', () => {
      const everyGroup: RecordChanges = {
        groups: { sen: 'EHC plan', lookedAfter: true, childProtection: true, childInNeed: true, medical: 'physical' },
      };
      const notes = saidBy([policy], everyGroup).filter(({ severity }) => severity === 'note');
      expect(notes.length).toBeGreaterThanOrEqual(policy.contradictions.length + policy.superseded.length);
      for (const { id, source, words } of policy.contradictions) {
        expect(words).toMatch(/\w.{30,}\.$/);
        expect(notes).toContainEqual(expect.objectContaining({ rule: id, source, words, who: 'administrator' }));
      }
      for (const { cites, now, source } of policy.superseded) {
        expect(cites).toMatch(/\w{4}/);
        expect(now).toMatch(/\w{2}/);
        expect(notes).toContainEqual(
          expect.objectContaining({ rule: 'F53', source, words: expect.stringContaining(cites) }),
        );
      }
    });
  });
}

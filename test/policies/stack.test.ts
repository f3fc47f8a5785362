import { describe, expect, it } from 'vitest';
import { parseDate } from '#domain/dates.ts';
import { policies, rulesFor, unknownPolicies } from '#policies/stack.ts';

describe('the rules that a school follows', () => {
  it('in Derbyshire and the trust are the trust’s fourteen days, with the lines that say so', () => {
    expect(rulesFor({ policies: ['derbyshire', 'ddat'] })).toMatchObject({
      firstReviewWithinDays: { value: 14, policy: 'DDAT', source: 'DDAT:141' },
      reviewEveryDays: { value: 14, policy: 'DDAT', source: 'DDAT:141, 215' },
      longestDays: null,
      notifyAuthority: { value: true, policy: 'Derbyshire', source: expect.stringMatching(/^DBY:25/) },
      parentConsent: { value: true, policy: 'Attendance regulations 2024', source: 'SI 2024/208 reg 11(6)' },
    });
  });

  it('are the strictest of the stack, in whichever order the register names them', () => {
    expect(rulesFor({ policies: ['ddat', 'derbyshire'] })).toEqual(rulesFor({ policies: ['derbyshire', 'ddat'] }));
  });

  it('in Derbyshire alone are six weeks to the first review and, where it is silent, the product’s own four', () => {
    const rules = rulesFor({ policies: ['derbyshire'] });
    expect(rules.firstReviewWithinDays).toEqual({ value: 42, policy: 'Derbyshire', source: 'DBY:41' });
    expect(rules.reviewEveryDays).toMatchObject({ value: 28, policy: 'This product’s default' });
  });

  it('in Derby City and the trust tell the city', () => {
    const rules = rulesFor({ policies: ['derby-city', 'ddat'] });
    expect(rules.notifyAuthority?.policy).toBe('Derby City');
    expect(rules.reviewEveryDays.value).toBe(14);
  });

  it('never lack the parent’s consent, because the regulations stand under every stack', () => {
    expect(rulesFor({ policies: [] })).toMatchObject({
      parentConsent: { value: true, source: 'SI 2024/208 reg 11(6)' },
      notifyAuthority: null,
    });
  });

  it('leave out a policy that nobody has written, and it is named as a setting to mend', () => {
    expect(rulesFor({ policies: ['atlantis', 'ddat'] })).toEqual(rulesFor({ policies: ['ddat'] }));
    expect(unknownPolicies({ policies: ['atlantis', 'ddat'] })).toEqual(['atlantis']);
  });
});

describe.each(policies.map(({ id, name, lastChecked }) => ({ id, name, lastChecked })))(
  'a school that follows $name',
  ({ id, lastChecked }) => {
    const { firstReviewWithinDays, reviewEveryDays, longestDays, notifyAuthority, parentConsent } = rulesFor({
      policies: [id],
    });

    it('is told the policy and the line of every rule', () => {
      const stated = [firstReviewWithinDays, reviewEveryDays, longestDays, notifyAuthority, parentConsent];
      for (const rule of stated.filter((one) => one !== null)) {
        expect(rule.policy).not.toBe('');
        expect(rule.source).toMatch(/^[A-Z]+:\d+|\breg \d+|“.+”|no policy sets a number/);
      }
    });

    it('counts in whole days', () => {
      const days = [firstReviewWithinDays, reviewEveryDays, longestDays].filter((one) => one !== null);
      expect(days.filter(({ value }) => !Number.isInteger(value) || value < 1)).toEqual([]);
    });

    it('can see when it was last compared with its document', () => {
      expect(parseDate(lastChecked).ok).toBe(true);
    });
  },
);

describe('the policies', () => {
  it('have each an id of their own', () => {
    const ids = policies.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

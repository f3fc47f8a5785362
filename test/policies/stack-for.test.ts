import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDate } from '#domain/dates.ts';
import { policies, stackFor } from '#policies/stack-for.ts';

const idsOf = ({ stack }: ReturnType<typeof stackFor>) => stack.policies.map(({ id }) => id);

describe('the policies that hold for one pupil', () => {
  it('are the law, the school’s own, and this product’s default', () => {
    expect(idsOf(stackFor(['ddat', 'derbyshire']))).toEqual(['statutory', 'derbyshire', 'ddat', 'default']);
    expect(idsOf(stackFor([]))).toEqual(['statutory', 'default']);
    expect(idsOf(stackFor(['statutory', 'ddat', 'ddat']))).toEqual(['statutory', 'ddat', 'default']);
  });

  it('may be typed by name', () => {
    expect(idsOf(stackFor([' Derby  City ']))).toEqual(['statutory', 'derby-city', 'default']);
    expect(stackFor([' Derby  City ']).unknown).toEqual([]);
  });

  it('name what nobody has written, and go on without it', () => {
    const found = stackFor(['atlantis', 'ddat']);
    expect(found.unknown).toEqual(['atlantis']);
    expect(found.stack).toEqual(stackFor(['ddat']).stack);
  });

  it('hold fourteen days for a school of the trust in Derbyshire (X2)', () => {
    const { stack } = stackFor(['derbyshire', 'ddat']);
    expect(stack.firstReview).toEqual({ value: 14, rule: 'ddat/first-review', policy: 'DDAT', source: 'DDAT:141' });
    expect(stack.nextReview).toEqual({ value: 14, rule: 'ddat/reviews', policy: 'DDAT', source: 'DDAT:141, 215' });
    expect(stack.differences).toMatchObject([
      { about: 'the first review', other: { source: 'DBY:41', value: '42 days' } },
    ]);
  });
});

describe('the rules that a school follows', () => {
  const of = (...ids: readonly string[]) => stackFor(ids).stack;
  const toldTo = (ids: readonly string[]) =>
    of(...ids)
      .tellings.filter(({ value }) => value.to === 'authority' && value.of === 'notification' && !value.group)
      .map(({ policy }) => policy);

  it('are the same in whichever order the register names them', () => {
    expect(of('ddat', 'derbyshire')).toEqual(of('derbyshire', 'ddat'));
    expect(of('plymouth', 'cambridgeshire', 'ddat')).toEqual(of('ddat', 'cambridgeshire', 'plymouth'));
  });

  it('in Derbyshire alone are six weeks to the first review and, where it is silent, this product’s own four', () => {
    const { firstReview, nextReview, longest } = of('derbyshire');
    expect(firstReview).toMatchObject({ value: 42, policy: 'Derbyshire', source: 'DBY:41' });
    expect(nextReview).toMatchObject({ value: 28, policy: 'This product’s default' });
    expect(longest).toBeNull();
  });

  it('in Derby City and the trust tell the city, and review by the trust’s fourteen days', () => {
    expect(toldTo(['derby-city', 'ddat'])[0]).toBe('Derby City');
    expect(of('derby-city', 'ddat').nextReview?.value).toBe(14);
  });

  it('never lack the parent’s consent, because the regulations stand under every stack', () => {
    const parent = (...ids: readonly string[]) => of(...ids).agreements.filter(({ value }) => value.party === 'parent');
    expect(parent()).toMatchObject([{ source: 'SI 2024/208 reg 11(6)' }]);
    for (const { id } of policies) expect(parent(id).length).toBeGreaterThan(0);
    expect(toldTo([])).toEqual([]);
  });

  it('are worked out once for each stack, however often they are asked for', () => {
    expect(stackFor(['ddat', 'derbyshire']).stack).toBe(stackFor(['derbyshire', 'ddat', 'atlantis']).stack);
    expect(of('derbyshire')).not.toBe(of('ddat'));
    expect(stackFor(['derbyshire'], { homeAuthority: 'plymouth' }).stack).not.toBe(of('derbyshire'));
  });
});

describe.each(policies.map(({ id, name, lastChecked }) => ({ id, name, lastChecked })))(
  'a school that follows $name',
  ({ id, lastChecked }) => {
    const { stack } = stackFor([id]);
    const numbers = [
      stack.firstReview,
      stack.nextReview,
      stack.longest,
      stack.extensions,
      stack.extensionDays,
      stack.targets,
      stack.lookBackYears,
    ].filter((one) => one !== null);
    const rulings = [...numbers, ...stack.agreements, ...stack.demands, ...stack.tellings, ...stack.codes];

    it('has a first and a next review, whatever its document says', () => {
      expect(stack.firstReview?.value).toBeGreaterThan(0);
      expect(stack.nextReview?.value).toBeGreaterThan(0);
    });

    it('is told the policy and the line of every rule', () => {
      const names = new Set(stack.policies.map(({ name }) => name));
      for (const { policy, source, rule } of rulings) {
        expect(names).toContain(policy);
        expect(source).toMatch(/\S/);
        expect(rule).toMatch(/^[a-z-]+\/\S+$/);
      }
    });

    it('counts in whole days, weeks and years', () => {
      expect(numbers.filter(({ value }) => !Number.isInteger(value) || value < 0)).toEqual([]);
    });

    it('can see when it was last compared with its document', () => {
      expect(parseDate(lastChecked).ok).toBe(true);
    });
  },
);

describe('the home authority', () => {
  const { stack, unknown } = stackFor(['derby-city'], { homeAuthority: 'Derbyshire' });
  const added = stack.policies.find(({ id }) => id === 'derbyshire/home');

  it('adds its notices, sent there, and nothing else of its document', () => {
    expect(unknown).toEqual([]);
    expect(added?.rules.map(({ id }) => id)).toEqual([
      'derbyshire/notification/home',
      'derbyshire/update/home',
      'derbyshire/closure/home',
    ]);
    for (const rule of added?.rules ?? []) expect(rule).toMatchObject({ kind: 'tell', to: 'home authority' });
    expect([added?.contradictions, added?.superseded, added?.reviewDue]).toEqual([[], [], null]);
    expect(stack.firstReview?.policy).toBe('This product’s default');
  });

  it('adds nothing where it is the school’s own, a trust, or unknown', () => {
    const own = stackFor(['derbyshire']).stack;
    expect(stackFor(['derbyshire'], { homeAuthority: 'derbyshire' }).stack).toEqual(own);
    expect(stackFor(['derbyshire'], { homeAuthority: 'ddat' }).stack).toEqual(own);
    expect(stackFor(['derbyshire'], { homeAuthority: 'Atlantis' }).stack).toEqual(own);
    expect(stackFor(['derbyshire'], { homeAuthority: null, careAuthority: '' }).stack).toEqual(own);
    expect(stackFor(['derbyshire'], { homeAuthority: 'Atlantis' }).unknown).toEqual([]);
  });
});

describe('the authority that looks after the pupil (WAR:145)', () => {
  const { stack } = stackFor(['derbyshire'], { careAuthority: 'Warwickshire' });

  it('adds what its document says of looked-after pupils, and nothing else', () => {
    const added = stack.policies.find(({ id }) => id === 'warwickshire/care');
    expect(added?.rules.map(({ id }) => id)).toEqual([
      'warwickshire/looked-after-limited',
      'warwickshire/pep-review',
      'warwickshire/looked-after-social-worker',
      'warwickshire/looked-after-virtual-school',
      'warwickshire/looked-after-contact',
    ]);
    expect([added?.contradictions, added?.superseded, added?.reviewDue]).toEqual([[], [], null]);
    expect(stack.longest).toBeNull();
  });

  it('can be the home authority too', () => {
    const both = stackFor(['derbyshire'], { careAuthority: 'warwickshire', homeAuthority: 'warwickshire' });
    expect(idsOf(both)).toEqual(['statutory', 'derbyshire', 'warwickshire/care', 'warwickshire/home', 'default']);
  });
});

describe('every policy', () => {
  it.each(policies.map(({ id }) => id))('%s has a file of tests that holds each of its rules', (id) => {
    const tests = readFileSync(new URL(`./${id}.test.ts`, import.meta.url), 'utf8');
    expect(tests).toMatch(new RegExp(`holdPolicy\\(\\s*\\w+,\\s*\\{[^]*'${id}/`));
  });

  it('has an id of its own, and so has every rule of all of them', () => {
    const ids = policies.flatMap((policy) => [policy.id, ...policy.rules.map((rule) => rule.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

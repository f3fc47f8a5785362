import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseStatuses, type AgreementState, type Casefile, type CaseStatus } from '#domain/case.ts';
import { caseActions, choices, decide, lifecycle, type CaseAction, type Stops } from '#domain/lifecycle.ts';
import { roles, type Actor, type Role } from '#domain/people.ts';
import { anyActor, anyCasefile, anyDay } from '#test/builders/arbitrary.ts';
import { aCase, aCasefile, anAgreement, aReview } from '#test/builders/casework.ts';
import { anActor, headteacher, senco } from '#test/builders/people.ts';
import { inDays, today } from '#test/builders/today.ts';

const caseworkers: readonly Role[] = ['headteacher', 'senco', 'dsl'];

/** Who may do what from which status, and where it leads: written down a second time, by hand. */
const table: Readonly<Record<CaseAction, { who: readonly Role[]; leads: Partial<Record<CaseStatus, CaseStatus>> }>> = {
  'begin preparing': { who: caseworkers, leads: { considering: 'preparing' } },
  decline: { who: caseworkers, leads: { considering: 'declined', preparing: 'declined', agreed: 'declined' } },
  extend: { who: ['headteacher', 'senco'], leads: { active: 'active' } },
  transfer: {
    who: caseworkers,
    leads: { considering: 'withdrawn', preparing: 'withdrawn', agreed: 'withdrawn', active: 'closed' },
  },
  reopen: {
    who: ['headteacher', 'senco'],
    leads: { closed: 'preparing', declined: 'preparing', withdrawn: 'preparing' },
  },
  'record consent': {
    who: [...caseworkers, 'attendance'],
    leads: { preparing: 'agreed', agreed: 'agreed', active: 'active' },
  },
  'record refusal': {
    who: [...caseworkers, 'attendance'],
    leads: { preparing: 'declined', agreed: 'declined', active: 'active' },
  },
  start: { who: ['headteacher'], leads: { preparing: 'active', agreed: 'active' } },
  'sign off': { who: ['headteacher'], leads: { active: 'active' } },
  'record review': { who: [...caseworkers, 'teacher'], leads: { active: 'active' } },
  'change hours': {
    who: caseworkers,
    leads: { considering: 'considering', preparing: 'preparing', agreed: 'preparing', active: 'active' },
  },
  close: { who: caseworkers, leads: { active: 'closed' } },
  withdraw: { who: caseworkers, leads: { considering: 'withdrawn', preparing: 'withdrawn', agreed: 'withdrawn' } },
};

/** Each action's label, and what it asks for in words, in the order in which a page offers them. */
const spoken: readonly (readonly [CaseAction, string, string | null])[] = [
  ['begin preparing', 'Begin preparing the plan', null],
  ['record consent', 'Mark consent signed', null],
  ['start', 'Sign off and start', null],
  ['record review', 'Record a review', null],
  ['sign off', 'Sign off the new times', null],
  ['change hours', 'Change times or dates', null],
  ['extend', 'Extend the plan', 'Why is more time needed, and who was consulted?'],
  ['record refusal', 'Mark consent refused or withdrawn', null],
  ['close', 'Close the case', null],
  [
    'decline',
    'Decline: the plan cannot go ahead',
    'What stands against the plan, and what is done for the pupil instead?',
  ],
  ['withdraw', 'Withdraw before it starts', null],
  ['transfer', 'Hand over to another school', 'Which school is the pupil moving to, and when is the record sent?'],
  ['reopen', 'Reopen the case', 'What has changed since the case ended?'],
];

const noStops: Stops = () => [];
const decideOn = (file: Casefile, action: CaseAction, actor: Actor, stops = noStops) =>
  decide(file, action, actor, today, stops);

const rows = caseActions.flatMap((action) =>
  caseStatuses.map((status) => ({ action, status, leads: table[action].leads[status] })),
);
const fileIn = (status: CaseStatus, state: AgreementState = 'signed') =>
  aCasefile({ case: aCase({ status }), agreements: [anAgreement({ state })] });
/** Where nothing but the role and the status decides. */
const ready = (action: CaseAction, status: CaseStatus) => ({
  ...fileIn(status, action === 'record consent' ? 'asked' : 'signed'),
  case: aCase({ status, signedOffVersion: action === 'sign off' ? null : 1 }),
  reviews: [aReview({ heldOn: inDays(-3) })],
});

describe('who may do what', () => {
  it.each(rows.filter((row) => row.leads))(
    '“$action” while $status leads to $leads, for the roles of the table only',
    ({ action, status, leads }) => {
      const answers = roles.map((role) => {
        const decision = decideOn(ready(action, status), action, anActor(role));
        return [role, decision.ok ? decision.value : 'refused'];
      });
      expect(answers).toEqual(roles.map((role) => [role, table[action].who.includes(role) ? leads : 'refused']));
    },
  );

  it.each(rows.filter((row) => !row.leads))('“$action” while $status is refused to everybody', ({ action, status }) => {
    expect(roles.filter((role) => decideOn(ready(action, status), action, anActor(role)).ok)).toEqual([]);
  });

  it('is refused to someone with no role, and to the trust’s officer', () => {
    for (const actor of [anActor('trust'), anActor('senco', { roles: [] })]) {
      expect(decideOn(aCasefile(), 'record review', actor)).toMatchObject({ ok: false });
    }
  });

  it('is decided for the whole of a person: a SENCO who is also the headteacher may start', () => {
    const both = anActor('senco', { roles: ['senco', 'headteacher'] });
    expect(decideOn(fileIn('agreed'), 'start', both)).toEqual({ ok: true, value: 'active' });
  });
});

describe('what a page says of an action', () => {
  it('asks in words for what only a person can say, and says what was done', () => {
    expect(caseActions.map((action) => [action, lifecycle[action].label, lifecycle[action].asks])).toEqual(spoken);
    for (const action of caseActions) expect(lifecycle[action].done).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a plan about which a rule says “stop”', () => {
  const first = 'No parent has agreed to the times and dates of version 1.';
  const refusal = (action: CaseAction, stops: readonly string[]) => {
    const decision = decideOn(
      ready(action, action === 'start' ? 'agreed' : 'active'),
      action,
      headteacher,
      () => stops,
    );
    return decision.ok ? 'it can' : decision.error.words;
  };

  it.each(['start', 'sign off'] as const)(
    'cannot take the step “%s”: the first is said, the others are counted',
    (action) => {
      expect(refusal(action, [])).toBe('it can');
      expect(refusal(action, [first])).toBe(`It cannot go ahead: ${first}`);
      expect(refusal(action, [first, 'There is no risk assessment.'])).toBe(
        `It cannot go ahead: ${first} And one more reason is listed under “What is missing”.`,
      );
      expect(refusal(action, [first, 'A.', 'B.', 'C.'])).toBe(
        `It cannot go ahead: ${first} And 3 more reasons are listed under “What is missing”.`,
      );
    },
  );

  it('can take every other step, for which nobody even looks', () => {
    const asked: CaseAction[] = [];
    for (const { action, status } of rows.filter(({ leads }) => leads)) {
      const decision = decideOn(ready(action, status), action, headteacher, () => {
        asked.push(action);
        return [];
      });
      expect(decision.ok).toBe(true);
    }
    expect(new Set(asked)).toEqual(new Set(['start', 'sign off']));
    expect(caseActions.filter((action) => lifecycle[action].stops)).toEqual(['start', 'sign off']);
  });

  it('is not looked at where something simpler stands in the way', () => {
    const looked = (): never => {
      throw new Error('Somebody looked.');
    };
    expect(decideOn(fileIn('agreed'), 'start', senco, looked).ok).toBe(false);
    expect(decideOn(fileIn('active'), 'start', headteacher, looked).ok).toBe(false);
    expect(decideOn(fileIn('preparing', 'asked'), 'start', headteacher, looked).ok).toBe(false);
    expect(decideOn(fileIn('active'), 'sign off', headteacher, looked).ok).toBe(false);
  });
});

describe('whatever stands in the lists', () => {
  const anyStops = fc.array(fc.constantFrom('There is no risk assessment.', 'No parent has agreed.'), { maxLength: 3 });

  it('a decision never throws, never leaves the table, and refuses in words', () => {
    fc.assert(
      fc.property(
        anyCasefile,
        fc.constantFrom(...caseActions),
        anyActor,
        anyDay,
        anyStops,
        (file, action, actor, day, stops) => {
          const decision = decide(file, action, actor, day, () => stops);
          const inTable = { ok: true, value: lifecycle[action].next[file.case.status] };
          const inWords = { ok: false, error: { action, words: expect.stringMatching(/\.$/) } };
          expect(decision).toEqual(decision.ok ? inTable : inWords);
        },
      ),
    );
  });

  it('the buttons of a case are those that its status knows, each with the very reason that pressing it would give', () => {
    fc.assert(
      fc.property(anyCasefile, anyActor, anyDay, anyStops, (file, actor, day, stops) => {
        for (const { action, why } of choices(file, actor, day, () => stops)) {
          const decision = decide(file, action, actor, day, () => stops);
          expect(lifecycle[action].next[file.case.status]).toBeDefined();
          expect(why).toBe(decision.ok ? null : decision.error.words);
        }
      }),
    );
  });

  it('a case that has ended has one button: it can be opened again', () => {
    for (const status of ['closed', 'declined', 'withdrawn'] as const)
      expect(choices(fileIn(status), headteacher, today, noStops)).toEqual([
        { action: 'reopen', label: 'Reopen the case', why: null },
      ]);
  });

  it('a case that is only being considered can be prepared or ended', () => {
    expect(choices(fileIn('considering'), senco, today, noStops).map(({ action }) => action)).toEqual([
      'begin preparing',
      'change hours',
      'decline',
      'withdraw',
      'transfer',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseStatuses, type AgreementState, type CaseStatus, type ClosureReason } from '#domain/case.ts';
import { caseActions, choices, decide, lifecycle, type CaseAction } from '#domain/lifecycle.ts';
import { roles, type Role } from '#domain/people.ts';
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
    leads: { considering: 'agreed', preparing: 'agreed', agreed: 'agreed', active: 'active' },
  },
  'record refusal': {
    who: [...caseworkers, 'attendance'],
    leads: { considering: 'declined', preparing: 'declined', agreed: 'declined', active: 'active' },
  },
  start: { who: ['headteacher'], leads: { preparing: 'active', agreed: 'active' } },
  'record review': { who: [...caseworkers, 'teacher'], leads: { active: 'active' } },
  'change hours': {
    who: caseworkers,
    leads: { considering: 'preparing', preparing: 'preparing', agreed: 'preparing', active: 'active' },
  },
  close: { who: caseworkers, leads: { active: 'closed' } },
  withdraw: { who: caseworkers, leads: { considering: 'withdrawn', preparing: 'withdrawn', agreed: 'withdrawn' } },
};

/** Each action's label, and what it asks for in words. */
const spoken: readonly (readonly [CaseAction, string, string | null])[] = [
  ['begin preparing', 'Begin preparing the plan', null],
  ['record consent', 'Mark consent signed', null],
  ['record refusal', 'Mark consent refused or withdrawn', null],
  ['start', 'Sign off and start', null],
  ['record review', 'Record a review', null],
  ['change hours', 'Change times or dates', null],
  ['close', 'Close the case', null],
  ['withdraw', 'Withdraw before it starts', null],
  [
    'decline',
    'Decline: the plan cannot go ahead',
    'What stands against the plan, and what is done for the pupil instead?',
  ],
  ['extend', 'Extend the plan', 'Why is more time needed, and who was consulted?'],
  ['transfer', 'Hand over to another school', 'Which school is the pupil moving to, and when is the record sent?'],
  ['reopen', 'Reopen the case', 'What has changed since the case ended?'],
];

const rows = caseActions.flatMap((action) =>
  caseStatuses.map((status) => ({ action, status, leads: table[action].leads[status] })),
);
const fileIn = (status: CaseStatus, state: AgreementState = 'signed') =>
  aCasefile({ case: aCase({ status }), agreements: [anAgreement({ state })] });
/** Where nothing but the role and the status decides. */
const ready = (action: CaseAction, status: CaseStatus) => ({
  ...fileIn(status, action === 'record consent' ? 'asked' : 'signed'),
  reviews: [aReview({ heldOn: inDays(-3) })],
});

describe('who may do what', () => {
  it.each(rows.filter((row) => row.leads))(
    '“$action” while $status leads to $leads, for the roles of the table only',
    ({ action, status, leads }) => {
      const answers = roles.map((role) => {
        const decision = decide(ready(action, status), action, anActor(role), today);
        return [role, decision.ok ? decision.value : 'refused'];
      });
      expect(answers).toEqual(roles.map((role) => [role, table[action].who.includes(role) ? leads : 'refused']));
    },
  );

  it.each(rows.filter((row) => !row.leads))('“$action” while $status is refused to everybody', ({ action, status }) => {
    expect(roles.filter((role) => decide(ready(action, status), action, anActor(role), today).ok)).toEqual([]);
  });

  it('is refused to someone with no role, and to the trust’s officer', () => {
    for (const actor of [anActor('trust'), anActor('senco', { roles: [] })]) {
      expect(decide(aCasefile(), 'record review', actor, today)).toMatchObject({ ok: false });
    }
  });

  it('is decided for the whole of a person: a SENCO who is also the headteacher may start', () => {
    const both = anActor('senco', { roles: ['senco', 'headteacher'] });
    expect(decide(fileIn('agreed'), 'start', both, today)).toEqual({ ok: true, value: 'active' });
  });
});

describe('why something cannot be done', () => {
  const words = (...given: Parameters<typeof decide>): string => {
    const decision = decide(...given);
    return decision.ok ? 'it can' : decision.error.words;
  };

  it('names who could do it', () => {
    expect(words(fileIn('agreed'), 'start', senco, today)).toBe('Only the headteacher can do this.');
    expect(words(aCasefile(), 'close', anActor('teacher'), today)).toBe(
      'Only the headteacher, the SENCO or the designated safeguarding lead can do this.',
    );
  });

  it('says that consent is not signed', () => {
    const asked = fileIn('preparing', 'asked');
    const unsigned =
      'The parent has not signed the times and dates of version 1. A part-time timetable cannot start without signed consent.';
    expect(words(asked, 'start', headteacher, today)).toBe(unsigned);
    expect(words({ ...asked, agreements: [] }, 'start', headteacher, today)).toBe(unsigned);
  });

  it('does not take the signature under an earlier version for consent to this one', () => {
    const changed = aCasefile({
      case: aCase({ status: 'preparing', version: 2 }),
      agreements: [anAgreement({ version: 1 })],
    });
    expect(words(changed, 'start', headteacher, today)).toContain('has not signed the times and dates of version 2');
  });

  it('says that the parent refused, and what follows', () => {
    expect(words(fileIn('preparing', 'refused'), 'start', headteacher, today)).toBe(
      'The parent has refused the times and dates of version 1. Without their agreement the pupil attends full time.',
    );
  });

  it('says that the parent has answered already', () => {
    expect(words(fileIn('active', 'signed'), 'record consent', senco, today)).toBe(
      'Consent to version 1 is signed already.',
    );
    expect(words(fileIn('active', 'refused'), 'record refusal', senco, today)).toBe(
      'Consent to version 1 is refused already.',
    );
    expect(words(fileIn('active', 'withdrawn'), 'record refusal', senco, today)).toBe(
      'Consent to version 1 is withdrawn already.',
    );
  });

  it('lets a parent who refused sign after all while the case is active, and one who signed withdraw', () => {
    expect(words(fileIn('active', 'refused'), 'record consent', senco, today)).toBe('it can');
    expect(words(fileIn('active', 'signed'), 'record refusal', senco, today)).toBe('it can');
  });

  it('says that the end date has passed, the day after it', () => {
    const file = (endsOn: typeof today) => aCasefile({ case: aCase({ status: 'agreed', endsOn }) });
    expect(words(file(today), 'start', headteacher, today)).toBe('it can');
    expect(words(file(inDays(-1)), 'start', headteacher, today)).toBe(
      'The end date, Sun 22 Nov 2026, has passed. Agree new dates with the parent first.',
    );
  });

  it('asks for a reason and objectives before a plan is prepared', () => {
    const file = (changes: Parameters<typeof aCase>[0]) =>
      aCasefile({ case: aCase({ status: 'considering', ...changes }) });
    expect(words(file({}), 'begin preparing', senco, today)).toBe('it can');
    expect(words(file({ reasons: [] }), 'begin preparing', senco, today)).toBe(
      'No reason is chosen. A part-time timetable needs one before it is prepared.',
    );
    expect(words(file({ objectives: ' ' }), 'begin preparing', senco, today)).toBe(
      'No objectives are written. A part-time timetable needs them before it is prepared.',
    );
  });

  it('extends a plan only after a review, and only with a parent who has not withdrawn (PLY:29, CAM:256)', () => {
    expect(words({ ...fileIn('active'), reviews: [aReview()] }, 'extend', senco, today)).toBe(
      'No review has been held yet. A plan is extended as part of a review: record one first.',
    );
    const reviews = [aReview({ heldOn: inDays(-3) })];
    for (const state of ['refused', 'withdrawn'] as const) {
      expect(words({ ...fileIn('active', state), reviews }, 'extend', senco, today)).toBe(
        `Consent to version 1 is ${state}. A plan that the parent does not agree to cannot be extended.`,
      );
    }
    expect(words({ ...fileIn('active', 'asked'), reviews }, 'extend', senco, today)).toBe('it can');
  });

  it('reopens no case of a pupil who has left the school', () => {
    const ended = (closureReason: ClosureReason | null) =>
      aCasefile({ case: aCase({ status: 'closed', closureReason }) });
    for (const reason of ['Moved school', 'Home education'] as const) {
      expect(words(ended(reason), 'reopen', headteacher, today)).toBe(
        `The case ended because: ${reason}. The pupil is no longer on this school’s roll; the school they attend opens a case of its own.`,
      );
    }
    for (const reason of ['Returned full-time', 'Never started', 'Consent withdrawn', null] as const)
      expect(words(ended(reason), 'reopen', headteacher, today)).toBe('it can');
  });

  it('asks in words for what only a person can say, and says what was done', () => {
    expect(caseActions.map((action) => [action, lifecycle[action].label, lifecycle[action].asks])).toEqual(spoken);
    for (const action of caseActions) expect(lifecycle[action].done).toMatch(/^[A-Z].*\.$/);
  });

  it('says in which state the case is', () => {
    expect(words(fileIn('active'), 'start', headteacher, today)).toBe('The part-time timetable has already started.');
    expect(words(fileIn('declined'), 'close', headteacher, today)).toBe(
      'The case is declined; nothing more can be done to it.',
    );
    expect(words(fileIn('agreed'), 'record review', headteacher, today)).toBe(
      'This cannot be done while the case is agreed, not yet started.',
    );
  });
});

describe('whatever stands in the lists', () => {
  it('a decision never throws, never leaves the table, and refuses in words', () => {
    fc.assert(
      fc.property(anyCasefile, fc.constantFrom(...caseActions), anyActor, anyDay, (file, action, actor, day) => {
        const decision = decide(file, action, actor, day);
        const inTable = { ok: true, value: lifecycle[action].next[file.case.status] };
        const inWords = { ok: false, error: { action, words: expect.stringMatching(/\.$/) } };
        expect(decision).toEqual(decision.ok ? inTable : inWords);
      }),
    );
  });

  it('the buttons of a case are those that its status knows, each with the very reason that pressing it would give', () => {
    fc.assert(
      fc.property(anyCasefile, anyActor, anyDay, (file, actor, day) => {
        for (const { action, why } of choices(file, actor, day)) {
          const decision = decide(file, action, actor, day);
          expect(lifecycle[action].next[file.case.status]).toBeDefined();
          expect(why).toBe(decision.ok ? null : decision.error.words);
        }
      }),
    );
  });

  it('a case that has ended has no buttons', () => {
    for (const status of ['closed', 'declined', 'withdrawn'] as const)
      expect(choices(fileIn(status), headteacher, today)).toEqual([]);
  });
});

// Who may do what to a case, when, and in which words: one table. `decide` is the only way a status changes.
import { isOpen, type Casefile, type CaseStatus } from './case.ts';
import type { PlainDate } from './dates.ts';
import {
  consentSigned,
  endDateAhead,
  notRefusedYet,
  notSignedYet,
  notWithdrawn,
  reasonGiven,
  reviewHeld,
  stillAtSchool,
  type Need,
} from './lifecycle-needs.ts';
import { roleNames, type Actor, type Role } from './people.ts';
import { err, ok, type Result } from './result.ts';

/** What a case's own page offers. */
export const everydayActions = [
  'record consent',
  'record refusal',
  'start',
  'record review',
  'change hours',
  'close',
  'withdraw',
] as const;
export type EverydayAction = (typeof everydayActions)[number];

export const caseActions = ['begin preparing', ...everydayActions, 'decline', 'extend', 'transfer', 'reopen'] as const;
export type CaseAction = (typeof caseActions)[number];

/** Why an action may not be taken now, in words for the person who asked. */
export interface Refusal {
  readonly action: CaseAction;
  readonly words: string;
}

interface Row {
  readonly label: string;
  readonly roles: readonly Role[];
  readonly next: Readonly<Partial<Record<CaseStatus, CaseStatus>>>;
  readonly needs: readonly Need[];
  /** The question that must be answered in words with the action; null where there is none. */
  readonly asks: string | null;
  /** What is said when it is done. */
  readonly done: string;
}

const caseworkers: readonly Role[] = ['headteacher', 'senco', 'dsl'];

export const lifecycle: Readonly<Record<CaseAction, Row>> = {
  'begin preparing': {
    label: 'Begin preparing the plan',
    roles: caseworkers,
    next: { considering: 'preparing' },
    needs: [reasonGiven],
    asks: null,
    done: 'The plan is being prepared.',
  },
  'record consent': {
    label: 'Mark consent signed',
    roles: [...caseworkers, 'attendance'],
    next: { considering: 'agreed', preparing: 'agreed', agreed: 'agreed', active: 'active' },
    needs: [notSignedYet],
    asks: null,
    done: 'The parent’s signed consent is recorded.',
  },
  'record refusal': {
    label: 'Mark consent refused or withdrawn',
    roles: [...caseworkers, 'attendance'],
    next: { considering: 'declined', preparing: 'declined', agreed: 'declined', active: 'active' },
    needs: [notRefusedYet],
    asks: null,
    done: 'The parent’s answer is recorded. The pupil attends full time.',
  },
  // DBY:48: without consent, or with a concern that nobody could mitigate, a plan cannot go ahead.
  decline: {
    label: 'Decline: the plan cannot go ahead',
    roles: caseworkers,
    next: { considering: 'declined', preparing: 'declined', agreed: 'declined' },
    needs: [],
    asks: 'What stands against the plan, and what is done for the pupil instead?',
    done: 'The plan is declined. The pupil attends full time.',
  },
  start: {
    label: 'Sign off and start',
    roles: ['headteacher'],
    next: { agreed: 'active', preparing: 'active' },
    needs: [consentSigned, endDateAhead],
    asks: null,
    done: 'The headteacher has signed the plan off, and it has started.',
  },
  'record review': {
    label: 'Record a review',
    roles: [...caseworkers, 'teacher'],
    next: { active: 'active' },
    needs: [],
    asks: null,
    done: 'The review is recorded.',
  },
  'change hours': {
    label: 'Change times or dates',
    roles: caseworkers,
    next: { considering: 'preparing', preparing: 'preparing', agreed: 'preparing', active: 'active' },
    needs: [],
    asks: null,
    done: 'The times are changed. The parent is asked to agree to the new version.',
  },
  // PLY:29, CAM:256: in exceptional circumstances, with the parent's agreement and the plan revised to say why.
  extend: {
    label: 'Extend the plan',
    roles: ['headteacher', 'senco'],
    next: { active: 'active' },
    needs: [reviewHeld, notWithdrawn],
    asks: 'Why is more time needed, and who was consulted?',
    done: 'The plan is extended. The parent is asked to agree to the new end date.',
  },
  close: {
    label: 'Close the case',
    roles: caseworkers,
    next: { active: 'closed' },
    needs: [],
    asks: null,
    done: 'The case is closed, and the authority is told.',
  },
  withdraw: {
    label: 'Withdraw before it starts',
    roles: caseworkers,
    next: { considering: 'withdrawn', preparing: 'withdrawn', agreed: 'withdrawn' },
    needs: [],
    asks: null,
    done: 'The plan is withdrawn before it began. If the authority was told of it, it is told of the end too.',
  },
  // PLY:36: the next setting is told of any reduced timetable, now or in the two years before.
  transfer: {
    label: 'Hand over to another school',
    roles: caseworkers,
    next: { considering: 'withdrawn', preparing: 'withdrawn', agreed: 'withdrawn', active: 'closed' },
    needs: [],
    asks: 'Which school is the pupil moving to, and when is the record sent?',
    done: 'The case has ended here. Send its record to the new school; the plan does not move with the pupil.',
  },
  reopen: {
    label: 'Reopen the case',
    roles: ['headteacher', 'senco'],
    next: { closed: 'preparing', declined: 'preparing', withdrawn: 'preparing' },
    needs: [stillAtSchool],
    asks: 'What has changed since the case ended?',
    done: 'The case is open again. It needs new dates and a new agreement before it can start.',
  },
};

const statusNames: Readonly<Record<CaseStatus, string>> = {
  considering: 'being considered',
  preparing: 'being prepared',
  agreed: 'agreed, not yet started',
  active: 'active',
  closed: 'closed',
  declined: 'declined',
  withdrawn: 'withdrawn before it started',
};

/** The status that follows, or why the action cannot be taken. Never leaves the table, never throws. */
export function decide(
  file: Casefile,
  action: CaseAction,
  actor: Actor,
  today: PlainDate,
): Result<CaseStatus, Refusal> {
  const row = lifecycle[action];
  const refuse = (words: string): Result<CaseStatus, Refusal> => err({ action, words });
  if (!actor.roles.some((role) => row.roles.includes(role))) {
    const who = row.roles.map((role) => roleNames[role]);
    return refuse(`Only the ${who.join(', the ').replace(/, the ([^,]*)$/, ' or the $1')} can do this.`);
  }
  const next = row.next[file.case.status];
  if (next === undefined) {
    const already = action === 'start' && file.case.status === 'active';
    if (already) return refuse('The part-time timetable has already started.');
    if (!isOpen(file.case))
      return refuse(`The case is ${statusNames[file.case.status]}; nothing more can be done to it.`);
    return refuse(`This cannot be done while the case is ${statusNames[file.case.status]}.`);
  }
  const missing = row.needs.find((need) => !need.holds(file, today));
  return missing ? refuse(missing.words(file)) : ok(next);
}

export interface Choice {
  readonly action: EverydayAction;
  readonly label: string;
  /** Why it cannot be done now; null when it can. */
  readonly why: string | null;
}

/** Every everyday action that belongs to the case's status, with the reason where it is refused. */
export function choices(file: Casefile, actor: Actor, today: PlainDate): readonly Choice[] {
  return everydayActions
    .filter((action) => lifecycle[action].next[file.case.status] !== undefined)
    .map((action) => {
      const decision = decide(file, action, actor, today);
      return { action, label: lifecycle[action].label, why: decision.ok ? null : decision.error.words };
    });
}

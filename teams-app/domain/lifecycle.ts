// Who may do what to a case, when, and in which words: one table. `decide` is the only way a status changes.
import { isOpen, type Casefile, type CaseStatus } from './case.ts';
import type { PlainDate } from './dates.ts';
import {
  consentSigned,
  endDateAhead,
  notRefusedYet,
  notSignedOffYet,
  notSignedYet,
  notWithdrawn,
  reasonGiven,
  reviewHeld,
  stillAtSchool,
  type Need,
} from './lifecycle-needs.ts';
import { caseworkers, roleList, type Actor, type Role } from './people.ts';
import { err, ok, type Result } from './result.ts';

/** In the order in which a case's page offers them. */
export const caseActions = [
  'begin preparing',
  'record consent',
  'start',
  'record review',
  'sign off',
  'change hours',
  'extend',
  'record refusal',
  'close',
  'decline',
  'withdraw',
  'transfer',
  'reopen',
] as const;
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
  /** A plan about which a rule says “stop” cannot go this way. */
  readonly stops: boolean;
  /** The question that must be answered in words with the action; null where there is none. */
  readonly asks: string | null;
  /** What is said when it is done. */
  readonly done: string;
}

export const lifecycle: Readonly<Record<CaseAction, Row>> = {
  'begin preparing': {
    label: 'Begin preparing the plan',
    roles: caseworkers,
    next: { considering: 'preparing' },
    needs: [reasonGiven],
    stops: false,
    asks: null,
    done: 'The plan is being prepared.',
  },
  'record consent': {
    label: 'Mark consent signed',
    roles: [...caseworkers, 'attendance'],
    next: { preparing: 'agreed', agreed: 'agreed', active: 'active' },
    needs: [notSignedYet],
    stops: false,
    asks: null,
    done: 'The parent’s signed consent is recorded.',
  },
  'record refusal': {
    label: 'Mark consent refused or withdrawn',
    roles: [...caseworkers, 'attendance'],
    next: { preparing: 'declined', agreed: 'declined', active: 'active' },
    needs: [notRefusedYet],
    stops: false,
    asks: null,
    done: 'The parent’s answer is recorded. The pupil attends full time.',
  },
  // DBY:48: without consent, or with a concern that nobody could mitigate, a plan cannot go ahead.
  decline: {
    label: 'Decline: the plan cannot go ahead',
    roles: caseworkers,
    next: { considering: 'declined', preparing: 'declined', agreed: 'declined' },
    needs: [],
    stops: false,
    asks: 'What stands against the plan, and what is done for the pupil instead?',
    done: 'The plan is declined. The pupil attends full time.',
  },
  start: {
    label: 'Sign off and start',
    roles: ['headteacher'],
    next: { agreed: 'active', preparing: 'active' },
    needs: [consentSigned, endDateAhead],
    stops: true,
    asks: null,
    done: 'The headteacher has signed the plan off, and it has started.',
  },
  // reg 11(6)(b), DDAT:130: new times and dates are agreed by the school as the first were.
  'sign off': {
    label: 'Sign off the new times',
    roles: ['headteacher'],
    next: { active: 'active' },
    needs: [consentSigned, notSignedOffYet],
    stops: true,
    asks: null,
    done: 'The headteacher has signed off the new times.',
  },
  'record review': {
    label: 'Record a review',
    roles: [...caseworkers, 'teacher'],
    next: { active: 'active' },
    needs: [],
    stops: false,
    asks: null,
    done: 'The review is recorded.',
  },
  'change hours': {
    label: 'Change times or dates',
    roles: caseworkers,
    next: { considering: 'considering', preparing: 'preparing', agreed: 'preparing', active: 'active' },
    needs: [],
    stops: false,
    asks: null,
    done: 'The times are changed. The parent is asked to agree to the new version.',
  },
  // PLY:29, CAM:256: in exceptional circumstances, with the parent's agreement and the plan revised to say why.
  extend: {
    label: 'Extend the plan',
    roles: ['headteacher', 'senco'],
    next: { active: 'active' },
    needs: [reviewHeld, notWithdrawn],
    stops: false,
    asks: 'Why is more time needed, and who was consulted?',
    done: 'The plan is extended. The parent is asked to agree to the new end date.',
  },
  close: {
    label: 'Close the case',
    roles: caseworkers,
    next: { active: 'closed' },
    needs: [],
    stops: false,
    asks: null,
    done: 'The case is closed, and the authority is told.',
  },
  withdraw: {
    label: 'Withdraw before it starts',
    roles: caseworkers,
    next: { considering: 'withdrawn', preparing: 'withdrawn', agreed: 'withdrawn' },
    needs: [],
    stops: false,
    asks: null,
    done: 'The plan is withdrawn before it began. If the authority was told of it, it is told of the end too.',
  },
  // PLY:36: the next setting is told of any reduced timetable, now or in the two years before.
  transfer: {
    label: 'Hand over to another school',
    roles: caseworkers,
    next: { considering: 'withdrawn', preparing: 'withdrawn', agreed: 'withdrawn', active: 'closed' },
    needs: [],
    stops: false,
    asks: 'Which school is the pupil moving to, and when is the record sent?',
    done: 'The case has ended here. Send its record to the new school; the plan does not move with the pupil.',
  },
  reopen: {
    label: 'Reopen the case',
    roles: ['headteacher', 'senco'],
    next: { closed: 'preparing', declined: 'preparing', withdrawn: 'preparing' },
    needs: [stillAtSchool],
    stops: false,
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

/** In words, everything about the plan to which a rule says “stop”; asked only where it matters. */
export type Stops = () => readonly string[];

/** The status that follows, or why the action cannot be taken. Never leaves the table, never throws. */
export function decide(
  file: Casefile,
  action: CaseAction,
  actor: Actor,
  today: PlainDate,
  stops: Stops,
): Result<CaseStatus, Refusal> {
  const row = lifecycle[action];
  const refuse = (words: string): Result<CaseStatus, Refusal> => err({ action, words });
  if (!actor.roles.some((role) => row.roles.includes(role))) {
    return refuse(`Only the ${roleList(row.roles)} can do this.`);
  }
  const next = row.next[file.case.status];
  if (next === undefined) {
    const already = action === 'start' && file.case.status === 'active';
    if (already) return refuse('The part-time timetable has already started.');
    if (!isOpen(file.case))
      return refuse(`The case is ${statusNames[file.case.status]}; before anything else it would have to be reopened.`);
    return refuse(`This cannot be done while the case is ${statusNames[file.case.status]}.`);
  }
  const missing = row.needs.find((need) => !need.holds(file, today));
  if (missing) return refuse(missing.words(file));
  const [first, ...others] = row.stops ? stops() : [];
  if (first === undefined) return ok(next);
  if (others.length === 0) return refuse(`It cannot go ahead: ${first}`);
  const more = others.length === 1 ? 'one more reason is' : `${others.length} more reasons are`;
  return refuse(`It cannot go ahead: ${first} And ${more} listed under “What is missing”.`);
}

export interface Choice {
  readonly action: CaseAction;
  readonly label: string;
  /** Why it cannot be done now; null when it can. */
  readonly why: string | null;
}

/** Every action that belongs to the case's status, with the reason where it is refused. */
export function choices(file: Casefile, actor: Actor, today: PlainDate, stops: Stops): readonly Choice[] {
  return caseActions
    .filter((action) => lifecycle[action].next[file.case.status] !== undefined)
    .map((action) => {
      const decision = decide(file, action, actor, today, stops);
      return { action, label: lifecycle[action].label, why: decision.ok ? null : decision.error.words };
    });
}

// Who may do what to a case, when, and in which words: one table. `decide` is the only way a status changes.
import { isOpen, latestAgreement, type Casefile, type CaseStatus } from './case.ts';
import type { PlainDate } from './dates.ts';
import { isAfter, shortDate } from './dates.ts';
import { roleNames, type Actor, type Role } from './people.ts';
import { err, ok, type Result } from './result.ts';

export const caseActions = [
  'record consent',
  'record refusal',
  'start',
  'record review',
  'change hours',
  'close',
  'withdraw',
] as const;
export type CaseAction = (typeof caseActions)[number];

/** Why an action may not be taken now, in words for the person who asked. */
export interface Refusal {
  readonly action: CaseAction;
  readonly words: string;
}

interface Need {
  readonly holds: (file: Casefile, today: PlainDate) => boolean;
  readonly words: (file: Casefile) => string;
}

interface Row {
  readonly label: string;
  readonly roles: readonly Role[];
  readonly next: Readonly<Partial<Record<CaseStatus, CaseStatus>>>;
  readonly needs: readonly Need[];
}

const consentSigned: Need = {
  holds: (file) => latestAgreement(file)?.state === 'signed',
  words: (file) => {
    const answer = latestAgreement(file);
    const about = `the times and dates of version ${file.case.version}`;
    if (answer?.state === 'refused')
      return `The parent has refused ${about}. Without their agreement the pupil attends full time.`;
    return `The parent has not signed ${about}. A part-time timetable cannot start without signed consent.`;
  },
};

const notSignedYet: Need = {
  holds: (file) => latestAgreement(file)?.state !== 'signed',
  words: (file) => `Consent to version ${file.case.version} is signed already.`,
};

const notRefusedYet: Need = {
  holds: (file) => !['refused', 'withdrawn'].includes(latestAgreement(file)?.state ?? ''),
  words: (file) => `Consent to version ${file.case.version} is ${latestAgreement(file)?.state ?? 'refused'} already.`,
};

const endDateAhead: Need = {
  holds: (file, today) => !isAfter(today, file.case.endsOn),
  words: (file) => `The end date, ${shortDate(file.case.endsOn)}, has passed. Agree new dates with the parent first.`,
};

const caseworkers: readonly Role[] = ['headteacher', 'senco', 'dsl'];

export const lifecycle: Readonly<Record<CaseAction, Row>> = {
  'record consent': {
    label: 'Mark consent signed',
    roles: [...caseworkers, 'attendance'],
    next: { considering: 'agreed', preparing: 'agreed', agreed: 'agreed', active: 'active' },
    needs: [notSignedYet],
  },
  'record refusal': {
    label: 'Mark consent refused or withdrawn',
    roles: [...caseworkers, 'attendance'],
    next: { considering: 'declined', preparing: 'declined', agreed: 'declined', active: 'active' },
    needs: [notRefusedYet],
  },
  start: {
    label: 'Sign off and start',
    roles: ['headteacher'],
    next: { agreed: 'active', preparing: 'active' },
    needs: [consentSigned, endDateAhead],
  },
  'record review': {
    label: 'Record a review',
    roles: [...caseworkers, 'teacher'],
    next: { active: 'active' },
    needs: [],
  },
  'change hours': {
    label: 'Change times or dates',
    roles: caseworkers,
    next: { considering: 'preparing', preparing: 'preparing', agreed: 'preparing', active: 'active' },
    needs: [],
  },
  close: {
    label: 'Close the case',
    roles: caseworkers,
    next: { active: 'closed' },
    needs: [],
  },
  withdraw: {
    label: 'Withdraw before it starts',
    roles: caseworkers,
    next: { considering: 'withdrawn', preparing: 'withdrawn', agreed: 'withdrawn' },
    needs: [],
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
  readonly action: CaseAction;
  readonly label: string;
  /** Why it cannot be done now; null when it can. */
  readonly why: string | null;
}

/** Every action that belongs to the case's status, with the reason where it is refused. */
export function choices(file: Casefile, actor: Actor, today: PlainDate): readonly Choice[] {
  return caseActions
    .filter((action) => lifecycle[action].next[file.case.status] !== undefined)
    .map((action) => {
      const decision = decide(file, action, actor, today);
      return { action, label: lifecycle[action].label, why: decision.ok ? null : decision.error.words };
    });
}

// What must stand in the lists beside a case, worked out from what stands there already. Every command writes one
// decisive row; what follows from it is derived here, so that a crash in between heals at the next look.
import { firstSchoolDayAfter, schoolDayOnOrBefore, type SchoolCalendar } from './calendar.ts';
import {
  isOpen,
  lastHeld,
  latestAgreement,
  plannedReview,
  type Agreement,
  type Case,
  type Casefile,
  type Notice,
  type Review,
} from './case.ts';
import { isAfter, type PlainDate } from './dates.ts';
import type { Rules } from './rules.ts';

export interface Duties {
  readonly caseChanges: Partial<Case>;
  readonly agreement: Agreement | null;
  readonly review: Review | null;
  readonly notices: readonly Notice[];
}

export const agreementKey = (caseRef: string, version: number): string => `${caseRef}/parent/v${version}`;
export const reviewKey = (caseRef: string, number: number): string => `${caseRef}/review/${number}`;
export const noticeKey = (caseRef: string, what: string): string => `${caseRef}/notice/${what}`;

/** The latest day the rules allow for the next review, brought forward to a school day, and why. */
export function nextReviewAtLatest(
  file: Pick<Casefile, 'case' | 'reviews'>,
  rules: Rules,
  calendar: SchoolCalendar,
  heldOn: PlainDate | null = lastHeld(file.reviews)?.heldOn ?? null,
): { readonly on: PlainDate; readonly words: string } {
  const rule = heldOn ? rules.reviewEveryDays : rules.firstReviewWithinDays;
  const from = heldOn ?? file.case.startsOn;
  const latest = from.add({ days: rule.value });
  const forward = schoolDayOnOrBefore(calendar, latest);
  const after = heldOn ? 'the last review' : 'the start';
  // In a holiday as long as the interval there is no day to bring it forward to.
  const on = isAfter(forward, from) ? forward : firstSchoolDayAfter(calendar, latest);
  const moved = on.equals(latest)
    ? ''
    : isAfter(latest, on)
      ? ' Brought forward because the school is closed on the day itself.'
      : ' Held on the first day back because the school is closed until then.';
  return { on, words: `At most ${rule.value} days after ${after} (${rule.policy}, ${rule.source}).${moved}` };
}

function changesToCase(file: Casefile, nextOn: PlainDate | null): Partial<Case> {
  const decided = lastHeld(file.reviews);
  const changes: { -readonly [K in keyof Case]?: Case[K] } = {};
  const answer = latestAgreement(file);
  if (file.case.status === 'considering' || file.case.status === 'preparing' || file.case.status === 'agreed') {
    if (answer?.state === 'signed' && file.case.status !== 'agreed') changes.status = 'agreed';
    if (answer?.state === 'refused' || answer?.state === 'withdrawn') {
      changes.status = 'declined';
      changes.endedOn = answer.answeredOn;
      changes.endedBy = answer.recordedBy;
      changes.closureReason = 'Never started';
    }
  }
  if (decided?.versionAfter && decided.versionAfter > file.case.version) {
    changes.version = decided.versionAfter;
    changes.hoursInSchool = decided.hoursAfter ?? file.case.hoursInSchool;
    changes.times = decided.timesAfter ?? file.case.times;
  }
  const same = nextOn === null ? file.case.nextReviewOn === null : file.case.nextReviewOn?.equals(nextOn) === true;
  if (!same) changes.nextReviewOn = nextOn;
  return changes;
}

function noticesOwed(file: Casefile, rules: Rules, today: PlainDate): readonly Notice[] {
  if (!rules.notifyAuthority) return [];
  const { ref, version, status, startsOn } = file.case;
  const owed: Notice[] = [];
  const owe = (kind: Notice['kind'], what: string, dueOn: PlainDate): void => {
    const key = noticeKey(ref, what);
    if (file.notices.some((notice) => notice.key === key)) return;
    const sending = { state: 'owed', link: null, sentOn: null, claimedBy: null, claimedAt: null } as const;
    owed.push({ key, caseRef: ref, kind, version, dueOn, ...sending, acknowledgedOn: null, acknowledgedBy: null });
  };
  if (isOpen(file.case)) {
    owe('notification', 'notification', startsOn);
    if (version > 1) owe('update', `update-v${version}`, today);
  } else if (file.notices.some((notice) => notice.kind === 'notification') || status === 'closed') {
    // The authority was told it would begin, so it is told that it ended, also when it never started.
    owe('closure', 'closure', file.case.endedOn ?? today);
  }
  return owed;
}

/** What is missing beside the case. Empty on every count when nothing is. */
export function dutiesOf(file: Casefile, rules: Rules, calendar: SchoolCalendar, today: PlainDate): Duties {
  const active = file.case.status === 'active';
  const planned = plannedReview(file);
  const due = lastHeld(file.reviews)?.nextOn ?? nextReviewAtLatest(file, rules, calendar).on;
  const nextOn = active ? (planned?.dueOn ?? due) : null;
  const caseChanges = isOpen(file.case) || file.case.nextReviewOn ? changesToCase(file, nextOn) : {};
  const after: Casefile = { ...file, case: { ...file.case, ...caseChanges } };
  const { ref, version, parentName, times, hoursInSchool, startsOn, endsOn } = after.case;
  const asks = isOpen(file.case) && !latestAgreement(after);
  return {
    caseChanges,
    agreement: asks
      ? {
          key: agreementKey(ref, version),
          caseRef: ref,
          version,
          party: parentName,
          state: 'asked',
          times,
          hoursInSchool,
          startsOn,
          endsOn,
          askedOn: today,
          answeredOn: null,
          evidence: null,
          recordedBy: null,
        }
      : null,
    review: active && !planned ? plannedReviewRow(ref, file.reviews, due) : null,
    notices: noticesOwed(after, rules, today),
  };
}

function plannedReviewRow(caseRef: string, reviews: readonly Review[], dueOn: PlainDate): Review {
  const number = Math.max(0, ...reviews.map((review) => review.number)) + 1;
  return {
    key: reviewKey(caseRef, number),
    caseRef,
    number,
    dueOn,
    heldOn: null,
    outcome: null,
    hoursAfter: null,
    timesAfter: null,
    versionAfter: null,
    nextOn: null,
    parentWords: null,
    pupilWords: null,
    schoolWords: null,
    recordedBy: null,
    pressId: null,
  };
}

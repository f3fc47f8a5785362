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
import { compareDates, isAfter, isBefore, type PlainDate } from './dates.ts';
import { partOf } from './record/section-content.ts';
import type { TellRule } from './rules/kinds.ts';
import type { Ruling, Stack } from './rules/stack.ts';

export interface Duties {
  readonly caseChanges: Partial<Case>;
  readonly agreement: Agreement | null;
  readonly review: Review | null;
  readonly notices: readonly Notice[];
}

export const agreementKey = (caseRef: string, version: number): string => `${caseRef}/parent/v${version}`;
export const reviewKey = (caseRef: string, number: number): string => `${caseRef}/review/${number}`;
export const noticeKey = (caseRef: string, what: string): string => `${caseRef}/notice/${what}`;

/** The product's own default stands under every stack, so that there always is one. */
function interval(rule: Ruling<number> | null): Ruling<number> {
  if (!rule) throw new Error('A stack of policies says nothing of reviews: policies/own-default.ts is not part of it');
  return rule;
}

/** The day that the plan itself names for the first review. */
function firstReviewAgreed(file: Casefile): PlainDate | null {
  const { version, startsOn } = file.case;
  const versions = partOf(file, 'weeks')?.body.plan.versions ?? [];
  const on = versions.find((one) => one.version === version)?.firstReviewOn ?? null;
  return on && isAfter(on, startsOn) ? on : null;
}

/** The last review held since the plan began: a case that was opened again has older ones. */
export const lastOfThisRun = ({
  case: { startsOn },
  reviews,
}: Pick<Casefile, 'case' | 'reviews'>): Review | undefined =>
  lastHeld(reviews.filter(({ heldOn }) => heldOn !== null && !isBefore(heldOn, startsOn)));

/** The latest day the rules allow for the next review, brought forward to a school day, and why. */
export function nextReviewAtLatest(
  file: Pick<Casefile, 'case' | 'reviews'>,
  stack: Stack,
  calendar: SchoolCalendar,
  heldOn: PlainDate | null = lastOfThisRun(file)?.heldOn ?? null,
): { readonly on: PlainDate; readonly words: string } {
  const rule = interval(heldOn ? stack.nextReview : stack.firstReview);
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

/** Meetings from which a deadline may count: the first of them, planned or held, since a case that began again had ended. */
function firstMeeting(file: Casefile): PlainDate | null {
  const ends = file.chronology.filter(
    ({ event, on }) => event.startsWith('ended ') && isBefore(on, file.case.startsOn),
  );
  const days = (partOf(file, 'meetings')?.body.meetings ?? [])
    .filter(({ kind }) => kind === 'reintegration planning' || kind === 'multi-agency')
    .flatMap(({ heldOn, plannedOn }) => heldOn ?? plannedOn ?? []);
  return days.filter((day) => ends.every(({ on }) => isAfter(day, on))).toSorted(compareDates)[0] ?? null;
}

function dueOn({ due }: Pick<TellRule, 'due'>, file: Casefile, today: PlainDate): PlainDate {
  const { openedOn, startsOn, endedOn } = file.case;
  const from = {
    decision: openedOn,
    meeting: firstMeeting(file) ?? startsOn,
    start: startsOn,
    change: today,
    end: endedOn ?? today,
    'half-term': startsOn,
    term: startsOn,
  }[due.from];
  return from.add({ days: due.days });
}

/** The rule by which the school's authority is told of every pupil; others ask for some groups alone. */
const tellingOf = (stack: Stack, of: TellRule['of']): TellRule | undefined =>
  stack.tellings.find(({ value }) => value.to === 'authority' && value.of === of && value.group === undefined)?.value;

function noticesOwed(file: Casefile, stack: Stack, today: PlainDate): readonly Notice[] {
  const notification = tellingOf(stack, 'notification') ?? tellingOf(stack, 'decision');
  // While it is only being considered nothing is proposed that anybody could be told of.
  if (!notification || file.case.status === 'considering') return [];
  const { ref, version, status } = file.case;
  const owed: Notice[] = [];
  const owe = (kind: Notice['kind'], what: string, rule: Pick<TellRule, 'due'>): void => {
    const key = noticeKey(ref, what);
    if (file.notices.some((notice) => notice.key === key)) return;
    const sending = {
      state: 'owed',
      link: null,
      sentOn: null,
      heldUpBy: null,
      claimedBy: null,
      claimedAt: null,
    } as const;
    const answer = { acknowledgedOn: null, acknowledgedBy: null };
    owed.push({ key, caseRef: ref, kind, version, dueOn: dueOn(rule, file, today), ...sending, ...answer });
  };
  const newest = (kind: Notice['kind']): number =>
    Math.max(0, ...file.notices.filter((notice) => notice.kind === kind).map((notice) => notice.version));
  const closed = newest('closure');
  // A case that was closed and opened again begins anew, under keys that say which version began or ended it.
  const again = closed > 0 ? `-v${version}` : '';
  // Whoever was told that it begins is told of what changes and that it ends, also where the document is silent on it.
  if (isOpen(file.case)) {
    const told = newest('notification');
    if (told <= closed) owe('notification', `notification${again}`, notification);
    else if (version > told)
      owe('update', `update-v${version}`, tellingOf(stack, 'update') ?? { due: { from: 'change', days: 0 } });
  } else if (closed < version && (newest('notification') > closed || status === 'closed')) {
    // The authority was told it would begin, so it is told that it ended, also when it never started.
    owe('closure', `closure${again}`, tellingOf(stack, 'closure') ?? { due: { from: 'end', days: 0 } });
  }
  return owed;
}

/** What is missing beside the case. Empty on every count when nothing is. */
export function dutiesOf(file: Casefile, stack: Stack, calendar: SchoolCalendar, today: PlainDate): Duties {
  const active = file.case.status === 'active';
  const planned = plannedReview(file);
  const latest = nextReviewAtLatest(file, stack, calendar).on;
  const last = lastOfThisRun(file);
  const agreed = last ? last.nextOn : firstReviewAgreed(file);
  const due = last ? (agreed ?? latest) : agreed && isBefore(agreed, latest) ? agreed : latest;
  const nextOn = active ? (planned?.dueOn ?? due) : null;
  const caseChanges = isOpen(file.case) || file.case.nextReviewOn ? changesToCase(file, nextOn) : {};
  const after: Casefile = { ...file, case: { ...file.case, ...caseChanges } };
  const { ref, version, parentName, times, hoursInSchool, startsOn, endsOn, status } = after.case;
  const asks = isOpen(after.case) && status !== 'considering' && !latestAgreement(after);
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
    notices: noticesOwed(after, stack, today),
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

// What a case lacks today, who should act, and the line that says so.
import { isOpen, lastHeld, latestAgreement, plannedReview, type Casefile } from './case.ts';
import { daysFrom, isAfter, isBefore, shortDate, type PlainDate } from './dates.ts';
import { dueWords } from './review-due.ts';
import type { Rules, Sourced } from './rules.ts';

export type Severity = 'stop' | 'act today' | 'act this week' | 'note';

export interface Finding {
  /** Number of the red flag, e.g. F05, or a word where the product adds one of its own. */
  readonly rule: string;
  readonly severity: Severity;
  readonly words: string;
  readonly who: string;
  readonly source: string;
}

const severities: readonly Severity[] = ['stop', 'act today', 'act this week', 'note'];
const said = (rule: Sourced<unknown>): string => `${rule.policy} (${rule.source})`;

function consent(file: Casefile, rules: Rules, today: PlainDate): Finding | null {
  const answer = latestAgreement(file);
  if (answer?.state === 'signed') return null;
  const source = said(rules.parentConsent);
  const { version, startsOn, status } = file.case;
  if (answer?.state === 'refused' || answer?.state === 'withdrawn') {
    const words = `The parent has ${answer.state} consent to version ${version}. The pupil is to attend full time.`;
    return { rule: 'F08', severity: 'stop', words, who: 'headteacher', source };
  }
  const late = status === 'active' || !isAfter(startsOn, today);
  const words =
    status === 'active'
      ? `The times and dates changed (version ${version}) and the parent has not signed the new ones.`
      : 'The parent has not signed these times and dates, so the part-time timetable cannot start.';
  return {
    rule: status === 'active' ? 'F07' : 'F05',
    severity: late ? 'stop' : 'act this week',
    words,
    who: 'case lead',
    source,
  };
}

function signOff(file: Casefile, today: PlainDate): Finding | null {
  const { status, startsOn } = file.case;
  if (status !== 'agreed') return null;
  const late = !isAfter(startsOn, today);
  const words = `The headteacher has not signed it off; it ${late ? 'was to start' : 'starts'} on ${shortDate(startsOn)}.`;
  return {
    rule: 'sign-off',
    severity: late ? 'act today' : 'act this week',
    words,
    who: 'headteacher',
    source: 'DDAT:130',
  };
}

function dates(file: Casefile, today: PlainDate): Finding | null {
  const { startsOn, endsOn, status } = file.case;
  if (!isAfter(endsOn, startsOn)) {
    const words = `The end date, ${shortDate(endsOn)}, is not after the start, ${shortDate(startsOn)}.`;
    return { rule: 'F01', severity: 'stop', words, who: 'case lead', source: 'Statutory guidance: proposed end date' };
  }
  if (status === 'active' && isAfter(today, endsOn)) {
    const words = `The end date, ${shortDate(endsOn)}, has passed and nothing has been decided.`;
    return {
      rule: 'F26',
      severity: 'act today',
      words,
      who: 'headteacher',
      source: 'Statutory guidance: shortest time necessary',
    };
  }
  return null;
}

function length(file: Casefile, rules: Rules): Finding | null {
  const days = daysFrom(file.case.startsOn, file.case.endsOn);
  if (!rules.longestDays || days <= rules.longestDays.value) return null;
  const words = `The plan lasts ${days} days; at most ${rules.longestDays.value} are allowed.`;
  return { rule: 'F27', severity: 'act today', words, who: 'headteacher', source: said(rules.longestDays) };
}

function review(file: Casefile, rules: Rules, today: PlainDate): readonly Finding[] {
  const planned = file.case.status === 'active' ? plannedReview(file) : undefined;
  if (!planned) return [];
  const found: Finding[] = [];
  const last = lastHeld(file.reviews);
  const rule = last ? rules.reviewEveryDays : rules.firstReviewWithinDays;
  const allowed = daysFrom(last?.heldOn ?? file.case.startsOn, planned.dueOn);
  if (allowed > rule.value) {
    const words = `Review ${planned.number} is planned ${allowed} days after ${last ? 'the last one' : 'the start'}; at most ${rule.value} are allowed.`;
    found.push({ rule: 'F20', severity: 'act this week', words, who: 'case lead', source: said(rule) });
  }
  const daysLeft = daysFrom(today, planned.dueOn);
  if (daysLeft <= 3) {
    const severity: Severity = daysLeft < 0 ? 'act today' : 'act this week';
    const words = `Review ${planned.number} is ${dueWords(daysLeft)} (${shortDate(planned.dueOn)}).`;
    found.push({ rule: 'F19', severity, words, who: daysLeft < -7 ? 'headteacher' : 'case lead', source: said(rule) });
  }
  return found;
}

function views(file: Casefile): readonly Finding[] {
  const who = 'case lead';
  const source = 'Statutory guidance: reviews include the pupil and their parents';
  return file.reviews
    .filter((one) => one.heldOn !== null)
    .flatMap((one) => {
      const lacks = [
        one.outcome ? '' : 'the outcome',
        one.parentWords ? '' : 'the parent’s words',
        one.pupilWords ? '' : 'the pupil’s words',
      ].filter(Boolean);
      if (lacks.length === 0) return [];
      const words = `Review ${one.number} is recorded without ${lacks.join(', ').replace(/, ([^,]*)$/, ' and $1')}.`;
      return [{ rule: 'F21', severity: 'act this week' as const, words, who, source }];
    });
}

function progress(file: Casefile): Finding | null {
  const hours = file.reviews
    .filter((one) => one.heldOn !== null && one.hoursAfter !== null)
    .toSorted((a, b) => a.number - b.number)
    .map((one) => one.hoursAfter ?? 0);
  const lastThree = hours.slice(-3);
  const [first, second, third] = lastThree;
  if (first === undefined || second === undefined || third === undefined || second > first || third > second)
    return null;
  const words = `Hours have not increased across the last two reviews (${lastThree.join(', ')}).`;
  return { rule: 'F23', severity: 'act today', words, who: 'SENCO', source: 'WAR:32' };
}

function backToFullTime(file: Casefile): Finding | null {
  const last = lastHeld(file.reviews);
  if (file.case.status !== 'active' || last?.outcome !== 'Back to full time') return null;
  const words = `Review ${last.number} agreed a return to full time. Close the case, so that the authority is told.`;
  return { rule: 'F40', severity: 'act today', words, who: 'case lead', source: 'DBY:57' };
}

function told(file: Casefile, rules: Rules, today: PlainDate): readonly Finding[] {
  if (!rules.notifyAuthority) return [];
  const source = said(rules.notifyAuthority);
  return file.notices
    .filter((notice) => (notice.state === 'owed' || notice.state === 'sending') && isBefore(notice.dueOn, today))
    .map((notice) => ({
      rule: 'F39',
      severity: 'act today' as const,
      words: `The authority has not been sent the ${notice.kind} that was due on ${shortDate(notice.dueOn)}.`,
      who: 'case lead',
      source,
    }));
}

/** All findings of one case, the gravest first. A case that has ended owes only its notices. */
export function findingsOf(file: Casefile, rules: Rules, today: PlainDate): readonly Finding[] {
  const found = isOpen(file.case)
    ? [
        consent(file, rules, today),
        signOff(file, today),
        dates(file, today),
        length(file, rules),
        ...review(file, rules, today),
        backToFullTime(file),
        progress(file),
        ...views(file),
        ...told(file, rules, today),
      ]
    : told(file, rules, today);
  return found
    .filter((one) => one !== null)
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

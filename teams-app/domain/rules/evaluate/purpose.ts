// Targets, reasons, how rarely, risk factors, hours and shares: F12, F16, F18, F54.
import type { RecordFinding } from '../../finding.ts';
import { riskFactors, type RiskFactor } from '../../record/risk.ts';
import { dayNumber, type DayNumber } from '../../timetable/day-number.ts';
import { isWritten, type Facts } from '../facts.ts';
import type { Ruling, Stack } from '../stack.ts';
import { findingOf, onDay } from './finding.ts';

type Week = NonNullable<Facts['version']>['weeks'][number];

const hasTarget = ({ target }: Week): boolean =>
  target !== null &&
  [target.words, target.time, target.place, target.people, target.activity, target.progress].some(isWritten);

/** Weeks of the plan without a target, in the order of the calendar: the first is week 1, however they are listed. */
function weeksWithoutTarget({
  record,
  version,
}: Facts): readonly { readonly index: number; readonly monday: DayNumber }[] {
  return (version?.weeks ?? [])
    .map((week, index) => ({ week, index, monday: dayNumber(week.commencing) }))
    .sort((a, b) => a.monday - b.monday)
    .filter(
      ({ week }, place) =>
        !hasTarget(week) && !record.targets.some((one) => one.week === place + 1 && isWritten(one.words)),
    );
}

export function evaluateTargets(facts: Facts, stack: Stack, found: RecordFinding[]): void {
  if (!facts.isOpen) return;
  const { record, version, versionAt } = facts;
  const { targets, weeklyTargets, outcome } = stack;
  const own = record.targets.filter(({ words }) => isWritten(words)).length;
  const inWeeks = version?.weeks.filter(({ target }) => isWritten(target?.words ?? null)).length ?? 0;
  const count = Math.max(own, inWeeks);
  if (targets && count < targets.value) {
    found.push(
      findingOf(targets, {
        rule: 'F18',
        severity: 'act this week',
        at: ['targets'],
        words: `There ${count === 1 ? 'is 1 target' : `are ${count} targets`}; at least ${targets.value} are asked for.`,
        todo: 'Set short targets that lead to the long-term outcome.',
        who: 'case lead',
      }),
    );
  }
  if (weeklyTargets) {
    for (const { index, monday } of weeksWithoutTarget(facts)) {
      found.push(
        findingOf(weeklyTargets, {
          rule: 'F18',
          severity: 'act this week',
          at: [...versionAt, 'weeks', index, 'target'],
          words: `The week of ${onDay(monday)} has no target.`,
          todo: 'Write the target of the week: time, place, people, activity, progress, and how it is supported.',
          who: 'case lead',
        }),
      );
    }
  }
  if (outcome && !isWritten(record.outcome)) {
    found.push(
      findingOf(outcome, {
        severity: 'act this week',
        at: ['outcome'],
        words: 'There is no long-term outcome for the targets to lead to.',
        todo: 'Agree one at the meeting; it need not be about time.',
        who: 'case lead',
      }),
    );
  }
}

export function evaluateReasons({ isOpen, record }: Facts, stack: Stack, found: RecordFinding[]): void {
  if (!isOpen) return;
  for (const [index, { reason, details }] of record.reasons.entries()) {
    if (reason === null) continue;
    const at = ['reasons', index, 'reason'];
    const barred = stack.barredReasons.find(({ value }) => value === reason);
    if (barred) {
      found.push(
        findingOf(barred, {
          severity: 'act this week',
          at,
          words: `“${reason}” is not among the reasons that ${barred.policy} allows.`,
          todo: 'Choose the reason that the document names, or do not use a part-time timetable.',
          who: 'case lead',
        }),
      );
    }
    const questioned = stack.questionedReasons.find(({ value }) => value === reason);
    if (!questioned) continue;
    const isExclusion = reason === 'At risk of exclusion';
    if (isExclusion ? isWritten(record.signOff?.riskOfExclusion ?? null) : isWritten(details)) continue;
    found.push(
      findingOf(questioned, {
        rule: isExclusion ? 'F16' : undefined,
        severity: isExclusion ? 'act today' : 'act this week',
        at,
        words: `“${reason}” is given as a reason. A part-time timetable must not be used to manage behaviour: what need does this one meet?`,
        todo: isExclusion
          ? 'Write at the sign-off why it is right although the pupil is at risk of exclusion.'
          : 'Set out the need in the details of the reason.',
        who: isExclusion ? 'headteacher' : 'case lead',
      }),
    );
  }
}

export function evaluateRestrictions({ isOpen, record, groups }: Facts, stack: Stack, found: RecordFinding[]): void {
  if (!isOpen) return;
  const isJustified = isWritten(record.signOff?.exceptional ?? null);
  for (const ruling of stack.restrictions) {
    const { group, only } = ruling.value;
    const isBarred = only === 'not at all';
    if (!groups.has(group) || (isJustified && !isBarred)) continue;
    found.push(
      findingOf(ruling, {
        severity: isBarred ? 'stop' : 'act today',
        at: isBarred ? ['groups'] : ['signOff', 'exceptional'],
        words: isBarred
          ? `${ruling.policy} does not allow a part-time timetable for this pupil (${group}).`
          : `For this pupil (${group}) ${ruling.policy} allows one only in ${only === 'very limited' ? 'very limited' : 'the most exceptional'} circumstances, and none are written down.`,
        todo: isBarred
          ? 'Keep the pupil in full-time education and ask the authority for advice.'
          : 'Write at the sign-off what makes the circumstances exceptional.',
        who: 'headteacher',
      }),
    );
  }
}

export function evaluateRisks({ isOpen, record }: Facts, stack: Stack, found: RecordFinding[]): void {
  const { risk } = record;
  if (!isOpen || risk === null) return;
  const byRule = new Map<string, { readonly ruling: Ruling<RiskFactor>; readonly names: string[] }>();
  for (const ruling of stack.risks) {
    if (risk.factors[ruling.value] !== null) continue;
    const before = byRule.get(ruling.rule);
    if (before) before.names.push(riskFactors[ruling.value]);
    else byRule.set(ruling.rule, { ruling, names: [riskFactors[ruling.value]] });
  }
  for (const { ruling, names } of byRule.values()) {
    found.push(
      findingOf(ruling, {
        rule: 'F12',
        severity: 'act this week',
        at: ['risk', 'factors'],
        words: `The risk assessment leaves open: ${names.join('; ')}.`,
        todo: 'Answer each: present, considered, or not applicable.',
        who: 'DSL',
      }),
    );
  }
}

// Who has to be told of what by when: F39, F40, F41, F42, F50.
import type { RecordFinding, WhoActs } from '../../finding.ts';
import type { CaseRecord } from '../../record/case-record.ts';
import type { NoticeTo, RecordNoticeKind } from '../../record/words.ts';
import { isSince } from '../../run.ts';
import { dayNumber, type DayNumber } from '../../timetable/day-number.ts';
import { dayOf, isWritten, type Facts } from '../facts.ts';
import type { Telling, TellRule } from '../kinds.ts';
import type { Ruling, Stack } from '../stack.ts';
import { findingOf, onDay } from './finding.ts';

const alsoTo: Readonly<Partial<Record<NoticeTo, readonly NoticeTo[]>>> = {
  'SEND team': ['SEND team', 'SEND team north', 'SEND team south'],
};

/** Which notices do for which duty. A return with nobody on it is a return. */
const kindsFor: Readonly<Record<Telling, readonly RecordNoticeKind[]>> = {
  notification: ['notification'],
  update: ['update', 'extension'],
  closure: ['closure'],
  'half-termly list': ['half-termly list', 'nil return'],
  decision: ['decision', 'notification'],
  report: ['report'],
};

type Notice = CaseRecord['notices'][number];

/** What was sent of an earlier run of the case does for nothing now. */
const isOfRun = ({ run }: Facts, { version, sentOn }: Notice): boolean =>
  version === null ? sentOn !== null && isSince(run, dayNumber(sentOn)) : version >= run.firstVersion;

const isSent = (facts: Facts, { to, of }: TellRule, isRight: (notice: Notice, sentOn: DayNumber) => boolean) =>
  facts.record.notices.some(
    (notice) =>
      isOfRun(facts, notice) &&
      notice.to !== null &&
      (alsoTo[to] ?? [to]).includes(notice.to) &&
      notice.kind !== null &&
      kindsFor[of].includes(notice.kind) &&
      notice.sentOn !== null &&
      isRight(notice, dayNumber(notice.sentOn)),
  );

const anyNotice = (): boolean => true;

function anchorOf({ record, run, startsOn }: Facts, { due }: TellRule): DayNumber | null {
  if (due.from === 'decision') return dayOf(record.decidedOn) ?? startsOn;
  if (due.from !== 'meeting') return startsOn;
  // The first of them: the authority is to know before anything is agreed.
  const days = record.meetings
    .filter(({ kind }) => kind === 'reintegration planning' || kind === 'multi-agency')
    .flatMap(({ heldOn, plannedOn }) => dayOf(heldOn ?? plannedOn) ?? [])
    .filter((day) => isSince(run, day));
  return days.length > 0 ? Math.min(...days) : startsOn;
}

interface Owed {
  readonly due: DayNumber;
  readonly what: string;
}

/** The authority was told that it would begin, so it is told that it did not. */
function closureOwed(facts: Facts, rule: TellRule): Owed | null {
  const { record, today } = facts;
  if (facts.isOpen || isSent(facts, rule, anyNotice)) return null;
  if (record.status !== 'closed' && !isSent(facts, { ...rule, of: 'notification' }, anyNotice)) return null;
  return { due: (dayOf(record.closure?.endedOn ?? null) ?? today - 1) + rule.due.days, what: 'the end of it' };
}

/** Each later version is a change; the first is the notification's. */
function updateOwed(facts: Facts, rule: TellRule): Owed | null {
  const { record, isOpen, isLive, run } = facts;
  if (!isOpen || !(isLive || isSent(facts, { ...rule, of: 'notification' }, anyNotice))) return null;
  const versions = record.plan.versions
    .filter(({ version }) => version >= run.firstVersion)
    .toSorted((a, b) => a.version - b.version);
  const first = versions[0]?.version;
  for (const { version, writtenOn, startsOn } of versions) {
    const changed = dayOf(writtenOn) ?? dayOf(startsOn);
    if (version === first || changed === null) continue;
    const isTold = isSent(facts, rule, (notice, sentOn) =>
      notice.version === null ? sentOn >= changed : notice.version === version,
    );
    if (!isTold) return { due: changed + rule.due.days, what: `the change that version ${version} makes` };
  }
  return null;
}

/** The newest half of a term, or term, that has begun by today while the timetable was running. */
function periodicOwed(facts: Facts, rule: TellRule): Owed | null {
  const { calendar, today, startsOn, isLive } = facts;
  if (!isLive || startsOn === null) return null;
  let newest: { readonly from: DayNumber; readonly due: DayNumber } | null = null;
  for (const { from, to, halfTerm } of calendar.terms) {
    const begins = [dayNumber(from), ...(halfTerm ? [dayNumber(halfTerm.to) + 1] : [])];
    // A return is made when a half-term begins; a report when the term is over.
    const periods =
      rule.of === 'report'
        ? [{ from: dayNumber(from), starts: dayNumber(to) }]
        : begins.map((begin) => ({ from: begin, starts: begin }));
    for (const period of periods) {
      const due = period.starts + rule.due.days;
      if (period.starts < startsOn || due >= today || (newest && due < newest.due)) continue;
      newest = { from: period.from, due };
    }
  }
  const period = newest;
  if (period === null || isSent(facts, rule, (_, sentOn) => sentOn >= period.from)) return null;
  return { due: period.due, what: rule.of === 'report' ? 'the term’s report' : 'the half-term’s return' };
}

function owedOf(facts: Facts, rule: TellRule): Owed | null {
  switch (rule.of) {
    case 'closure':
      return closureOwed(facts, rule);
    case 'update':
      return updateOwed(facts, rule);
    case 'half-termly list':
    case 'report':
      return periodicOwed(facts, rule);
    case 'notification':
    case 'decision': {
      const anchor = anchorOf(facts, rule);
      if (!facts.isOpen || anchor === null || isSent(facts, rule, anyNotice)) return null;
      return { due: anchor + rule.due.days, what: rule.of === 'decision' ? 'the decision' : 'the part-time timetable' };
    }
  }
}

const flags: Readonly<Record<Telling, { readonly flag: string; readonly who: WhoActs }>> = {
  notification: { flag: 'F39', who: 'case lead' },
  update: { flag: 'F40', who: 'case lead' },
  closure: { flag: 'F40', who: 'case lead' },
  'half-termly list': { flag: 'F41', who: 'attendance officer' },
  decision: { flag: 'F50', who: 'headteacher' },
  report: { flag: 'F50', who: 'headteacher' },
};

const sameName = (a: string, b: string): boolean =>
  a
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ') ===
  b
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ');

/**
 * A pupil who lives in another council’s area: that council counts its children too. Where its document is known, its
 * own notices are asked for instead.
 */
function homeAuthority(facts: Facts, { tellings }: Stack): RecordFinding | null {
  const { pupil, school, notices } = facts.record;
  if (!facts.isOpen || !isWritten(pupil.homeAuthority)) return null;
  if (tellings.some(({ value }) => value.to === 'home authority')) return null;
  if (isWritten(school.authority) && sameName(pupil.homeAuthority, school.authority)) return null;
  if (notices.some(({ to, sentOn }) => to === 'home authority' && sentOn !== null)) return null;
  return {
    rule: 'F42',
    severity: 'act this week',
    at: ['pupil', 'homeAuthority'],
    words: `The pupil lives in the area of ${pupil.homeAuthority}, not of the school’s authority, and it is not recorded that ${pupil.homeAuthority} was asked what it needs.`,
    todo: 'Ask the home authority whether it wants a notice of its own, send it, and record it.',
    who: 'case lead',
    source: 'Comparison of authorities, X18',
  };
}

interface Late {
  readonly about: string;
  readonly due: DayNumber;
  readonly finding: RecordFinding;
}

function tellingFinding(facts: Facts, ruling: Ruling<TellRule>): Late | null {
  const { group = 'every pupil', to, of, channel } = ruling.value;
  if (!facts.groups.has(group)) return null;
  const owed = owedOf(facts, ruling.value);
  if (!owed || facts.today <= owed.due) return null;
  const { flag, who } = flags[of];
  const isTrust = to === 'trust';
  const finding = findingOf(ruling, {
    rule: isTrust ? 'F50' : flag,
    severity: flag === 'F50' || isTrust ? 'act this week' : 'act today',
    at: ['notices'],
    words: `The ${to} ${to === 'governors' ? 'have' : 'has'} not been told of ${owed.what}; it was due on ${onDay(owed.due)}.`,
    todo: `Send it${channel ? ` (${channel})` : ''}, and record the day and the receipt.`,
    who,
  });
  return { about: `${to}/${of}`, due: owed.due, finding };
}

export function evaluateTellings(facts: Facts, stack: Stack, found: RecordFinding[]): void {
  // Where several documents ask for the same notice, the one by which it is latest speaks for all.
  const late = new Map<string, Late>();
  for (const ruling of stack.tellings) {
    const one = tellingFinding(facts, ruling);
    if (one && one.due < (late.get(one.about)?.due ?? Number.POSITIVE_INFINITY)) late.set(one.about, one);
  }
  found.push(...[...late.values()].map(({ finding }) => finding));
  const home = homeAuthority(facts, stack);
  if (home) found.push(home);
}

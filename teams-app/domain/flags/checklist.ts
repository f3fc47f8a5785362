// Cambridgeshire's checklist (CAM:244-254): a tick that the rest of the record does not bear out.
import type { CaseRecord } from '../record/case-record.ts';
import { cambridgeshireChecklist, type CambridgeshireCheck } from '../record/cambridgeshire.ts';
import type { Party } from '../record/words.ts';
import { numberOrNull, isWritten, type Facts, type Flag } from './facts.ts';

const sixWeeks = 42;
const twoWeeks = 14;

const agreed = (record: CaseRecord, party: Party, level: 'agreed in writing' | null): boolean =>
  record.agreements.some(
    (one) =>
      one.party === party && one.state === 'given' && (level === null || one.level === null || one.level === level),
  );

const met = (record: CaseRecord, kind: CaseRecord['meetings'][number]['kind']): boolean =>
  record.meetings.some((one) => one.kind === kind && one.heldOn !== null);

function datesHold({ record, start, end, version }: Facts): boolean {
  if (start === null || end === null || end < start || end - start + 1 > sixWeeks) return false;
  const reviews = [version?.firstReviewOn ?? null, ...record.reviews.flatMap((one) => [one.dueOn, one.heldOn])];
  return reviews.some((day) => {
    const number = numberOrNull(day);
    return number !== null && number >= start && number <= start + twoWeeks;
  });
}

interface Check {
  /** Whether the question is about this pupil, so that “n/a” is no answer. */
  readonly applies: (facts: Facts) => boolean;
  readonly holds: (facts: Facts) => boolean;
  /** What the record would show. */
  readonly shows: string;
}

const always = (): boolean => true;

const checks: Readonly<Partial<Record<CambridgeshireCheck, Check>>> = {
  bestInterest: { applies: always, holds: ({ record }) => isWritten(record.objectives), shows: 'objectives' },
  dates: {
    applies: always,
    holds: datesHold,
    shows: 'a start, an end at most six weeks later and a review within two weeks',
  },
  parentsConsent: {
    applies: always,
    holds: ({ record }) =>
      record.agreements.some(
        (one) => one.party === 'parent' && one.state === 'given' && (isWritten(one.evidence) || isWritten(one.method)),
      ),
    shows: 'a parent’s signature',
  },
  ehcAgreement: {
    applies: ({ record }) => record.groups.sen === 'EHC plan',
    holds: ({ record }) => agreed(record, 'case work officer', 'agreed in writing'),
    shows: 'the case work officer’s written agreement',
  },
  childInCare: {
    applies: ({ record }) => record.groups.lookedAfter === true,
    holds: ({ record }) =>
      agreed(record, 'virtual school', 'agreed in writing') &&
      agreed(record, 'designated teacher', 'agreed in writing'),
    shows: 'the written agreement of the Virtual School and of the designated teacher',
  },
  teamAroundFamily: {
    applies: ({ record }) => record.groups.earlyHelp === 'open',
    holds: ({ record }) =>
      met(record, 'Team Around the Family') && agreed(record, 'lead professional', 'agreed in writing'),
    shows: 'a Team Around the Family meeting and the lead professional’s written agreement',
  },
  coreGroup: {
    applies: ({ record }) => record.groups.childInNeed === true || record.groups.childProtection === true,
    holds: ({ record }) =>
      (met(record, 'Core Group') || met(record, 'child in need meeting')) && agreed(record, 'social worker', null),
    shows: 'the meeting and the social worker’s consent',
  },
  riskPlanSaved: {
    applies: always,
    holds: ({ record }) => record.risk !== null && record.risk.completedOn !== null,
    shows: 'a dated risk assessment',
  },
  workSet: {
    applies: always,
    holds: ({ record }) => isWritten(record.practical.work.arrangement),
    shows: 'the work set',
  },
  workMarked: {
    applies: always,
    holds: ({ record }) => isWritten(record.practical.work.markedBy),
    shows: 'who marks the work',
  },
};

const names = Object.keys(checks) as CambridgeshireCheck[];

/** CAM:161-163: the form asks to delete as appropriate; what is left as printed is no answer. */
export const permissionsAnswered: Flag = ({ record, planned }, found) => {
  const { cambridgeshire } = record;
  if (!planned || !cambridgeshire) return;
  const asked = [
    ['sendServiceInvolvement', 'whether the SEND service may be involved', 'CAM:161'],
    ['shareWithHealth', 'whether the report may be shared with health colleagues', 'CAM:163'],
  ] as const;
  for (const [field, what, source] of asked) {
    if (cambridgeshire[field] !== null) continue;
    found.push({
      rule: 'checklist',
      severity: 'act this week',
      at: ['cambridgeshire', field],
      words: `The parent has not said ${what}.`,
      todo: 'Ask the parent, and delete what does not apply.',
      who: 'case lead',
      source,
    });
  }
};

export const checklistBorneOut: Flag = (facts, found) => {
  const given = facts.record.cambridgeshire?.checklist;
  if (!facts.planned || !given) return;
  for (const name of names) {
    const check = checks[name];
    const answer = given[name];
    if (!check || answer === null || answer === 'no') continue;
    const { words: question, source } = cambridgeshireChecklist[name];
    const skipped = answer === 'n/a' && check.applies(facts);
    if (!skipped && (answer === 'n/a' || check.holds(facts))) continue;
    found.push({
      rule: 'checklist',
      severity: 'act this week',
      at: ['cambridgeshire', 'checklist', name],
      words: skipped
        ? `“${question}” is answered n/a, and it is about this pupil.`
        : `“${question}” is answered yes, and the record does not show ${check.shows}.`,
      todo: skipped ? 'Answer the question, and do what it asks for.' : 'Record what the tick rests on, or answer no.',
      who: 'case lead',
      source,
    });
  }
};

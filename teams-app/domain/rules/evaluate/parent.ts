// The parent's agreement to the times and dates of the version in force: regulation 11(6).
import { shortDate } from '../../dates.ts';
import type { RecordFinding } from '../../finding.ts';
import type { CaseRecord } from '../../record/case-record.ts';
import { agreementLevels } from '../../record/words.ts';
import { dayNumber } from '../../timetable/day-number.ts';
import { dayOf, isWritten, type Facts } from '../facts.ts';
import type { AgreementRule } from '../kinds.ts';
import type { Ruling } from '../stack.ts';
import { findingOf } from './finding.ts';

interface Placed {
  readonly answer: CaseRecord['agreements'][number];
  readonly index: number;
}

/** Written agreement is one with its proof; without a word on how far it goes, a yes is consent. */
function isEnough({ level, evidence }: Placed['answer'], needed: AgreementRule['level']): boolean {
  const own = level ?? (isWritten(evidence) ? 'agreed in writing' : 'consented');
  return agreementLevels.indexOf(own) >= agreementLevels.indexOf(needed);
}

function notAgreed(facts: Facts, ruling: Ruling<AgreementRule>, hasEarlier: boolean): RecordFinding {
  const number = facts.version?.version ?? null;
  const which = number === null ? 'any times and dates' : `the times and dates of version ${number}`;
  const isChange = hasEarlier && facts.isLive;
  return findingOf(ruling, {
    rule: isChange ? 'F07' : 'F05',
    severity: 'stop',
    at: ['agreements'],
    words: isChange
      ? `The times or dates changed with version ${number}, and no parent has agreed to it.`
      : `No parent has agreed to ${which}.`,
    todo: 'Put the times and dates to a parent the pupil normally lives with; until they agree the pupil attends full time.',
    who: 'case lead',
  });
}

function ofGiven(facts: Facts, ruling: Ruling<AgreementRule>, given: readonly Placed[]): readonly RecordFinding[] {
  const enough = given.find(({ answer }) => isEnough(answer, ruling.value.level));
  const best = enough ?? given[0];
  if (!best) return [];
  const at = ['agreements', best.index];
  const found: RecordFinding[] = [];
  if (!enough) {
    found.push(
      findingOf(ruling, {
        rule: 'F05',
        severity: 'stop',
        at: [...at, 'level'],
        words: `The parent has ${best.answer.level ?? 'consented'}; it must be “${ruling.value.level}”.`,
        todo: 'Have the parent sign the plan, and record where the signed paper is kept.',
        who: 'case lead',
      }),
    );
  }
  const startsOn = dayOf(facts.version?.startsOn ?? null);
  const { answeredOn } = best.answer;
  if (answeredOn === null || (startsOn !== null && dayNumber(answeredOn) > startsOn)) {
    found.push(
      findingOf(ruling, {
        rule: 'F05',
        severity: answeredOn === null ? 'act this week' : 'act today',
        at: [...at, 'answeredOn'],
        words:
          answeredOn === null
            ? 'The parent’s agreement has no date, so it cannot be shown to come before the start.'
            : `The parent agreed on ${shortDate(answeredOn)}, after these times began.`,
        todo: 'Record the day of the agreement; sessions missed before it were not agreed leave.',
        who: 'case lead',
      }),
    );
  }
  if (!given.some(({ answer }) => answer.livesWithPupil === true)) {
    found.push(
      findingOf(ruling, {
        rule: 'F06',
        severity: 'stop',
        at: [...at, 'livesWithPupil'],
        words:
          best.answer.livesWithPupil === false
            ? 'The agreement is by a parent the pupil does not normally live with.'
            : 'It is not recorded that the pupil normally lives with the parent who agreed.',
        todo: 'Ask a parent the pupil normally lives with, or record that this one is.',
        who: 'case lead',
      }),
    );
  }
  return found;
}

/** A refusal or withdrawal is spoken of elsewhere (F08): here it only means that nothing more is asked. */
export function parentAgreement(facts: Facts, ruling: Ruling<AgreementRule>): readonly RecordFinding[] {
  const { record, version } = facts;
  const given: Placed[] = [];
  let hasEarlier = false;
  let isRefused = false;
  for (const [index, answer] of record.agreements.entries()) {
    if (answer.party !== 'parent' || answer.to === 'the idea') continue;
    const isThis = version !== null && answer.version === version.version;
    if (isThis && answer.state === 'given') given.push({ answer, index });
    if (isThis && (answer.state === 'refused' || answer.state === 'withdrawn')) isRefused = true;
    if (version !== null && answer.state === 'given' && answer.version !== null && answer.version < version.version)
      hasEarlier = true;
  }
  if (given.length > 0) return ofGiven(facts, ruling, given);
  return isRefused ? [] : [notAgreed(facts, ruling, hasEarlier)];
}

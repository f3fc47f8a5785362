// F11: a safeguarding concern that nobody has taken on, and a risk assessment that is missing or out of date.
import { shortDate } from '../dates.ts';
import { dateOf, type DayNumber } from '../timetable/day-number.ts';
import { isWritten, numberOrNull, type Facts, type Flag } from './facts.ts';

const later = (...days: readonly (DayNumber | null)[]): DayNumber | null => {
  const known = days.filter((day) => day !== null);
  return known.length > 0 ? Math.max(...known) : null;
};

/**
 * The last thing that should have made the school look at the risks again: new times, or a review. The first version changes
 * nothing: its risks are assessed before it is put to the parent (CAM:119).
 */
function lastChange({ record, version }: Facts): DayNumber | null {
  const first = Math.min(...record.plan.versions.map((one) => one.version));
  const changed = version && version.version > first ? version.writtenOn : null;
  return later(numberOrNull(changed), ...record.reviews.map((one) => numberOrNull(one.heldOn)));
}

/** F11: DBY:48, PLY:45. A concern has three ways out: somebody mitigates it, advice is sought, or the plan stops. */
export const openConcerns: Flag = ({ record, planned }, found) => {
  if (!planned || !record.risk) return;
  for (const [index, one] of record.risk.hazards.entries()) {
    if (one.safeguarding !== true || (one.state !== null && one.state !== 'open')) continue;
    if (isWritten(one.owner)) continue;
    found.push({
      rule: 'F11',
      severity: 'stop',
      at: ['risk', 'hazards', index, 'state'],
      words: `A safeguarding concern is open and nobody is named who mitigates it: “${one.hazard ?? ''}”.`,
      todo: 'Name who mitigates it and how, or seek advice from the safeguarding hub. A concern that nobody can mitigate stops the plan.',
      who: 'DSL',
      source: 'DBY:40, DBY:48, WAR:167',
    });
  }
};

/** F11: there is a risk assessment, and it is not older than the last change or review. */
export const riskAssessment: Flag = (facts, found) => {
  const { record, planned } = facts;
  if (!planned) return;
  const rule = { rule: 'F11', who: 'DSL' } as const;
  const { risk } = record;
  if (!risk) {
    const words = 'There is no risk assessment.';
    const todo = 'Assess the risks to this pupil while not in school, before the plan starts.';
    found.push({ ...rule, severity: 'stop', at: ['risk'], words, todo, source: 'DBY:40, PLY:39, CAM:119' });
    return;
  }
  const done = later(numberOrNull(risk.completedOn), numberOrNull(risk.reviewedOn));
  if (done === null) {
    const words =
      'The risk assessment has no date: it cannot be shown to have come before the start or after the last review.';
    const todo = 'Write down when it was completed and when it was last reviewed.';
    found.push({ ...rule, severity: 'stop', at: ['risk', 'completedOn'], words, todo, source: 'CAM:108, CAM:119' });
    return;
  }
  const changed = lastChange(facts);
  if (changed === null || done >= changed) return;
  const words = `The risk assessment of ${shortDate(dateOf(done))} is older than the last change or review, ${shortDate(dateOf(changed))}.`;
  const todo = 'Review the risk assessment and date it; update it if necessary.';
  found.push({ ...rule, severity: 'stop', at: ['risk', 'reviewedOn'], words, todo, source: 'CAM:108' });
};

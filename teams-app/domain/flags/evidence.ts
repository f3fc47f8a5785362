// F14 and F16: a reason that calls for something to be written beside it; and what a sign-off rests on. What each policy
// adds is for the policies.
import { isWritten, type Flag } from './facts.ts';

/** F14: a way back needs something to come back from (CAM:81, PLY:12). */
export const reintegrationWithoutAbsence: Flag = ({ record, planned }, found) => {
  if (!planned) return;
  for (const [index, one] of record.reasons.entries()) {
    if (one.reason !== 'Reintegration' || one.absentFrom !== null) continue;
    found.push({
      rule: 'F14',
      severity: 'act this week',
      at: ['reasons', index, 'absentFrom'],
      words:
        'The reason is reintegration, and no period of absence or exclusion is recorded that the pupil comes back from.',
      todo: 'Write down from when to when the pupil was absent and why, or choose the reason that applies.',
      who: 'case lead',
      source: 'CAM:81, PLY:12',
    });
  }
};

/** F16: the authorities differ on this reason; the headteacher answers for it in writing. */
export const riskOfExclusion: Flag = ({ record, planned }, found) => {
  if (!planned || isWritten(record.signOff?.riskOfExclusion ?? null)) return;
  for (const [index, one] of record.reasons.entries()) {
    if (one.reason !== 'At risk of exclusion') continue;
    found.push({
      rule: 'F16',
      severity: 'act today',
      at: ['reasons', index, 'reason'],
      words:
        'The reason is a risk of exclusion. A part-time timetable must not be used to manage behaviour, and never instead of an exclusion.',
      todo: 'The headteacher writes down why it is in the pupil’s interest, what need it meets and what is arranged meanwhile; otherwise it does not go ahead.',
      who: 'headteacher',
      source: 'WTISA; CAM:83, PLY:14, DDAT:110',
    });
  }
};

/** Regulation 11(6)(b) knows leave for a part-time timetable in exceptional circumstances only: a sign-off says which. */
export const exceptionalCircumstances: Flag = ({ record: { status, signOff } }, found) => {
  if (status !== 'agreed' && status !== 'active') return;
  if (signOff === null || isWritten(signOff.exceptional)) return;
  found.push({
    rule: 'exceptional',
    severity: 'act this week',
    at: ['signOff', 'exceptional'],
    words: 'The plan is signed off, and nothing says what makes the circumstances exceptional.',
    todo: 'Write down what is exceptional about this pupil’s circumstances, or bring the pupil back to full time.',
    who: 'headteacher',
    source: 'reg 11(6)(b)',
  });
};

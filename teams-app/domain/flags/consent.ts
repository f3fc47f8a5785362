// F08: consent withdrawn while the plan goes on. What must be agreed, and by whom, is for the policies to say.
import { shortDate } from '../dates.ts';
import { numberOrNull, isWritten, type Flag } from './facts.ts';

/** F08: nobody may be kept on a part-time timetable whose parent has said no to it. */
export const consentWithdrawn: Flag = ({ record, active, version }, found) => {
  if (!active) return;
  const toPlan = record.agreements.filter((one) => one.party === 'parent' && one.to !== 'the idea');
  for (const [index, one] of record.agreements.entries()) {
    if (one.party !== 'parent' || (one.state !== 'withdrawn' && one.state !== 'refused')) continue;
    if (version && one.version !== null && one.version !== version.version) continue;
    const since = numberOrNull(one.answeredOn);
    const changedTheirMind = toPlan.some((other) => {
      const given = numberOrNull(other.answeredOn);
      return other.state === 'given' && other.name === one.name && since !== null && given !== null && given > since;
    });
    if (changedTheirMind) continue;
    const when = one.answeredOn ? ` on ${shortDate(one.answeredOn)}` : '';
    found.push({
      rule: 'F08',
      severity: 'act today',
      at: ['agreements', index, 'state'],
      words: `A parent’s agreement was ${one.state}${when}, and the part-time timetable is still live.`,
      todo: 'The pupil attends full time from the next school day, and C2 is no longer used. Close the case or agree a new version.',
      who: 'headteacher',
      source: 'reg 11(6)(b)',
    });
  }
};

/** A yes that nothing shows: no signature, no message, no word of where the proof is kept (CAM:280, PLY:25). */
export const nothingToShow: Flag = ({ record, planned }, found) => {
  if (!planned) return;
  for (const [index, one] of record.agreements.entries()) {
    if (one.state !== 'given' || one.to === 'the idea') continue;
    const whose = one.party ? `the ${one.party}` : 'somebody';
    if (!isWritten(one.evidence) && !isWritten(one.method)) {
      const signs = one.party === 'parent';
      found.push({
        rule: 'unsigned',
        severity: signs ? 'act today' : 'act this week',
        at: ['agreements', index, 'evidence'],
        words: `The agreement of ${whose} is marked as given, and no signature or other proof is recorded.`,
        todo: 'Get the signature, and write down where the signed copy is kept.',
        who: 'case lead',
        source: 'CAM:280, PLY:25',
      });
    }
    if (one.answeredOn === null) {
      found.push({
        rule: 'unsigned',
        severity: 'act this week',
        at: ['agreements', index, 'answeredOn'],
        words: `The agreement of ${whose} has no date: it cannot be shown to have come before the start.`,
        todo: 'Write down the day on which they agreed.',
        who: 'case lead',
        source: 'CAM:93, PLY:25',
      });
    }
  }
};

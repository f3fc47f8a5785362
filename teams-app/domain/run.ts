// A case that ended and was opened again runs anew: what was reviewed, told and agreed the time before is history.
import type { CaseRecord } from './record/case-record.ts';
import type { PlanVersion } from './record/plan.ts';
import { dayNumber, type DayNumber } from './timetable/day-number.ts';

export interface Run {
  /** The day on which the run before ended; null where there was none. */
  readonly after: DayNumber | null;
  readonly firstVersion: number;
}

/** The last end, by the chronology, that lies before the times now in force. */
function endBefore({ chronology }: CaseRecord, start: DayNumber): DayNumber | null {
  let last: DayNumber | null = null;
  for (const { event, on } of chronology) {
    if (event === null || !event.startsWith('ended ')) continue;
    const day = dayNumber(on);
    if (day < start && (last === null || day > last)) last = day;
  }
  return last;
}

/** The run to which a version belongs: the one in force, or the newest. */
export function runOf(record: CaseRecord, version: PlanVersion | null): Run {
  const after = version?.startsOn ? endBefore(record, dayNumber(version.startsOn)) : null;
  if (version === null || after === null) return { after: null, firstVersion: 1 };
  const closed = record.notices.flatMap(({ kind, to, version: of }) =>
    kind === 'closure' && to === 'authority' && of !== null ? [of] : [],
  );
  const ofBefore = record.plan.versions.flatMap((one) => {
    const began = one.startsOn !== null && dayNumber(one.startsOn) <= after;
    const written = one.writtenOn !== null && dayNumber(one.writtenOn) < after;
    return began || written ? [one.version] : [];
  });
  const last = [...closed, ...ofBefore].filter((one) => one < version.version);
  return { after, firstVersion: Math.max(0, ...last) + 1 };
}

/** Whether something that happened on a day belongs to the run. */
export const isSince = ({ after }: Run, day: DayNumber): boolean => after === null || day > after;

import type { Case, ClosureReason } from '#domain/case.ts';
import { isAfter, isBefore, shortDate, type PlainDate } from '#domain/dates.ts';
import { partOf } from '#domain/record/section-content.ts';
import type { SectionBody } from '#domain/record/sections.ts';
import type { Result } from '#domain/result.ts';
import { fullWeekHours } from '#domain/school.ts';
import type { Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Scene, type Target } from './change-case.ts';
import { writeSection } from './save-section.ts';

interface AnyEnding {
  readonly on: PlainDate;
  /** Why, in words: needed where the plan is declined or the reason is “Other”. */
  readonly details: string;
}

export type Ending =
  | (AnyEnding & { readonly action: 'withdraw' | 'decline' })
  | (AnyEnding & { readonly action: 'close'; readonly reason: ClosureReason })
  | (AnyEnding & {
      readonly action: 'transfer';
      readonly toSchool: string;
      /** When the new school was sent the note of part-time timetables (PLY:36). */
      readonly noteSentOn: PlainDate | null;
    });

const reasonOf = (ending: Ending): ClosureReason => {
  if (ending.action === 'transfer') return 'Moved school';
  return ending.action === 'close' ? ending.reason : 'Never started';
};

function wrong({ row, today }: Scene, ending: Ending): Problem | null {
  const { action, on, details } = ending;
  if (isAfter(on, today)) {
    const next = 'Close the case on the day it ends, or later.';
    return problem('invalid', `${shortDate(on)} is in the future.`, { field: 'on', next });
  }
  if (row.value.status === 'active' && isBefore(on, row.value.startsOn)) {
    const words = `The end is dated before the start, ${shortDate(row.value.startsOn)}.`;
    return problem('invalid', words, { field: 'on' });
  }
  if (action === 'decline' && details.trim() === '') {
    const next = 'Write what stands against the plan and what is done for the pupil instead.';
    return problem('invalid', 'No reason is given for declining the plan.', { field: 'details', next });
  }
  if (action === 'close' && ending.reason === 'Other' && details.trim() === '')
    return problem('invalid', '“Other” needs words.', { field: 'details', next: 'Write why the case ended.' });
  if (action === 'transfer' && ending.toSchool.trim() === '') {
    const next = 'Name the school that the pupil moves to.';
    return problem('invalid', 'No school is named.', { field: 'toSchool', next });
  }
  return null;
}

/** What is written beside the end of the case, added to what stands there; null where there is nothing to add. */
function detailsOf({ file, row, school }: Scene, ending: Ending): SectionBody<'ending'> | null {
  // What was written about an earlier end, before the case was opened again, is not about this one.
  const written = partOf(file, 'ending');
  const before = written && !isBefore(written.changedOn, row.value.startsOn) ? written.body : undefined;
  const ran = row.value.status === 'active';
  const details = ending.details.trim();
  if (details === '' && !ran && ending.action !== 'transfer') return null;
  const isBack = reasonOf(ending) === 'Returned full-time';
  return {
    closure: {
      fullTimeFrom: null,
      nextSteps: null,
      ...before?.closure,
      // The case's own row has these.
      endedOn: null,
      reason: null,
      decidedBy: null,
      details: details || (before?.closure?.details ?? null),
      finalHours: ran ? (isBack ? fullWeekHours(school) : row.value.hoursInSchool) : null,
    },
    transfer:
      ending.action === 'transfer'
        ? {
            childProtectionFileSentOn: null,
            receiptOn: null,
            ...before?.transfer,
            toSchool: ending.toSchool.trim(),
            leavesOn: ending.on,
            noteSentOn: ending.noteSentOn,
          }
        : (before?.transfer ?? null),
  };
}

/** Closes a case that ran; declines, withdraws or hands over one. The authority is told wherever it was told of the plan. */
export function endCase(outside: Changing, target: Target, ending: Ending): Promise<Result<Row<Case>, Problem>> {
  const closureReason = reasonOf(ending);
  return changeCase(outside, target, {
    action: ending.action,
    doneAlready: ({ row }) =>
      row.value.endedOn?.equals(ending.on) === true && row.value.closureReason === closureReason,
    write: async (scene, status) => {
      const trouble = wrong(scene, ending);
      if (trouble) return trouble;
      const { records, row, today } = scene;
      const { name } = target.actor;
      const body = detailsOf(scene, ending);
      const notKept =
        body && (await writeSection(records, row.value.ref, { kind: 'ending', body }, { on: today, name }, null));
      return notKept ?? writeRow(records.cases, row, { status, endedOn: ending.on, endedBy: name, closureReason });
    },
  });
}

import { plannedReview, type Case } from '#domain/case.ts';
import { isAfter, shortDate, type PlainDate } from '#domain/dates.ts';
import { partOf } from '#domain/record/section-content.ts';
import type { SectionBody } from '#domain/record/sections.ts';
import type { Result } from '#domain/result.ts';
import type { Row } from '../ports.ts';
import { changedMeanwhile, problem, type Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Scene, type Target } from './change-case.ts';
import { endsTooSoon } from './proposed-times.ts';
import { writeSection } from './save-section.ts';

export interface Reopening {
  readonly why: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

function wrong({ row }: Scene, { why, startsOn, endsOn }: Reopening): Problem | null {
  const { endedOn } = row.value;
  if (endedOn && !isAfter(startsOn, endedOn)) {
    const words = `The case ended on ${shortDate(endedOn)}; it can begin again after that day.`;
    return problem('invalid', words, { field: 'startsOn' });
  }
  const tooSoon = endsTooSoon({ startsOn, endsOn });
  if (tooSoon) return tooSoon;
  if (why.trim() !== '') return null;
  const next = 'Write what has changed since the case ended.';
  return problem('invalid', 'No reason is given for opening the case again.', { field: 'why', next });
}

/** The plan's section with the reason for the new version. */
function withReason({ file }: Scene, version: number, why: string): SectionBody<'weeks'> {
  const plan = partOf(file, 'weeks')?.body.plan;
  const others = (plan?.versions ?? []).filter((one) => one.version !== version);
  const begun = { version, why: `Opened again: ${why}`, firstReviewOn: null, weeks: [] };
  return { plan: { monitoredUnder: null, ...plan, fullTimeFrom: null, versions: [...others, begun] } };
}

/** A case that has ended begins again with a new version: new dates, a new agreement, a new sign-off. */
export function reopenCase(outside: Changing, target: Target, asked: Reopening): Promise<Result<Row<Case>, Problem>> {
  return changeCase(outside, target, {
    action: 'reopen',
    doneAlready: ({ row: { value } }) =>
      value.status === 'preparing' && value.startsOn.equals(asked.startsOn) && value.endsOn.equals(asked.endsOn),
    write: async (scene, status) => {
      const trouble = wrong(scene, asked);
      if (trouble) return trouble;
      const { records, row, today } = scene;
      const version = row.value.version + 1;
      const body = withReason(scene, version, asked.why.trim());
      const by = { on: today, name: target.actor.name };
      const notKept = await writeSection(records, row.value.ref, { kind: 'weeks', body }, by, null);
      if (notKept) return notKept;
      // What was planned before the end is not the first review of what begins now.
      const left = records.reviews.byKey(plannedReview(scene.file)?.key ?? '');
      if (left && !(await records.reviews.remove(left)).ok) return changedMeanwhile();
      return writeRow(records.cases, row, {
        status,
        version,
        startsOn: asked.startsOn,
        endsOn: asked.endsOn,
        endedOn: null,
        endedBy: null,
        closureReason: null,
        signedOffOn: null,
        signedOffBy: null,
        signedOffVersion: null,
        exceptional: null,
        despiteExclusionRisk: null,
      });
    },
  });
}

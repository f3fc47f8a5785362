// A case that another school sends when a pupil moves (PLY:36). The plan does not move with the pupil: what is known of the
// pupil, what was tried and how long it lasted becomes a case to be considered, and nothing of it is in force here.
import type { Case } from '#domain/case.ts';
import { londonDate, type PlainDate } from '#domain/dates.ts';
import type { Actor } from '#domain/people.ts';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { parseRecord } from '#domain/record/parse-record.ts';
import type { SectionContent } from '#domain/record/sections.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { School } from '#domain/school.ts';
import type { Row } from '../ports.ts';
import { firstProblemText, problem, type Problem } from '../problem.ts';
import { openCase, type NewCase, type Opening, whyNotOpened } from './open-case.ts';
import { groupsIn, reasonsIn, tooLong, writeSection } from './save-section.ts';
import { settleCase } from './settle-case.ts';

function newCaseOf(record: CaseRecord, dateOfBirth: PlainDate, today: PlainDate): NewCase {
  const { pupil, reasons } = record;
  const known = reasonsIn({ reasons });
  return {
    sourceKey: `record:${record.school.name ?? ''}:${record.ref}`.slice(0, 255),
    pupilName: pupil.name?.trim() ?? '',
    dateOfBirth,
    yearGroup: pupil.yearGroup ?? '',
    upn: pupil.upn ?? '',
    groups: groupsIn(record),
    parentName: pupil.parents.find(({ livesWithPupil }) => livesWithPupil)?.name ?? pupil.parents[0]?.name ?? '',
    reasons: known.length > 0 ? known : ['Other'],
    objectives: record.objectives ?? '',
    // Times and dates are this school's to propose.
    times: '',
    hoursInSchool: 0,
    startsOn: today,
    endsOn: today.add({ days: 1 }),
  };
}

/** Only a plan that ran counts as an earlier part-time timetable. */
function periodOf({ status, plan, closure, school, reasons }: CaseRecord): CaseRecord['previousPeriods'] {
  if (status !== 'active' && status !== 'closed') return [];
  const current = plan.versions.find(({ version }) => version === plan.current) ?? plan.versions.at(-1);
  const [first] = plan.versions;
  return [
    {
      from: first?.startsOn ?? null,
      to: closure?.endedOn ?? current?.endsOn ?? null,
      school: school.name,
      reason: reasons.map(({ reason }) => reason).join(', ') || null,
    },
  ];
}

const longestLine = 255;

/** What the list of cases cannot hold; a form of this product would not have let it be typed. */
function tooLongForRow(row: NewCase): Problem | null {
  const lines: readonly (readonly [field: string, text: string])[] = [
    ['pupil.name', row.pupilName],
    ['pupil.yearGroup', row.yearGroup],
    ['pupil.upn', row.upn],
    ['pupil.parents', row.parentName],
  ];
  const [line] = lines.filter(([, text]) => text.length > longestLine);
  if (!line) return null;
  const [field, text] = line;
  const words = `${field} holds ${text.length} characters; the list of cases keeps ${longestLine} at most.`;
  return problem('invalid', words, { field, next: 'Ask the other school to shorten it and to save the record again.' });
}

/** What is true of the pupil at any school. */
function sectionsOf(record: CaseRecord): readonly SectionContent[] {
  const { name: _name, dateOfBirth: _born, yearGroup: _year, upn: _upn, ...pupil } = record.pupil;
  const { alternatives, previousPeriods, reasons, outcome, voices } = record;
  return [
    { kind: 'pupil', body: { pupil } },
    { kind: 'groups', body: { groups: record.groups } },
    { kind: 'purpose', body: { decidedOn: null, reasons, objectives: null, outcome, targets: [] } },
    { kind: 'voices', body: { voices } },
    { kind: 'before', body: { alternatives, previousPeriods: [...previousPeriods, ...periodOf(record)] } },
  ];
}

/** `document` is as it comes from `JSON.parse`. Sent twice, it makes one case. */
export async function receiveRecord(
  outside: Opening,
  school: School,
  actor: Actor,
  document: unknown,
): Promise<Result<Row<Case>, Problem>> {
  const refusal = whyNotOpened(actor);
  if (refusal) return err(refusal);
  const parsed = parseRecord(document);
  if (!parsed.ok) {
    return err(
      problem('invalid', `This is not a case’s record. ${firstProblemText(parsed.error)}`, {
        next: 'Ask the other school to save the record again from the case’s page.',
      }),
    );
  }
  const record = parsed.value;
  const { name, dateOfBirth } = record.pupil;
  if (!name?.trim() || !dateOfBirth) {
    const next = 'Ask the other school to fill them in and to save the record again.';
    return err(problem('invalid', 'The record does not give the pupil’s name and date of birth.', { next }));
  }
  const today = londonDate(outside.clock.now());
  const asked = newCaseOf(record, dateOfBirth, today);
  const parts = sectionsOf(record);
  // Nothing is opened of a record that could not be kept whole.
  const notKept = [tooLongForRow(asked), ...parts.map(tooLong)].find((one) => one !== null);
  if (notKept) return err(notKept);
  const opened = await openCase(outside, school, actor, asked, 'considering');
  if (!opened.ok) return opened;
  const records = outside.workspace.school(school.key);
  const { ref } = opened.value.value;
  for (const content of parts) {
    // Received again, it does not write over what this school has written since.
    if (records.sections.ofCase(ref).some((row) => row.value.content.kind === content.kind)) continue;
    const trouble = await writeSection(records, ref, content, { on: today, name: actor.name }, null);
    if (trouble) return err(trouble);
  }
  return ok((await settleCase({ records, school, clock: outside.clock }, ref)) ?? opened.value);
}

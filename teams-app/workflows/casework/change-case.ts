// The frame of every change to a case: found, not changed meanwhile, allowed by the table; one write; then settled.
import { errorFacts } from '../error-name.ts';
import type { Case, Casefile } from '#domain/case.ts';
import { londonDate, type PlainDate } from '#domain/dates.ts';
import { decide, type CaseAction } from '#domain/lifecycle.ts';
import type { Actor } from '#domain/people.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { School } from '#domain/school.ts';
import type { Outside, Row, SchoolRecords } from '../ports.ts';
import { changedMeanwhile, problem, type Problem } from '../problem.ts';
import { stopsToGoAhead } from './assess.ts';
import { casefileOf } from './casefile.ts';
import { settleCase } from './settle-case.ts';

export type Changing = Pick<Outside, 'workspace' | 'clock' | 'log'>;

/** Whose case, who asks, and what they had before them. A null etag skips the comparison (buttons on cards carry none). */
export interface Target {
  readonly school: School;
  readonly caseRef: string;
  readonly actor: Actor;
  readonly etag: string | null;
}

export interface Scene {
  readonly records: SchoolRecords;
  readonly school: School;
  readonly row: Row<Case>;
  readonly file: Casefile;
  readonly today: PlainDate;
}

interface Change {
  readonly action: CaseAction;
  /** True when this very request was carried out before: answered as done, nothing written. */
  readonly doneAlready?: (scene: Scene) => boolean;
  readonly write: (scene: Scene, next: Case['status']) => Promise<Problem | null>;
}

/** The case after the change, settled; or why nothing was written. */
export async function changeCase(
  outside: Changing,
  target: Target,
  change: Change,
): Promise<Result<Row<Case>, Problem>> {
  const { school, caseRef, actor } = target;
  const records = outside.workspace.school(school.key);
  const settling = { records, school, clock: outside.clock };
  const row = records.cases.byKey(caseRef);
  if (!row) return err(problem('not found', `There is no case ${caseRef} in ${school.name}.`));
  const scene: Scene = {
    records,
    school,
    row,
    file: casefileOf(records, row.value),
    today: londonDate(outside.clock.now()),
  };
  if (change.doneAlready?.(scene)) return ok((await settleCase(settling, caseRef)) ?? row);
  const decision = decide(scene.file, change.action, actor, scene.today, () =>
    stopsToGoAhead(scene.file, school, scene.today),
  );
  if (!decision.ok) return err(problem('refused', decision.error.words));
  if (target.etag !== null && target.etag !== row.etag) return err(changedMeanwhile());
  const trouble = await change.write(scene, decision.value);
  if (trouble) return err(trouble);
  outside.log('case changed', { caseRef, action: change.action });
  try {
    return ok((await settleCase(settling, caseRef)) ?? row);
  } catch (error) {
    // What was decided is written, and must not be answered as a failure: the rest is settled by the next round.
    outside.log('case settling failed', { caseRef, ...errorFacts(error) });
    return ok(records.cases.byKey(caseRef) ?? row);
  }
}

/** Writes to a row of the case; a collision becomes the problem that the person is shown. */
export async function writeRow<T>(
  list: { change(row: Row<T>, changes: Partial<T>): Promise<Result<Row<T>, { readonly columns: readonly string[] }>> },
  row: Row<T>,
  changes: Partial<T>,
): Promise<Problem | null> {
  const written = await list.change(row, changes);
  return written.ok ? null : changedMeanwhile(written.error.columns);
}

import { latestAgreement, type Case } from '#domain/case.ts';
import { agreementKey } from '#domain/duties.ts';
import { isAfter, shortDate, type PlainDate } from '#domain/dates.ts';
import type { Result } from '#domain/result.ts';
import type { Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Target } from './change-case.ts';

export interface ConsentAnswer {
  readonly answer: 'signed' | 'refused';
  readonly on: PlainDate;
  readonly evidence: string;
}

/** Notes the parent's answer to the case's present version. A refusal or withdrawal before the start ends the case as declined. */
export function recordConsent(
  outside: Changing,
  target: Target,
  given: ConsentAnswer,
): Promise<Result<Row<Case>, Problem>> {
  return changeCase(outside, target, {
    action: given.answer === 'signed' ? 'record consent' : 'record refusal',
    doneAlready: ({ file }) => {
      const answer = latestAgreement(file);
      const same = answer?.state === given.answer || (answer?.state === 'withdrawn' && given.answer === 'refused');
      return same && answer?.answeredOn?.equals(given.on) === true;
    },
    write: async (scene) => {
      if (isAfter(given.on, scene.today)) {
        const next = 'Give the day on which the parent answered.';
        return problem('invalid', `${shortDate(given.on)} is in the future.`, { field: 'on', next });
      }
      const { ref, version } = scene.row.value;
      const row = scene.records.agreements.byKey(agreementKey(ref, version));
      if (!row)
        return problem('not found', `Version ${version} has not been put to a parent yet. Try again in a moment.`);
      return writeRow(scene.records.agreements, row, {
        // A parent who had signed and now says no withdraws.
        state: given.answer === 'refused' && row.value.state === 'signed' ? 'withdrawn' : given.answer,
        answeredOn: given.on,
        evidence: given.evidence || null,
        recordedBy: target.actor.name,
      });
    },
  });
}

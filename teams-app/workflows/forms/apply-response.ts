// What a readable response does to the school's cases.
import {
  isOpen,
  type Case,
  type CaseReason,
  type ClosureReason,
  type NoticeKind,
  type PupilGroup,
} from '#domain/case.ts';
import { isAfter, londonDate, shortDate, type PlainDate } from '#domain/dates.ts';
import type { Actor } from '#domain/people.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { School } from '#domain/school.ts';
import { changeHours } from '../casework/change-hours.ts';
import { endCase } from '../casework/end-case.ts';
import { openCase } from '../casework/open-case.ts';
import { recordConsent } from '../casework/record-consent.ts';
import type { Outside, Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import type { Answers } from './read-answers.ts';

export type Applying = Pick<Outside, 'workspace' | 'clock' | 'random' | 'log'>;

const text = (answers: Answers, name: string): string => String(answers[name] ?? '');
const day = (answers: Answers, name: string): PlainDate => answers[name] as PlainDate;

async function open(
  outside: Applying,
  school: School,
  actor: Actor,
  key: string,
  answers: Answers,
): Promise<Result<Row<Case>, Problem>> {
  const twin = openCaseOf(outside, school, answers);
  if (twin && twin.value.sourceKey !== key) {
    return err(
      problem('refused', `This pupil has an open case already, ${twin.value.ref}. Close it first, or send an update.`),
    );
  }
  const consentOn = answers['consentSigned'] === true ? day(answers, 'consentOn') : null;
  if (consentOn && isAfter(consentOn, londonDate(outside.clock.now()))) {
    // Asked before anything is written: a parked response has opened nothing.
    return err(problem('invalid', `${shortDate(consentOn)} is in the future.`, { field: 'consentOn' }));
  }
  const opened = await openCase(outside, school, actor, {
    sourceKey: key,
    pupilName: text(answers, 'pupilName'),
    dateOfBirth: day(answers, 'dateOfBirth'),
    yearGroup: text(answers, 'yearGroup'),
    upn: text(answers, 'upn').toUpperCase(),
    groups: answers['groups'] as readonly PupilGroup[],
    parentName: text(answers, 'parentName'),
    reasons: answers['reasons'] as readonly CaseReason[],
    objectives: text(answers, 'objectives'),
    times: text(answers, 'times'),
    hoursInSchool: answers['hoursInSchool'] as number,
    startsOn: day(answers, 'startsOn'),
    endsOn: day(answers, 'endsOn'),
  });
  if (!opened.ok || !consentOn) return opened;
  const target = { school, caseRef: opened.value.value.ref, actor, etag: null };
  return recordConsent(outside, target, {
    answer: 'signed',
    on: consentOn,
    evidence: 'Said on the notification form',
  });
}

function openCaseOf(outside: Applying, school: School, answers: Answers): Row<Case> | undefined {
  const upn = text(answers, 'upn').toUpperCase();
  const { cases } = outside.workspace.school(school.key);
  return cases.all().find((row) => row.value.upn === upn && isOpen(row.value));
}

/** The case that these very answers ended: a run that stopped between ending it and saying so is finished here. */
function endedOn(outside: Applying, school: School, answers: Answers): Row<Case> | undefined {
  const upn = text(answers, 'upn').toUpperCase();
  const on = day(answers, 'endedOn');
  const { cases } = outside.workspace.school(school.key);
  return cases.all().find(({ value }) => value.upn === upn && value.endedOn?.equals(on) === true);
}

/** Opens, changes or closes the case that the answers are about. `key` is the response's own, so that once is enough. */
export async function applyResponse(
  outside: Applying,
  school: School,
  actor: Actor,
  response: { readonly key: string; readonly form: NoticeKind; readonly answers: Answers },
): Promise<Result<Row<Case>, Problem>> {
  const { key, form, answers } = response;
  if (form === 'notification') return open(outside, school, actor, key, answers);
  const row = openCaseOf(outside, school, answers);
  const ended = form === 'closure' && !row ? endedOn(outside, school, answers) : undefined;
  if (ended) return ok(ended);
  if (!row) {
    return err(
      problem(
        'not found',
        'No open case of this school has this unique pupil number (UPN). Send the notification first, or correct the number.',
      ),
    );
  }
  const target = { school, caseRef: row.value.ref, actor, etag: null };
  if (form === 'update') {
    const { startsOn } = row.value;
    const asked = {
      times: text(answers, 'times'),
      hoursInSchool: answers['hoursInSchool'] as number,
      startsOn,
      endsOn: day(answers, 'endsOn'),
    };
    return changeHours(outside, target, asked);
  }
  // The form asks for no words beside the reason.
  const ending = { on: day(answers, 'endedOn'), details: 'As the closure form says.' };
  const reason = answers['closureReason'] as ClosureReason;
  const done = await endCase(
    outside,
    target,
    row.value.status === 'active' ? { ...ending, action: 'close', reason } : { ...ending, action: 'withdraw' },
  );
  return done.ok || done.error.field !== 'on' ? done : err({ ...done.error, field: 'endedOn' });
}

// One response, by whichever door it came: claimed by its key, kept whole, applied once, or parked with the reason.
import { createHash } from 'node:crypto';
import type { NoticeKind } from '#domain/case.ts';
import { londonDate } from '#domain/dates.ts';
import type { Actor } from '#domain/people.ts';
import type { School } from '#domain/school.ts';
import type { InboxRow, Records, Row, SchoolRow } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { applyResponse, type Applying } from './apply-response.ts';
import { formDefinitions } from './definitions.ts';
import { readAnswers, type AnswerProblem, type Cells } from './read-answers.ts';

export interface FormResponse {
  readonly form: NoticeKind;
  /** The response's number in its form; null where the row has none, so that it cannot be told from others. */
  readonly responseId: string | null;
  readonly cells: Cells;
  /** Where a person finds it again, e.g. “autumn.xlsx, row 7”. */
  readonly origin: string;
  readonly responder: string;
}

export type Received =
  | { readonly kind: 'applied'; readonly caseRef: string; readonly school: string }
  | { readonly kind: 'seen before' }
  | { readonly kind: 'parked'; readonly words: string };

const fingerprint = (cells: Cells): string =>
  createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 32);

const problemWords = (problems: readonly AnswerProblem[]): string =>
  problems.map((one) => `question “${one.question}”: ${one.words}`).join('; ');

const normal = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

function schoolOf(outside: Applying, cells: Cells): SchoolRow | undefined {
  const title = Object.keys(cells).find((one) => normal(one) === 'school');
  const asked = normal(String(title === undefined ? '' : (cells[title] ?? '')));
  return outside.workspace.schools
    .all()
    .find(({ value }) => normal(value.name) === asked || normal(value.key) === asked)?.value;
}

const answeredOtherwise =
  'a response with this number was brought in before with other answers; correct the case itself';

interface Claim {
  readonly row: Row<InboxRow>;
  readonly outcome: Received | null;
}

/**
 * Takes the response's place in the inbox. A response that was applied is not applied again; one that was parked, or left behind by a run
 * that stopped, is taken up anew with the answers it has now, so that a corrected row goes in.
 */
async function claim(inbox: Records<InboxRow>, wanted: InboxRow): Promise<Claim> {
  const created = await inbox.create(wanted);
  if (created.ok) return { row: created.value, outcome: null };
  const { existing } = created.error;
  if (existing.value.state === 'applied') {
    if (existing.value.fingerprint === wanted.fingerprint) return { row: existing, outcome: { kind: 'seen before' } };
    const key = `${wanted.key}/${wanted.fingerprint.slice(0, 8)}`;
    const other = await inbox.create({ ...wanted, key, state: 'parked', reason: answeredOtherwise });
    const row = other.ok ? other.value : other.error.existing;
    return { row, outcome: { kind: 'parked', words: answeredOtherwise } };
  }
  const { answers, fingerprint: print, origin } = wanted;
  const taken = await inbox.change(existing, { state: 'received', answers, fingerprint: print, origin, reason: null });
  // Somebody else is at this very response.
  return taken.ok ? { row: taken.value, outcome: null } : { row: existing, outcome: { kind: 'seen before' } };
}

/**
 * @param within Schools for which the caller may bring responses in; null means all (the operator's command line).
 */
export async function receiveFormResponse(
  outside: Applying,
  response: FormResponse,
  within: readonly string[] | null,
): Promise<Received> {
  const school = schoolOf(outside, response.cells);
  if (school && within && !within.includes(school.key)) {
    return {
      kind: 'parked',
      words:
        'question “School”: you do not belong to this school’s Team, so nothing was brought in. Ask someone who does.',
    };
  }
  const inbox = school ? outside.workspace.school(school.key).inbox : outside.workspace.lostForms;
  const print = fingerprint(response.cells);
  const key = `${response.form}:${response.responseId ?? `unnumbered ${print}`}`;
  const claimed = await claim(inbox, {
    key,
    form: response.form,
    state: 'received',
    receivedOn: londonDate(outside.clock.now()),
    answers: JSON.stringify(response.cells, null, 1),
    fingerprint: print,
    reason: null,
    caseRef: null,
    origin: response.origin,
  });
  if (claimed.outcome) return claimed.outcome;
  const outcome = await take(outside, school, response, key);
  await inbox.change(
    claimed.row,
    outcome.kind === 'parked'
      ? { state: 'parked', reason: outcome.words }
      : { state: 'applied', caseRef: outcome.kind === 'applied' ? outcome.caseRef : null },
  );
  const lost = school && outcome.kind === 'applied' ? outside.workspace.lostForms.byKey(key) : undefined;
  // It was parked on the hub while its school was misspelt; now it is in its school.
  if (lost) await outside.workspace.lostForms.change(lost, { state: 'applied', reason: null, caseRef: null });
  outside.log(outcome.kind === 'parked' ? 'form response parked' : 'form response applied', { form: response.form });
  return outcome;
}

/** Where a refusal is about one answer, the question that it answers comes first, as with an answer that cannot be read. */
function refusalWords(form: NoticeKind, { words, field, next }: Problem): string {
  const question = formDefinitions[form].fields.find(({ name }) => name === field)?.question;
  return [question ? `question “${question}”: ${words}` : words, next].filter(Boolean).join(' ');
}

async function take(
  outside: Applying,
  school: School | undefined,
  response: FormResponse,
  key: string,
): Promise<Received> {
  if (response.responseId === null) {
    return { kind: 'parked', words: 'question “ID”: no response number, so the row cannot be told from others' };
  }
  const read = readAnswers(response.form, response.cells);
  if (!read.ok) return { kind: 'parked', words: problemWords(read.error) };
  if (!school) {
    const names = outside.workspace.schools.all().map((row) => row.value.name);
    const why = names.length > 0 ? `is none of ${names.join(', ')}` : 'is not known: no school is in the register yet';
    return { kind: 'parked', words: `question “School”: “${String(read.value['school'])}” ${why}` };
  }
  // The form is the school's own decision, sent under the responder's name; starting a case is never done by form.
  const actor: Actor = { id: '', name: response.responder, roles: ['senco'] };
  const { form } = response;
  const applied = await applyResponse(outside, school, actor, { key, form, answers: read.value });
  if (!applied.ok) return { kind: 'parked', words: refusalWords(form, applied.error) };
  return { kind: 'applied', caseRef: applied.value.value.ref, school: school.key };
}

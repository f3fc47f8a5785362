// Everything that stands in the lists of a school and around it, in a form that two runs can be compared by.
import type { TwinOutside } from '#test/twins/outside.ts';
import type { Records } from '#workflows/ports.ts';

const values = <T>(list: Records<T>): readonly string[] =>
  list
    .all()
    .map((row) => JSON.stringify(row.value, (name, value: unknown) => (isOfTheRun(name) ? undefined : value)))
    .toSorted();

/** What differs from run to run and says nothing about the case: seals hold the reference, claims the run. */
const isOfTheRun = (name: string): boolean =>
  ['hash', 'previousHash', 'claimedBy', 'claimedAt', 'attempts', 'activityId'].includes(name);

/** References are drawn at random: the n-th case is called CASE-n. */
function withoutRefs(outside: TwinOutside, schoolKey: string, text: string): string {
  const refs = outside.workspace
    .school(schoolKey)
    .cases.all()
    .map((row) => row.value.ref);
  return refs.reduce((said, ref, index) => said.replaceAll(ref, `CASE-${index + 1}`), text);
}

/** Every line of every digest, in the order in which they were posted. */
export const saidIn = (outside: TwinOutside) =>
  outside.staffChannel.posts().flatMap(({ digest }) => [...digest.reviews, ...digest.consents]);

/** Rows as text, list by list. */
export type Everything = Readonly<
  Record<
    | 'cases'
    | 'agreements'
    | 'reviews'
    | 'notices'
    | 'sections'
    | 'chronology'
    | 'inbox'
    | 'lostForms'
    | 'reminders'
    | 'sweeps'
    | 'authority'
    | 'governors'
    | 'documents'
    | 'mailed'
    | 'said',
    readonly string[]
  >
>;

export function everything(outside: TwinOutside, schoolKey = 'LARK'): Everything {
  const { cases, agreements, reviews, notices, chronology, sections, inbox, reminders, sweeps } =
    outside.workspace.school(schoolKey);
  const { view, reports } = outside.workspace.governors(schoolKey);
  const state: Everything = {
    cases: values(cases),
    agreements: values(agreements),
    reviews: values(reviews),
    notices: values(notices),
    sections: values(sections),
    // Which of two events was written down first may differ; that none is missing or altered may not.
    chronology: chronology
      .all()
      .map(({ value: { caseRef, on, event, words, by } }) => JSON.stringify({ caseRef, on, event, words, by }))
      .toSorted(),
    inbox: values(inbox),
    lostForms: values(outside.workspace.lostForms),
    reminders: values(reminders),
    sweeps: sweeps.all().map((row) => row.value.key),
    authority: values(outside.workspace.authorityNotices('derbyshire')),
    governors: [...values(view), ...values(reports)],
    documents: outside.documents
      .files()
      .map((one) => JSON.stringify(one))
      .toSorted(),
    mailed: [...new Set(outside.mailbox.sent().map((mail) => JSON.stringify(mail)))].toSorted(),
    said: [...new Set(saidIn(outside).map((item) => JSON.stringify(item)))].toSorted(),
  };
  return JSON.parse(withoutRefs(outside, schoolKey, JSON.stringify(state))) as Everything;
}

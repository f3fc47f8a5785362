// Everything that a term has left behind, in a form in which two terms can be compared: which references were drawn, who claimed what
// and at what minute differ from term to term and say nothing about the cases.
import { people } from '#local/demo/people.ts';
import type { Store } from '#local/store/store.ts';
import type { Tenant } from '#local/tenant.ts';
import { messageView } from '#local/teams/message-view.ts';
import type { Records, Workspace } from '#workflows/ports.ts';
import { cardLines } from '../journeys/cards.ts';

/** Things as text, list by list; each list sorted. */
export type Standing = Readonly<Record<string, readonly string[]>>;

export type EveryList = ReadonlyMap<string, Records<object>>;

/** Every list of a trust with this one school and authority. */
export function everyList(workspace: Workspace): EveryList {
  const { schools, authorities, lostForms } = workspace;
  return new Map<string, Records<object>>(
    Object.entries({
      schools,
      authorities,
      lostForms,
      ...workspace.school('LARK'),
      ...workspace.governors('LARK'),
      authorityNotices: workspace.authorityNotices('derbyshire'),
    }),
  );
}

/** Of the run, not of the case. */
const ofTheRun: Readonly<Record<string, readonly string[]>> = {
  schools: ['serviceUrl'],
  notices: ['claimedAt', 'claimedBy'],
  chronology: ['key', 'number', 'previousHash', 'hash'],
  sweeps: ['finishedAt', 'said', 'failed', 'words'],
};
/** These are judged by themselves: what is said on a day depends on the hour at which an app was up. */
const judgedApart = ['reminders'];

export function standingOf({ store }: Tenant, workspace: Workspace): Standing {
  const standing: Record<string, readonly string[]> = {};
  for (const [name, list] of everyList(workspace)) {
    if (judgedApart.includes(name)) continue;
    const left = ofTheRun[name] ?? [];
    standing[name] = list
      .all()
      .map(({ value }) => JSON.stringify(value, (key, one: unknown) => (left.includes(key) ? undefined : one)));
  }
  const site = store.sites.byPath('/sites/larkfield');
  const drive = site && store.drives.ofSite(site.id);
  const root = drive && store.drives.root(drive.id);
  standing['documents'] = root ? namesBelow(store, root.id) : [];
  standing['reports'] = editionsWithNews(workspace);
  standing['mails'] = [...new Set(mailsIn(store))];
  const named = pupilsForRefs(workspace);
  return Object.fromEntries(Object.entries(standing).map(([name, rows]) => [name, rows.map(named).toSorted()]));
}

/** An app that was behind for a minute may publish an edition that says nothing new once it is put right. */
function editionsWithNews(workspace: Workspace): readonly string[] {
  const editions = workspace
    .governors('LARK')
    .reports.all()
    .map(({ value: { key, publishedOn: _on, ...figures } }) => ({ key, figures: JSON.stringify(figures) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return editions
    .filter(({ figures }, place) => editions[place - 1]?.figures !== figures)
    .map(({ key, figures }) => `${key} ${figures}`);
}

const namesBelow = (store: Store, folder: string): readonly string[] =>
  store.drives.children(folder).flatMap(({ id, name }) => [name, ...namesBelow(store, id)]);

export const mailsIn = (store: Store): readonly string[] =>
  store.mail.inboxOf(people.derbyshireOfficer.mail).map(({ subject, content }) => `${subject}\n${content}`);

/** References are drawn at random: in a text, each gives way to the pupil it was drawn for. */
export function pupilsForRefs(workspace: Workspace): (text: string) => string {
  const cases = workspace.school('LARK').cases.all();
  return (text) => cases.reduce((said, { value }) => said.replaceAll(value.ref, `[${value.pupilName}]`), text);
}

/** Every line of every digest: which case, and whether a review or a consent. */
export const saidIn = (store: Store): readonly string[] =>
  store.conversations
    .listChannel('19:lark-staff@thread.tacv2')
    .map((stored) => messageView(stored).cards)
    .filter((cards) => JSON.stringify(cards).includes('"Reminders"'))
    .flatMap(cardLines)
    .map(({ group, text }) => `${group}: ${text.slice(0, 7)}`);

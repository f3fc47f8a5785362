// What must be so at the end of a term, whatever befell it; each sentence that comes back says what is not.
import { connect, openOutside, type OpenOutside } from '#host/compose.ts';
import { isWhole } from '#workflows/casework/chronology.ts';
import type { Records } from '#workflows/ports.ts';
import { everyList, mailsIn, pupilsForRefs, saidIn, type Standing, standingOf } from './standing.ts';
import type { Stage } from './stage.ts';

export interface Verdict {
  readonly standing: Standing;
  /** Keys of the ledger, with the references of cases in place. */
  readonly reminders: readonly string[];
  readonly wrong: readonly string[];
}

/** `fine` is what the same term came to when nothing befell it; null for that term itself. */
export async function judge(stage: Stage, fine: Verdict | null): Promise<Verdict> {
  const surroundings = stage.trust.surroundings();
  const auditor = await openOutside({ ...surroundings, clock: stage.clock }, connect(surroundings));
  const { workspace } = auditor;
  const standing = standingOf(stage.tenant, workspace);
  const named = pupilsForRefs(workspace);
  const reminders = workspace
    .school('LARK')
    .reminders.all()
    .map(({ value }) => named(value.key))
    .toSorted();
  const wrong = [
    ...(fine ? differences(standing, fine.standing) : []),
    ...(fine ? missing(reminders, fine.reminders).map((key) => `A reminder was never claimed: ${key}.`) : []),
    ...mirrors(stage, auditor),
    ...chronologies(auditor),
    ...doubledReminders(stage, auditor).map(named),
    ...doubledMails(stage).map(named),
  ];
  return { standing, reminders, wrong };
}

const missing = (found: readonly string[], wanted: readonly string[]): readonly string[] => {
  const left = [...found];
  return wanted.filter((one) => {
    const place = left.indexOf(one);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
};

function differences(found: Standing, fine: Standing): readonly string[] {
  return Object.keys(fine).flatMap((name) => [
    ...missing(found[name] ?? [], fine[name] ?? []).map((row) => `${name} lacks ${row}`),
    ...missing(fine[name] ?? [], found[name] ?? []).map((row) => `${name} has, and should not, ${row}`),
  ]);
}

const rowsOf = (list: Records<object> | undefined): string =>
  JSON.stringify(list?.all().toSorted((a, b) => Number(a.id) - Number(b.id)));

/** The mirrors of both apps as they have lived through the term, before anything is started anew. */
export async function judgeMirrors(stage: Stage): Promise<readonly string[]> {
  const surroundings = stage.trust.surroundings();
  return mirrors(stage, await openOutside({ ...surroundings, clock: stage.clock }, connect(surroundings)));
}

/** Each app's mirrors against a reading that begins from nothing; and that against the lists. */
function mirrors({ apps, tenant }: Stage, auditor: OpenOutside): readonly string[] {
  const wrong: string[] = [];
  for (const [name, list] of everyList(auditor.workspace)) {
    for (const problem of list.problems())
      wrong.push(`${name}: item ${problem.id} cannot be read: ${problem.column} ${problem.words}.`);
    for (const app of apps) {
      const own = app.alive()?.outside.workspace;
      if (!own || rowsOf(everyList(own).get(name)) !== rowsOf(list))
        wrong.push(`The mirror of ${app.name} is not equal to the list: ${name}.`);
    }
  }
  const listed = auditor.workspace
    .lists()
    .reduce((sum, { listPath }) => sum + tenant.store.items.count(listPath.split('/').at(-1) ?? ''), 0);
  const read = [...everyList(auditor.workspace).values()].reduce((sum, list) => sum + list.all().length, 0);
  if (listed !== read) wrong.push(`The lists hold ${listed} items, and ${read} were read.`);
  return wrong;
}

function chronologies({ workspace }: OpenOutside): readonly string[] {
  const { cases, chronology } = workspace.school('LARK');
  return cases.all().flatMap(({ value: { ref, pupilName } }) => {
    const entries = chronology.ofCase(ref).map(({ value }) => value);
    return isWhole(entries.toSorted((a, b) => a.number - b.number))
      ? []
      : [`The chronology of ${pupilName} is not whole.`];
  });
}

/** A reminder is said once; once more only where an app died at it or Teams gave no clear answer, which the ledger knows (ADR 4). */
function doubledReminders({ tenant }: Stage, { workspace }: OpenOutside): readonly string[] {
  const wrong: string[] = [];
  const said = saidIn(tenant.store);
  const ledger = workspace
    .school('LARK')
    .reminders.all()
    .map(({ value }) => value);
  const lineOf = (key: string, ref: string): string =>
    `${key.includes('/review/') ? 'Reviews' : 'Consent not signed'}: ${ref}`;
  for (const line of new Set([...said, ...ledger.map(({ key, caseRef }) => lineOf(key, caseRef))])) {
    const entries = ledger.filter(({ key, caseRef }) => lineOf(key, caseRef) === line);
    const times = said.filter((one) => one === line).length;
    const posted = entries.filter(({ state }) => state === 'posted').length;
    const most = entries.reduce((sum, { attempts }) => sum + attempts, 0);
    if (times < posted || times > most)
      wrong.push(`“${line}” was said ${times} times, with ${posted} settled and ${most} attempts in the ledger.`);
    for (const { state, key } of entries) if (state === 'claimed') wrong.push(`Still claimed: ${key}.`);
  }
  return wrong;
}

/** A mail can be doubled where an app died with its notice in its hands, or nobody could tell whether it was taken in: not oftener (ADR 4). */
function doubledMails({ tenant, told }: Stage): readonly string[] {
  const all = mailsIn(tenant.store);
  const doubled = all.length - new Set(all).size;
  return doubled > told.unsettledMails + told.unclearMails
    ? [`${doubled} ${doubled === 1 ? 'mail' : 'mails'} more went out than may be.`]
    : [];
}

// Each notice owed: claimed, filed and shared, put in the authority's list, announced by mail without personal data, settled.
// Every step but the mail can be repeated without effect; a mail is repeated only where a run died between mail and settling, or where
// nobody can tell whether it was taken in.
import { errorFacts } from '../error-name.ts';
import type { Notice } from '#domain/case.ts';
import { type Instant, londonDate } from '#domain/dates.ts';
import { claimName, isDeadClaim } from '../claims.ts';
import { casefileOf } from '../casework/casefile.ts';
import { settleCase } from '../casework/settle-case.ts';
import type { AuthorityRow, Outside, Row, SchoolRow } from '../ports.ts';
import { NotShared } from './not-shared.ts';
import { noticeDocument, noticeReference } from './notice-document.ts';

export type Sending = Pick<Outside, 'workspace' | 'documents' | 'mailbox' | 'clock' | 'log' | 'instance'>;

const mailText = (authority: AuthorityRow, school: SchoolRow, reference: string, link: string): string =>
  [
    `${school.name} has filed a notice for ${authority.name} about a part-time timetable.`,
    '',
    `Reference: ${reference}`,
    `Open it (you will be asked to sign in): ${link}`,
    '',
    'Once you have read it, please tick “Acknowledged” beside it in your list of notices:',
    `${new URL(link).origin}${authority.sitePath}`,
    '',
    'This message holds no personal data.',
  ].join('\n');

interface Claimed {
  readonly school: SchoolRow;
  readonly authority: AuthorityRow;
  readonly row: Row<Notice>;
}

interface Mailed extends Claimed {
  readonly link: string;
}

/** Filed, shared and in the authority's list: all of it can be repeated without effect. Answers the link. */
async function putInReach(outside: Sending, { school, authority, row }: Claimed): Promise<string> {
  const records = outside.workspace.school(school.key);
  const notice = row.value;
  const theCase = records.cases.byKey(notice.caseRef)?.value;
  if (!theCase) throw new Error(`notice ${notice.key} has no case`);
  const document = noticeDocument(casefileOf(records, theCase), notice, school);
  const link = await outside.documents.file(school, document, [authority.mailTo]);
  await outside.workspace.authorityNotices(authority.key).create({
    key: noticeReference(notice),
    caseRef: notice.caseRef,
    school: school.name,
    kind: notice.kind,
    filedOn: londonDate(outside.clock.now()),
    link,
    acknowledged: false,
    editedBy: null,
  });
  return link;
}

async function announce(outside: Sending, { school, authority, row }: Claimed, link: string): Promise<void> {
  const { key, kind } = row.value;
  const reference = noticeReference(row.value);
  await outside.mailbox.send({
    key,
    to: authority.mailTo,
    subject: `Part-time timetable ${kind} ${reference}`,
    text: mailText(authority, school, reference, link),
  });
}

/** Throws where the note of what was sent cannot be made. */
async function settle(outside: Sending, { school, row, link }: Mailed): Promise<void> {
  const records = outside.workspace.school(school.key);
  const settled = await records.notices.change(row, {
    state: 'sent',
    link,
    sentOn: londonDate(outside.clock.now()),
    heldUpBy: null,
    claimedBy: null,
    claimedAt: null,
  });
  if (!settled.ok) throw new Error(`notice ${row.value.key} was changed by another while it was sent`);
  outside.log('notice sent', { school: school.key, kind: row.value.kind });
  await settleCase({ records, school, clock: outside.clock }, row.value.caseRef);
}

/** What a person has to mend is not asked for again every minute: the claim stays, and dies of age. */
async function holdUp(outside: Sending, school: SchoolRow, claimed: Row<Notice>, heldUpBy: string): Promise<void> {
  await outside.workspace.school(school.key).notices.changeAsSeen(claimed, { heldUpBy });
}

async function giveBack(outside: Sending, school: SchoolRow, claimed: Row<Notice>): Promise<void> {
  await outside.workspace
    .school(school.key)
    .notices.changeAsSeen(claimed, { state: 'owed', claimedBy: null, claimedAt: null });
}

/** What this very run has claimed and left, because even giving it back failed, it takes up again at once: it knows what it has mailed. */
function waits(notice: Notice, instance: Outside['instance'], now: Instant): boolean {
  if (notice.state !== 'sending') return notice.state === 'owed';
  const leftByUs = notice.claimedBy === claimName(instance) && notice.heldUpBy === null;
  return leftByUs || isDeadClaim(notice, instance, now);
}

/** All up to the mail; answers what is to be settled, or null where another has taken the notice over. What throws is given back. */
async function mail(outside: Sending, claimed: Claimed): Promise<Mailed | null> {
  const { school } = claimed;
  let { row } = claimed;
  try {
    const link = await putInReach(outside, claimed);
    // The claim begins anew with the one step that cannot be taken back: whoever was so slow as to be overtaken does not take it.
    const renewed = await outside.workspace
      .school(school.key)
      .notices.changeAsSeen(row, { claimedAt: outside.clock.now() });
    if (!renewed.ok) return null;
    row = renewed.value;
    await announce(outside, claimed, link);
    return { ...claimed, row, link };
  } catch (error) {
    const left =
      error instanceof NotShared ? holdUp(outside, school, row, error.words) : giveBack(outside, school, row);
    // If that fails too, the claim dies of age and the notice is sent then.
    await left.catch(() => undefined);
    throw error;
  }
}

/** The notice as this run now holds it; undefined where another was quicker. */
async function claim(outside: Sending, school: SchoolRow, row: Row<Notice>): Promise<Row<Notice> | undefined> {
  const claimed = await outside.workspace.school(school.key).notices.changeAsSeen(row, {
    state: 'sending',
    claimedBy: claimName(outside.instance),
    claimedAt: outside.clock.now(),
  });
  return claimed.ok ? claimed.value : undefined;
}

/**
 * Answers whether nothing failed. A claim that cannot be settled after its mail is not given back: this run knows that the mail is out,
 * any other would send it again.
 */
async function send(outside: Sending, school: SchoolRow, authority: AuthorityRow, row: Row<Notice>): Promise<boolean> {
  try {
    const claimed = await claim(outside, school, row);
    const mailed = claimed && (await mail(outside, { school, authority, row: claimed }));
    if (mailed) await settle(outside, mailed);
    return true;
  } catch (error) {
    outside.log('notice failed', { school: school.key, kind: row.value.kind, ...errorFacts(error) });
    return false;
  }
}

/** Sends what a school owes its authority. One notice that fails stays owed and keeps back none of the others. Answers how many failed. */
export async function sendNotices(outside: Sending, school: SchoolRow): Promise<number> {
  const authority = outside.workspace.authorities.byKey(school.authority)?.value;
  if (!authority) return 0;
  const { notices } = outside.workspace.school(school.key);
  let failed = 0;
  for (const row of notices.all()) {
    if (!waits(row.value, outside.instance, outside.clock.now())) continue;
    if (!(await send(outside, school, authority, row))) failed += 1;
  }
  return failed;
}

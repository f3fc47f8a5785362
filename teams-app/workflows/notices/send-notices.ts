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

async function send(outside: Sending, school: SchoolRow, authority: AuthorityRow, claimed: Row<Notice>): Promise<void> {
  const records = outside.workspace.school(school.key);
  const notice = claimed.value;
  const theCase = records.cases.byKey(notice.caseRef)?.value;
  if (!theCase) throw new Error(`notice ${notice.key} has no case`);
  const reference = noticeReference(notice);
  const today = londonDate(outside.clock.now());
  const link = await outside.documents.file(school, noticeDocument(casefileOf(records, theCase), notice, school), [
    authority.mailTo,
  ]);
  await outside.workspace.authorityNotices(authority.key).create({
    key: reference,
    caseRef: notice.caseRef,
    school: school.name,
    kind: notice.kind,
    filedOn: today,
    link,
    acknowledged: false,
    editedBy: null,
  });
  await outside.mailbox.send({
    key: notice.key,
    to: authority.mailTo,
    subject: `Part-time timetable ${notice.kind} ${reference}`,
    text: mailText(authority, school, reference, link),
  });
  await records.notices.change(claimed, {
    state: 'sent',
    link,
    sentOn: today,
    heldUpBy: null,
    claimedBy: null,
    claimedAt: null,
  });
  await settleCase({ records, school, clock: outside.clock }, notice.caseRef);
  outside.log('notice sent', { school: school.key, kind: notice.kind });
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

/** Sends what a school owes its authority. One notice that fails stays owed and keeps back none of the others. Answers how many failed. */
export async function sendNotices(outside: Sending, school: SchoolRow): Promise<number> {
  const authority = outside.workspace.authorities.byKey(school.authority)?.value;
  const { notices } = outside.workspace.school(school.key);
  let failed = 0;
  for (const row of notices.all()) {
    const now = outside.clock.now();
    if (!waits(row.value, outside.instance, now) || !authority) continue;
    const claim = await notices.changeAsSeen(row, {
      state: 'sending',
      claimedBy: claimName(outside.instance),
      claimedAt: now,
    });
    if (!claim.ok) continue;
    try {
      await send(outside, school, authority, claim.value);
    } catch (error) {
      failed += 1;
      outside.log('notice failed', {
        school: school.key,
        kind: row.value.kind,
        ...errorFacts(error),
      });
      const leave =
        error instanceof NotShared
          ? holdUp(outside, school, claim.value, error.words)
          : giveBack(outside, school, claim.value);
      // If that fails too, the claim dies of age and the notice is sent then.
      await leave.catch(() => undefined);
    }
  }
  return failed;
}

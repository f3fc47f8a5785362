// What a school has told others, what has happened, and what the app itself has to remember.
import { type ChronologyEntry, type Notice, noticeKinds, noticeStates } from '#domain/case.ts';
import { type InboxRow, inboxStates, type ReminderRow, reminderStates, type SweepRow } from '#workflows/ports.ts';
import {
  choice,
  date,
  dateOrNull,
  key,
  moment,
  momentOrNull,
  noteOrBlank,
  noteOrNull,
  text,
  textOrBlank,
  textOrNull,
  wholeNumber,
} from '../fields.ts';
import { caseRefColumn, defineList, type ListSchema, type SiteKind } from '../list-schema.ts';

export const noticesList = defineList<Notice>({
  title: 'Notices',
  description: 'One row is one duty to tell the local authority something, and how far it has come.',
  site: 'school',
  key: 'key',
  fields: {
    key: key('Notice', 'Case reference, kind and version.'),
    caseRef: text(caseRefColumn, 'Case reference', { indexed: true }),
    kind: choice(noticeKinds)('NoticeKind', 'Kind'),
    state: choice(noticeStates)('NoticeState', 'State', { indexed: true }),
    dueOn: date('DueOn', 'Due on', { indexed: true }),
    sentOn: dateOrNull('SentOn', 'Sent on'),
    acknowledgedOn: dateOrNull('AcknowledgedOn', 'Acknowledged on'),
    acknowledgedBy: textOrNull('AcknowledgedBy', 'Acknowledged by'),
    // Addresses of documents outgrow a line of 255, and Graph refuses to write hyperlink columns.
    link: noteOrNull('DocumentLink', 'Document'),
    heldUpBy: noteOrNull('HeldUpBy', 'Held up because', {
      description: 'Why the authority could not be let in at the last try. It is tried again every ten minutes.',
    }),
    version: wholeNumber('PlanVersion', 'Version of times and dates'),
    claimedAt: momentOrNull('ClaimedAt', 'Sending taken up at', { aside: true }),
    claimedBy: textOrNull('ClaimedBy', 'Sending taken up by', { aside: true }),
  },
});

export const chronologyList = defineList<ChronologyEntry>({
  title: 'Chronology',
  description: 'One row is one event of a case. Rows are only ever added; each carries the seal of the one before.',
  site: 'school',
  key: 'key',
  fields: {
    key: key('Entry', 'Case reference and number of the entry.'),
    caseRef: text(caseRefColumn, 'Case reference', { indexed: true }),
    number: wholeNumber('EntryNumber', 'Number'),
    on: date('HappenedOn', 'Date', { indexed: true }),
    event: text('Event', 'Event'),
    words: noteOrBlank('Words', 'What happened'),
    by: textOrBlank('RecordedBy', 'Recorded by'),
    previousHash: textOrBlank('PreviousSeal', 'Seal of the entry before', { aside: true }),
    hash: text('Seal', 'Seal', {
      aside: true,
      description: 'Made of this entry and the seal before it, so that an altered or missing entry can be shown.',
    }),
  },
});

const formInbox = (site: SiteKind, description: string): ListSchema<InboxRow> =>
  defineList<InboxRow>({
    title: 'Form inbox',
    description,
    site,
    key: 'key',
    fields: {
      key: key('Form response', 'The form and the number of the response.'),
      form: choice(noticeKinds)('FormKind', 'Form'),
      state: choice(inboxStates)('InboxState', 'State', { indexed: true }),
      reason: noteOrNull('Reason', 'Why it is parked'),
      receivedOn: date('ReceivedOn', 'Received on'),
      caseRef: textOrNull(caseRefColumn, 'Case reference', { indexed: true }),
      origin: noteOrBlank('Origin', 'Where it came from'),
      answers: noteOrBlank('Answers', 'Answers', { description: 'Every question and answer, as they arrived.' }),
      fingerprint: textOrBlank('Fingerprint', 'Fingerprint', {
        aside: true,
        description: 'Tells whether the same response arrived again with other answers.',
      }),
    },
  });

export const formInboxList = formInbox('school', 'One row is one form response as it arrived, kept whole.');
export const lostFormsList = formInbox('hub', 'Form responses that name no school of the trust.');

export const remindersList = defineList<ReminderRow>({
  title: 'Reminders',
  description: 'One row is one reminder that was said, or is about to be said, so that none is said twice.',
  site: 'school',
  key: 'key',
  fields: {
    key: key('Reminder', 'What is said, about which case, and when it was due.'),
    caseRef: text(caseRefColumn, 'Case reference', { indexed: true }),
    state: choice(reminderStates)('ReminderState', 'State', { indexed: true }),
    claimedAt: moment('ClaimedAt', 'Taken up at'),
    attempts: wholeNumber('Attempts', 'Attempts'),
    claimedBy: text('ClaimedBy', 'Taken up by', { aside: true }),
    activityId: textOrNull('ActivityId', 'Message', { aside: true, description: 'Number of the message in Teams.' }),
  },
});

export const reminderRunsList = defineList<SweepRow>({
  title: 'Reminder runs',
  description: 'One row is one time that reminders were checked.',
  site: 'school',
  key: 'key',
  fields: {
    key: key('Run', 'The day and the number of the run.'),
    asOf: date('AsOf', 'Checked for', { indexed: true }),
    finishedAt: moment('FinishedAt', 'Finished at'),
    said: wholeNumber('Said', 'Reminders said'),
    failed: wholeNumber('Failed', 'Cases that failed'),
    words: noteOrBlank('Words', 'In words'),
  },
});

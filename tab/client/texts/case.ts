import type { BoardRow, CasePage, Finding } from '#tab/contract/answers.ts';
import { dateWords } from '../words/dates.ts';
import { numberWords } from '../words/numbers.ts';

export const statuses: Record<BoardRow['status'], string> = {
  considering: 'Being considered',
  preparing: 'Being prepared',
  agreed: 'Agreed, not started',
  active: 'Active',
  closed: 'Closed',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
};

export const consents: Record<NonNullable<BoardRow['consent']>, string> = {
  asked: 'Consent not signed',
  signed: 'Consent signed',
  refused: 'Consent refused',
  withdrawn: 'Consent withdrawn',
};

export const severities: Record<Finding['severity'], string> = {
  stop: 'Stop',
  'act today': 'Act today',
  'act this week': 'Act this week',
  note: 'Note',
};

const noticeKinds: Record<CasePage['notices'][number]['kind'], string> = {
  notification: 'Notification',
  update: 'Update',
  closure: 'Closure',
};

export const caseCard = {
  back: 'All cases',
  missing: 'What is missing',
  nothingMissing: 'Nothing is missing today.',
  who: 'To be done by',
  source: 'Rule',
  actions: 'What you can do',
  noActions: 'This case has ended. There is nothing more to do here.',
  endings: 'To end it',
  notNow: 'Not now:',
  saveRecord: 'Save this case’s record',
  savingRecord: 'Fetching the record…',
  recordSaved: (file: string) => `Saved as ${file}. It holds everything about this pupil: keep it safe.`,
  recordNotSaved: 'The record could not be saved',
  plan: 'Times and dates',
  times: 'Times in school',
  hours: 'Hours a week',
  starts: 'First day',
  ends: 'Last day',
  nextReview: 'Next review',
  version: 'Version',
  signedOff: 'Signed off',
  notSignedOff: 'Not signed off by the headteacher',
  ended: 'Ended',
  byOn: (by: string, on: string) => `${by}, ${dateWords(on)}`,
  about: 'About the pupil',
  born: 'Date of birth',
  upn: 'UPN',
  groups: 'Groups',
  noGroups: 'None recorded',
  parent: 'Parent or carer',
  reasons: 'Reasons',
  objectives: 'What it is to achieve',
  lead: 'Case lead',
  consent: 'Consent',
  consentVersion: (version: number) => `Version ${numberWords(version)}`,
  consentTerms: (hours: number, from: string, to: string) =>
    `${numberWords(hours)} hours a week, ${dateWords(from)} to ${dateWords(to)}`,
  consentAsked: (on: string) => `Asked ${dateWords(on)}`,
  consentAnswered: (on: string) => `Answered ${dateWords(on)}`,
  noConsent: 'No parent has been asked yet.',
  notAsked: 'Parent not asked yet',
  reviews: 'Reviews',
  noReviews: 'No review is planned or recorded.',
  review: (number: number) => `Review ${numberWords(number)}`,
  reviewPlanned: (on: string) => `Planned for ${dateWords(on)}`,
  reviewHeld: (on: string, due: string) => `Held ${dateWords(on)} (due ${dateWords(due)})`,
  reviewOutcome: (outcome: string, hours: number | null) =>
    hours === null ? outcome : `${outcome}: ${numberWords(hours)} hours a week`,
  outcomeMissing: 'What was decided is not recorded.',
  recordedBy: (name: string) => `Recorded by ${name}`,
  pupilSaid: 'The pupil said',
  parentSaid: 'The parent said',
  schoolSaid: 'The school said',
  notices: 'Notices to the local authority',
  noNotices: 'The local authority has not been told anything yet.',
  noticeKinds,
  noticeTo: (authority: string) => `to ${authority}`,
  noticeOwed: (on: string) => `To be sent by ${dateWords(on)}`,
  noticeHeldUp: (on: string, why: string) => `To be sent by ${dateWords(on)}, and held up. ${why}`,
  noticeSending: 'Being sent',
  noticeSent: (on: string) => `Sent ${dateWords(on)}`,
  noticeUnanswered: 'Not acknowledged yet',
  noticeAcknowledged: (by: string, on: string) => `Acknowledged by ${by}, ${dateWords(on)}`,
  noticeLink: 'Open the notice in SharePoint',
  chronology: 'Chronology',
  noChronology: 'Nothing has been written down yet.',
  chronologyBroken:
    'An entry of this chronology is missing or was altered after it was written. Tell your headteacher before you rely on it.',
} as const;

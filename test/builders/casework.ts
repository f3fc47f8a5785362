// Rows with plainly fictional content. A test names only what it is about.
import type { Agreement, Case, Casefile, Notice, Review } from '#domain/case.ts';
import { agreementKey, noticeKey, reviewKey } from '#domain/duties.ts';
import { senco } from './people.ts';
import { inDays, today } from './today.ts';

/** An active case that began two weeks ago, with its first review due today. */
export const aCase = (changes: Partial<Case> = {}): Case => ({
  ref: 'K7M-2QX',
  sourceKey: 'notification:1',
  status: 'active',
  pupilName: 'Jimmy Example',
  dateOfBirth: today.subtract({ years: 9 }),
  yearGroup: 'Year 5',
  upn: 'P000000000001',
  groups: ['SEN support'],
  parentName: 'Jo Example',
  reasons: ['Mental health'],
  objectives: 'To feel safe in class and to stay for lunch.',
  version: 1,
  times: 'Monday to Friday 9.00 to 11.30',
  hoursInSchool: 12.5,
  startsOn: inDays(-14),
  endsOn: inDays(25),
  nextReviewOn: today,
  lead: { id: senco.id, name: senco.name },
  openedOn: inDays(-21),
  openedBy: senco.name,
  signedOffOn: inDays(-14),
  signedOffBy: 'Juniper Thistle',
  signedOffVersion: 1,
  exceptional: 'Jimmy could not come into school for five weeks.',
  despiteExclusionRisk: null,
  endedOn: null,
  endedBy: null,
  closureReason: null,
  ...changes,
});

/** A case that still waits for its start. */
export const aCaseInPreparation = (changes: Partial<Case> = {}): Case =>
  aCase({
    status: 'preparing',
    startsOn: inDays(7),
    nextReviewOn: null,
    signedOffOn: null,
    signedOffBy: null,
    signedOffVersion: null,
    exceptional: null,
    ...changes,
  });

/** Signed, for the times and dates of aCase, unless the test says otherwise. */
export function anAgreement(changes: Partial<Agreement> = {}): Agreement {
  const { ref, parentName, times, hoursInSchool, startsOn, endsOn } = aCase();
  const { caseRef = ref, version = 1, state = 'signed' } = changes;
  const answered = state !== 'asked';
  return {
    key: agreementKey(caseRef, version),
    caseRef,
    version,
    party: parentName,
    state,
    times,
    hoursInSchool,
    startsOn,
    endsOn,
    askedOn: inDays(-21),
    answeredOn: answered ? inDays(-18) : null,
    evidence: answered ? 'Signed copy in the pupil’s file' : null,
    recordedBy: answered ? senco.name : null,
    ...changes,
  };
}

/** The first review, planned for today. */
export function aReview(changes: Partial<Review> = {}): Review {
  const { caseRef = aCase().ref, number = 1 } = changes;
  return {
    key: reviewKey(caseRef, number),
    caseRef,
    number,
    dueOn: today,
    heldOn: null,
    outcome: null,
    hoursAfter: null,
    timesAfter: null,
    versionAfter: null,
    nextOn: null,
    parentWords: null,
    pupilWords: null,
    schoolWords: null,
    recordedBy: null,
    pressId: null,
    ...changes,
  };
}

/** A review held today that changed nothing, with everybody’s words. */
export const aHeldReview = (changes: Partial<Review> = {}): Review =>
  aReview({
    heldOn: today,
    outcome: 'Same hours',
    hoursAfter: 12.5,
    parentWords: 'He sleeps better.',
    pupilWords: 'I like the mornings.',
    schoolWords: 'In class on nine days of ten.',
    recordedBy: senco.name,
    pressId: 'press-1',
    ...changes,
  });

/** The first notification, sent when the case was opened. */
export function aNotice(changes: Partial<Notice> = {}): Notice {
  const { caseRef = aCase().ref, kind = 'notification' } = changes;
  return {
    key: noticeKey(caseRef, kind),
    caseRef,
    kind,
    version: 1,
    dueOn: inDays(-14),
    state: 'sent',
    link: 'https://documents.example/sites/larkfield/1.docx',
    sentOn: inDays(-21),
    acknowledgedOn: null,
    acknowledgedBy: null,
    heldUpBy: null,
    claimedBy: null,
    claimedAt: null,
    ...changes,
  };
}

/** A case with what belongs beside it: signed consent, a review planned for today, a notification sent. */
export const aCasefile = (parts: Partial<Casefile> = {}): Casefile => ({
  case: aCase(),
  agreements: [anAgreement()],
  reviews: [aReview()],
  notices: [aNotice()],
  chronology: [],
  sections: [],
  ...parts,
});

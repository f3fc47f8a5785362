// The lists of one school's cases, agreements and reviews.
import {
  type Agreement,
  agreementStates,
  type Case,
  caseReasons,
  caseStatuses,
  closureReasons,
  pupilGroups,
  type Review,
  reviewOutcomes,
} from '#domain/case.ts';
import {
  choice,
  choiceOrNull,
  choices,
  date,
  dateOrNull,
  key,
  noteOrBlank,
  noteOrNull,
  number,
  numberOrNull,
  person,
  text,
  textOrBlank,
  textOrNull,
  wholeNumber,
  wholeNumberOrNull,
} from '../fields.ts';
import { caseRefColumn, defineList } from '../list-schema.ts';

const several = 'Several are kept apart by a semicolon. Possible: ';

export const casesList = defineList<Case>({
  title: 'Cases',
  description: 'One row is one part-time timetable of one pupil.',
  site: 'school',
  key: 'ref',
  fields: {
    ref: key('Case reference', 'Says nothing about the pupil; use it in messages instead of the name.'),
    pupilName: text('Pupil', 'Pupil'),
    yearGroup: textOrBlank('YearGroup', 'Year'),
    status: choice(caseStatuses)('CaseStatus', 'Status', { indexed: true }),
    hoursInSchool: number('HoursInSchool', 'Hours a week in school', {
      description: 'Clock hours, breaks and lunch included.',
    }),
    startsOn: date('StartsOn', 'Start date'),
    nextReviewOn: dateOrNull('NextReview', 'Next review', { indexed: true }),
    endsOn: date('EndsOn', 'Full time by', { indexed: true }),
    lead: person('Lead', 'Case lead', { indexed: true }),
    times: noteOrBlank('Times', 'Times in school'),
    reasons: choices(caseReasons)('Reasons', 'Reasons', { description: `${several}${caseReasons.join('; ')}.` }),
    groups: choices(pupilGroups)('Groups', 'Groups the pupil belongs to', {
      description: `${several}${pupilGroups.join('; ')}.`,
    }),
    objectives: noteOrBlank('Objectives', 'Objectives'),
    parentName: textOrBlank('Parent', 'Parent the pupil normally lives with'),
    dateOfBirth: date('DateOfBirth', 'Date of birth'),
    upn: textOrBlank('UPN', 'Unique pupil number', { indexed: true }),
    version: wholeNumber('PlanVersion', 'Version of times and dates', {
      description: 'Goes up when times or dates change; a parent agrees to one version.',
    }),
    openedOn: date('OpenedOn', 'Opened on'),
    openedBy: textOrBlank('OpenedBy', 'Opened by'),
    signedOffOn: dateOrNull('SignedOffOn', 'Signed off on'),
    signedOffBy: textOrNull('SignedOffBy', 'Signed off by'),
    signedOffVersion: wholeNumberOrNull('SignedOffVersion', 'Version signed off'),
    exceptional: noteOrNull('Exceptional', 'What makes it exceptional'),
    despiteExclusionRisk: noteOrNull('DespiteExclusionRisk', 'Why it is right although exclusion is a risk'),
    endedOn: dateOrNull('EndedOn', 'Ended on'),
    endedBy: textOrNull('EndedBy', 'Ended by'),
    closureReason: choiceOrNull(closureReasons)('ClosureReason', 'Why it ended'),
    sourceKey: text('SourceKey', 'Source', {
      unique: true,
      aside: true,
      description: 'What opened the case, such as a form response. One source makes one case.',
    }),
  },
});

export const agreementsList = defineList<Agreement>({
  title: 'Agreements',
  description: 'One row is one parent’s answer to one version of the times and dates.',
  site: 'school',
  key: 'key',
  fields: {
    key: key('Agreement', 'Case reference, version and who is asked.'),
    caseRef: text(caseRefColumn, 'Case reference', { indexed: true }),
    version: wholeNumber('PlanVersion', 'Version of times and dates'),
    party: text('Party', 'Who is asked'),
    state: choice(agreementStates)('AgreementState', 'Answer', { indexed: true }),
    askedOn: date('AskedOn', 'Asked on', { indexed: true }),
    answeredOn: dateOrNull('AnsweredOn', 'Answered on'),
    times: noteOrBlank('Times', 'Times put to them'),
    hoursInSchool: number('HoursInSchool', 'Hours a week put to them'),
    startsOn: date('StartsOn', 'Start date put to them'),
    endsOn: date('EndsOn', 'Full time by, as put to them'),
    evidence: noteOrNull('Evidence', 'Where the signature is kept'),
    recordedBy: textOrNull('RecordedBy', 'Recorded by'),
  },
});

export const reviewsList = defineList<Review>({
  title: 'Reviews',
  description: 'One row is one review, planned or held.',
  site: 'school',
  key: 'key',
  fields: {
    key: key('Review', 'Case reference and number of the review.'),
    caseRef: text(caseRefColumn, 'Case reference', { indexed: true }),
    number: wholeNumber('ReviewNumber', 'Number'),
    dueOn: date('DueOn', 'Due on', { indexed: true }),
    heldOn: dateOrNull('HeldOn', 'Held on', { indexed: true }),
    outcome: choiceOrNull(reviewOutcomes)('Outcome', 'Outcome'),
    hoursAfter: numberOrNull('HoursAfter', 'Hours a week afterwards'),
    timesAfter: noteOrNull('TimesAfter', 'Times afterwards'),
    nextOn: dateOrNull('NextOn', 'Next review decided for'),
    parentWords: noteOrNull('ParentWords', 'Parent’s words'),
    pupilWords: noteOrNull('PupilWords', 'Pupil’s words'),
    schoolWords: noteOrNull('SchoolWords', 'School’s words'),
    recordedBy: textOrNull('RecordedBy', 'Recorded by'),
    versionAfter: wholeNumberOrNull('VersionAfter', 'Version of times and dates afterwards'),
    pressId: textOrNull('PressId', 'Press', {
      aside: true,
      description: 'Made when the form or button was shown, so that a press sent twice is recorded once.',
    }),
  },
});

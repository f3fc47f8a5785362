import { yearName, type Case, type Casefile, type Notice } from '#domain/case.ts';
import { longDate } from '#domain/dates.ts';
import { fullWeekHours, type School } from '#domain/school.ts';
import type { NoticeDocument } from '../ports.ts';

const titles: Readonly<Record<Notice['kind'], string>> = {
  notification: 'Notification of a part-time timetable',
  update: 'Change to a part-time timetable',
  closure: 'End of a part-time timetable',
};

const consentWords = (file: Casefile): string => {
  const answer = file.agreements.find((one) => one.version === file.case.version);
  if (answer?.state === 'signed' && answer.answeredOn)
    return `Signed by ${answer.party} on ${longDate(answer.answeredOn)}`;
  return answer ? `${answer.state.charAt(0).toUpperCase()}${answer.state.slice(1)}; not signed` : 'Not yet asked';
};

const arrangement = (theCase: Case, school: School): NoticeDocument['facts'] => [
  { term: 'Times in school', description: theCase.times },
  { term: 'Hours a week in school', description: `${theCase.hoursInSchool} of ${fullWeekHours(school)} (clock hours)` },
  { term: 'Starts', description: longDate(theCase.startsOn) },
  { term: 'Full time again by', description: longDate(theCase.endsOn) },
  {
    term: 'Next review',
    description: theCase.nextReviewOn ? longDate(theCase.nextReviewOn) : 'Planned when it starts',
  },
];

/** What the authority reads. The document itself names the pupil; its reference and address do not. */
export function noticeDocument(file: Casefile, notice: Notice, school: School): NoticeDocument {
  const { case: theCase } = file;
  const ended = theCase.endedOn
    ? [
        { term: 'Ended on', description: longDate(theCase.endedOn) },
        { term: 'Why', description: theCase.closureReason ?? 'Not given' },
      ]
    : [];
  return {
    reference: noticeReference(notice),
    title: titles[notice.kind],
    facts: [
      { term: 'School', description: school.name },
      { term: 'Case', description: theCase.ref },
      { term: 'Pupil', description: theCase.pupilName },
      { term: 'Date of birth', description: longDate(theCase.dateOfBirth) },
      { term: 'UPN', description: theCase.upn },
      { term: 'Year', description: yearName(theCase.yearGroup) },
      { term: 'Groups', description: theCase.groups.join(', ') || 'None recorded' },
      ...(notice.kind === 'closure'
        ? ended
        : [
            { term: 'Reasons', description: theCase.reasons.join(', ') },
            { term: 'Objectives', description: theCase.objectives },
            ...arrangement(theCase, school),
            { term: 'Parent’s agreement', description: `${consentWords(file)} (version ${theCase.version})` },
          ]),
    ],
  };
}

/** e.g. K7M-2QX-update-v2: the file's name in the library and the notice's number in letters. */
export const noticeReference = (notice: Notice): string => notice.key.replace('/notice/', '-');

// All that the SENCO of a story writes, in the order of the days.
import type { PlainDate } from '#domain/dates.ts';
import type { Course } from './course.ts';
import { checklistPaper } from './papers/checklist.ts';
import { answersPaper, meetingsPaper, stepsPaper } from './papers/meeting.ts';
import type { Paper } from './papers/paper.ts';
import { familyPaper, needsPaper, purposePaper, triedPaper, voicesPaper } from './papers/pupil.ts';
import { contactsPaper, marksPaper, reviewsPaper, sessionsPaper } from './papers/running.ts';
import { practicalPaper, riskPaper } from './papers/safety.ts';
import { sharingPaper, toldPapers } from './papers/told.ts';
import { weeksPaper } from './papers/weeks.ts';
import type { StoryReview } from './story.ts';

const ifWritten = <Part>(part: Part | undefined, write: (part: Part) => Paper): readonly Paper[] =>
  part === undefined ? [] : [write(part)];

/** What is written before the parent answers. */
export function papersBefore(course: Course): readonly Paper[] {
  const { papers } = course.story;
  return [
    ...ifWritten(papers.family, (family) => familyPaper(course, family)),
    ...ifWritten(papers.needs, (needs) => needsPaper(course, needs)),
    ...ifWritten(papers.purpose, (purpose) => purposePaper(course, purpose)),
    ...ifWritten(papers.voices, (voices) => voicesPaper(course, voices)),
    ...ifWritten(papers.tried, (tried) => triedPaper(course, tried)),
    ...(papers.steps ? [stepsPaper(course)] : []),
    ...ifWritten(papers.meeting, (meeting) => meetingsPaper(course, meeting)),
    ...ifWritten(papers.risk, (risk) => riskPaper(course, risk)),
    ...ifWritten(papers.weeks, (weeks) => weeksPaper(course, weeks)),
    ...ifWritten(papers.practical, (practical) => practicalPaper(course, practical)),
    ...ifWritten(papers.answers, (answers) => answersPaper(course, answers)),
  ];
}

/** What is written when the plan goes round, and of who is told while it runs. */
export function papersOnItsWay(course: Course, until: PlainDate): readonly Paper[] {
  const { circulated, meeting } = course.story.papers;
  if (!circulated) return [];
  return [
    ...toldPapers(course, until),
    ...ifWritten(meeting, (held) => sharingPaper(course, held)),
    checklistPaper(course, circulated),
  ];
}

/** What is written at a review: who took part, and the risks looked at again. Nobody has done either where it has no details. */
export function papersAtReview(course: Course, on: PlainDate, held: readonly StoryReview[]): readonly Paper[] {
  const { risk } = course.story.papers;
  if (!held.at(-1)?.details) return [];
  return [...ifWritten(risk, (one) => riskPaper(course, one, on)), reviewsPaper(course, on, held)];
}

/** What has been written from day to day by the last day. */
export function papersSince(course: Course, until: PlainDate): readonly Paper[] {
  const { story } = course;
  const { running } = story.papers;
  if (!running) return [];
  const times = story.reviews?.reduce((before, { times: after }) => after ?? before, story.times) ?? story.times;
  return [
    ...ifWritten(running.contacts, (contacts) => contactsPaper(course, until, contacts)),
    ...ifWritten(running.sessions, (sessions) => sessionsPaper(course, until, times, sessions)),
    ...ifWritten(running.marks, (marks) => marksPaper(course, until, marks)),
  ];
}

// Who was told beside the authority, whose notices the product sends by itself, and who was given the papers.
import { firstSchoolDayAfter } from '#domain/calendar.ts';
import type { PupilGroup } from '#domain/case.ts';
import { date, isAfter, isBefore, type PlainDate } from '#domain/dates.ts';
import type { SectionJson } from '#domain/record/sections.ts';
import type { NoticeTo } from '#domain/record/words.ts';
import type { Course } from '../course.ts';
import type { Meeting } from '../story-papers.ts';
import { attendeesOf } from './meeting.ts';
import { paper, type Paper } from './paper.ts';

type Notice = NonNullable<SectionJson<'told'>['notices']>[number];
type Document = NonNullable<SectionJson<'sharing'>['documents']>[number];

const forGroup: readonly (readonly [NoticeTo, readonly PupilGroup[]])[] = [
  ['SEND team north', ['EHC plan']],
  ['social worker', ['Looked after', 'Child protection plan', 'Child in need']],
  ['virtual school', ['Looked after']],
  ['early help worker', ['Early help']],
];

const sent = (course: Course, to: NoticeTo, kind: Notice['kind'], on: PlainDate): Notice => ({
  to,
  kind,
  dueOn: on.toString(),
  sentOn: on.toString(),
  by: course.staff.senco.displayName,
});

function atTheStart(course: Course): readonly Notice[] {
  const { story, school } = course;
  const opened = course.day(-story.openedBefore);
  const forgotten: readonly string[] = story.papers.circulated?.forgotten ?? [];
  const groups = forGroup.filter(([, of]) => of.some((group) => story.groups.includes(group)));
  return [
    ...(school.authority === 'derbyshire' ? groups.map(([to]) => sent(course, to, 'notification', opened)) : []),
    sent(course, 'trust', 'notification', opened),
    sent(course, 'education welfare service', 'notification', opened),
    ...(forgotten.includes('governors') ? [] : [sent(course, 'governors', 'decision', course.day(-3))]),
  ];
}

/** Lists made as each half-term begins, and reports as each term ends, while the plan runs. */
function asTermsGoBy(course: Course, until: PlainDate): readonly Notice[] {
  const { calendar, starts, school } = course;
  const within = (day: PlainDate): boolean => !isBefore(day, starts) && !isAfter(day, until);
  return calendar.terms.flatMap(({ name, from, to, halfTerm }) => {
    const begins = [from, ...(halfTerm ? [halfTerm.to.add({ days: 1 })] : [])].filter((day) => !isBefore(day, starts));
    const lists = begins.map((day) => firstSchoolDayAfter(calendar, day)).filter(within);
    const made = school.authority === 'derbyshire' ? lists : [];
    return [
      ...made.map((on) => ({ ...sent(course, 'authority', 'half-termly list', on), period: name })),
      ...(within(to) ? [{ ...sent(course, 'governors', 'report', to), period: name }] : []),
    ];
  });
}

/** Who was told as it is written when the plan has gone round, and again each time that something is added. */
export function toldPapers(course: Course, until: PlainDate): readonly Paper[] {
  const first = atTheStart(course);
  const later = asTermsGoBy(course, until);
  const days = [...new Set(later.map(({ sentOn }) => sentOn ?? ''))].toSorted();
  return [
    paper('told', course.day(-3), { notices: [...first] }),
    ...days.map((day) =>
      paper('told', date(day), { notices: [...first, ...later.filter(({ sentOn }) => (sentOn ?? '') <= day)] }),
    ),
  ];
}

/** Everybody who was at the meeting is given the plan a day or two after it (DBY:45). */
export function sharingPaper(course: Course, meeting: Meeting): Paper {
  const { story, staff } = course;
  const on = course.day(-3).toString();
  const forgotten: readonly string[] = story.papers.circulated?.forgotten ?? [];
  const kept = (kind: Document['kind']): Document => ({ kind, on, where: staff.log });
  return paper('sharing', course.day(-3), {
    sharedWith: attendeesOf(course, meeting)
      .filter(({ party }) => !forgotten.includes(party))
      .map(({ party, name }) => ({ what: 'plan', version: 1, party, name, on })),
    documents: [
      kept('plan'),
      kept('risk assessment'),
      kept('meeting minutes'),
      ...(story.consent === 'signed' ? [kept('signed agreement')] : []),
      ...(story.papers.purpose?.evidence ? [kept('medical evidence')] : []),
    ],
  });
}

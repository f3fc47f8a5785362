// A story as steps on days, each of them one thing that somebody does with the product.
import { compareDates, isAfter, type PlainDate } from '#domain/dates.ts';
import type { Case } from '#domain/case.ts';
import type { Actor } from '#domain/people.ts';
import type { Result } from '#domain/result.ts';
import type { Target } from '#workflows/casework/change-case.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { saveSection } from '#workflows/casework/save-section.ts';
import { signOff } from '#workflows/casework/sign-off.ts';
import type { Outside, Row } from '#workflows/ports.ts';
import type { Problem } from '#workflows/problem.ts';
import { laterThan, type Course } from './course.ts';
import { papersAtReview, papersBefore, papersOnItsWay, papersSince } from './papers.ts';
import type { Paper } from './papers/paper.ts';
import type { StoryReview } from './story.ts';

export type Done = Promise<Result<Row<Case>, Problem>>;

export interface Step {
  readonly on: PlainDate;
  readonly play: () => Done;
}

export interface Cast {
  readonly outside: Outside;
  /** The story's case, and its SENCO who works on it. */
  readonly target: Target;
  readonly headteacher: Actor;
  readonly number: number;
}

/** The longest that the trust lets pass between two reviews (DDAT:141). */
const reviewInterval = { days: 14 };

/** The steps after the case was opened, in the order of the days; those of one day in the order in which they are written here. */
export function scriptOf(course: Course, { outside, target, headteacher, number }: Cast): readonly Step[] {
  const { story, starts, planned, day } = course;
  const { exceptional, reviews = [], ends } = story;
  const until = ends ? day(ends.day) : course.now;
  const write = (papers: readonly Paper[]): readonly Step[] =>
    papers.map(({ kind, on, body }) => ({ on, play: () => saveSection(outside, target, { kind, body }) }));

  const answered = (answer: 'signed' | 'refused', on: PlainDate): Step => ({
    on,
    play: () => recordConsent(outside, target, { answer, on, evidence: 'Signed copy in the pupil’s file' }),
  });
  const signedOff = (on: PlainDate, action: 'start' | 'sign off'): readonly Step[] => {
    if (exceptional === null) return [];
    const said = { exceptional, despiteExclusionRisk: '' };
    return [{ on, play: () => signOff(outside, { ...target, actor: headteacher }, action, said) }];
  };

  const reviewed = (review: StoryReview, index: number): readonly Step[] => {
    const heldOn = day(review.day);
    const next = review.nextDay === undefined ? null : laterThan(heldOn, planned(review.nextDay));
    const held = {
      pressId: `demonstration:${number}:${index}`,
      reviewKey: null,
      heldOn,
      outcome: review.outcome,
      hoursAfter: review.hours,
      times: review.times ?? '',
      // Left to the rules where holidays would put it too far off.
      nextOn: next && !isAfter(next, heldOn.add(reviewInterval)) ? next : null,
      parentWords: review.parent,
      pupilWords: review.pupil,
      schoolWords: review.school,
    };
    const isNewVersion = review.outcome === 'More hours' || review.outcome === 'Fewer hours';
    const signedOn = day(review.signedDay ?? review.day);
    return [
      { on: heldOn, play: () => recordReview(outside, target, held) },
      ...write(papersAtReview(course, heldOn, reviews.slice(0, index + 1))),
      ...(isNewVersion && review.signed !== false ? [answered('signed', signedOn)] : []),
      ...(isNewVersion && review.signed !== false && review.signedOff !== false ? signedOff(signedOn, 'sign off') : []),
    ];
  };

  const ended = (): readonly Step[] => {
    if (!ends) return [];
    const { reason, details } = ends;
    const ending =
      exceptional === null
        ? ({ action: 'withdraw', on: until, details } as const)
        : ({ action: 'close', on: until, reason, details } as const);
    return [{ on: until, play: () => endCase(outside, target, ending) }];
  };

  const steps = [
    ...write(papersBefore(course)),
    ...(story.consent === 'signed' || story.consent === 'refused' ? [answered(story.consent, day(-5))] : []),
    ...write(papersOnItsWay(course, until)),
    ...signedOff(starts, 'start'),
    ...reviews.flatMap(reviewed),
    ...(exceptional === null ? [] : write(papersSince(course, until))),
    ...ended(),
  ];
  return steps.toSorted((a, b) => compareDates(a.on, b.on));
}

// Plays a story through the product's own workflows, with a clock that is set to the day of each step,
// so that the lists, the chronology and the notices come out as they would in a school.
import { firstSchoolDayAfter, schoolDayOnOrBefore } from '#domain/calendar.ts';
import type { Case } from '#domain/case.ts';
import { date, isAfter, Temporal, type Instant, type PlainDate } from '#domain/dates.ts';
import type { Actor } from '#domain/people.ts';
import type { Result } from '#domain/result.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { openCase } from '#workflows/casework/open-case.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { startCase } from '#workflows/casework/start-case.ts';
import { sendNotices } from '#workflows/notices/send-notices.ts';
import type { Outside, Row, SchoolRow } from '#workflows/ports.ts';
import type { Problem } from '#workflows/problem.ts';
import { madeUpUpn } from './made-up-upn.ts';
import { people } from './people.ts';
import type { Story } from './story.ts';

export interface Stage {
  readonly outside: Outside;
  /** Sets the clock that `outside` reads. */
  readonly setNow: (now: Instant) => void;
  readonly today: PlainDate;
}

const staff = {
  LARK: { head: people.larkHead, senco: people.larkSenco },
  HOLL: { head: people.hollinHead, senco: people.hollinSenco },
  MILL: { head: people.millHead, senco: people.millSenco },
} as const;

const must = (done: Result<Row<Case>, Problem>): Case => {
  if (!done.ok) throw new Error(`the demonstration does not fit the rules: ${done.error.words}`);
  return done.value.value;
};

export async function playStory(
  { outside, setNow, today }: Stage,
  school: SchoolRow,
  story: Story,
  number: number,
): Promise<void> {
  const { head, senco } = staff[story.school];
  const lead: Actor = { id: senco.id, name: senco.displayName, roles: ['senco'] };
  const headteacher: Actor = { id: head.id, name: head.displayName, roles: ['headteacher'] };
  const starts =
    typeof story.starts === 'string'
      ? date(story.starts)
      : schoolDayOnOrBefore(school.calendar, today.add({ days: story.starts }));
  const onDay = (day: number): PlainDate => schoolDayOnOrBefore(school.calendar, starts.add({ days: day }));
  /** In the holidays two days of a story can fall on one. */
  const laterThan = (before: PlainDate, day: PlainDate): PlainDate | null => (isAfter(day, before) ? day : null);
  const at = (day: PlainDate): PlainDate => {
    setNow(day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from('15:30') }).toInstant());
    return day;
  };
  const notices = async (): Promise<void> => {
    if ((await sendNotices(outside, school)) > 0) throw new Error('a notice of the demonstration could not be sent');
  };

  at(schoolDayOnOrBefore(school.calendar, starts.subtract({ days: story.openedBefore })));
  const opened = must(
    await openCase(outside, school, lead, {
      sourceKey: `demonstration:${number}`,
      pupilName: story.pupil,
      dateOfBirth: date(story.born),
      yearGroup: story.year,
      upn: madeUpUpn(school.authority, number),
      groups: story.groups,
      parentName: story.parent,
      reasons: story.reasons,
      objectives: story.objectives,
      times: story.times,
      hoursInSchool: story.hours,
      startsOn: starts,
      endsOn: laterThan(starts, onDay(story.lasts)) ?? firstSchoolDayAfter(school.calendar, starts),
    }),
  );
  await notices();
  const target = { school, caseRef: opened.ref, actor: lead, etag: null };

  if (story.consent !== 'waiting') {
    const on = at(schoolDayOnOrBefore(school.calendar, starts.subtract({ days: 5 })));
    must(
      await recordConsent(outside, target, { answer: story.consent, on, evidence: 'Signed copy in the pupil’s file' }),
    );
  }
  if (story.begins) {
    at(starts);
    must(await startCase(outside, { ...target, actor: headteacher }));
  }
  for (const [index, review] of (story.reviews ?? []).entries()) {
    const heldOn = at(onDay(review.day));
    must(
      await recordReview(outside, target, {
        pressId: `demonstration:${number}:${index}`,
        reviewKey: null,
        heldOn,
        outcome: review.outcome,
        hoursAfter: review.hours,
        times: review.times ?? '',
        nextOn: review.nextDay === undefined ? null : laterThan(heldOn, onDay(review.nextDay)),
        parentWords: review.parent,
        pupilWords: review.pupil,
        schoolWords: review.school,
      }),
    );
    await notices();
    const changed = review.outcome === 'More hours' || review.outcome === 'Fewer hours';
    if (changed && review.signed !== false) {
      must(await recordConsent(outside, target, { answer: 'signed', on: heldOn, evidence: 'Signed at the review' }));
    }
  }
  if (story.ends) {
    const on = at(onDay(story.ends.day));
    must(
      await endCase(outside, target, { action: story.begins ? 'close' : 'withdraw', on, reason: story.ends.reason }),
    );
  }
  await notices();
}

// Plays a story through the product's own workflows, with a clock that is set to the day of each step,
// so that the lists, the chronology and the notices come out as they would in a school.
import { Temporal, type Instant, type PlainDate } from '#domain/dates.ts';
import type { Actor } from '#domain/people.ts';
import { considerCase } from '#workflows/casework/consider-case.ts';
import { openCase } from '#workflows/casework/open-case.ts';
import { sendNotices } from '#workflows/notices/send-notices.ts';
import type { Outside, SchoolRow } from '#workflows/ports.ts';
import type { TenantUser } from '../tenant-definition.ts';
import { bornOn, courseOf, type Course } from './course.ts';
import { madeUpUpn } from './made-up-upn.ts';
import { scriptOf, type Done } from './script.ts';
import type { Story } from './story.ts';

export interface Stage {
  readonly outside: Outside;
  /** Sets the clock that `outside` reads. */
  readonly setNow: (now: Instant) => void;
  readonly today: PlainDate;
}

const afternoon = Temporal.PlainTime.from('15:30');

const actor = ({ id, displayName: name }: TenantUser, role: Actor['roles'][number]): Actor => ({
  id,
  name,
  roles: [role],
});

function openStory(outside: Outside, course: Course, lead: Actor, number: number): Done {
  const { story, school, starts: startsOn, ends: endsOn } = course;
  const known = {
    pupilName: story.pupil,
    yearGroup: story.year,
    upn: madeUpUpn(school.authority, number),
    parentName: story.parent,
    reasons: story.reasons,
    objectives: story.objectives,
    times: story.times,
    hoursInSchool: story.hours,
  };
  const dateOfBirth = bornOn(story, startsOn);
  if (story.consent !== null) {
    const { groups } = story;
    const sourceKey = `demonstration:${number}`;
    return openCase(outside, school, lead, { ...known, sourceKey, groups, dateOfBirth, startsOn, endsOn });
  }
  return considerCase(outside, school, lead, {
    ...known,
    pressId: `demonstration-${number}`,
    dateOfBirth: dateOfBirth.toString(),
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
  });
}

export async function playStory(
  { outside, setNow, today }: Stage,
  school: SchoolRow,
  story: Story,
  number: number,
): Promise<void> {
  const course = courseOf(story, school, today);
  const lead = actor(course.staff.senco, 'senco');
  const play = async (on: PlainDate, does: () => Done): Promise<string> => {
    setNow(on.toZonedDateTime({ timeZone: 'Europe/London', plainTime: afternoon }).toInstant());
    const done = await does();
    if (!done.ok) throw new Error(`the demonstration does not fit the rules: ${done.error.words}`);
    if ((await sendNotices(outside, school)) > 0) throw new Error('a notice of the demonstration could not be sent');
    return done.value.value.ref;
  };
  const caseRef = await play(course.day(-story.openedBefore), () => openStory(outside, course, lead, number));
  const headteacher = actor(course.staff.head, 'headteacher');
  const cast = { outside, target: { school, caseRef, actor: lead, etag: null }, headteacher, number };
  for (const step of scriptOf(course, cast)) await play(step.on, step.play);
}

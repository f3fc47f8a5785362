// The plan: versions of times and dates, each with its weeks. Changing any of them makes a new version.
import { z } from 'zod';
import {
  elsewhereKinds,
  weekdays,
  type DayTimes,
  type Minute,
  type TimetableWeek,
  type Weekday,
} from '../timetable/week.ts';
import { amount, atTime, counted, date, day, list, text, time } from './fields.ts';

const written = (title: string) =>
  z
    .strictObject({ in: atTime('Time in'), out: atTime('Time out') })
    .nullable()
    .default(null)
    .meta({ title });

const elsewhereSchema = z.strictObject({
  day: z.enum(weekdays).meta({ title: 'Day' }),
  in: time.meta({ title: 'From' }),
  out: time.meta({ title: 'To' }),
  kind: z.enum(elsewhereKinds).meta({ title: 'Kind of place' }),
  supervisedBy: text('Supervised by'),
  provider: text('Provider'),
});

/** The six dimensions of Cambridgeshire's target (CAM:205). */
const weekTargetSchema = z
  .strictObject({
    words: text('Target'),
    time: text('Time'),
    place: text('Place'),
    people: text('People'),
    activity: text('Activity'),
    progress: text('Progress that has occurred'),
    support: text('How this will be supported'),
  })
  .nullable()
  .default(null)
  .meta({ title: 'Target of the week' });

const writtenWeekSchema = z.strictObject({
  commencing: date.meta({ title: 'Week commencing', description: 'A Monday.' }),
  days: z
    .strictObject({
      monday: written('Monday'),
      tuesday: written('Tuesday'),
      wednesday: written('Wednesday'),
      thursday: written('Thursday'),
      friday: written('Friday'),
    })
    .prefault({})
    .meta({ title: 'Times in school', description: 'A day that is left out is a day not in school.' }),
  elsewhere: list('Supervised or taught elsewhere', elsewhereSchema),
  target: weekTargetSchema,
  statedHoursInSchool: amount('Total hours in school, as written', 'Compared with the times.'),
  statedHoursElsewhere: amount('Total hours of education outside school, as written'),
  remark: text('Remark'),
});
type WrittenWeek = z.output<typeof writtenWeekSchema>;

/** A day for which only one of the two times was written. */
export interface HalfDay {
  readonly day: Weekday;
  readonly in: Minute | null;
  readonly out: Minute | null;
}

/** A week of the plan: a TimetableWeek with what was written beside it. */
export interface PlanWeek extends TimetableWeek {
  readonly halfDays: readonly HalfDay[];
  readonly target: WrittenWeek['target'];
  readonly statedHoursInSchool: number | null;
  readonly statedHoursElsewhere: number | null;
  readonly remark: string | null;
}

function readWeek({ days: writtenDays, ...rest }: WrittenWeek): PlanWeek {
  const days: Record<Weekday, DayTimes | null> = {
    monday: null,
    tuesday: null,
    wednesday: null,
    thursday: null,
    friday: null,
  };
  const halfDays: HalfDay[] = [];
  for (const weekday of weekdays) {
    const times = writtenDays[weekday];
    if (times === null) continue;
    if (times.in !== null && times.out !== null) days[weekday] = { in: times.in, out: times.out };
    else if (times.in !== null || times.out !== null) halfDays.push({ day: weekday, ...times });
  }
  return { ...rest, days, halfDays };
}

function writeWeek({ days, halfDays, elsewhere, ...rest }: PlanWeek): WrittenWeek {
  const half = (weekday: Weekday): WrittenWeek['days'][Weekday] => {
    const found = halfDays.find((one) => one.day === weekday);
    return found ? { in: found.in, out: found.out } : null;
  };
  const writtenDays = {
    monday: days.monday ?? half('monday'),
    tuesday: days.tuesday ?? half('tuesday'),
    wednesday: days.wednesday ?? half('wednesday'),
    thursday: days.thursday ?? half('thursday'),
    friday: days.friday ?? half('friday'),
  };
  return { ...rest, days: writtenDays, elsewhere: [...elsewhere] };
}

const weekSchema = z.codec(writtenWeekSchema, z.custom<PlanWeek>(), { decode: readWeek, encode: writeWeek });

export const versionSchema = z.strictObject({
  version: z.int().min(1).meta({ title: 'Version' }),
  startsOn: day('Starts on'),
  endsOn: day('Ends on', 'The last day of the part-time timetable; full time from the next.'),
  writtenOn: day('Written on'),
  why: text('Why this version was made'),
  hoursAgreed: amount('Hours a week in school that were agreed', 'In the first week, where no weeks are given.'),
  firstReviewOn: day('First review on'),
  weeks: list('Weeks', weekSchema),
});

export const planSchema = z
  .strictObject({
    current: counted('Current version'),
    versions: list('Versions', versionSchema),
    monitoredUnder: text('Plan under which it is monitored', 'Pastoral support plan, EHC plan, PEP, early help …'),
    fullTimeFrom: day('Full time from'),
  })
  .prefault({})
  .meta({ title: 'Plan' });

export type PlanVersion = z.output<typeof versionSchema>;

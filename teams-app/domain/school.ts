import { schoolWeek, type SchoolWeek, type SchoolYears } from './timetable/school-week.ts';
import { weekdays } from './timetable/week.ts';

/** The councils whose documents are written down in policies/. */
export const authorities = [
  'derbyshire',
  'derby-city',
  'warwickshire',
  'plymouth',
  'cambridgeshire',
  'shropshire',
] as const;
export type AuthorityId = (typeof authorities)[number];

/** A school as its casework needs it. `key` is a short code such as LARK, used in addresses and settings. */
export interface School {
  readonly key: string;
  readonly name: string;
  readonly authority: AuthorityId;
  /** Policy ids in the school's stack, beside the statutory floor: its authority, its trust. */
  readonly policies: readonly string[];
  /** The school's real day, its registration, terms and closed days. */
  readonly years: SchoolYears;
}

type Times = Pick<School, 'years'>;

const weeks = new WeakMap<SchoolYears, SchoolWeek>();

/** The school's week and every day on which it is closed. */
export function calendarOf({ years }: Times): SchoolWeek {
  const before = weeks.get(years);
  if (before) return before;
  const week = schoolWeek(years);
  weeks.set(years, week);
  return week;
}

/** Clock hours of the school's real week, breaks and lunch included. */
export const fullWeekHours = ({ years: { day } }: Times): number =>
  weekdays.reduce((minutes, weekday) => minutes + Math.max(0, day[weekday].ends - day[weekday].starts), 0) / 60;

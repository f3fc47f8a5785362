// Attendance codes of the School Attendance (Pupil Registration) (England) Regulations 2024, reg 10.
import { shortDate, type PlainDate } from '../dates.ts';
import { dateOf, dayNumber, numberOf, type DayNumber } from './day-number.ts';

/** The day on which the 2024 regulations came into force; leave for a part-time timetable was code C until then. */
export const codesChangedOn: DayNumber = numberOf(2024, 8, 19);

export const presentCodes: ReadonlySet<string> = new Set(['/', '\\', 'L']);
/** Supervised activity that the school arranges: visit, sport, work experience, other. */
export const schoolActivityCodes: ReadonlySet<string> = new Set(['B', 'P', 'V', 'W']);
const unableSince2024 = ['Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'];
/** The whole school, or the way to it, is closed, or the pupil is kept away: no fault of the plan’s. Until 2024 it was Y. */
export const unableToAttendCodes: ReadonlySet<string> = new Set([...unableSince2024, 'Y']);
/**
 * The tables of reg 10, with Z (not yet on roll) and # (closed to all pupils) of “Working together to improve school
 * attendance”, August 2024. H, J and Y are no longer codes since then.
 */
const since2024: ReadonlySet<string> = new Set([
  ...presentCodes,
  ...schoolActivityCodes,
  ...unableSince2024,
  ...'C C1 C2 D E G I J1 K M N O R S T U X Z #'.split(' '),
]);
/** Of the guidance from September 2013, when F (extended family holiday) was withdrawn, to August 2024. */
const until2024: ReadonlySet<string> = new Set('/ \\ L B C D E G H I J M N O P R S T U V W X Y Z #'.split(' '));

/** As registers write it: capital letters, no spaces. */
export const tidyCode = (code: string): string => code.trim().toUpperCase();

export const isCode = (code: string, on: DayNumber): boolean => (on < codesChangedOn ? until2024 : since2024).has(code);

/** The code of leave for a part-time timetable, for a pupil of compulsory school age. */
export const leaveCode = (on: DayNumber): 'C' | 'C2' => (on < codesChangedOn ? 'C' : 'C2');

/** What to say of a document that names a code for a part-time timetable (WAR:95, PLY:63, CAM:254, DDAT:149); null when it is right. */
export function documentCodeNote(documentCode: string, on: PlainDate): string | null {
  const right = leaveCode(dayNumber(on));
  if (tidyCode(documentCode) === right) return null;
  const changed = shortDate(dateOf(codesChangedOn));
  return right === 'C2'
    ? `The document says code ${documentCode}; since ${changed} leave for a part-time timetable is code C2`
    : `The document says code ${documentCode}; until ${changed} leave for a part-time timetable was code C`;
}

import type { PlainDate } from '../dates.ts';
import { err, ok, type Result } from '../result.ts';

/** Minutes since midnight: 540 is 09:00. */
export type Minute = number;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export type Weekday = (typeof weekdays)[number];

/** When a pupil is to be in school on one day. `out` not after `in` is a mistake: it counts as no time at all. */
export interface DayTimes {
  readonly in: Minute;
  readonly out: Minute;
}

export const elsewhereKinds = ['school-arranged', 'authority-arranged', 'other school', 'home'] as const;
export type ElsewhereKind = (typeof elsewhereKinds)[number];

/** Time arranged outside the school on one day of the week, and who has the pupil then. */
export interface Elsewhere {
  readonly day: Weekday;
  readonly in: Minute;
  readonly out: Minute;
  readonly kind: ElsewhereKind;
  readonly supervisedBy: string | null;
  readonly provider: string | null;
}

export interface TimetableWeek {
  /** The Monday; another day of the same week is understood, and is for a finding to question. */
  readonly commencing: PlainDate;
  /** Null: not in school on that day. */
  readonly days: Readonly<Record<Weekday, DayTimes | null>>;
  readonly elsewhere: readonly Elsewhere[];
}

/** Reads 09:00, 9:00 and 9.00 on the 24-hour clock; the error quotes the value. */
export function parseTime(text: string): Result<Minute, string> {
  const shown = text.trim();
  const parts = /^(\d{1,2})[:.](\d{2})$/.exec(shown);
  if (!parts) return err(`“${shown}” is not a time; write it like 09:00 or 13:30`);
  const hours = Number(parts[1]);
  const minutes = Number(parts[2]);
  if (hours > 23 || minutes > 59) return err(`“${shown}” is not a time that a clock shows`);
  return ok(hours * 60 + minutes);
}

/** 09:00 */
export const clockTime = (minute: Minute): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const named = (name: string | null): boolean => name !== null && name.trim() !== '';

/**
 * Whether somebody other than the family has the pupil. At home never counts, with whatever work is set. What the school
 * arranges needs a named adult (PLY:18, CAM:70); for the authority's provision or another school its name is enough.
 */
export const isSupervised = (entry: Elsewhere): boolean =>
  entry.kind !== 'home' && (named(entry.supervisedBy) || (entry.kind !== 'school-arranged' && named(entry.provider)));

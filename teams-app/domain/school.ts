import type { SchoolCalendar } from './calendar.ts';

export const authorities = ['derbyshire', 'derby-city'] as const;
export type AuthorityId = (typeof authorities)[number];

/** A school as its casework needs it. `key` is a short code such as LARK, used in addresses and settings. */
export interface School {
  readonly key: string;
  readonly name: string;
  readonly authority: AuthorityId;
  /** Policy ids in the school's stack, beside the statutory floor: its authority, its trust. */
  readonly policies: readonly string[];
  /** Clock hours of the school's real week, breaks and lunch included. */
  readonly fullWeekHours: number;
  readonly calendar: SchoolCalendar;
}

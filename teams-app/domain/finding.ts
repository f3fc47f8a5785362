// What the rules say about a case record: one shape, whoever found it.

export const gravities = ['stop', 'act today', 'act this week', 'note'] as const;
/** Gravest first: S, H, M and I of the register of red flags. */
export type Gravity = (typeof gravities)[number];

export const whoActs = [
  'case lead',
  'headteacher',
  'SENCO',
  'DSL',
  'attendance officer',
  'data manager',
  'administrator',
] as const;
export type WhoActs = (typeof whoActs)[number];

/** The steps from the top of a record to the value spoken of: ['plan', 'versions', 0, 'endsOn']. */
export type RecordPath = readonly (string | number)[];

export interface RecordFinding {
  /** 'F05', or the id of the policy rule that speaks. */
  readonly rule: string;
  readonly severity: Gravity;
  readonly at: RecordPath;
  /** What is wrong, with the value quoted. */
  readonly words: string;
  readonly todo: string;
  readonly who: WhoActs;
  /** The line it rests on: 'PLY:29', 'WTISA', 'reg 11(6)(b)'. */
  readonly source: string;
  /** The policy that set the threshold, where one did. */
  readonly policy?: string;
}

/** plan.versions.0.endsOn */
export const pathText = (at: RecordPath): string => at.join('.');

import type { Gravity, RecordPath, WhoActs } from '../../finding.ts';
import type { Facts } from '../facts.ts';

/** Something a document asks for, and how the record shows that it is there. */
export interface ItemSpec {
  /** Number of the red flag, where there is one; else the finding carries the id of the rule. */
  readonly flag?: string;
  readonly severity: Gravity;
  readonly who: WhoActs;
  /** Fits after “The record has no …”. */
  readonly what: string;
  readonly todo: string;
  /** Where it is missing; null where it is there or nothing is owed yet. */
  readonly missing: (facts: Facts) => RecordPath | null;
}

export const unless = (isThere: boolean, at: RecordPath): RecordPath | null => (isThere ? null : at);

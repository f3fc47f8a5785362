// The shape of a demonstration case: what was asked and what happened, in days from the day on which the tenant is made.
import type { CaseReason, ClosureReason, PupilGroup, ReviewOutcome } from '#domain/case.ts';
import type { teamIds } from './tenant.ts';

export interface StoryReview {
  /** Days from the start of the case. */
  readonly day: number;
  readonly outcome: ReviewOutcome;
  readonly hours: number;
  readonly times?: string;
  readonly parent: string;
  readonly pupil: string;
  readonly school: string;
  /** Days from the start on which the next review is planned; left out, the rules decide. */
  readonly nextDay?: number;
  /** False when the parent has not yet signed the times that this review changed. */
  readonly signed?: boolean;
}

export interface Story {
  readonly school: keyof typeof teamIds;
  readonly pupil: string;
  readonly born: string;
  readonly year: string;
  readonly parent: string;
  readonly groups: readonly PupilGroup[];
  readonly reasons: readonly CaseReason[];
  readonly objectives: string;
  readonly times: string;
  readonly hours: number;
  /** A date, or days from today. */
  readonly starts: string | number;
  /** Days from the start to the agreed end. */
  readonly lasts: number;
  /** Days before the start on which the case was opened. */
  readonly openedBefore: number;
  readonly consent: 'signed' | 'refused' | 'waiting';
  readonly begins: boolean;
  readonly reviews?: readonly StoryReview[];
  readonly ends?: { readonly day: number; readonly reason: ClosureReason };
  /** Whether the authority's officer has ticked the notices. */
  readonly acknowledged?: boolean;
}

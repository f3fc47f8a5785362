// The shape of a demonstration case: what was asked, what was written and what happened, in days from the start of the plan.
import type { CaseReason, ClosureReason, PupilGroup, ReviewOutcome } from '#domain/case.ts';
import type { Papers } from './story-papers.ts';
import type { Professional } from './staff.ts';
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
  /** Days from the start on which they signed; left out, it was at the review. */
  readonly signedDay?: number;
  /** False when the headteacher has not yet signed off the times that this review changed. */
  readonly signedOff?: boolean;
  /** What the paper of the review adds; left out, nobody wrote one. */
  readonly details?: {
    readonly with?: readonly Professional[];
    readonly outcomes: string;
    readonly met: 'yes' | 'partially' | 'no';
    readonly how: string;
    readonly professionals?: string;
  };
}

export interface Story {
  readonly school: keyof typeof teamIds;
  readonly pupil: string;
  /** Month and day; the year follows from the year group. */
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
  /** Days before the start on which the planning meeting was held. */
  readonly metBefore: number;
  readonly papers: Papers;
  /** What the parent said; null while it is only thought of, and nobody has asked. */
  readonly consent: 'signed' | 'refused' | 'waiting' | null;
  /** What the headteacher wrote at the sign-off; null where it never began. */
  readonly exceptional: string | null;
  readonly reviews?: readonly StoryReview[];
  readonly ends?: { readonly day: number; readonly reason: ClosureReason; readonly details: string };
  /** Whether the authority's officer has ticked the notices. */
  readonly acknowledged?: boolean;
}

import type { Case, Review } from '#domain/case.ts';
import type { Result } from '#domain/result.ts';
import type { ReviewsDue } from '#domain/review-due.ts';
import type { DigestItem, Membership } from '#workflows/ports.ts';

/** Where a person asked: in a channel of this Team (its Microsoft 365 group id), or, with null, in a chat of their own. */
export interface Asked {
  readonly teamId: string | null;
}

/** A review that was held and still lacks its outcome. */
export interface ReviewWithoutOutcome {
  readonly case: Case;
  readonly review: Review;
}

export interface SchoolReviews {
  readonly school: string;
  readonly schoolKey: string;
  readonly due: ReviewsDue;
  /** Newest first. A card shows them so that one press does not wipe what the press before it said. */
  readonly awaitingOutcome: readonly ReviewWithoutOutcome[];
}

export interface SchoolConsents {
  readonly school: string;
  readonly schoolKey: string;
  readonly consents: readonly DigestItem[];
}

/** What a person is told instead of an answer. */
export interface Refused {
  readonly refused: string;
}

/** One press of “Review held”. `pressId` was made with the button, so a press that arrives twice is known by it. */
export interface ReviewHeldPress {
  readonly schoolKey: string;
  readonly caseRef: string;
  readonly reviewKey: string;
  readonly pressId: string;
}

/** Where Teams can be posted to, learnt from what it sends us. */
export interface LearntChannel {
  readonly teamId: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversationType: string;
  /** True when somebody chose this channel while installing the app; false when something was merely heard from it. */
  readonly chosen: boolean;
}

/** What the bot can do. Everything is checked again behind it: who asks, for which school, and whether they may. */
export interface BotWorkflows {
  /** In a channel the school is the one whose Team it is, and only its members are answered; in a chat, all the asker's schools. */
  reviewDue(asker: Membership, asked: Asked): Promise<{ readonly schools: readonly SchoolReviews[] } | Refused>;
  unsignedConsents(asker: Membership, asked: Asked): Promise<{ readonly schools: readonly SchoolConsents[] } | Refused>;
  /** Records it once for one press id. `words` say who recorded what and when; the error says why it may not be. */
  recordReviewHeld(asker: Membership, press: ReviewHeldPress): Promise<Result<{ readonly words: string }, string>>;
  /** Cheap when nothing is new. A channel that was only heard from never takes the place of one that is known. */
  learnChannel(learnt: LearntChannel): Promise<void>;
}

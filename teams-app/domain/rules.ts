// The values a school's stack of policies comes to, each with the policy and the line that set it.

export interface Sourced<T> {
  readonly value: T;
  readonly policy: string;
  /** e.g. DDAT:141, or a regulation */
  readonly source: string;
}

export interface Rules {
  /** Calendar days from the start to the first review, at most. */
  readonly firstReviewWithinDays: Sourced<number>;
  /** Calendar days from one review to the next, at most. */
  readonly reviewEveryDays: Sourced<number>;
  /** Calendar days the plan should last at most; null where no policy in the stack sets a number. */
  readonly longestDays: Sourced<number> | null;
  /** The clauses that ask for a notice to the authority. */
  readonly notifyAuthority: Sourced<true> | null;
  readonly parentConsent: Sourced<true>;
}

/** A rule with the line it comes from, e.g. DDAT:141. */
export interface Stated<T> {
  readonly value: T;
  readonly source: string;
}

/** One authority's or trust's rules as data. A rule that its document does not state is left out, never guessed. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  /** ISO date on which somebody last compared this file with the document. */
  readonly lastChecked: string;
  readonly firstReviewWithinDays?: Stated<number>;
  readonly reviewEveryDays?: Stated<number>;
  readonly longestDays?: Stated<number>;
  readonly notifyAuthority?: Stated<true>;
  readonly parentConsent?: Stated<true>;
}

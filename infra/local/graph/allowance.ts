/** So much for each span of time. What is spent beyond it is owed by the next span, so that whoever goes on asking waits longer. */
export interface Allowance {
  spend(amount: number, atMs: number): Spending;
}

export interface Spending {
  /** What is left of this span; less than nothing where more was spent. */
  readonly left: number;
  /** Until this span ends. */
  readonly resetSeconds: number;
  /** Until the same would be let through; 0 when it was. */
  readonly waitSeconds: number;
}

/** Debts of more spans than this are forgiven. */
const longestDebt = 5;

export function createAllowance(limit: number, spanMs: number): Allowance {
  let began = 0;
  let spent = 0;
  return {
    spend: (amount, atMs) => {
      const spans = Math.floor((atMs - began) / spanMs);
      spent = Math.max(0, spent - (spans > 0 ? spans * limit : 0));
      // A span begins with the first that is spent in it; a debt keeps to the spans in which it was made.
      if (spent === 0 || spans < 0) began = atMs;
      else began += spans * spanMs;
      spent = Math.min(spent + amount, limit * longestDebt);
      const secondsUntil = (span: number): number => Math.max(1, Math.ceil((began + span * spanMs - atMs) / 1000));
      const left = limit - spent;
      if (left >= 0) return { left, resetSeconds: secondsUntil(1), waitSeconds: 0 };
      const spansToWait = Math.max(1, Math.ceil((amount - left) / limit));
      return { left, resetSeconds: secondsUntil(1), waitSeconds: secondsUntil(spansToWait) };
    },
  };
}

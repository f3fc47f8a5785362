// Two Temporal values have no properties of their own, so that a comparison of objects takes any two as equal. Here they are compared
// by what they say.
import { expect } from 'vitest';
import { Temporal } from '#domain/dates.ts';

const kinds = [Temporal.PlainDate, Temporal.Instant, Temporal.PlainTime] as const;

expect.addEqualityTesters([
  (a: unknown, b: unknown) => {
    const kind = kinds.find((one) => a instanceof one || b instanceof one);
    if (!kind) return undefined;
    return a instanceof kind && b instanceof kind && a.toString() === b.toString();
  },
]);

// The form responses that could not be brought in, as the tab shows them.
import type { SchoolRecords } from '#workflows/ports.ts';
import type { Parked } from '#tab/contract/answers.ts';
import { type Standing, standingIn } from './freshness.ts';

export function parkedPage({ inbox }: SchoolRecords, standing: Standing): Parked {
  const rows = inbox
    .all()
    .filter(({ value }) => value.state === 'parked')
    .map(({ value: { key, form, origin, receivedOn, reason } }) => ({
      key,
      form,
      origin,
      receivedOn: receivedOn.toString(),
      words: reason ?? '',
    }));
  return { ...standingIn(standing), rows };
}

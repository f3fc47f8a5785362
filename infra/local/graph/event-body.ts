// What an app may say of a calendar event, and what Exchange refuses of it.
import { z } from 'zod';
import { ok, type Result } from '#domain/result.ts';
import type { CalendarAttendee, CalendarEvent } from '../store/calendars.ts';
import { notKnown, refuse } from '../store/problem.ts';
import type { Problem } from '../store/types.ts';
import { clockIn, instantOf, isMidnight, type ZonedClock, zoneOf } from './event-times.ts';
import { itemBody } from './item-body.ts';

const clock = z.strictObject({ dateTime: z.string(), timeZone: z.string() });
const attendee = z.strictObject({
  emailAddress: z.strictObject({ address: z.email(), name: z.string().optional() }),
  type: z.enum(['required', 'optional', 'resource']).optional(),
});

export const eventChanges = z.strictObject({
  subject: z.string().optional(),
  body: itemBody.optional(),
  start: clock.optional(),
  end: clock.optional(),
  isAllDay: z.boolean().optional(),
  location: z.strictObject({ displayName: z.string() }).optional(),
  attendees: z.array(attendee).optional(),
});

export const newEvent = eventChanges.extend({ start: clock, end: clock, transactionId: z.string().min(1).optional() });

/** What an event says, without what Exchange gives it. */
export type EventContent = Omit<
  CalendarEvent,
  'id' | 'mailbox' | 'transactionId' | 'createdAt' | 'changedAt' | 'version'
>;

const invalid = (message: string): Result<never, Problem> =>
  refuse({ status: 400, code: 'ErrorPropertyValidationFailure', message });

/** The event as it is to be: `before` with what the body says of it. */
export function contentOf(
  body: z.infer<typeof eventChanges>,
  before: EventContent | null,
): Result<EventContent, Problem> {
  const start = timeOf(body.start, before && { at: before.beginsAt, zone: before.startZone });
  if (!start.ok) return start;
  const end = timeOf(body.end, before && { at: before.endsAt, zone: before.endZone });
  if (!end.ok) return end;
  const isAllDay = body.isAllDay ?? before?.isAllDay ?? false;
  if (isAllDay && ![start.value, end.value].every(({ at, zone }) => isMidnight(clockIn(zone, at)))) {
    return invalid('The Event.Start and Event.End properties of an all-day event need to be set to midnight.');
  }
  if (isAllDay ? end.value.at <= start.value.at : end.value.at < start.value.at) {
    return invalid('The end of the event is earlier than its start.');
  }
  return ok({
    subject: body.subject ?? before?.subject ?? '',
    contentType: body.body?.contentType ?? before?.contentType ?? 'html',
    content: body.body?.content ?? before?.content ?? '',
    beginsAt: start.value.at,
    endsAt: end.value.at,
    startZone: start.value.zone,
    endZone: end.value.zone,
    isAllDay,
    location: body.location?.displayName ?? before?.location ?? '',
    attendees: body.attendees?.map(toAttendee) ?? before?.attendees ?? [],
  });
}

interface Time {
  readonly at: string;
  readonly zone: string;
}

function timeOf(said: ZonedClock | undefined, before: Time | null): Result<Time, Problem> {
  if (said === undefined) return before ? ok(before) : invalid('At least one property failed validation.');
  if (zoneOf(said.timeZone) === undefined) return notKnown(`the time zone '${said.timeZone}'`);
  const at = instantOf(said);
  return at === undefined ? invalid('At least one property failed validation.') : ok({ at, zone: said.timeZone });
}

const toAttendee = ({ emailAddress: { address, name }, type }: z.infer<typeof attendee>): CalendarAttendee => ({
  address,
  name: name ?? address,
  type: type ?? 'required',
});

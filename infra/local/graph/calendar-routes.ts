import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ok, type Result } from '#domain/result.ts';
import type { CalendarEvent } from '../store/calendars.ts';
import { notKnown, refuse } from '../store/problem.ts';
import { stamp } from '../store/stamp.ts';
import type { Problem } from '../store/types.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { contentOf, eventChanges, newEvent } from './event-body.ts';
import { etagOf, eventShape } from './event-shapes.ts';
import { edgeOf, zoneOf } from './event-times.ts';
import { mailboxOf } from './mailbox-of.ts';
import { linkWith } from './paging.ts';
import { parseBody } from './parse-body.ts';
import { pageSize, selectProperties } from './query-options.ts';

const all = '/users/{user}/events';
const one = `${all}/{event}`;
const read = { method: 'GET', needs: 'read calendars', units: 0 } as const;
const write = { needs: 'write calendars', units: 0 } as const;
const paging = ['$top', '$skip', '$select'];

export const calendarRoutes: readonly Route[] = [
  { ...read, pattern: all, options: paging, handle: getEvents },
  {
    ...read,
    pattern: '/users/{user}/calendarView',
    options: ['startDateTime', 'endDateTime', ...paging],
    handle: getView,
  },
  { ...read, pattern: one, options: ['$select'], handle: getEvent },
  { ...write, method: 'POST', pattern: all, body: 'json', handle: postEvent },
  { ...write, method: 'PATCH', pattern: one, body: 'json', handle: patchEvent },
  { ...write, method: 'DELETE', pattern: one, handle: deleteEvent },
];

const usualPage = 10;
const longestPage = 1000;

function getEvents(call: GraphCall): Outcome {
  const mailbox = mailboxOf(call);
  return mailbox.ok ? pageOf(call, call.store.calendars.of(mailbox.value)) : mailbox;
}

function getView(call: GraphCall): Outcome {
  const mailbox = mailboxOf(call);
  if (!mailbox.ok) return mailbox;
  const [from, to] = [edgeOf(call.options.get('startDateTime') ?? ''), edgeOf(call.options.get('endDateTime') ?? '')];
  if (from === undefined || to === undefined) {
    return refuse({
      status: 400,
      code: 'ErrorInvalidParameter',
      message:
        'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    });
  }
  return pageOf(call, call.store.calendars.between(mailbox.value, from, to));
}

function pageOf(call: GraphCall, events: readonly CalendarEvent[]): Outcome {
  const size = pageSize(call.options, usualPage, longestPage);
  if (!size.ok) return size;
  const skip = call.options.get('$skip') ?? '0';
  if (!/^\d+$/.test(skip)) return invalidQuery('Invalid value for $skip: give a whole number from 0.');
  const begin = Number(skip);
  const end = begin + size.value;
  const value: unknown[] = [];
  for (const event of events.slice(begin, end)) {
    const shape = shapeOf(call, event);
    if (!shape.ok) return shape;
    value.push(shape.value);
  }
  const next = end < events.length ? { '@odata.nextLink': linkWith(call, call.path, { $skip: String(end) }) } : {};
  const context = `${graphUrl}/$metadata#users('${call.params['user'] ?? ''}')/events`;
  return ok({ status: 200, body: { '@odata.context': context, ...next, value } });
}

function getEvent(call: GraphCall): Outcome {
  const event = eventOf(call);
  return event.ok ? answer(call, 200, event.value) : event;
}

/** The same transaction makes one event, however often it is sent. */
function postEvent(call: GraphCall): Outcome {
  const mailbox = mailboxOf(call);
  if (!mailbox.ok) return mailbox;
  const body = parseBody(newEvent, call.body, 'event');
  if (!body.ok) return body;
  const { transactionId = null, ...said } = body.value;
  const content = contentOf(said, null);
  if (!content.ok) return content;
  const { calendars, now } = call.store;
  const before = transactionId === null ? undefined : calendars.byTransaction(mailbox.value, transactionId);
  if (before !== undefined) {
    if (isDeepStrictEqual({ ...before, ...content.value }, before)) return answer(call, 201, before);
    return refuse({
      status: 409,
      code: 'ErrorDuplicateTransactionId',
      message:
        "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
    });
  }
  const event: CalendarEvent = {
    ...content.value,
    id: randomBytes(48).toString('base64url'),
    mailbox: mailbox.value,
    transactionId,
    createdAt: stamp(now()),
    changedAt: stamp(now()),
    version: 1,
  };
  calendars.keep(event);
  tellAttendees(call, event, event.subject);
  return answer(call, 201, event);
}

function patchEvent(call: GraphCall): Outcome {
  const before = eventOf(call);
  if (!before.ok) return before;
  const body = parseBody(eventChanges, call.body, 'event');
  if (!body.ok) return body;
  const content = contentOf(body.value, before.value);
  if (!content.ok) return content;
  const { version } = before.value;
  const event = { ...before.value, ...content.value, changedAt: stamp(call.store.now()), version: version + 1 };
  call.store.calendars.keep(event);
  tellAttendees(call, event, `Updated: ${event.subject}`);
  return answer(call, 200, event);
}

function deleteEvent(call: GraphCall): Outcome {
  const event = eventOf(call);
  if (!event.ok) return event;
  call.store.calendars.remove(event.value.mailbox, event.value.id);
  tellAttendees(call, event.value, `Canceled: ${event.value.subject}`);
  return ok({ status: 204 });
}

/** In its mailbox, and still as the caller saw it where the caller says how that was. */
function eventOf(call: GraphCall): Result<CalendarEvent, Problem> {
  const mailbox = mailboxOf(call);
  if (!mailbox.ok) return mailbox;
  const event = call.store.calendars.get(mailbox.value, call.params['event'] ?? '');
  if (event === undefined) {
    return refuse({
      status: 404,
      code: 'ErrorItemNotFound',
      message: 'The specified object was not found in the store.',
    });
  }
  const seen = call.header('if-match');
  if (seen === undefined || seen === '*' || seen === etagOf(event)) return ok(event);
  return refuse({
    status: 412,
    code: 'ErrorIrresolvableConflict',
    message:
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  });
}

function tellAttendees(
  call: GraphCall,
  { mailbox, attendees, contentType, content }: CalendarEvent,
  subject: string,
): void {
  if (attendees.length === 0) return;
  const to = attendees.map(({ address }) => address);
  call.store.mail.send({ from: mailbox, to, cc: [], subject, contentType, content });
}

function answer(call: GraphCall, status: number, event: CalendarEvent): Outcome {
  const shape = shapeOf(call, event);
  if (!shape.ok) return shape;
  const context = `${graphUrl}/$metadata#users('${call.params['user'] ?? ''}')/events/$entity`;
  return ok({ status, body: { '@odata.context': context, ...shape.value } });
}

/** In the time zone that the caller prefers; in UTC without one. */
function shapeOf(call: GraphCall, event: CalendarEvent): ReturnType<typeof selectProperties> {
  const wanted = /outlook\.timezone\s*=\s*"([^"]*)"/i.exec(call.header('prefer') ?? '')?.[1] ?? 'UTC';
  if (zoneOf(wanted) === undefined) return notKnown(`the time zone '${wanted}'`);
  return selectProperties(eventShape(call.store, event, wanted), call.options);
}

const invalidQuery = (message: string): Outcome => refuse({ status: 400, code: 'ErrorInvalidUrlQuery', message });

// Calendar events as Graph writes them.
import type { CalendarEvent } from '../store/calendars.ts';
import type { Store } from '../store/store.ts';
import { clockIn } from './event-times.ts';

/** Changes with every change of the event. */
export const etagOf = (event: CalendarEvent): string => `W/"${changeKeyOf(event)}"`;

const changeKeyOf = ({ id, version }: CalendarEvent): string => Buffer.from(`${id} ${version}`).toString('base64');

/** Times are in UTC unless another zone is wanted. */
export function eventShape(store: Store, event: CalendarEvent, zone: string): Readonly<Record<string, unknown>> {
  const { directory } = store;
  const { id, mailbox, contentType, content } = event;
  return {
    '@odata.etag': etagOf(event),
    id,
    createdDateTime: event.createdAt,
    lastModifiedDateTime: event.changedAt,
    changeKey: changeKeyOf(event),
    categories: [],
    transactionId: event.transactionId,
    originalStartTimeZone: event.startZone,
    originalEndTimeZone: event.endZone,
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: (contentType === 'html' ? content.replace(/<[^>]*>/g, '') : content).slice(0, 255),
    isAllDay: event.isAllDay,
    isCancelled: false,
    isOrganizer: true,
    seriesMasterId: null,
    type: 'singleInstance',
    body: { contentType, content },
    start: clockIn(zone, event.beginsAt),
    end: clockIn(zone, event.endsAt),
    location: { displayName: event.location },
    attendees: event.attendees.map(({ type, name, address }) => ({
      type,
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name, address },
    })),
    organizer: { emailAddress: { name: directory.user(mailbox)?.displayName ?? mailbox, address: mailbox } },
  };
}

import type { Client } from '@microsoft/microsoft-graph-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { aDefinition, appClient, aTenant, governor, head, officer, readerApp, sharedMailbox } from './a-tenant.ts';

const definition = () => {
  const [ptt, reader] = aDefinition().apps;
  if (ptt === undefined || reader === undefined) throw new Error('The definition has two apps.');
  const withCalendars = { ...ptt, applicationPermissions: [...ptt.applicationPermissions, 'Calendars.ReadWrite'] };
  return aDefinition({ apps: [withCalendars, { ...reader, applicationPermissions: ['Calendars.Read'] }] });
};

const london = (dateTime: string) => ({ dateTime, timeZone: 'GMT Standard Time' });
const review = {
  subject: 'Review of a timetable',
  body: { contentType: 'text', content: 'In the small meeting room.' },
  start: london('2027-06-14T09:00:00'),
  end: london('2027-06-14T09:30:00'),
  location: { displayName: 'Meeting room' },
};
const eventsOf = (who: string): string => `/users/${who}/events`;

describe('The calendar of a mailbox', () => {
  let tenant: Tenant;
  let client: Client;
  beforeAll(async () => {
    tenant = await aTenant({ definition: definition() });
    client = await appClient(tenant);
  });
  afterAll(() => tenant.stop());

  it('keeps an event, by id and by address, and tells its times in UTC or as the caller prefers', async () => {
    const made = await client.api(eventsOf(head.id)).post(review);
    expect(made).toMatchObject({
      subject: review.subject,
      bodyPreview: review.body.content,
      start: { dateTime: '2027-06-14T08:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'GMT Standard Time',
      location: review.location,
      organizer: { emailAddress: { address: head.mail } },
      isAllDay: false,
      type: 'singleInstance',
    });
    const local = client
      .api(`${eventsOf(head.mail)}/${made.id}`)
      .header('Prefer', 'outlook.timezone="Europe/London"')
      .select('start');
    expect(await local.get()).toMatchObject({ start: { dateTime: '2027-06-14T09:00:00.0000000' } });
    expect((await client.api(eventsOf(governor.id)).get()).value).toEqual([]);
  });

  it('takes text and HTML in any capitals, in events as in mail, and nothing else for either', async () => {
    const to = [{ emailAddress: { address: governor.mail } }];
    const mail = (body: unknown) =>
      client.api(`/users/${sharedMailbox}/sendMail`).post({ message: { subject: 'Words', body, toRecipients: to } });
    const event = (body: unknown) => client.api(eventsOf(sharedMailbox)).post({ ...review, body });
    for (const [contentType, kept] of [
      ['HTML', 'html'],
      ['Html', 'html'],
      ['TEXT', 'text'],
    ]) {
      await mail({ contentType, content: 'x' });
      expect(tenant.store.mail.sentBy(sharedMailbox)).toContainEqual(expect.objectContaining({ contentType: kept }));
      expect(await event({ contentType, content: 'x' })).toMatchObject({ body: { contentType: kept } });
    }
    const before = tenant.store.mail.sentBy(sharedMailbox).length;
    for (const contentType of ['markdown', 'text/html', '']) {
      const refusal = { statusCode: 400, message: expect.stringContaining(`'${contentType}'`) };
      await expect(mail({ contentType, content: 'x' })).rejects.toMatchObject(refusal);
      await expect(event({ contentType, content: 'x' })).rejects.toMatchObject(refusal);
    }
    expect(tenant.store.mail.sentBy(sharedMailbox)).toHaveLength(before);
    for (const event of (await client.api(eventsOf(sharedMailbox)).get()).value)
      await client.api(`${eventsOf(sharedMailbox)}/${event.id}`).delete();
  });

  it('makes one event of a transaction, however often it is sent, and refuses the same mark on another', async () => {
    const wanted = { ...review, transactionId: 'review-1' };
    const first = await client.api(eventsOf(sharedMailbox)).post(wanted);
    const second = await client.api(eventsOf(sharedMailbox)).post(wanted);
    expect(second.id).toBe(first.id);
    await expect(client.api(eventsOf(sharedMailbox)).post({ ...wanted, subject: 'Another' })).rejects.toMatchObject({
      statusCode: 409,
      code: 'ErrorDuplicateTransactionId',
    });
    expect((await client.api(eventsOf(sharedMailbox)).get()).value).toHaveLength(1);
  });

  it('changes and removes an event, and only the one that the caller saw', async () => {
    const made = await client.api(eventsOf(head.id)).post(review);
    const path = `${eventsOf(head.id)}/${made.id}`;
    const moved = { start: london('2027-06-15T09:00:00'), end: london('2027-06-15T10:00:00') };
    const changed = await client.api(path).header('If-Match', made['@odata.etag']).patch(moved);
    expect(changed).toMatchObject({ subject: review.subject, start: { dateTime: '2027-06-15T08:00:00.0000000' } });
    expect(changed.changeKey).not.toBe(made.changeKey);
    await expect(client.api(path).header('If-Match', made['@odata.etag']).delete()).rejects.toMatchObject({
      statusCode: 412,
      code: 'ErrorIrresolvableConflict',
    });
    await client.api(path).delete();
    await expect(client.api(path).get()).rejects.toMatchObject({ statusCode: 404, code: 'ErrorItemNotFound' });
  });

  it('shows what lies in a window of time, page by page', async () => {
    const day = (number: number) => `2028-01-0${number}T10:00:00`;
    for (const number of [3, 1, 2]) {
      const [start, end] = [day(number), `2028-01-0${number}T11:00:00`].map((at) => ({
        dateTime: at,
        timeZone: 'UTC',
      }));
      await client.api(eventsOf(governor.id)).post({ subject: `Day ${number}`, start, end });
    }
    const view = (from: string, to: string) =>
      client.api(`/users/${governor.id}/calendarView?startDateTime=${from}&endDateTime=${to}`);
    const subjects = (page: { value: readonly { subject: string }[] }) => page.value.map(({ subject }) => subject);
    expect(subjects(await view('2028-01-01T10:30:00Z', '2028-01-03T10:00:00').get())).toEqual(['Day 1', 'Day 2']);
    const first = await view('2028-01-01T00:00:00Z', '2028-02-01T00:00:00Z').top(2).get();
    const second = await client.api(first['@odata.nextLink']).get();
    expect([subjects(first), subjects(second), second['@odata.nextLink']]).toEqual([
      ['Day 1', 'Day 2'],
      ['Day 3'],
      undefined,
    ]);
    await expect(client.api(`/users/${governor.id}/calendarView`).get()).rejects.toMatchObject({
      statusCode: 400,
      code: 'ErrorInvalidParameter',
    });
  });

  it('writes to those who are asked to come', async () => {
    const attendees = [{ emailAddress: { address: officer.mail }, type: 'optional' }];
    const made = await client.api(eventsOf(sharedMailbox)).post({ ...review, attendees });
    expect(made.attendees).toMatchObject([{ type: 'optional', emailAddress: { address: officer.mail } }]);
    await client.api(`${eventsOf(sharedMailbox)}/${made.id}`).delete();
    const told = tenant.store.mail.inboxOf(officer.mail).map(({ subject, from }) => [subject, from]);
    expect(told).toEqual([
      [`Canceled: ${review.subject}`, sharedMailbox],
      [review.subject, sharedMailbox],
    ]);
  });

  it.each([
    ['ends before it starts', { end: london('2027-06-14T08:00:00') }],
    ['is all day and does not begin at midnight', { isAllDay: true }],
    ['starts at no time', { start: london('soon') }],
  ])('refuses an event that %s', async (_what, changes) => {
    await expect(client.api(eventsOf(head.id)).post({ ...review, ...changes })).rejects.toMatchObject({
      statusCode: 400,
      code: 'ErrorPropertyValidationFailure',
    });
  });

  it('takes an event of whole days', async () => {
    const [start, end] = [london('2027-06-14T00:00:00'), london('2027-06-15T00:00:00')];
    expect(await client.api(eventsOf(head.id)).post({ ...review, start, end, isAllDay: true })).toMatchObject({
      isAllDay: true,
    });
  });

  it.each([
    ['recurrence', { recurrence: { pattern: {}, range: {} } }],
    ['an online meeting', { isOnlineMeeting: true }],
    [
      'a time zone that it has not heard of',
      { start: { dateTime: '2027-06-14T09:00:00', timeZone: 'Tonga Standard Time' } },
    ],
  ])('does not pretend to know %s', async (_what, changes) => {
    await expect(client.api(eventsOf(head.id)).post({ ...review, ...changes })).rejects.toMatchObject({
      statusCode: 501,
    });
  });

  it('belongs to members and shared mailboxes, and is open as far as the permission goes', async () => {
    await expect(client.api(eventsOf('nobody@larkfield.example')).get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'ErrorInvalidUser',
    });
    await expect(client.api(eventsOf(officer.id)).get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'MailboxNotEnabledForRESTAPI',
    });
    const reader = await appClient(tenant, readerApp);
    expect((await reader.api(eventsOf(head.id)).get()).value).not.toEqual([]);
    await expect(reader.api(eventsOf(head.id)).post(review)).rejects.toMatchObject({
      statusCode: 403,
      code: 'ErrorAccessDenied',
    });
  });
});

it('An event outlasts a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ptt-calendar-'));
  const dataFile = join(folder, 'kept.sqlite');
  const first = await aTenant({ definition: definition(), dataFile });
  const made = await (await appClient(first)).api(eventsOf(head.id)).post(review);
  await first.stop();
  const second = await aTenant({ definition: definition(), dataFile });
  expect(await (await appClient(second)).api(`${eventsOf(head.id)}/${made.id}`).get()).toEqual(made);
  await second.stop();
  await rm(folder, { recursive: true });
});

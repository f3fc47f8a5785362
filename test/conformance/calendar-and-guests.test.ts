// What the local tenant answers to calls that the product does not make: every property of it stands in Graph's own description.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aDefinition, appClient, aTenant, head, officer } from '../local/a-tenant.ts';
import { readCsdl } from './csdl.ts';

const specs = process.env.PTT_SPECS;

describe.skipIf(specs === undefined)('calendar events and invitations (PTT_SPECS)', () => {
  it('have no property that their types do not have', async () => {
    const csdl = readCsdl(readFileSync(join(specs ?? '', 'graph-v1.0-Prod.csdl'), 'utf8'));
    const apps = aDefinition().apps.map((one) => ({
      ...one,
      applicationPermissions: ['Calendars.ReadWrite', 'User.Invite.All'],
    }));
    const tenant = await aTenant({ definition: aDefinition({ apps }) });
    const client = await appClient(tenant);
    const time = { dateTime: '2027-06-14T09:00:00', timeZone: 'Europe/London' };
    const event = await client.api(`/users/${head.id}/events`).post({
      subject: 'Review',
      start: time,
      end: time,
      location: { displayName: 'Office' },
      attendees: [{ emailAddress: { address: officer.mail } }],
      transactionId: '1',
    });
    const invitation = await client
      .api('/invitations')
      .post({ invitedUserEmailAddress: 'juniper@borough.example', inviteRedirectUrl: 'https://timetables.example' });
    await tenant.stop();
    for (const path of ['/users/1/events/2', '/users/1/calendarView', '/invitations'])
      expect(csdl.resolve(path)).not.toBeNull();
    // An event may hold more than its type names, so that each property is looked for by itself.
    const told = Object.keys(event).filter((name) => !name.includes('@'));
    expect(told.filter((name) => csdl.resolve(`/users/1/events/2/${name}`) === null)).toEqual([]);
    expect(csdl.resolve('/users/1/events/2/nonsense')).toBeNull();
    for (const part of ['start', 'body', 'location'] as const) {
      const type = csdl.resolve(`/users/1/events/2/${part}`) ?? '';
      expect(csdl.strangers(event[part], type)).toEqual([]);
    }
    expect(csdl.strangers(invitation, 'graph.invitation')).toEqual([]);
    expect(csdl.strangers({ ...invitation, nonsense: 1 }, 'graph.invitation')).toHaveLength(1);
  });
});

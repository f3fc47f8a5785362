import { digestCard } from '#bot/cards/digest.ts';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { notifierContract } from '../contract/notifier-contract.ts';
import { documentsContract, mailboxContract, peopleContract } from '../contract/outside-contracts.ts';
import { hollinBank } from '#test/builders/schools.ts';
import { aCase, aSchool } from '../contract/rows.ts';
import { createTwinDocuments } from './documents.ts';
import { createTwinMailbox } from './mailbox.ts';
import { createTwinOutside } from './outside.ts';
import { createTwinPeople } from './people.ts';
import { createTwinStaffChannel } from './staff-channel.ts';

const stop = () => Promise.resolve();

peopleContract('their twin in memory', () =>
  Promise.resolve({
    people: createTwinPeople(
      { id: 'p1', name: 'Wren Larkspur', roles: ['senco'], schools: ['LARK'] },
      { id: 'p2', name: 'Alder Sunshower', roles: ['trust'], schools: ['LARK', 'HOLL'] },
    ),
    senco: { id: 'p1', name: 'Wren Larkspur', school: 'LARK' },
    trustOfficer: { id: 'p2' },
    stranger: { id: 'p3' },
    allSchools: ['LARK', 'HOLL'],
    stop,
  }),
);

documentsContract('their twin in memory', () => {
  const documents = createTwinDocuments();
  return Promise.resolve({
    documents,
    school: aSchool(),
    reader: 'hazel.rainbow@derbyshire.example',
    reference: 'K7M-2QX notification 1',
    standing: (reference) => {
      const found = documents.files().filter(({ document }) => document.reference === reference);
      return Promise.resolve({ count: found.length, readers: found[0]?.readers ?? [] });
    },
    stop,
  });
});

mailboxContract('its twin in memory', () => {
  const mailbox = createTwinMailbox();
  return Promise.resolve({
    mailbox,
    to: 'hazel.rainbow@derbyshire.example',
    arrived: () => Promise.resolve(mailbox.sent().map(({ subject, text }) => ({ subject, text }))),
    stop,
  });
});

notifierContract('its twin in memory', () => {
  const staffChannel = createTwinStaffChannel();
  const withoutChannel = hollinBank();
  staffChannel.unreachable(withoutChannel.key, `The staff channel of ${withoutChannel.name} is gone.`);
  // The twin keeps what was said; as a card it is what the bot would make of it.
  const tab = { appId: '11111111-2222-3333-4444-555555555555', entityId: 'cases' };
  return Promise.resolve({
    staffChannel,
    school: aSchool(),
    withoutChannel,
    posts: () =>
      Promise.resolve(
        staffChannel.posts().map(({ activityId, digest }) => ({ activityId, card: digestCard(digest, tab) })),
      ),
    stop,
  });
});

describe('everything outside, in memory', () => {
  it('opens a school’s lists once the school is in the register', async () => {
    const { workspace } = createTwinOutside();
    expect(() => workspace.school('LARK')).toThrow('not in the register');
    await workspace.schools.create(aSchool());
    await workspace.school('LARK').cases.create(aCase());
    expect(workspace.school('LARK').cases.all()).toHaveLength(1);
    expect(workspace.governors('LARK').view.all()).toEqual([]);
  });

  it('lets an officer tick a notice by hand, under her own name', async () => {
    const { workspace } = createTwinOutside();
    await workspace.authorities.create({
      key: 'derbyshire',
      name: 'Derbyshire',
      sitePath: '/sites/notices-derbyshire',
      mailTo: 'hazel.rainbow@derbyshire.example',
    });
    const notices = workspace.authorityNotices('derbyshire');
    await notices.create({
      key: 'N1',
      caseRef: 'K7M-2QX',
      school: 'Larkfield Primary School',
      kind: 'notification',
      filedOn: date('2026-11-20'),
      link: 'https://documents.example/1',
      acknowledged: false,
      editedBy: null,
    });
    workspace.lists.authorityNotices('derbyshire').editByHand('N1', { Acknowledged: true }, 'Hazel Rainbow');
    expect(notices.byKey('N1')?.value.acknowledged).toBe(false);
    await notices.refresh();
    expect(notices.byKey('N1')?.value).toMatchObject({ acknowledged: true, editedBy: 'Hazel Rainbow' });
  });

  it('remembers what was posted and says why a channel cannot be reached', async () => {
    const { staffChannel, clock, logged, log } = createTwinOutside();
    const digest = { school: 'Larkfield', schoolKey: 'LARK', asOf: date('2026-11-23'), reviews: [], consents: [] };
    expect(await staffChannel.post(aSchool(), digest)).toEqual({ ok: true, value: 'activity-1' });
    staffChannel.unreachable('LARK', 'The app is not installed in the Team.');
    expect(await staffChannel.post(aSchool(), digest)).toEqual({
      ok: false,
      error: 'The app is not installed in the Team.',
    });
    staffChannel.unreachable('LARK', null);
    clock.advance({ days: 1 });
    expect(clock.now().toString()).toBe('2026-11-24T07:30:00Z');
    clock.set('2026-12-01T08:00:00Z');
    log('sweep finished', { said: 1 });
    expect(logged('sweep finished')).toEqual([{ event: 'sweep finished', facts: { said: 1 } }]);
    expect(staffChannel.posts()).toEqual([{ activityId: 'activity-1', digest }]);
  });

  it('fails when a test asks for it, once', async () => {
    const { documents, mailbox, people } = createTwinOutside();
    documents.failNext(new Error('no library'));
    mailbox.failNext(new Error('no post'));
    const document = { reference: 'R', title: 'T', facts: [] };
    await expect(documents.file(aSchool(), document, [])).rejects.toThrow('no library');
    await expect(mailbox.send({ key: 'K', to: 'a@b.example', subject: '', text: '' })).rejects.toThrow('no post');
    expect(documents.files()).toEqual([]);
    people.put({ id: 'p', name: 'Heron Reed', roles: ['dsl'], schools: ['LARK'] });
    expect(await people.whoIs('p')).toMatchObject({ name: 'Heron Reed' });
  });
});

// The seven steps of the product's path, one after another on one trust: what each person does, over HTTP with sign-in on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '#host/command-line.ts';
import { people } from '#local/demo/people.ts';
import { demoTenant, sharePointHost } from '#local/demo/tenant.ts';
import { boardSchema, casePageSchema, type BoardRow, type CasePage } from '#tab/contract/answers.ts';
import { fixture, openTrust, type Trust } from './a-trust.ts';
import { cardLines, messagesSchema } from './cards.ts';
import { fillIn } from './fill-in.ts';
import { fieldsOf } from './sharepoint-form.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const {
  larkSenco,
  larkHead,
  larkTeacher,
  larkGovernor,
  hollinSenco,
  trustOfficer,
  derbyshireOfficer,
  derbyCityOfficer,
} = people;
const staffChannel = '19:lark-staff@thread.tacv2';

let trust: Trust;
beforeAll(async () => {
  trust = await openTrust();
}, 60_000);
afterAll(() => trust.stop());

const board = async (who = larkSenco, school = 'LARK'): Promise<readonly BoardRow[]> =>
  boardSchema.parse((await trust.api(who, `/schools/${school}/cases`)).body).rows;
const rowOf = async (pupil: string): Promise<BoardRow> => {
  const row = (await board()).find(({ pupilName }) => pupilName === pupil);
  if (!row) throw new Error(`There is no case of ${pupil}.`);
  return row;
};
const pageOf = async (ref: string): Promise<CasePage> =>
  casePageSchema.parse((await trust.api(larkSenco, caseAddress(ref))).body);
const change = async (who: typeof larkSenco, ref: string, action: string, input: object = {}) =>
  trust.api(who, `${caseAddress(ref)}/${action}`, {
    etag: (await pageOf(ref)).etag,
    pressId: `${action}-1`,
    ...input,
  });
const caseAddress = (ref: string): string => `/schools/LARK/cases/${ref}`;
const signOff = {
  exceptional: 'Weeks without a whole morning in school, and nothing else has helped.',
  despiteExclusionRisk: '',
};
const channel = async () =>
  messagesSchema.parse(await trust.teams(larkTeacher, `conversations/${encodeURIComponent(staffChannel)}/messages`))
    .messages;

async function commandLine(...words: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const terminal = {
    say: (line: string) => void said.push(line),
    complain: (line: string) => void complained.push(line),
    progress: () => undefined,
  };
  const code = await runCommand(words, () => trust.surroundings, terminal);
  return { code, said, complained };
}

describe('1. In: a Forms export', () => {
  it('dropped on the page opens the cases of the schools that the person belongs to', async () => {
    const lines = await trust.bringIn(larkSenco, 'notification', 'notification.xlsx');
    expect(lines.filter(({ kind }) => kind === 'progress')).toHaveLength(4);
    expect(lines.at(-1)).toMatchObject({ kind: 'summary', applied: 2, parked: [{ row: 4 }, { row: 5 }] });
    expect((await board()).map(({ pupilName }) => pupilName).toSorted()).toEqual(['Bramley Puffin', 'Sky Snowdrop']);
  });

  it('given to the command line brings in the rest, and nothing twice', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ptt-import-'));
    const file = path.join(folder, 'notification.xlsx');
    await writeFile(file, await fixture('notification.xlsx'));
    expect(await commandLine('import', file, '--form', 'notification')).toEqual({
      code: 0,
      said: ['notification.xlsx: 2 brought in, 2 seen before, 0 parked.'],
      complained: [],
    });
    await rm(folder, { recursive: true });
    await trust.product().poll();
    expect((await board(hollinSenco, 'HOLL')).map(({ pupilName }) => pupilName)).toEqual(['Conker Thundercloud']);
  });

  it('with a bad row leaves it parked, where the command line lists it', async () => {
    const lines = await trust.bringIn(trustOfficer, 'notification', 'impossible-date.xlsx');
    expect(lines.at(-1)).toMatchObject({
      applied: 2,
      parked: [{ row: 3, words: expect.stringContaining('“31/11/2026” is not a date that exists') }],
    });
    const { said } = await commandLine('parked');
    expect(said).toEqual([
      'Hollin Bank School',
      '  impossible-date.xlsx, row 3 (notification, received Mon 23 Nov 2026)',
      '    question “Start date”: “31/11/2026” is not a date that exists',
    ]);
  });
});

describe('2. Tab: the cases of the school', () => {
  it('a case without signed consent cannot be made active, and the page says why', async () => {
    const { ref } = await rowOf('Bramley Puffin');
    const why =
      'The parent has not signed the times and dates of version 1. A part-time timetable cannot start without signed consent.';
    const asHead = casePageSchema.parse((await trust.api(larkHead, caseAddress(ref))).body);
    expect(asHead.choices.find(({ action }) => action === 'start')?.why).toBe(why);
    expect(await change(larkHead, ref, 'start', signOff)).toMatchObject({ status: 403, body: { words: why } });
  });

  it('with consent it is stopped all the same while its papers lack what a rule asks for', async () => {
    const { ref } = await rowOf('Bramley Puffin');
    expect(
      (await change(larkSenco, ref, 'consent', { answer: 'signed', on: '2026-11-23', evidence: 'Signed copy on file' }))
        .status,
    ).toBe(200);
    await fillIn(trust, larkSenco, caseAddress(ref), (kind) => kind !== 'risk');
    const why = 'It cannot go ahead: The record has no risk assessment with its date.';
    expect(await change(larkHead, ref, 'start', signOff)).toMatchObject({ status: 403, body: { words: why } });
  });

  it('with everything written the headteacher’s sign-off makes it active', async () => {
    const { ref } = await rowOf('Bramley Puffin');
    await fillIn(trust, larkSenco, caseAddress(ref), (kind) => kind === 'risk');
    expect(await change(larkHead, ref, 'start', signOff)).toMatchObject({
      status: 200,
      body: {
        row: { status: 'active', consent: 'signed', counts: { stop: 0 } },
        signedOff: { by: larkHead.displayName, version: 1, exceptional: signOff.exceptional },
      },
    });
  });

  it('a review recorded there changes hours and next date, with everybody’s words', async () => {
    const { ref } = await rowOf('Sky Snowdrop');
    await fillIn(trust, larkSenco, caseAddress(ref));
    expect((await change(larkHead, ref, 'start', signOff)).status).toBe(200);
    const recorded = await change(larkSenco, ref, 'review', {
      heldOn: '2026-11-23',
      outcome: 'More hours',
      hoursAfter: 20,
      times: 'Monday to Friday 09:00 to 13:00',
      nextReviewOn: '2026-11-30',
      parentWords: 'She is proud of herself.',
      pupilWords: 'I want to stay for lunch.',
      schoolWords: 'Ready for more.',
    });
    expect(recorded).toMatchObject({
      status: 200,
      body: { row: { hoursInSchool: 20, nextReviewOn: '2026-11-30', consent: 'asked' } },
    });
  });
});

describe('3. Bot: “@PTT /ptt review due” in a channel', () => {
  it('is answered with what is overdue and due soon, and a button changes the card for everybody', async () => {
    await trust.teams(larkTeacher, `conversations/${encodeURIComponent(staffChannel)}/messages`, {
      text: '@PTT /ptt review due',
      rootId: null,
    });
    const { ref } = await rowOf('Sky Snowdrop');
    const answer = (await channel()).at(-1);
    const shown = JSON.stringify(answer?.cards);
    expect(shown).toContain(ref);
    expect(shown).not.toContain('Snowdrop');
    const button = cardLines(answer?.cards ?? []).find(({ text }) => text.includes(ref))?.button;
    const pressed = await trust.teams(larkTeacher, `conversations/${encodeURIComponent(staffChannel)}/execute`, {
      messageId: answer?.id,
      action: button,
    });
    expect(pressed).toMatchObject({ kind: 'card' });
    expect((await pageOf(ref)).reviewToComplete).toEqual({ number: 2, heldOn: '2026-11-23' });
    const now = (await channel()).find(({ id }) => id === answer?.id);
    expect(JSON.stringify(now?.cards)).toContain(`recorded by ${larkTeacher.displayName}`);
  });
});

describe('4. Reminders', () => {
  it('are one digest card in the staff channel, and none on the same day again', async () => {
    const before = (await channel()).length;
    trust.clock.set('2026-12-01T08:00:00Z');
    await trust.restart();
    const said = (await channel()).slice(before);
    expect(said).toHaveLength(1);
    const { ref } = await rowOf('Sky Snowdrop');
    expect(
      cardLines(said[0]?.cards ?? [])
        .filter(({ text }) => text.startsWith(ref))
        .map(({ group }) => group),
    ).toEqual(['Consent not signed']);
    await trust.restart();
    expect(await channel()).toHaveLength(before + 1);
  });
});

describe('5. The local authority', () => {
  it('gets a mail with a link and no personal data, reads the document as a guest, and ticks it', async () => {
    await trust.product().poll();
    const { ref } = await rowOf('Bramley Puffin');
    const { mails } = (await trust.teams(derbyshireOfficer, 'mail')) as { mails: { subject: string; body: string }[] };
    const mail = mails.find(({ subject }) => subject.includes(`${ref}-notification`));
    expect(mail?.body).not.toMatch(/Bramley|Puffin|Z830000126002/);
    const link = new RegExp(`https://${sharePointHost}(\\S+\\.docx)`).exec(mail?.body ?? '')?.[1] ?? '';
    expect((await trust.sharePoint(derbyshireOfficer, link)).html).toContain('Bramley Puffin');
    expect((await trust.sharePoint(derbyCityOfficer, link)).status).not.toBe(200);

    const list = '/sites/notices-derbyshire/Lists/LA%20notices';
    const { html } = await trust.sharePoint(derbyshireOfficer, `${list}/AllItems.aspx`);
    const form = `${list}/EditForm.aspx?ID=${idBeside(html, `${ref}-notification`)}`;
    const fields = fieldsOf((await trust.sharePoint(derbyshireOfficer, form)).html);
    expect((await trust.sharePoint(derbyshireOfficer, form, { ...fields, 'f.Acknowledged': 'yes' })).status).toBe(200);
    await trust.product().poll();
    expect((await pageOf(ref)).notices[0]).toMatchObject({
      state: 'acknowledged',
      acknowledgedBy: derbyshireOfficer.displayName,
    });
  });
});

describe('6. Governors', () => {
  it('see figures and anonymous rows on their own site, and nothing else anywhere', async () => {
    const list = await trust.sharePoint(
      larkGovernor,
      '/sites/governors-larkfield/Lists/Governors%E2%80%99%20view/AllItems.aspx',
    );
    expect(list.html).toContain('Case 1');
    expect(list.html).not.toMatch(/Snowdrop|Puffin|830000/);
    for (const site of [
      '/sites/larkfield',
      '/sites/larkfield/Lists/Cases',
      '/sites/part-time-timetables',
      '/sites/governors-hollin-bank',
    ]) {
      expect((await trust.sharePoint(larkGovernor, site)).status).toBe(403);
    }
    expect(await trust.teams(larkGovernor, 'token', { appId: demoTenant.apps[0]?.clientId })).toEqual({
      problem: 'resourceDisabled',
    });
    expect(await trust.teams(larkGovernor, `conversations/${encodeURIComponent(staffChannel)}/messages`)).toMatchObject(
      { problem: expect.any(String) },
    );
  });
});

describe('7. SharePoint', () => {
  it('shows the list, and what is edited there by hand shows in the tab', async () => {
    const list = '/sites/larkfield/Lists/Cases';
    const { html } = await trust.sharePoint(larkSenco, `${list}/AllItems.aspx`);
    const { ref } = await rowOf('Bramley Puffin');
    const form = `${list}/EditForm.aspx?ID=${idBeside(html, ref)}`;
    const fields = fieldsOf((await trust.sharePoint(larkSenco, form)).html);
    await trust.sharePoint(larkSenco, form, { ...fields, 'f.Objectives': 'Edited in SharePoint.' });
    await trust.product().poll();
    expect(await pageOf(ref)).toMatchObject({ objectives: 'Edited in SharePoint.' });
  });

  it('names a row that no longer fits, without hiding the others', async () => {
    const list = '/sites/larkfield/Lists/Cases';
    const { html } = await trust.sharePoint(larkSenco, `${list}/AllItems.aspx`);
    const { ref } = await rowOf('Bramley Puffin');
    const form = `${list}/EditForm.aspx?ID=${idBeside(html, ref)}`;
    const fields = fieldsOf((await trust.sharePoint(larkSenco, form)).html);
    await trust.sharePoint(larkSenco, form, { ...fields, 'f.StartsOn': '' });
    await trust.product().poll();
    const now = boardSchema.parse((await trust.api(larkSenco, '/schools/LARK/cases')).body);
    expect(now.needsAttention).toMatchObject([{ list: 'Cases', column: 'Start date' }]);
    expect(now.rows.map(({ pupilName }) => pupilName)).toContain('Sky Snowdrop');
  });
});

/** The number of the item whose row on a SharePoint page holds these words. */
function idBeside(html: string, words: string): string {
  const row = html.split('<tr').find((part) => part.includes(words)) ?? '';
  return /[?&](?:amp;)?ID=(\d+)/.exec(row)?.[1] ?? 'no such row';
}

// An authority whose officer is no guest of the tenant yet: what the school and the IT person see, and how it mends itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '#host/command-line.ts';
import { people } from '#local/demo/people.ts';
import { boardSchema, casePageSchema } from '#tab/contract/answers.ts';
import { openTrust, type Trust } from './a-trust.ts';

const { larkSenco, derbyshireOfficer } = people;

let trust: Trust;
let ref = '';
beforeAll(async () => {
  const users = Object.values(people).filter(({ id }) => id !== derbyshireOfficer.id);
  trust = await openTrust({ definition: { users } });
  await trust.bringIn(larkSenco, 'notification', 'notification.xlsx');
  await trust.product().poll();
  const { rows } = boardSchema.parse((await trust.api(larkSenco, '/schools/LARK/cases')).body);
  ref = rows[0]?.ref ?? '';
}, 60_000);
afterAll(() => trust.stop());

const notice = async () => {
  const page = casePageSchema.parse((await trust.api(larkSenco, `/schools/LARK/cases/${ref}`)).body);
  return page.notices[0];
};
const uploads = (): number => trust.tenant.requests.count('PUT', '/drives/{drive}/root:/{path*}:/content');
const doctorSays = async (): Promise<string> => {
  const said: string[] = [];
  await runCommand(['doctor'], () => trust.surroundings, {
    say: (line) => void said.push(line),
    complain: (line) => void said.push(line),
    progress: () => undefined,
  });
  return said.join('\n');
};

describe('a notice whose reader is no guest yet', () => {
  it('is filed and told to nobody, and the case’s page says what to do', async () => {
    expect(await notice()).toMatchObject({
      sentOn: null,
      heldUpBy: expect.stringContaining('Invite external user'),
    });
    expect(uploads()).toBeGreaterThan(0);
    expect(trust.tenant.store.mail.inboxOf(derbyshireOfficer.mail)).toEqual([]);
    const seen = trust.product().outside.workspace.authorityNotices('derbyshire').all();
    expect(seen).toEqual([]);
  });

  it('is named by the doctor, to whom the tenant does not say who is a guest', async () => {
    const said = await doctorSays();
    expect(said).toMatch(
      /^TO MEND {3}Notices of \/sites\/larkfield: 2 notices could not be shared with the authority/m,
    );
    expect(said).toMatch(/“Authorities” on the hub\) as a guest/);
  });

  it('is not filed anew at every look', async () => {
    const before = uploads();
    trust.clock.advance({ minutes: 9 });
    await trust.product().poll();
    expect(uploads()).toBe(before);
  });

  it('goes out by itself once the officer has been invited', async () => {
    trust.tenant.store.directory.welcome(derbyshireOfficer.mail);
    trust.clock.advance({ minutes: 1 });
    await trust.product().poll();
    expect(await notice()).toMatchObject({ state: 'sent', heldUpBy: null });
    expect(trust.tenant.store.mail.inboxOf(derbyshireOfficer.mail)).toHaveLength(2);
    expect(await doctorSays()).not.toContain('Notices of');
  });
});

// The term that every schedule plays: what the people of one school do from the end of November to Christmas, two of them at once
// wherever a school would have two at it. Dates are those of the sample forms.
import { people } from '#local/demo/people.ts';
import type { CasePage } from '#tab/contract/answers.ts';
import { aRecordJson } from '#test/builders/record.ts';
import { actsOn } from './acts.ts';
import type { Stage } from './stage.ts';

const { larkSenco, larkHead, larkSafeguarding, larkAttendance, larkTeacher } = people;
const larkfield = '/sites/larkfield';

const newCase = {
  pressId: 'new-case-1',
  pupilName: 'Pip Pretend',
  dateOfBirth: '2016-05-09',
  yearGroup: 'Year 5',
  upn: '',
  parentName: 'Jo Pretend',
  reasons: ['Mental health'],
  objectives: 'To come in at all.',
  times: 'Monday to Friday 09:00 to 11:30',
  hoursInSchool: 12.5,
  startsOn: '2026-12-01',
  endsOn: '2026-12-18',
};

export async function playTerm(stage: Stage): Promise<void> {
  const { step } = stage;
  const { act, bringIn, send, fillIn, lookAtRisks, edit, pressHeld } = actsOn(stage);

  const signed = (version: number) => (page: CasePage) =>
    page.agreements.some((one) => one.version === version && one.state === 'signed');
  const status = (wanted: string) => (page: CasePage) => page.row.status === wanted;
  const signOff = { exceptional: 'Weeks without a whole morning in school.', despiteExclusionRisk: '' };

  await stage.morning('2026-11-23');
  await step(
    bringIn(larkSenco, 'notification'),
    bringIn(larkAttendance, 'notification'),
    send(larkSenco, 'cases', newCase),
    send(larkSafeguarding, 'records', aRecordJson() as object),
  );
  await step(
    fillIn(larkSenco, 'Sky Snowdrop', (place) => place % 2 === 0),
    fillIn(larkSafeguarding, 'Sky Snowdrop', (place) => place % 2 === 1),
  );
  await step(act(larkHead, 'Sky Snowdrop', 'start', signOff, status('active')));
  await stage.evening();

  await stage.morning('2026-11-24');
  await step(
    async () => void edit('/sites/notices-derbyshire', 'LA notices', () => true, { Acknowledged: true }),
    act(larkSenco, 'Pip Pretend', 'begin', {}, status('preparing')),
  );
  await step(
    async () =>
      void edit(larkfield, 'Cases', ({ PupilName }) => PupilName === 'Bramley Puffin', { Objectives: 'By hand.' }),
    act(
      larkSenco,
      'Pip Pretend',
      'consent',
      { answer: 'signed', on: '2026-11-24', evidence: 'Signed copy on file' },
      signed(1),
    ),
  );
  await stage.evening();
  edit(larkfield, 'Cases', ({ PupilName }) => PupilName === 'Pip Pretend', { Reasons: 'Nonsense' });

  await stage.morning('2026-11-27');
  await step(
    bringIn(larkAttendance, 'closure'),
    async () =>
      void edit(larkfield, 'Cases', ({ PupilName }) => PupilName === 'Pip Pretend', { Reasons: 'Mental health' }),
    act(larkSenco, 'Pip Pretend', 'withdraw', { on: '2026-11-27', details: 'A mentor first.' }, status('withdrawn')),
  );
  await stage.evening();

  await stage.morning('2026-12-04');
  await step(pressHeld(larkTeacher, 'Sky Snowdrop'), pressHeld(larkTeacher, 'Sky Snowdrop'));
  await step(
    act(
      larkSenco,
      'Sky Snowdrop',
      'review',
      {
        heldOn: '2026-12-04',
        outcome: 'More hours',
        hoursAfter: 18,
        times: 'Monday to Friday 09:00 to 12:36',
        nextReviewOn: '2026-12-11',
        parentWords: 'She is proud of herself.',
        pupilWords: 'I want to stay for lunch.',
        schoolWords: 'Ready for more.',
      },
      ({ row }) => row.hoursInSchool === 18,
    ),
  );
  await stage.evening();

  await stage.morning('2026-12-08');
  await step(bringIn(larkSenco, 'update'), bringIn(larkAttendance, 'update'));
  await step(
    act(
      larkSenco,
      'Sky Snowdrop',
      'consent',
      { answer: 'signed', on: '2026-12-08', evidence: 'Signed copy on file' },
      signed(3),
      ({ version }) => version === 3,
    ),
    lookAtRisks(larkSafeguarding, 'Sky Snowdrop', '2026-12-08'),
  );
  await step(
    act(
      larkHead,
      'Sky Snowdrop',
      'sign-off',
      signOff,
      ({ signedOff }) => signedOff?.version === 3,
      ({ version }) => version === 3,
    ),
  );
  await stage.evening();

  await stage.morning('2026-12-18');
  await step(
    act(
      larkSenco,
      'Sky Snowdrop',
      'close',
      { on: '2026-12-18', reason: 'Returned full-time', details: 'In every lesson.' },
      status('closed'),
    ),
    async () => void edit('/sites/notices-derbyshire', 'LA notices', () => true, { Acknowledged: true }),
  );
  await stage.evening();
  await stage.end();
}

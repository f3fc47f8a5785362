// What people do to cases, each with the world in which it is due.
import { aMember, headteacher, senco } from '#test/builders/people.ts';
import { aRecordJson } from '#test/builders/record.ts';
import { aHeld } from '#test/builders/requests.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aNewCase, aSignOff, must, type World } from '#test/builders/world.ts';
import { beginPreparing } from '#workflows/casework/begin-preparing.ts';
import { changeHours } from '#workflows/casework/change-hours.ts';
import { considerCase } from '#workflows/casework/consider-case.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { extendCase } from '#workflows/casework/extend-case.ts';
import { openCase } from '#workflows/casework/open-case.ts';
import { receiveRecord } from '#workflows/casework/receive-record.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { reopenCase } from '#workflows/casework/reopen-case.ts';
import { saveSection } from '#workflows/casework/save-section.ts';
import { settleCase } from '#workflows/casework/settle-case.ts';
import { signOff } from '#workflows/casework/sign-off.ts';
import { recordReviewHeld } from '#workflows/review-commands.ts';
import { told, type Deed } from './lives.ts';
import { aBody } from './section-bodies.ts';

const ready = async (world: World): Promise<string> => {
  const ref = await world.agreed();
  await world.complete(ref);
  await settleCase({ records: world.records, school: world.school, clock: world.outside.clock }, ref);
  return ref;
};

const anIdea = async ({ outside, school }: World): Promise<string> =>
  must(await openCase(outside, school, senco, aNewCase(), 'considering')).value.ref;

/** One decisive write, from which the rounds work out the rest. */
export const withOneDecisiveWrite: readonly Deed[] = [
  {
    does: 'a case is opened',
    before: () => Promise.resolve(''),
    deed: (outside, { school }) => openCase(outside, school, senco, aNewCase()),
  },
  {
    does: 'consent is marked signed',
    before: (world) => world.inPreparation(),
    deed: (outside, { target }, ref) =>
      recordConsent(outside, target(ref), { answer: 'signed', on: today, evidence: '' }),
  },
  {
    does: 'consent is refused before the start',
    before: async (world) => told(world, await world.agreed()),
    deed: (outside, { target }, ref) =>
      recordConsent(outside, target(ref), { answer: 'refused', on: today, evidence: '' }),
  },
  {
    does: 'the headteacher starts a case',
    before: ready,
    deed: (outside, { target }, ref) => signOff(outside, target(ref, headteacher), 'start', aSignOff()),
  },
  {
    does: 'a review with more hours is recorded',
    before: (world) => world.active(),
    deed: (outside, { target }, ref) =>
      recordReview(
        outside,
        target(ref),
        aHeld({ outcome: 'More hours', hoursAfter: 15, times: 'Mornings until 12.00', nextOn: inDays(10) }),
      ),
  },
  {
    does: 'a review is recorded from a card',
    before: (world) => world.active(),
    deed: (outside, _world, caseRef) =>
      recordReviewHeld(outside, aMember(), {
        schoolKey: 'LARK',
        caseRef,
        reviewKey: `${caseRef}/review/1`,
        pressId: 'press-1',
      }),
  },
  {
    does: 'times and dates are changed',
    before: (world) => world.active(),
    deed: (outside, { target }, ref) =>
      changeHours(outside, target(ref), {
        times: 'Mornings until 1.00',
        hoursInSchool: 20,
        startsOn: today,
        endsOn: inDays(20),
      }),
  },
  {
    does: 'a case is withdrawn before it starts',
    before: (world) => world.agreed(),
    deed: (outside, { target }, ref) => endCase(outside, target(ref), { action: 'withdraw', on: today, details: '' }),
  },
  {
    does: 'a case is considered',
    before: () => Promise.resolve(''),
    deed: (outside, { school }) =>
      considerCase(outside, school, senco, {
        ...aNewCase(),
        pressId: 'press-1',
        dateOfBirth: '2017-03-14',
        startsOn: today.toString(),
        endsOn: inDays(25).toString(),
      }),
  },
  {
    does: 'a case begins to be prepared',
    before: anIdea,
    deed: (outside, { target }, ref) => beginPreparing(outside, target(ref)),
  },
  {
    does: 'the headteacher signs off new times',
    before: async (world) => {
      const { outside, target } = world;
      const ref = await world.active();
      const times = { times: 'Monday to Friday 9.00 to 12.00', hoursInSchool: 15, startsOn: today, endsOn: inDays(20) };
      must(await changeHours(outside, target(ref), times));
      must(await recordConsent(outside, target(ref), { answer: 'signed', on: today, evidence: '' }));
      return ref;
    },
    deed: (outside, { target }, ref) => signOff(outside, target(ref, headteacher), 'sign off', aSignOff()),
  },
  {
    does: 'a part of the templates is begun',
    before: (world) => world.inPreparation(),
    deed: (outside, { target }, ref) =>
      saveSection(outside, { ...target(ref), etag: '' }, { kind: 'voices', body: aBody('voices') }),
  },
  {
    does: 'a part of the templates is changed',
    before: ready,
    deed: (outside, { target }, ref) =>
      saveSection(outside, target(ref), { kind: 'voices', body: { voices: [{ words: 'Mornings are best.' }] } }),
  },
];

/** Another row goes before the decisive one; only asking again finishes what was cut short between them. */
export const withWordsFirst: readonly Deed[] = [
  {
    does: 'a review recorded from a card is completed, and its next date moved',
    before: async (world) => {
      const caseRef = await world.active();
      await recordReviewHeld(world.outside, aMember(), {
        schoolKey: 'LARK',
        caseRef,
        reviewKey: `${caseRef}/review/1`,
        pressId: 'press-1',
      });
      return caseRef;
    },
    deed: (outside, { target }, ref) =>
      recordReview(outside, target(ref), aHeld({ pressId: 'press-2', nextOn: inDays(9) })),
  },
  {
    does: 'a case is closed',
    before: async (world) => told(world, await world.active()),
    deed: (outside, { target }, ref) =>
      endCase(outside, target(ref), {
        action: 'close',
        on: today,
        reason: 'Returned full-time',
        details: 'In every lesson.',
      }),
  },
  {
    does: 'a case is declined',
    before: (world) => world.agreed(),
    deed: (outside, { target }, ref) =>
      endCase(outside, target(ref), { action: 'decline', on: today, details: 'A full week is tried first.' }),
  },
  {
    does: 'a case is handed over',
    before: async (world) => told(world, await world.active()),
    deed: (outside, { target }, ref) =>
      endCase(outside, target(ref), {
        action: 'transfer',
        on: today,
        details: '',
        toSchool: 'Hollin Bank School',
        noteSentOn: today,
      }),
  },
  {
    does: 'a plan is extended',
    before: async (world) => {
      const ref = await world.active();
      must(await recordReview(world.outside, world.target(ref), aHeld()));
      return ref;
    },
    deed: (outside, { target }, ref) =>
      extendCase(outside, target(ref), {
        to: inDays(40),
        reason: 'Afternoons are still too much',
        exceptional: 'The clinic sees him in January.',
        agencies: ['School nurse'],
        consultedOn: today,
      }),
  },
  {
    does: 'a case is opened again',
    before: async (world) => {
      const { outside, target } = world;
      const ref = await world.active();
      const ending = { action: 'close', on: today, reason: 'Returned full-time', details: '' } as const;
      must(await endCase(outside, target(ref), ending));
      return told(world, ref);
    },
    deed: (outside, { target }, ref) =>
      reopenCase(outside, target(ref), { why: 'It became hard again', startsOn: inDays(7), endsOn: inDays(40) }),
  },
  {
    does: 'the groups of a pupil are filled in',
    before: (world) => world.inPreparation(),
    deed: (outside, { target }, ref) =>
      saveSection(outside, { ...target(ref), etag: '' }, { kind: 'groups', body: { groups: { lookedAfter: true } } }),
  },
  {
    does: 'a record is received',
    before: () => Promise.resolve(''),
    deed: (outside, { school }) => receiveRecord(outside, school, senco, aRecordJson()),
  },
];

import { date } from '#domain/dates.ts';
import type { Digest } from '#workflows/ports.ts';
import type { SchoolConsents, SchoolReviews } from '#bot/bot-workflows.ts';
import type { Card } from '#bot/cards/card.ts';
import { unsignedCard } from '#bot/cards/consents.ts';
import { digestCard } from '#bot/cards/digest.ts';
import { helpCard } from '#bot/cards/help.ts';
import { failureCard, refusalCard } from '#bot/cards/refusal.ts';
import { reviewDueCard } from '#bot/cards/review-due.ts';
import { parseCommand } from '#bot/parse-command.ts';
import { aCase, aReview, aSchool, type Planned, today } from './cases.ts';

export const tab = { appId: '11111111-2222-3333-4444-555555555555', entityId: 'timetables' };

export const countingIds = (): (() => string) => {
  let made = 0;
  return () => {
    made += 1;
    return `press-${made}`;
  };
};

const tools = { tab, newId: () => 'press-1' };

export const usual: SchoolReviews = aSchool(
  [
    { ref: 'K7M-2QX', dueOn: '2026-11-14' },
    { ref: 'Q4R-8TB', pupilName: 'Mina-Rose Sample', dueOn: '2026-11-16' },
    { ref: 'A9C-3DE', pupilName: 'Leo Placeholder', dueOn: '2026-11-18' },
    { ref: 'F2G-6HJ', pupilName: 'Zoe Nobody', dueOn: '2026-11-23' },
  ],
  {
    awaitingOutcome: [
      {
        case: aCase({ ref: 'M5N-7PQ', pupilName: 'Kit Madeup' }),
        review: aReview({ number: 2, heldOn: date('2026-11-13'), recordedBy: 'Ada Invented' }),
      },
    ],
  },
);

export const usualConsents: SchoolConsents = {
  school: 'Larkfield Primary School',
  schoolKey: 'LARK',
  consents: [
    {
      caseRef: 'R3S-9VW',
      initials: 'OB',
      words: 'Asked on Mon 2 Nov 2026, 15 days ago; starts on Wed 18 Nov 2026',
      urgent: true,
    },
    { caseRef: 'T6U-4XY', initials: 'NS', words: 'Asked on Mon 16 Nov 2026', urgent: false },
  ],
};

export const usualDigest: Digest = {
  school: 'Larkfield Primary School',
  schoolKey: 'LARK',
  asOf: today,
  reviews: [
    { caseRef: 'K7M-2QX', initials: 'JE', words: 'Fortnightly review 3 days overdue', urgent: true },
    { caseRef: 'A9C-3DE', initials: 'LP', words: 'Fortnightly review due tomorrow', urgent: false },
  ],
  consents: usualConsents.consents,
};

const long =
  'Saint Æthelthryth & the Very Long Name’s [Church] of *England* Voluntary Aided Primary School, Nursery and Unit '.repeat(
    3,
  );
const refOf = (school: number, index: number): string =>
  `A${String(index).padStart(2, '0')}-S${String(school).padStart(2, '0')}`;

const manyPlanned = (school: number): readonly Planned[] =>
  Array.from({ length: 30 }, (_, index) => ({
    ref: refOf(school, index),
    pupilName: `${'Long-'.repeat(20)}Name`,
    dueOn: index % 2 === 0 ? '2026-11-01' : '2026-11-20',
  }));

const sixtySchools = Array.from({ length: 60 }, (_, index) => ({
  school: `${index} ${long}`,
  schoolKey: `${'K'.repeat(36)}${index}`,
}));
const manyConsents = (school: number) =>
  Array.from({ length: 30 }, (_, index) => ({
    caseRef: refOf(school, index),
    initials: 'ABCDEFGHIJ',
    words: long,
    urgent: true,
  }));

/** Every kind of card that the bot makes, plain and overfull. */
export const everyCard: Readonly<Record<string, Card>> = {
  'reviews due': reviewDueCard({ schools: [usual] }, tools),
  'reviews due after a press': reviewDueCard(
    {
      schools: [usual],
      said: {
        caseRef: 'M5N-7PQ',
        words: 'Review held, recorded by Ada Invented, Tue 17 Nov 2026: add the outcome in the tab.',
      },
    },
    tools,
  ),
  'no reviews due': reviewDueCard({ schools: [aSchool([])] }, tools),
  'reviews due in three schools': reviewDueCard(
    {
      schools: [
        usual,
        aSchool([{ ref: 'H8J-5KM', dueOn: '2026-11-12' }], { school: 'Hollin Bank School', schoolKey: 'HOLL' }),
        aSchool([], { school: 'Millbrook Street School', schoolKey: 'MILL' }),
      ],
    },
    tools,
  ),
  'reviews due in sixty schools with long names': reviewDueCard(
    {
      schools: sixtySchools.map((named, index) => aSchool(manyPlanned(index), named)),
      said: { caseRef: 'A00-S00', words: long },
    },
    { tab, newId: () => '11111111-2222-3333-4444-555555555555' },
  ),
  'no schools': reviewDueCard({ schools: [] }, tools),
  'unsigned consents': unsignedCard([usualConsents], tab),
  'every consent signed': unsignedCard([{ ...usualConsents, consents: [] }], tab),
  'unsigned consents in sixty schools': unsignedCard(
    sixtySchools.map((named, index) => ({ ...named, consents: manyConsents(index) })),
    tab,
  ),
  digest: digestCard(usualDigest, tab),
  'digest of reviews only': digestCard({ ...usualDigest, consents: [] }, tab),
  'overfull digest': digestCard(
    { ...usualDigest, school: long, reviews: manyConsents(1), consents: manyConsents(2) },
    tab,
  ),
  help: helpCard(tab),
  'help for an unknown command': helpCard(tab, unknown('reveiw deu')),
  'help for hostile words': helpCard(
    tab,
    unknown('[click](https://evil.example) **now** {{DATE(2026-01-01T00:00:00Z)}}'),
  ),
  refusal: refusalCard(
    'Only people in the Team of this school are answered here. Ask a member of the Team to add you.',
  ),
  failure: failureCard(),
};

function unknown(text: string): {
  readonly typed: string;
  readonly nearest: 'review due' | 'unsigned consents' | 'help';
} {
  const command = parseCommand(text);
  if (command.kind !== 'unknown') throw new Error(`“${text}” is a command after all`);
  return command;
}

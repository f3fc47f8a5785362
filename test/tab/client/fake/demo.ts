// A school with cases in different states, for looking at the pages.
import type { Board, BoardRow, CasePage } from '#tab/contract/answers.ts';
import { aBoard, aCasePage, aChoice, aFinding, anAgreement, aRow, missing } from './builders.ts';

const unsigned = aFinding();
const overdue = aFinding({
  rule: 'review overdue',
  severity: 'act today',
  words: 'The review of Thu 12 Nov 2026 has not been held.',
  todo: 'Hold the review, and record it.',
  who: 'case lead',
  source: 'DDAT:141',
});
const noPupilWords = aFinding({
  rule: 'pupil’s words',
  severity: 'act this week',
  words: 'Review 1 has no words of the pupil.',
  todo: 'Ask the pupil, and write down what they say.',
  who: 'SENCO',
  source: 'WTISA 66',
});
const tooLong = aFinding({
  rule: 'longest',
  severity: 'stop',
  words: 'The plan lasts 96 days; at most 42 are allowed without the authority’s agreement.',
  todo: 'Agree an earlier last day with the parent.',
  who: 'headteacher',
  source: 'DBY web page',
  policy: 'derbyshire',
});
const noHazards = aFinding({
  rule: 'F11',
  severity: 'stop',
  words: 'There is no risk assessment.',
  todo: 'Write down each hazard, and who deals with it.',
  who: 'SENCO',
  source: 'DDAT:142',
  policy: 'ddat',
  section: 'risk',
});
const noWeeks = aFinding({
  rule: 'F05',
  severity: 'act this week',
  words: 'No week of the timetable is written.',
  todo: 'Write the times in and out for every day.',
  who: 'SENCO',
  source: 'DBY:48',
  section: 'weeks',
});
const policiesDiffer = aFinding({
  rule: 'cambridgeshire/code',
  severity: 'note',
  words: 'The policies name different codes for the register.',
  todo: 'Nothing: the regulation’s code is used.',
  who: 'nobody',
  source: 'Reg 10(3)',
  policy: 'ddat',
  aboutPolicies: true,
});
const alexLacks = [tooLong, noHazards, unsigned, noPupilWords, noWeeks];

const unsignedRow: BoardRow = aRow({
  ref: 'R4T-9PA',
  pupilName: 'Alex Sparrowhawk-Featherstonehaugh',
  yearGroup: 'Year 5',
  status: 'preparing',
  since: '2026-11-23',
  weeks: 0,
  hoursInSchool: 15,
  nextReviewOn: null,
  nextReviewWords: null,
  consent: 'asked',
  ...missing(alexLacks),
});

const overdueRow: BoardRow = aRow({
  ref: 'B2C-7WD',
  pupilName: 'Charlie Kestrelton',
  yearGroup: 'Year 10',
  nextReviewOn: '2026-11-12',
  nextReviewWords: '5 days overdue',
  reviewOverdue: true,
  hoursInSchool: 12.5,
  ...missing([overdue, noPupilWords]),
});

const consideredRow: BoardRow = aRow({
  ref: 'C3D-4EF',
  pupilName: 'Jay Turnstone',
  yearGroup: 'Year 6',
  status: 'considering',
  since: '2026-11-30',
  weeks: 0,
  hoursInSchool: 20,
  nextReviewOn: null,
  nextReviewWords: null,
  consent: null,
  ...missing([noHazards, noWeeks]),
});

const endedRow = aRow({
  ref: 'E5F-1GH',
  pupilName: 'Ash Ptarmigan',
  yearGroup: 'Year 7',
  status: 'closed',
  weeks: 7,
  hoursInSchool: 32.5,
  nextReviewOn: null,
  nextReviewWords: null,
});

export const demoRows: readonly BoardRow[] = [
  unsignedRow,
  consideredRow,
  overdueRow,
  aRow(),
  aRow({
    ref: 'N8P-3QR',
    pupilName: 'Zoë Nightjar',
    yearGroup: 'Reception',
    status: 'agreed',
    since: '2026-11-30',
    weeks: 0,
    nextReviewOn: null,
    nextReviewWords: null,
  }),
  aRow({
    ref: 'S6T-5UV',
    pupilName: 'Toni Godwit',
    yearGroup: 'Year 9',
    consent: 'refused',
    status: 'active',
    ...missing([unsigned]),
  }),
  endedRow,
  aRow({
    ref: 'W9X-8YZ',
    pupilName: 'Lee Plover',
    yearGroup: 'Year 4',
    status: 'withdrawn',
    consent: 'withdrawn',
    weeks: 1,
    nextReviewOn: null,
    nextReviewWords: null,
  }),
];

export function demoBoard(over: Partial<Board> = {}): Board {
  return aBoard({
    rows: [...demoRows],
    parked: 2,
    needsAttention: [
      {
        list: 'Cases',
        id: '14',
        column: 'End date',
        words: '“soon” is not a date. Type a date such as 18/12/2026.',
      },
    ],
    ...over,
  });
}

export function demoPages(): readonly CasePage[] {
  return [
    aCasePage(),
    aCasePage({
      row: unsignedRow,
      etag: '"7"',
      findings: [...alexLacks, policiesDiffer],
      version: 1,
      startsOn: '2026-11-23',
      signedOff: null,
      choices: [
        aChoice('record consent'),
        aChoice(
          'start',
          'The parent has not signed the times and dates of version 1. A part-time timetable cannot start without signed consent.',
        ),
        aChoice('change hours'),
        aChoice('record refusal'),
        aChoice('decline'),
        aChoice('withdraw'),
        aChoice('transfer'),
      ],
      agreements: [anAgreement({ state: 'asked', askedOn: '2026-11-09', answeredOn: null, evidence: null })],
      reviews: [],
      notices: [],
      chronology: [{ number: 1, on: '2026-11-09', words: 'Case opened from a form response.', by: 'Microsoft Forms' }],
    }),
    aCasePage({
      row: consideredRow,
      etag: '"2"',
      startsOn: '2026-11-30',
      findings: [noHazards, noWeeks],
      version: 1,
      signedOff: null,
      choices: [
        aChoice('begin preparing'),
        aChoice('change hours'),
        aChoice('decline'),
        aChoice('withdraw'),
        aChoice('transfer'),
      ],
      agreements: [],
      reviews: [],
      notices: [],
      chronology: [{ number: 1, on: '2026-11-16', words: 'Case opened by hand.', by: 'Sam Example' }],
    }),
    aCasePage({
      row: overdueRow,
      etag: '"3"',
      findings: [overdue, noPupilWords],
      chronologyWhole: false,
      reviewToComplete: { number: 2, heldOn: '2026-11-16' },
    }),
    aCasePage({
      row: demoRows.find(({ ref }) => ref === 'N8P-3QR') ?? aRow(),
      etag: '"5"',
      startsOn: '2026-11-30',
      signedOff: null,
      reasons: ['Mental health', 'At risk of exclusion'],
      choices: [
        aChoice('record consent', 'Consent to version 2 is signed already.'),
        aChoice('start'),
        aChoice('change hours'),
        aChoice('record refusal'),
        aChoice('decline'),
        aChoice('withdraw'),
        aChoice('transfer'),
      ],
    }),
    aCasePage({
      row: endedRow,
      etag: '"9"',
      choices: [aChoice('reopen')],
      ended: { by: 'Sam Example', on: '2026-11-06', reason: 'Returned full-time' },
    }),
  ];
}

/** A big school, to see that the board stays quick. */
export function manyRows(count: number): readonly BoardRow[] {
  const names = ['Wren', 'Finch', 'Dunnock', 'Siskin', 'Linnet', 'Whinchat', 'Redstart', 'Twite'];
  return Array.from({ length: count }, (_, index) =>
    aRow({
      ref: `C${index}`,
      pupilName: `Demo ${names[index % names.length]} ${index}`,
      yearGroup: `Year ${(index % 13) + 1}`,
      ...missing(index % 3 === 0 ? [unsigned, noPupilWords] : []),
    }),
  );
}

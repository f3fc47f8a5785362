// A school with cases in different states, for looking at the pages.
import type { Board, BoardRow, CasePage } from '#tab/api/contract.ts';
import { aBoard, aCasePage, aFinding, anAgreement, aRow } from './builders.ts';

const unsigned = aFinding();
const overdue = aFinding({
  rule: 'review overdue',
  severity: 'act today',
  words: 'The review of Thu 12 Nov 2026 has not been held.',
  who: 'Case lead',
  source: 'DDAT:141',
});
const noPupilWords = aFinding({
  rule: 'pupil’s words',
  severity: 'act this week',
  words: 'Review 1 has no words of the pupil.',
  who: 'SENCO',
  source: 'WTISA 66',
});
const tooLong = aFinding({
  rule: 'longest',
  severity: 'stop',
  words: 'The plan lasts 96 days; at most 42 are allowed without the authority’s agreement.',
  who: 'Headteacher',
  source: 'DBY web page',
});

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
  findings: [tooLong, unsigned, noPupilWords],
});

const overdueRow: BoardRow = aRow({
  ref: 'B2C-7WD',
  pupilName: 'Charlie Kestrelton',
  yearGroup: 'Year 10',
  nextReviewOn: '2026-11-12',
  nextReviewWords: '5 days overdue',
  reviewOverdue: true,
  hoursInSchool: 12.5,
  findings: [overdue, noPupilWords],
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
    findings: [unsigned],
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
      version: 1,
      startsOn: '2026-11-23',
      signedOff: null,
      choices: [
        { action: 'record consent', label: 'Mark consent signed', why: null },
        { action: 'record refusal', label: 'Mark consent refused', why: null },
        {
          action: 'start',
          label: 'Sign off and start',
          why: 'The parent has not signed the times and dates of version 1. A part-time timetable cannot start without signed consent.',
        },
        { action: 'change hours', label: 'Change times or dates', why: null },
        { action: 'withdraw', label: 'Withdraw before it starts', why: null },
      ],
      agreements: [anAgreement({ state: 'asked', askedOn: '2026-11-09', answeredOn: null, evidence: null })],
      reviews: [],
      notices: [],
      chronology: [{ number: 1, on: '2026-11-09', words: 'Case opened from a form response.', by: 'Microsoft Forms' }],
    }),
    aCasePage({
      row: overdueRow,
      etag: '"3"',
      chronologyWhole: false,
      reviewToComplete: { number: 2, heldOn: '2026-11-16' },
    }),
    aCasePage({
      row: demoRows[3] ?? aRow(),
      etag: '"5"',
      signedOff: null,
      choices: [{ action: 'start', label: 'Sign off and start', why: null }],
    }),
    aCasePage({
      row: endedRow,
      etag: '"9"',
      choices: [],
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
      findings: index % 3 === 0 ? [unsigned] : [],
    }),
  );
}

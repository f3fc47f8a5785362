// What the tab's server would say, with defaults. Everybody here is made up.
import { lifecycle } from '#domain/lifecycle.ts';
import { sectionSchema } from '#domain/record/section-content.ts';
import { sections, type SectionKind } from '#domain/record/sections.ts';
import type { Board, BoardRow, CasePage, Choice, Finding, Freshness, SectionPage } from '#tab/contract/answers.ts';

export const today = '2026-11-17';

const fresh: Freshness = { asOf: '2026-11-17T10:32:00Z', isOld: false };

export const larkfield = { key: 'LARK', name: 'Larkfield Primary School', fullWeekHours: 32.5 };
export const hollinBank = { key: 'HOLL', name: 'Hollin Bank School', fullWeekHours: 31.25 };

export function aFinding(over: Partial<Finding> = {}): Finding {
  return {
    rule: 'consent unsigned',
    severity: 'act today',
    words: 'The parent has not signed the times and dates of version 1, asked on Mon 9 Nov 2026.',
    todo: 'Ask the parent again, and record their answer.',
    who: 'SENCO',
    source: 'Reg 11(6)(b)',
    policy: null,
    section: null,
    aboutPolicies: false,
    ...over,
  };
}

export function aRow(over: Partial<BoardRow> = {}): BoardRow {
  return {
    ref: 'K7M-2QX',
    pupilName: 'Robin Wrenfield',
    yearGroup: 'Year 8',
    status: 'active',
    since: '2026-10-19',
    endsOn: '2026-12-18',
    weeks: 5,
    hoursInSchool: 10,
    fullWeekHours: 32.5,
    nextReviewOn: '2026-11-20',
    nextReviewWords: 'due in 3 days',
    reviewOverdue: false,
    consent: 'signed',
    ...missing([]),
    ...over,
  };
}

/** What the board says of findings: the gravest, which comes first, and how many of each gravity. */
export function missing(findings: readonly Finding[]): Pick<BoardRow, 'gravest' | 'counts'> {
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const [gravest = null] = findings.filter(({ severity }) => severity !== 'note');
  return { gravest, counts: { stop: count('stop'), today: count('act today'), week: count('act this week') } };
}

export function aBoard(over: Partial<Board> = {}): Board {
  return {
    school: larkfield,
    today,
    rows: [aRow()],
    needsAttention: [],
    parked: 0,
    remindersLastChecked: '2026-11-17T07:30:12Z',
    freshness: fresh,
    ...over,
  };
}

export function aCasePage(over: Partial<CasePage> = {}): CasePage {
  return {
    school: larkfield,
    today,
    freshness: fresh,
    row: aRow(),
    etag: '"1"',
    findings: [],
    sections: [
      aPart({ kind: 'risk', title: 'Risk assessment', about: 'Hazards with who deals with each.', open: 1 }),
      aPart({ changed: { by: 'Sam Example', on: '2026-11-10' } }),
    ],
    dateOfBirth: '2014-03-02',
    upn: 'Z999000000001',
    groups: ['SEN support', 'Medical need'],
    parentName: 'Mx Jo Wrenfield',
    reasons: ['Mental health', 'Reintegration'],
    objectives: 'Robin comes in calmly every morning and adds one lesson a week until the week is full.',
    version: 2,
    times: 'Mon to Fri 9:00 to 11:00',
    startsOn: '2026-10-19',
    lead: 'Sam Example',
    signedOff: {
      by: 'Head Teacher-Example',
      on: '2026-10-16',
      version: 1,
      exceptional: 'Robin could not come into school for five weeks.',
    },
    ended: null,
    choices: [
      aChoice('record consent', 'Consent to version 2 is signed already.'),
      aChoice('record review'),
      aChoice('sign off', 'Only the headteacher can do this.'),
      aChoice('change hours'),
      aChoice('extend'),
      aChoice('record refusal'),
      aChoice('close'),
      aChoice('transfer'),
    ],
    agreements: [
      anAgreement({ version: 2, askedOn: '2026-11-02', answeredOn: '2026-11-03' }),
      anAgreement({ version: 1, times: 'Mon to Fri 9:00 to 10:30', hoursInSchool: 7.5 }),
    ],
    reviews: [
      {
        number: 2,
        dueOn: '2026-11-20',
        heldOn: null,
        outcome: null,
        hoursAfter: null,
        parentWords: null,
        pupilWords: null,
        schoolWords: null,
        recordedBy: null,
      },
      {
        number: 1,
        dueOn: '2026-11-02',
        heldOn: '2026-11-02',
        outcome: 'More hours',
        hoursAfter: 10,
        parentWords: 'Mornings at home are calmer. We would like to try a little longer.',
        pupilWords: 'I like coming in before it gets loud. I want to do art.',
        schoolWords: 'Robin was in every day and asked to stay for break twice.',
        recordedBy: 'Sam Example',
      },
    ],
    notices: [
      {
        kind: 'update',
        authority: 'Derbyshire County Council',
        dueOn: '2026-11-04',
        state: 'sent',
        link: 'https://example.sharepoint.example/sites/lark/notice-2.docx',
        sentOn: '2026-11-03',
        acknowledgedOn: null,
        acknowledgedBy: null,
        heldUpBy: null,
      },
      {
        kind: 'notification',
        authority: 'Derbyshire County Council',
        dueOn: '2026-10-20',
        state: 'acknowledged',
        link: 'https://example.sharepoint.example/sites/lark/notice-1.docx',
        sentOn: '2026-10-16',
        acknowledgedOn: '2026-10-19',
        acknowledgedBy: 'Lou Officer-Example',
        heldUpBy: null,
      },
    ],
    chronology: [
      { number: 1, on: '2026-10-14', words: 'Case opened from a form response.', by: 'Microsoft Forms' },
      { number: 2, on: '2026-10-16', words: 'Signed off and started.', by: 'Head Teacher-Example' },
      { number: 3, on: '2026-11-02', words: 'Review 1 held: more hours, 10 a week.', by: 'Sam Example' },
    ],
    chronologyWhole: true,
    suggestedNextReview: {
      on: '2026-12-01',
      words: 'At the latest Tue 1 Dec 2026: reviews are at most 14 days apart (DDAT:141).',
    },
    reviewToComplete: null,
    ...over,
  };
}

/** An action as the case's page offers it; with a reason, refused. */
export const aChoice = (action: Choice['action'], why: string | null = null): Choice => ({
  action,
  label: lifecycle[action].label,
  why,
});

/** A part of a case in which nobody has written. */
export function aSectionPage(kind: SectionKind, over: Partial<SectionPage> = {}): SectionPage {
  const { title, about } = sections[kind];
  return {
    today,
    freshness: fresh,
    ref: 'K7M-2QX',
    pupilName: 'Robin Wrenfield',
    kind,
    title,
    about,
    etag: '',
    body: {},
    schema: { ...sectionSchema(kind) },
    readOnly: null,
    findings: [],
    ...over,
  };
}

function aPart(over: Partial<CasePage['sections'][number]> = {}): CasePage['sections'][number] {
  return {
    kind: 'weeks',
    title: 'Timetable by week',
    about: 'Times in and out for every day of every week, up to the full week.',
    changed: null,
    open: 0,
    ...over,
  };
}

export function anAgreement(over: Partial<CasePage['agreements'][number]> = {}): CasePage['agreements'][number] {
  return {
    version: 1,
    party: 'Mx Jo Wrenfield',
    state: 'signed',
    times: 'Mon to Fri 9:00 to 11:00',
    hoursInSchool: 10,
    startsOn: '2026-10-19',
    endsOn: '2026-12-18',
    askedOn: '2026-10-14',
    answeredOn: '2026-10-15',
    evidence: 'Signed copy in the pupil’s file.',
    ...over,
  };
}

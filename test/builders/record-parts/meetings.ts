// Who met, agreed, reviewed and was told in the ordinary case.
import type { CaseRecordJson } from '#domain/record/case-record.ts';

type List<Name extends keyof CaseRecordJson> = NonNullable<CaseRecordJson[Name]>;

const planned = ['parent', 'SENCO', 'headteacher', 'class teacher', 'authority representative', 'trust'] as const;
const attendees = planned.map((party) => ({ party, name: party === 'parent' ? 'Jo Sample' : `The ${party}` }));

export const meetings: List<'meetings'> = [
  {
    kind: 'reintegration planning',
    plannedOn: '2026-10-15',
    heldOn: '2026-10-15',
    minutes: 90,
    chair: 'SENCO',
    chairName: 'Sam Senco',
    attendees,
    notes: 'Needs, support and steps agreed.',
    minutesKept: 'CPOMS',
  },
];

const agreed = (party: NonNullable<List<'agreements'>[number]['party']>, name: string): List<'agreements'>[number] => ({
  party,
  name,
  to: 'the plan',
  version: 1,
  level: 'agreed in writing',
  state: 'given',
  askedOn: '2026-10-15',
  answeredOn: '2026-10-20',
  method: 'Signed paper',
  evidence: 'Pupil’s file, 20 October',
});

export const agreements: List<'agreements'> = [
  { ...agreed('parent', 'Jo Sample'), position: 'Mother', livesWithPupil: true },
  {
    ...agreed('parent', 'Jo Sample'),
    position: 'Mother',
    livesWithPupil: true,
    to: 'the idea',
    version: null,
    askedOn: '2026-10-08',
    answeredOn: '2026-10-09',
  },
  agreed('pupil', 'Robin Sample'),
  { ...agreed('authority representative', 'Lee Officer'), position: 'Education Inclusion Officer' },
  { ...agreed('specialist teacher', 'Tess Specialist'), level: 'consulted' },
  { ...agreed('inclusion support service', 'Imran Inclusion'), level: 'consulted' },
  { ...agreed('early help worker', 'Pat Lead'), level: 'consulted' },
  { ...agreed('education welfare officer', 'Ewan Welfare'), level: 'discussed' },
];

export const signOff: CaseRecordJson['signOff'] = {
  by: 'Helen Head',
  role: 'Headteacher',
  on: '2026-10-21',
  version: 1,
  exceptional: 'Robin could not come into school at all for five weeks.',
};

const held = (number: number, heldOn: string, hoursAfter: number, nextOn: string): List<'reviews'>[number] => ({
  number,
  week: number + 1,
  dueOn: heldOn,
  heldOn,
  attendees: [
    { party: 'parent', name: 'Jo Sample' },
    { party: 'pupil', name: 'Robin Sample' },
    { party: 'SENCO', name: 'Sam Senco' },
  ],
  outcomes: 'The target of the week was met on four days of five.',
  targetsMet: 'yes',
  parentViews: 'We see more calm evenings. We want to go on as planned.',
  pupilViews: 'I like reading with my friend. I want to stay for lunch.',
  pupilViewsGathered: 'Talking mats with the teaching assistant',
  schoolViews: 'The small group works well; the next step is lunch.',
  decision: 'More hours',
  hoursAfter,
  versionAfter: 1,
  nextOn,
  recordedBy: 'Sam Senco',
});

export const reviews: List<'reviews'> = [
  held(1, '2026-11-13', 22.5, '2026-11-20'),
  held(2, '2026-11-20', 26.25, '2026-11-27'),
  { number: 3, week: 4, dueOn: '2026-11-27' },
];

const sent = (
  to: NonNullable<List<'notices'>[number]['to']>,
  kind: NonNullable<List<'notices'>[number]['kind']>,
  on: string,
): List<'notices'>[number] => ({
  to,
  kind,
  version: 1,
  period: 'Autumn 2 2026',
  dueOn: on,
  sentOn: on,
  by: 'Sam Senco',
  acknowledgedOn: on,
});

export const notices: List<'notices'> = [
  sent('authority', 'notification', '2026-10-12'),
  sent('authority', 'half-termly list', '2026-11-02'),
  sent('trust', 'notification', '2026-10-12'),
  sent('education welfare service', 'notification', '2026-10-12'),
  sent('governors', 'decision', '2026-10-21'),
  sent('governors', 'report', '2026-11-12'),
];

export const sharedWith: List<'sharedWith'> = attendees.map(({ party, name }) => ({
  what: 'plan',
  version: 1,
  party,
  name,
  on: '2026-10-16',
}));

export const documents: List<'documents'> = (
  [
    'signed agreement',
    'plan',
    'risk assessment',
    'meeting minutes',
    'review',
    'chronology',
    'guidance given to parents',
  ] as const
).map((kind) => ({ kind, on: kind === 'review' ? '2026-11-20' : '2026-10-15', where: 'CPOMS' }));

import { describe, expect, it } from 'vitest';
import { gravities, whoActs } from '#domain/finding.ts';
import { items, type Item } from '#domain/rules/items.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy } from '#test/policies/support/hold-policy.ts';
import { itemChanges, theVersion } from '#test/policies/support/item-changes.ts';
import { meetings } from '#test/builders/record-parts/meetings.ts';
import { aPolicy } from './said.ts';

const names = Object.keys(items) as Item[];
const said = (item: Item, changes: RecordChanges, today = '2026-11-23') =>
  saidBy([aPolicy([{ kind: 'demand', anyOf: [item] }])], changes, today);
const at = (item: Item, changes: RecordChanges, today?: string): string =>
  said(item, changes, today)
    .map((one) => one.at.join('.'))
    .join();

describe.each(names)('%s', (item) => {
  const { meets, breaks } = itemChanges[item];

  it('is there, or is asked for with what to do', () => {
    expect(said(item, meets)).toEqual([]);
    const { what, todo, who, severity, flag } = items[item];
    expect(said(item, breaks)).toMatchObject([
      { rule: flag ?? 'test/0', words: `The record has no ${what}.`, todo, who, severity, policy: 'Policy test' },
    ]);
    expect(todo).toMatch(/^[A-Z].+\.$/);
    expect(what).toMatch(/^\w.{6,}[^.]$/);
    expect([...whoActs]).toContain(who);
    expect([...gravities]).toContain(severity);
  });

  it('is not asked for in a case that has ended', () => {
    expect(said(item, { ...breaks, status: 'withdrawn' })).toEqual([]);
  });
});

const [planning] = meetings;
const hazard = {
  hazard: 'Road',
  whoHarmed: 'The pupil',
  rating: 'low',
  precaution: 'Collected',
  reviewArrangement: 'Weekly',
} as const;

describe('where something is missing, the place is named:', () => {
  it.each<readonly [Item, RecordChanges, string]>([
    ['consent in principle', { agreements: [], priorSteps: [] }, 'agreements'],
    ['home information form', { priorSteps: [] }, 'priorSteps'],
    ['home information form', { priorSteps: [{ step: 'A3', state: 'done' }] }, 'priorSteps'],
    ['multi-agency meeting', { meetings: [] }, 'meetings'],
    ['senior chair', { meetings: [{ ...planning, chair: null }] }, 'meetings.0.chair'],
    ['one to two hours', { meetings: [{ ...planning, minutes: 59 }] }, 'meetings.0.minutes'],
    ['minutes kept', { meetings: [{ heldOn: '2026-10-15' }] }, 'meetings.0.minutesKept'],
    ['weekly times', { plan: { versions: [] } }, 'plan.versions.weeks'],
    ['weekly times', theVersion({ weeks: [] }), 'plan.versions.0.weeks'],
    ['end date', { plan: { versions: [] } }, 'plan.versions.endsOn'],
    ['plan shared', { sharedWith: [] }, 'sharedWith'],
    ['interpreter', { groups: { interpreter: { providedBy: null } } }, 'groups.interpreter'],
    ['support from other trust schools', { ddatChecklist: null }, 'ddatChecklist'],
    ['early help assessment', { groups: { earlyHelpAssessedOn: null } }, 'groups.earlyHelpAssessedOn'],
    ['early help offered', { groups: { earlyHelp: null } }, 'groups.earlyHelp'],
    ['Cambridgeshire checklist', { cambridgeshire: null }, 'cambridgeshire'],
    ['Cambridgeshire checklist', { cambridgeshire: { checklist: { dates: null } } }, 'cambridgeshire.checklist.dates'],
    ['risk assessment', { risk: null }, 'risk'],
    ['five steps', { risk: null }, 'risk'],
    ['five steps', { risk: { hazards: [] } }, 'risk.hazards'],
    ['five steps', { risk: { hazards: [hazard, { ...hazard, hazard: '' }] } }, 'risk.hazards.1'],
    ['five steps', { risk: { hazards: [{ ...hazard, rating: null }] } }, 'risk.hazards.0'],
    ['five steps', { risk: { hazards: [{ ...hazard, precaution: null }] } }, 'risk.hazards.0'],
    ['five steps', { risk: { hazards: [{ ...hazard, reviewArrangement: null }] } }, 'risk.hazards.0'],
    ['five steps', { risk: { hazards: [hazard], recordedIn: null } }, 'risk.recordedIn'],
    ['concerns answered', { risk: { hazards: [hazard, { ...hazard, safeguarding: true }] } }, 'risk.hazards.1.state'],
    ['risk management plan', { risk: null }, 'risk'],
    ['risk management plan', { risk: { recordedIn: null } }, 'risk.recordedIn'],
    ['safety off site', { risk: null }, 'risk'],
    ['safety off site', { risk: { supervision: '', welfareOffSite: '' } }, 'risk.welfareOffSite'],
    ['agreement of responsibility', { practical: { responsibility: { words: null } } }, 'practical.responsibility'],
    ['signing in and out', { practical: { signInOut: '' } }, 'practical.signInOut'],
    ['meals', { practical: { meals: { arrangement: '' } } }, 'practical.meals'],
    ['work set', { practical: { work: { arrangement: '' } } }, 'practical.work'],
    ['work marked', { practical: { work: { markedBy: '' } } }, 'practical.work.markedBy'],
    ['individual healthcare plan', { groups: { healthcarePlanOn: null } }, 'groups.healthcarePlanOn'],
    ['medical evidence', { reasons: [{ reason: 'Other' }, { reason: 'Physical health' }] }, 'reasons.1.evidence'],
    ['chronology', { chronology: [] }, 'chronology'],
    ['parent at reviews', { reviews: [{ dueOn: '2026-11-13' }, { heldOn: '2026-11-13' }] }, 'reviews.1.parentViews'],
    ['pupil at reviews', { reviews: [{ heldOn: '2026-11-13' }] }, 'reviews.0.pupilViews'],
  ])('%s', (item, changes, place) => {
    expect(at(item, changes)).toBe(place);
  });
});

describe('what counts as well:', () => {
  it.each<readonly [string, Item, RecordChanges]>([
    [
      'consent as a step of Derbyshire’s',
      'consent in principle',
      { agreements: [], priorSteps: [{ step: 'A2', state: 'done' }] },
    ],
    [
      'a planning meeting as multi-agency',
      'multi-agency meeting',
      { meetings: [{ kind: 'reintegration planning', heldOn: '2026-10-15' }] },
    ],
    [
      'a Team Around the Family as multi-agency',
      'multi-agency meeting',
      { meetings: [{ kind: 'Team Around the Family', heldOn: '2026-10-15' }] },
    ],
    [
      'a planning meeting as one with the parents',
      'meeting with the parents',
      { meetings: [{ kind: 'reintegration planning', heldOn: '2026-10-15' }] },
    ],
    ['an hour as long enough', 'one to two hours', { meetings: [{ ...planning, minutes: 60 }] }],
    ['a length that nobody wrote down', 'one to two hours', { meetings: [{ ...planning, minutes: null }] }],
    [
      'a long meeting of another kind',
      'one to two hours',
      { meetings: [{ kind: 'Core Group', heldOn: '2026-10-15', minutes: 200 }] },
    ],
    [
      'a junior chair of another kind of meeting',
      'senior chair',
      { meetings: [{ kind: 'Core Group', heldOn: '2026-10-15', chair: 'other' }] },
    ],
    ['a meeting still to come', 'minutes kept', { meetings: [{ kind: 'Core Group', plannedOn: '2026-12-01' }] }],
    [
      'guidance among the documents',
      'advice service named',
      { documents: [{ kind: 'guidance given to parents' }], sharedWith: [] },
    ],
    [
      'guidance handed to the parent',
      'guidance given to the parent',
      { documents: [], sharedWith: [{ what: 'guidance given to parents', party: 'parent' }] },
    ],
    [
      'a specialist’s assessment in the Pastoral Support Plan',
      'specialist advice',
      { voices: [], pastoralSupportPlan: { log: { specialistAssessmentBy: 'STS' } } },
    ],
    [
      'a question that does not apply',
      'support from other trust schools',
      { ddatChecklist: [{ item: 'otherSchools', status: 'n/a' }] },
    ],
    [
      'a concern on which advice was sought',
      'concerns answered',
      { risk: { hazards: [{ ...hazard, safeguarding: true, state: 'advice sought' }] } },
    ],
    [
      'a hazard that is no safeguarding concern',
      'concerns answered',
      { risk: { hazards: [{ ...hazard, safeguarding: false, state: 'open' }] } },
    ],
    ['no risk assessment, which is asked for elsewhere', 'concerns answered', { risk: null }],
    ['welfare in words', 'safety off site', { risk: { supervision: null, welfareOffSite: 'With grandmother' } }],
    ['transport that is not needed', 'transport', { practical: { transport: { needed: false, confirmedOn: null } } }],
    [
      'transport confirmed without a version',
      'transport',
      { practical: { transport: { needed: true, confirmedOn: '2026-10-20', version: null } } },
    ],
    ['a reason that is not medical', 'medical evidence', { reasons: [{ reason: 'Other' }, { reason: null }] }],
  ])('%s', (_, item, changes) => {
    expect(said(item, changes)).toEqual([]);
  });

  it('a concern that stopped the plan still stops it', () => {
    for (const state of ['open', 'stopped the plan', null] as const) {
      expect(at('concerns answered', { risk: { hazards: [{ ...hazard, safeguarding: true, state }] } })).toBe(
        'risk.hazards.0.state',
      );
    }
  });

  it('transport that nobody asked about or confirmed does not', () => {
    expect(at('transport', { practical: { transport: { needed: null, confirmedOn: null } } })).toBe(
      'practical.transport',
    );
  });
});

describe('sharing the plan (DBY:45)', () => {
  const held = (attendees: NonNullable<RecordChanges['meetings']>[number]['attendees']): RecordChanges => ({
    meetings: [{ kind: 'multi-agency', heldOn: '2026-11-12', attendees }],
    sharedWith: [],
  });
  const parent = [{ party: 'parent' as const, name: 'Jo Sample' }];

  it('may take five school days after the meeting', () => {
    expect(at('plan shared', held(parent), '2026-11-19')).toBe('');
    expect(at('plan shared', held(parent), '2026-11-20')).toBe('sharedWith');
  });

  it('counts a person without a part by name, and only the plan with its day', () => {
    const guest = held([{ name: 'Kim Guest' }]);
    const share = (more: object) =>
      at('plan shared', { ...guest, sharedWith: [{ what: 'plan', name: 'Kim Guest', on: '2026-11-13', ...more }] });
    expect(share({})).toBe('');
    expect(share({ name: 'Another' })).toBe('sharedWith');
    expect(share({ on: null })).toBe('sharedWith');
    expect(share({ what: 'review' })).toBe('sharedWith');
  });

  it('is not asked after other meetings, or ones that nobody came to', () => {
    expect(
      at('plan shared', {
        meetings: [{ kind: 'Core Group', heldOn: '2026-10-01', attendees: parent }],
        sharedWith: [],
      }),
    ).toBe('');
    expect(at('plan shared', held([]))).toBe('');
  });
});

describe('an adult for every session (PLY:18, CAM:70)', () => {
  const week = (days: object, elsewhere: object[] = []) =>
    theVersion({ weeks: [{ commencing: '2026-11-02', days, elsewhere: elsewhere as [] }] });
  const full = { in: '08:45', out: '15:15' };
  const allWeek = { monday: full, tuesday: full, wednesday: full, thursday: full, friday: full };
  const nobody = { practical: { supervision: [] } };

  it('is asked for in exactly the sessions that the plan leaves out', () => {
    expect(at('an adult for every session', { ...nobody, ...week(allWeek) })).toBe('');
    expect(at('an adult for every session', { ...nobody, ...week({ ...allWeek, tuesday: null }) })).toBe(
      'practical.supervision.tuesday.morning',
    );
    expect(
      at('an adult for every session', { ...nobody, ...week({ ...allWeek, friday: { in: '08:45', out: '15:14' } }) }),
    ).toBe('practical.supervision.friday.afternoon');
    expect(
      at('an adult for every session', { ...nobody, ...week({ ...allWeek, friday: { in: '09:16', out: '15:15' } }) }),
    ).toBe('practical.supervision.friday.morning');
    // In while the register is open, at 09:15 at the latest, the pupil is in school for the morning.
    expect(
      at('an adult for every session', { ...nobody, ...week({ ...allWeek, friday: { in: '09:15', out: '15:15' } }) }),
    ).toBe('');
  });

  it('may be at home or wherever the pupil is, by name', () => {
    const early = week({ ...allWeek, friday: { in: '08:45', out: '12:00' } });
    const adult = (more: object) =>
      at('an adult for every session', {
        ...early,
        practical: { supervision: [{ day: 'friday', session: 'afternoon', adult: 'Grandmother', ...more }] },
      });
    expect(adult({})).toBe('');
    expect(adult({ adult: ' ' })).toBe('practical.supervision.friday.afternoon');
    expect(adult({ session: 'morning' })).toBe('practical.supervision.friday.afternoon');
    expect(adult({ day: 'monday' })).toBe('practical.supervision.friday.afternoon');
    const place = { day: 'friday', in: '13:00', out: '15:00', kind: 'school-arranged', supervisedBy: 'A. Tutor' };
    const at12 = (more: object) =>
      at('an adult for every session', {
        ...nobody,
        ...week({ ...allWeek, friday: { in: '08:45', out: '12:00' } }, [{ ...place, ...more }]),
      });
    expect(at12({})).toBe('');
    expect(at12({ in: '12:00' })).toBe('');
    expect(at12({ in: '11:59' })).toBe('practical.supervision.friday.afternoon');
    expect(at12({ supervisedBy: null })).toBe('practical.supervision.friday.afternoon');
    expect(at12({ day: 'monday' })).toBe('practical.supervision.friday.afternoon');
  });
});

// For each rule a record that meets it and one that breaks it, made from the rule’s own data at its very edge.
import { date } from '#domain/dates.ts';
import type { Group, Rule } from '#domain/rules/kinds.ts';
import { agreementLevels } from '#domain/record/words.ts';
import { recordReasons } from '#domain/record/words.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { agreements, notices } from '#test/builders/record-parts/meetings.ts';
import { aWeek, plan } from '#test/builders/record-parts/plan.ts';
import { itemChanges, theVersion, type Pair } from './item-changes.ts';

const startsOn = '2026-11-02';
const after = (day: string, days: number): string => date(day).add({ days }).toString();

const inGroup: Readonly<Record<Group, NonNullable<RecordChanges['groups']>>> = {
  'every pupil': {},
  'special educational needs': { sen: 'SEN support' },
  'EHC plan': { sen: 'EHC plan' },
  'looked after': { lookedAfter: true },
  'child protection': { childProtection: true },
  'child in need': { childInNeed: true },
  'social care': { childInNeed: true },
  'not with social care': {},
  'early help': { earlyHelp: 'open' },
  'youth justice': { youthJustice: true },
  medical: { medical: 'mental' },
  'free school meals': { freeSchoolMeals: true },
  interpreter: { interpreter: { needed: true } },
  exploitation: { exploitationRisk: true },
};

const together = (a: RecordChanges, b: RecordChanges): RecordChanges => ({
  ...a,
  ...b,
  ...(a.groups || b.groups ? { groups: { ...a.groups, ...b.groups } } : {}),
});

const forGroup = (group: Group | undefined, { meets, breaks }: Pair): Pair => {
  const groups = { groups: inGroup[group ?? 'every pupil'] };
  return { meets: together(groups, meets), breaks: together(groups, breaks) };
};

function ofDemand(rule: Extract<Rule, { kind: 'demand' }>): Pair {
  const [first] = rule.anyOf;
  if (!first) throw new Error(`${rule.id} asks for nothing`);
  const pairs = rule.anyOf.map((item) => itemChanges[item]);
  const breaks = pairs.reduce<RecordChanges>((all, pair) => together(all, pair.breaks), {});
  return forGroup(rule.group, { meets: itemChanges[first].meets, breaks });
}

function ofAgreement({ group, party, level }: Extract<Rule, { kind: 'agreement' }>): Pair {
  if (party === 'headteacher') {
    return { meets: {}, breaks: { signOff: null } };
  }
  const others = agreements.filter((one) => one.party !== party && one.party !== 'SEND service');
  const at = (own: (typeof agreementLevels)[number] | undefined) => ({
    party,
    to: 'the plan' as const,
    version: 1,
    state: 'given' as const,
    level: own ?? null,
    answeredOn: '2026-10-20',
    livesWithPupil: true,
  });
  const below = agreementLevels[agreementLevels.indexOf(level) - 1];
  return forGroup(group, {
    meets: { agreements: [...others, at(level)] },
    breaks: { agreements: below ? [...others, at(below)] : others },
  });
}

function ofReview({ first, next }: Extract<Rule, { kind: 'review' }>): Pair {
  const held = first === null ? [{ number: 1, heldOn: '2026-11-13' }] : [];
  const from = first === null ? '2026-11-13' : startsOn;
  const planned = (days: number): RecordChanges => ({ reviews: [...held, { number: 2, dueOn: after(from, days) }] });
  const days = first ?? next ?? 0;
  return { meets: planned(days), breaks: planned(days + 1) };
}

function ofTelling({ group, to, of }: Extract<Rule, { kind: 'tell' }>): Pair {
  const kind = of;
  const others = notices.filter((notice) => notice.to !== to);
  const sent = { to, kind, version: of === 'update' ? 2 : 1, sentOn: '2026-11-12' };
  const begun = { to, kind: 'notification' as const, version: 1, sentOn: '2026-10-12' };
  const state: RecordChanges =
    of === 'update'
      ? { plan: { current: 2, versions: [...(plan.versions ?? []), { version: 2, startsOn: '2026-11-16' }] } }
      : of === 'closure'
        ? { status: 'closed', closure: { endedOn: '2026-11-20' } }
        : {};
  return forGroup(group, {
    meets: { ...state, notices: [...others, begun, sent] },
    breaks: { ...state, notices: of === 'notification' || of === 'decision' ? others : [...others, begun] },
  });
}

const extension = {
  from: '2026-12-14',
  to: '2027-01-24',
  reason: 'Two weeks were lost to illness.',
  planRevisedOn: '2026-12-01',
  parentAgreedOn: '2026-12-01',
  consultedOn: '2026-12-01',
  agencies: ['Educational psychology'],
  authorityAgreedOn: '2026-12-02',
};
const referral = { to: 'fair access panel' as const, kind: 'referral' as const, sentOn: '2026-12-01' };

/** Changes that meet the rule and changes that break it, one day or one step apart. */
export function changesFor(rule: Rule): Pair {
  switch (rule.kind) {
    case 'demand':
      return ofDemand(rule);
    case 'agreement':
      return ofAgreement(rule);
    case 'review':
      return ofReview(rule);
    case 'tell':
      return ofTelling(rule);
    case 'duration':
      return {
        meets: theVersion({ endsOn: after(startsOn, rule.days - 1) }),
        breaks: theVersion({ endsOn: after(startsOn, rule.days) }),
      };
    case 'extension': {
      const notice = { notices: [...notices, referral] };
      return rule.needs.includes('referral to the authority')
        ? { meets: { ...notice, extensions: [extension] }, breaks: { extensions: [extension] } }
        : { meets: { extensions: [extension] }, breaks: { extensions: [{ ...extension, reason: null }] } };
    }
    case 'targets': {
      const targets = Array.from({ length: Math.max(1, rule.minimum) }, (_, index) => ({ words: `Step ${index + 1}` }));
      const bare = { ...theVersion({ weeks: [aWeek('2026-11-02', '08:45', '11:45')] }), outcome: 'Learns in class.' };
      return {
        meets: { ...bare, targets: targets.map((one) => ({ ...one, week: 1 })) },
        breaks: { ...bare, targets: targets.slice(1) },
      };
    }
    case 'contact': {
      const [week] = theVersion({}).plan?.versions?.[0]?.weeks ?? [];
      const off = theVersion({ weeks: week ? [{ ...week, days: { ...week.days, monday: null } }] : [] });
      return forGroup(rule.group, {
        meets: { ...off, contacts: [{ on: startsOn, reached: true }] },
        breaks: { ...off, contacts: [{ on: startsOn, reached: false }] },
      });
    }
    case 'hours': {
      const [year = '5'] = Object.keys(rule.taught).slice(-1);
      const minutes = (rule.taught[year as '5'] ?? 0) * 12;
      const until = (length: number): string =>
        `${String(Math.floor((480 + length) / 60)).padStart(2, '0')}:${String((480 + length) % 60).padStart(2, '0')}`;
      const lasting = (length: number): RecordChanges => ({
        pupil: { yearGroup: year },
        ...theVersion({ weeks: [aWeek('2026-11-02', '08:00', until(length))] }),
      });
      return { meets: lasting(minutes), breaks: lasting(minutes - 1) };
    }
    case 'risk': {
      const [factor] = rule.factors;
      return factor
        ? {
            meets: { risk: { factors: { [factor]: 'considered' } } },
            breaks: { risk: { factors: { [factor]: null } } },
          }
        : { meets: {}, breaks: {} };
    }
    case 'reasons': {
      const barred = recordReasons.find((reason) => rule.allowed !== null && !rule.allowed.includes(reason));
      const details = { details: 'Set out in full.', evidence: [{ from: 'CAMHS' }] };
      return barred
        ? {
            meets: { reasons: [{ reason: rule.allowed?.[0] ?? null, ...details }] },
            breaks: { reasons: [{ reason: barred, ...details }] },
          }
        : {
            meets: {
              reasons: [{ reason: 'At risk of exclusion' }],
              signOff: { riskOfExclusion: 'Anxiety, not behaviour' },
            },
            breaks: { reasons: [{ reason: 'At risk of exclusion' }], signOff: { riskOfExclusion: null } },
          };
    }
    case 'restriction':
      return rule.only === 'not at all'
        ? { meets: {}, breaks: { groups: inGroup[rule.group] } }
        : forGroup(rule.group, { meets: {}, breaks: { signOff: { exceptional: ' ' } } });
    case 'look-back':
      return {
        meets: { transfer: { leavesOn: '2026-12-18', noteSentOn: '2026-12-18' } },
        breaks: { transfer: { leavesOn: '2026-12-18' } },
      };
    case 'share': {
      const losing = (until: string): RecordChanges => ({
        school: { phase: 'secondary' },
        ...theVersion({ weeks: [aWeek('2026-11-02', '08:45', until)] }),
      });
      // The ordinary school's day has 390 minutes: 78 of them are a fifth.
      return { meets: losing('13:57'), breaks: losing('13:56') };
    }
    case 'code':
      return { meets: {}, breaks: {} };
  }
}

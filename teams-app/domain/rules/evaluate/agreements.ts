// Who must go along with the plan, and whether they have: F05, F06, F07, F09.
import type { RecordFinding, RecordPath, WhoActs } from '../../finding.ts';
import type { CaseRecord } from '../../record/case-record.ts';
import { agreementLevels, type AgreementLevel, type NoticeTo, type Party } from '../../record/words.ts';
import { isWritten, type Facts } from '../facts.ts';
import type { AgreementRule } from '../kinds.ts';
import type { Ruling, Stack } from '../stack.ts';
import { findingOf } from './finding.ts';
import { parentAgreement } from './parent.ts';

const rank = (level: AgreementLevel): number => agreementLevels.indexOf(level);

/** Councils name the same part differently: an answer of either counts. */
const alsoAs: Readonly<Partial<Record<Party, readonly Party[]>>> = {
  'case work officer': ['case work officer', 'SEND service'],
  'inclusion support service': ['inclusion support service', 'SEND service'],
};

/** Being told by a notice is being notified. */
const toldAs: Readonly<Partial<Record<Party, readonly NoticeTo[]>>> = {
  'social worker': ['social worker'],
  'virtual school': ['virtual school'],
  'case work officer': ['SEND team', 'SEND team north', 'SEND team south'],
  'early help worker': ['early help worker'],
  'youth justice worker': ['youth justice worker'],
  'education welfare officer': ['education welfare service'],
};

const mustHave: Readonly<Record<AgreementLevel, string>> = {
  notified: 'must have been told',
  discussed: 'must have discussed it',
  consulted: 'must have been consulted',
  consented: 'must have consented',
  'agreed in writing': 'must have agreed in writing',
};

const safeguarding: readonly Party[] = [
  'social worker',
  'lead professional',
  'early help worker',
  'youth justice worker',
];
const needs: readonly Party[] = [
  'case work officer',
  'educational psychologist',
  'specialist teacher',
  'inclusion support service',
];

function whoAsks(party: Party): WhoActs {
  if (party === 'headteacher') return 'headteacher';
  if (safeguarding.includes(party)) return 'DSL';
  return needs.includes(party) ? 'SENCO' : 'case lead';
}

type Answer = CaseRecord['agreements'][number];

/** How far one answer goes. Who has not said yes has been consulted at most. */
function reached({ state, level }: Answer): number {
  if (state === 'given') return rank(level ?? 'consented');
  return Math.min(rank(level ?? 'notified'), rank('consulted'));
}

interface Standing {
  readonly rank: number;
  /** Where their answer stands, else where it would. */
  readonly at: RecordPath;
  readonly state: Answer['state'];
}

function standingOf(record: CaseRecord, party: Party): Standing {
  const names = alsoAs[party] ?? [party];
  let best: Standing = { rank: -1, at: ['agreements'], state: null };
  for (const [index, answer] of record.agreements.entries()) {
    if (answer.party === null || !names.includes(answer.party) || answer.to === 'the idea') continue;
    const own = reached(answer);
    if (own > best.rank) best = { rank: own, at: ['agreements', index], state: answer.state };
  }
  const tos = toldAs[party];
  const isTold = tos && record.notices.some(({ to, sentOn }) => to !== null && tos.includes(to) && sentOn !== null);
  return isTold && best.rank < rank('notified') ? { ...best, rank: rank('notified') } : best;
}

const isSignedOff = ({ record: { signOff }, version }: Facts): boolean =>
  signOff !== null &&
  isWritten(signOff.by) &&
  signOff.on !== null &&
  (signOff.version === null || signOff.version === version?.version);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function others(facts: Facts, ruling: Ruling<AgreementRule>): RecordFinding | null {
  const { party, level, title } = ruling.value;
  if (party === 'headteacher' && isSignedOff(facts)) return null;
  const { rank: own, at, state } = standingOf(facts.record, party);
  if (own >= rank(level)) return null;
  const named = title ?? `the ${party}`;
  const so = agreementLevels[own];
  const answer = state === 'refused' || state === 'withdrawn' ? ` The answer recorded is “${state}”.` : '';
  return findingOf(ruling, {
    rule: party === 'headteacher' ? undefined : 'F09',
    severity: 'stop',
    at: party === 'headteacher' ? ['signOff'] : at,
    words:
      party === 'headteacher'
        ? 'The headteacher, or whom the proprietor has authorised, has not signed off this version.'
        : `${capital(named)} ${mustHave[level]}; the record shows ${so ? `only “${so}”` : 'nothing'}.${answer}`,
    todo:
      party === 'headteacher'
        ? 'Sign off the plan, with name and day, before it starts.'
        : `Ask ${named}, and record the answer with its day and where the proof is kept.`,
    who: whoAsks(party),
  });
}

/** Only a case that is still open needs anybody’s agreement. */
export function evaluateAgreements(facts: Facts, { agreements }: Stack, found: RecordFinding[]): void {
  if (!facts.isOpen) return;
  const strictestOf = new Map<Party, Ruling<AgreementRule>>();
  for (const ruling of agreements) {
    const { group = 'every pupil', party, level } = ruling.value;
    if (!facts.groups.has(group)) continue;
    const before = strictestOf.get(party);
    if (!before || rank(level) > rank(before.value.level)) strictestOf.set(party, ruling);
  }
  for (const ruling of strictestOf.values()) {
    const finding = ruling.value.party === 'parent' ? null : others(facts, ruling);
    if (finding) found.push(finding);
    if (ruling.value.party === 'parent') found.push(...parentAgreement(facts, ruling));
  }
}

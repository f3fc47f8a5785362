// How long a plan may last and how it may be extended: F27, F28, F29.
import type { RecordFinding, WhoActs } from '../../finding.ts';
import type { CaseRecord } from '../../record/case-record.ts';
import { dayOf, isWritten, type Facts } from '../facts.ts';
import type { ExtensionNeed } from '../kinds.ts';
import type { Ruling, Stack } from '../stack.ts';
import { daysInWords, findingOf } from './finding.ts';

type Extension = CaseRecord['extensions'][number];

interface NeedSpec {
  readonly isMet: (extension: Extension, record: CaseRecord) => boolean;
  readonly what: string;
  readonly at: keyof Extension;
  readonly who: WhoActs;
}

const needs: Readonly<Record<ExtensionNeed, NeedSpec>> = {
  'parental agreement': {
    isMet: ({ parentAgreedOn }) => parentAgreedOn !== null,
    what: 'the parent’s agreement',
    at: 'parentAgreedOn',
    who: 'case lead',
  },
  'multi-agency consultation': {
    isMet: ({ consultedOn, agencies }) => consultedOn !== null && agencies.some(isWritten),
    what: 'a consultation of the agencies, by name and day',
    at: 'consultedOn',
    who: 'case lead',
  },
  'revised plan': {
    isMet: ({ planRevisedOn }) => planRevisedOn !== null,
    what: 'a plan revised for it',
    at: 'planRevisedOn',
    who: 'case lead',
  },
  'stated reason': {
    isMet: ({ reason }) => isWritten(reason),
    what: 'a stated reason',
    at: 'reason',
    who: 'case lead',
  },
  'authority agreement': {
    isMet: ({ authorityAgreedOn }) => authorityAgreedOn !== null,
    what: 'the authority’s agreement',
    at: 'authorityAgreedOn',
    who: 'headteacher',
  },
  'referral to the authority': {
    isMet: (_, { notices }) =>
      notices.some(
        ({ to, kind, sentOn }) =>
          kind === 'referral' && sentOn !== null && (to === 'authority' || to === 'fair access panel'),
      ),
    what: 'a referral to the authority',
    at: 'authorityAgreedOn',
    who: 'headteacher',
  },
};

const nameOf = ({ number }: Extension): string => (number === null ? 'An extension' : `Extension ${number}`);

function unmet(facts: Facts, index: number, extension: Extension, rules: readonly Ruling<ExtensionNeed>[]) {
  return rules.flatMap((ruling) => {
    const { isMet, what, at, who } = needs[ruling.value];
    if (isMet(extension, facts.record)) return [];
    return [
      findingOf(ruling, {
        rule: 'F29',
        severity: 'stop',
        at: ['extensions', index, at],
        words: `${nameOf(extension)} is without ${what}.`,
        todo: 'Record it before the extension begins, or end the timetable on the day first agreed.',
        who,
      }),
    ];
  });
}

/** Days that extensions add: as many as are allowed, each as long as it is or as the rule lets it be. */
function addedDays({ record: { extensions } }: Facts, { extensions: times, extensionDays, longest }: Stack): number {
  const most = extensionDays?.value ?? longest?.value ?? 0;
  return Math.min(extensions.length, times?.value ?? extensions.length) * most;
}

function lengthFinding(facts: Facts, stack: Stack): RecordFinding | null {
  const { longest } = stack;
  if (!longest || facts.startsOn === null) return null;
  // A live plan that has run past its end, or has none, is as long as it has already lasted.
  const until = facts.isLive ? Math.max(facts.endsOn ?? facts.today, facts.today) : facts.endsOn;
  if (until === null) return null;
  const length = until - facts.startsOn + 1;
  const allowed = longest.value + addedDays(facts, stack);
  if (length <= allowed) return null;
  return findingOf(longest, {
    rule: 'F27',
    severity: 'act today',
    at: [...facts.versionAt, 'endsOn'],
    words: `The part-time timetable lasts ${daysInWords(length)}; at most ${allowed} are allowed.`,
    todo: 'Agree an earlier end, or an extension with all that it needs, and tell the authority.',
    who: 'headteacher',
  });
}

export function evaluateLength(facts: Facts, stack: Stack, found: RecordFinding[]): void {
  if (!facts.isOpen) return;
  const tooLong = lengthFinding(facts, stack);
  if (tooLong) found.push(tooLong);
  const { extensions, extensionDays } = stack;
  const count = facts.record.extensions.length;
  if (extensions && count > extensions.value) {
    found.push(
      findingOf(extensions, {
        rule: 'F28',
        severity: 'act today',
        at: ['extensions'],
        words: `There are ${count} extensions; at most ${extensions.value} may be agreed.`,
        todo: 'Bring the pupil back to full time, or arrange other provision with the authority.',
        who: 'headteacher',
      }),
    );
  }
  for (const [index, extension] of facts.record.extensions.entries()) {
    found.push(...unmet(facts, index, extension, stack.extensionNeeds));
    const from = dayOf(extension.from);
    const to = dayOf(extension.to);
    if (extensionDays && from !== null && to !== null && to - from + 1 > extensionDays.value) {
      found.push(
        findingOf(extensionDays, {
          rule: 'F29',
          severity: 'stop',
          at: ['extensions', index, 'to'],
          words: `${nameOf(extension)} lasts ${daysInWords(to - from + 1)}; at most ${extensionDays.value} are allowed.`,
          todo: 'Agree an earlier end for the extension.',
          who: 'headteacher',
        }),
      );
    }
  }
}

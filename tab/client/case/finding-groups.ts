import type { Finding } from '#tab/contract/answers.ts';
import { texts } from '../texts.ts';

export interface FindingGroup {
  readonly words: string;
  readonly severity: Finding['severity'];
  readonly findings: readonly Finding[];
  readonly open: boolean;
}

const graves = ['stop', 'act today', 'act this week'] as const;

/** Findings by gravity, then notes, then what concerns the policies and not this case. What is gravest stands open. */
export function groupsOf(findings: readonly Finding[]): readonly FindingGroup[] {
  const ofCase = findings.filter((one) => !one.aboutPolicies);
  const grave = graves
    .map((severity) => ({
      words: texts.severities[severity],
      severity,
      findings: ofCase.filter((one) => one.severity === severity),
    }))
    .filter((group) => group.findings.length > 0);
  const rest: readonly Omit<FindingGroup, 'open'>[] = [
    { words: texts.sections.notes, severity: 'note', findings: ofCase.filter((one) => one.severity === 'note') },
    {
      words: texts.sections.aboutPolicies,
      severity: 'note',
      findings: findings.filter((one) => one.aboutPolicies),
    },
  ];
  return [
    ...grave.map((group, place) => ({ ...group, open: place === 0 })),
    ...rest.filter((group) => group.findings.length > 0).map((group) => ({ ...group, open: false })),
  ];
}

export interface NextPart {
  readonly section: string;
  /** How many findings that stop the case are answered there. */
  readonly stops: number;
}

/** Where to go on: the part that answers the gravest finding, and of equally grave ones the part that answers most. */
export function nextPart(findings: readonly Finding[]): NextPart | null {
  for (const severity of graves) {
    const counts = new Map<string, number>();
    for (const one of findings) {
      if (one.severity !== severity || one.section === null || one.aboutPolicies) continue;
      counts.set(one.section, (counts.get(one.section) ?? 0) + 1);
    }
    const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
    if (most !== undefined) return { section: most[0], stops: severity === 'stop' ? most[1] : 0 };
  }
  return null;
}

/** The gravity of the gravest finding that is answered in a part. */
export const gravestIn = (findings: readonly Finding[], section: string): Finding['severity'] =>
  graves.find((severity) => findings.some((one) => one.severity === severity && one.section === section)) ?? 'note';

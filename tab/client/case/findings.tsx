import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { Finding } from '#tab/contract/answers.ts';
import { GoodMark, SeverityMark } from '../board/marks.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';
import { sentence } from '../words/sentence.ts';
import { groupsOf, type FindingGroup } from './finding-groups.ts';

const useStyles = makeStyles({
  groups: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0` },
  heading: {
    ...typographyStyles.subtitle2,
    display: 'inline-block',
    verticalAlign: 'middle',
    margin: '0',
    maxWidth: 'calc(100% - 1.5rem)',
  },
  list: {
    margin: `${tokens.spacingVerticalS} 0 0 0`,
    padding: '0',
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalL,
  },
  finding: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    justifyItems: 'start',
    overflowWrap: 'anywhere',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalM,
  },
  words: { ...typographyStyles.body1Strong },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

/** The way to the part in which a finding is answered. */
export interface PartLink {
  readonly href: string;
  readonly words: string;
}

export interface FindingsProps {
  readonly heading: string;
  readonly findings: readonly Finding[];
  /** What is said where nothing was found. */
  readonly none: string;
  /** Where each is answered; left out on the page of the part itself. */
  readonly linkOf?: (section: string) => PartLink;
}

/** What is missing, the gravest first. There may be forty: what stops the case stands open, the rest under its number. */
export function Findings({ heading, findings, none, linkOf }: FindingsProps) {
  const styles = useStyles();
  const groups = groupsOf(findings);
  return (
    <Surface heading={heading}>
      <div className={styles.groups}>
        {!findings.some(({ severity, aboutPolicies }) => severity !== 'note' && !aboutPolicies) && (
          <GoodMark>{none}</GoodMark>
        )}
        {groups.map((group) => (
          <Group key={group.words} group={group} linkOf={linkOf} />
        ))}
      </div>
    </Surface>
  );
}

interface GroupProps {
  readonly group: FindingGroup;
  readonly linkOf: FindingsProps['linkOf'];
}

function Group({ group, linkOf }: GroupProps) {
  const styles = useStyles();
  const id = useId();
  const { words, severity, findings, open } = group;
  return (
    <details open={open}>
      <summary aria-labelledby={id} className={styles.summary}>
        <h3 id={id} className={styles.heading}>
          <SeverityMark severity={severity}>{texts.sections.group(words, findings.length)}</SeverityMark>
        </h3>
      </summary>
      <ul className={styles.list}>
        {findings.map((finding, index) => (
          <li key={`${finding.rule}/${finding.words}/${index}`} className={styles.finding}>
            <OneFinding finding={finding} linkOf={linkOf} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface OneFindingProps {
  readonly finding: Finding;
  readonly linkOf: FindingsProps['linkOf'];
}

function OneFinding({ finding, linkOf }: OneFindingProps) {
  const styles = useStyles();
  const { words, todo, who, source, policy, section } = finding;
  const link = section === null ? undefined : linkOf?.(section);
  return (
    <>
      <span className={styles.words}>{words}</span>
      <span>{todo}</span>
      <span className={styles.quiet}>
        {texts.caseCard.who}: {sentence(who)} · {texts.caseCard.source}: {source}
        {policy !== null && ` · ${texts.sections.policy}: ${policy}`}
      </span>
      {link !== undefined && <Link href={link.href}>{link.words}</Link>}
    </>
  );
}

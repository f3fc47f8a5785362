import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { CasePage } from '#tab/contract/answers.ts';
import { SeverityMark } from '../../board/marks.tsx';
import { Surface } from '../../frame/surface.tsx';
import { hrefOf } from '../../route.ts';
import { texts } from '../../texts.ts';
import { gravestIn, nextPart } from '../finding-groups.ts';

const useStyles = makeStyles({
  next: { marginBottom: tokens.spacingVerticalL },
  list: {
    margin: '0',
    padding: '0',
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 19rem), 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  part: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start', alignContent: 'start' },
  title: { ...typographyStyles.body1Strong },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

export interface PartsProps {
  readonly school: string;
  readonly page: CasePage;
}

/** The parts of a case's templates in the order in which a case is worked out, and where to go on. */
export function Parts({ school, page }: PartsProps) {
  const styles = useStyles();
  const hrefTo = (kind: string) => hrefOf({ page: 'section', school, ref: page.row.ref, kind });
  const next = page.ended === null ? nextPart(page.findings) : null;
  const nextTitle = page.sections.find(({ kind }) => kind === next?.section)?.title;
  return (
    <Surface heading={texts.sections.partsTitle}>
      {next !== null && nextTitle !== undefined && (
        <p className={styles.next}>
          {texts.sections.partsNext} <Link href={hrefTo(next.section)}>{nextTitle}</Link>
          {'. '}
          {next.stops > 0 && texts.sections.partsNextWhy(next.stops)}
        </p>
      )}
      <ul className={styles.list}>
        {page.sections.map((part) => (
          <li key={part.kind} className={styles.part}>
            <Link className={styles.title} href={hrefTo(part.kind)}>
              {part.title}
            </Link>
            <span className={styles.quiet}>{part.about}</span>
            {part.open > 0 && (
              <SeverityMark severity={gravestIn(page.findings, part.kind)}>
                {texts.sections.open(part.open)}
              </SeverityMark>
            )}
            <span className={styles.quiet}>
              {part.changed === null
                ? texts.sections.notBegun
                : texts.sections.changedLine(part.changed.by, part.changed.on)}
            </span>
          </li>
        ))}
      </ul>
    </Surface>
  );
}

import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Me } from '#tab/contract/answers.ts';
import { Attention } from '../board/attention.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { Surface } from '../frame/surface.tsx';
import { hrefOf } from '../route.ts';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 18rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: '0',
    padding: '0',
    listStyleType: 'none',
  },
  name: { ...typographyStyles.subtitle2 },
  week: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

export function SchoolsPage({ me }: { readonly me: Me }) {
  const styles = useStyles();
  if (me.schools.length === 0) {
    return (
      <>
        <PageHeading title={texts.schools.noneTitle}>{texts.schools.noneTitle}</PageHeading>
        <p>{texts.schools.none}</p>
        <Attention rows={me.needsAttention} words={texts.schools.attention} />
      </>
    );
  }
  return (
    <>
      <PageHeading title={texts.schools.title}>{texts.schools.title}</PageHeading>
      <p>{texts.schools.words(me.schools.length)}</p>
      <Attention rows={me.needsAttention} words={texts.schools.attention} />
      <ul className={styles.list}>
        {me.schools.map((school) => (
          <li key={school.key}>
            <Surface>
              <Link className={styles.name} href={hrefOf({ page: 'board', school: school.key })}>
                {school.name}
              </Link>
              <p className={styles.week}>{texts.schools.week(school.fullWeekHours)}</p>
            </Surface>
          </li>
        ))}
      </ul>
    </>
  );
}

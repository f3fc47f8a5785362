import { Button, Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisterWeek } from '#tab/contract/answers.ts';
import { AgeNotice } from '../frame/age-notice.tsx';
import { Facts } from '../frame/facts.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { Surface } from '../frame/surface.tsx';
import { hrefOf } from '../route.ts';
import { registerQuery } from '../server/queries.ts';
import { useServices } from '../services.ts';
import { texts } from '../texts.ts';
import { sentence } from '../words/sentence.ts';

const useStyles = makeStyles({
  weeks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  week: { ...typographyStyles.subtitle2, margin: '0', flexGrow: 1 },
  // Positioned, so that what is hidden within it does not widen the page.
  scroll: { overflowX: 'auto', position: 'relative' },
  table: { borderCollapse: 'collapse', minWidth: '100%' },
  head: {
    ...typographyStyles.caption1Strong,
    padding: tokens.spacingHorizontalS,
    textAlign: 'center',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  pupil: {
    ...typographyStyles.body1,
    textAlign: 'left',
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  mark: {
    ...typographyStyles.body1Strong,
    padding: tokens.spacingHorizontalS,
    textAlign: 'center',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  today: { backgroundColor: tokens.colorNeutralBackground3 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

const inDays = (iso: string, days: number): string => {
  const day = new Date(`${iso}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};

/** The week's codes of every pupil on a part-time timetable, for whoever takes the register. */
export function RegisterPage({ school }: { readonly school: string }) {
  const { api } = useServices();
  const [week, setWeek] = useState<string | null>(null);
  const query = useQuery({ ...registerQuery(api, school, week), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeading title={texts.register.title}>{texts.register.title}</PageHeading>
      <p>{texts.register.words}</p>
      <Loaded query={query}>{(page) => <Week page={page} onWeek={setWeek} />}</Loaded>
    </>
  );
}

interface WeekProps {
  readonly page: RegisterWeek;
  readonly onWeek: (week: string | null) => void;
}

function Week({ page, onWeek }: WeekProps) {
  const styles = useStyles();
  const words = texts.register;
  return (
    <>
      <AgeNotice page={page} />
      <div className={styles.weeks}>
        <h2 className={styles.week} aria-live="polite">
          {words.week(page.monday)}
        </h2>
        <Button onClick={() => onWeek(inDays(page.monday, -7))}>{words.before}</Button>
        <Button onClick={() => onWeek(null)}>{words.thisWeek}</Button>
        <Button onClick={() => onWeek(inDays(page.monday, 7))}>{words.after}</Button>
      </div>
      <Surface>{page.rows.length === 0 ? <p>{words.none}</p> : <Codes page={page} />}</Surface>
      <Surface heading={words.keyTitle}>
        <Facts dense facts={words.key.map(([code, meaning]) => [code, meaning])} />
      </Surface>
    </>
  );
}

function Codes({ page }: { readonly page: RegisterWeek }) {
  const styles = useStyles();
  const words = texts.register;
  const isToday = (place: number) => inDays(page.monday, place) === page.today;
  return (
    // A region that scrolls sideways must be reached by the keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={words.week(page.monday)} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.pupil}>
              {words.pupil}
            </th>
            {words.days.map((day, place) => (
              <th
                key={day}
                scope="colgroup"
                colSpan={2}
                className={mergeClasses(styles.head, isToday(place) && styles.today)}
              >
                {day}
              </th>
            ))}
          </tr>
          <tr>
            {words.days.flatMap((day, place) =>
              (['AM', 'PM'] as const).map((session) => (
                <th
                  key={`${day} ${session}`}
                  scope="col"
                  className={mergeClasses(styles.head, isToday(place) && styles.today)}
                >
                  <abbr title={words.sessions[session]}>{session}</abbr>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.ref}>
              <th scope="row" className={styles.pupil}>
                <Link href={hrefOf({ page: 'case', school: page.school.key, ref: row.ref })}>{row.pupilName}</Link>
                <span className={styles.quiet}>{row.yearGroup}</span>
              </th>
              {row.marks.map((mark) => (
                <td
                  key={`${mark.on} ${mark.session}`}
                  className={mergeClasses(styles.mark, mark.on === page.today && styles.today)}
                  title={sentence(mark.why)}
                >
                  {mark.code}
                  <span className={styles.hidden}> {mark.why}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

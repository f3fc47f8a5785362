import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Fragment, useId } from 'react';
import { texts } from '../../texts.ts';
import type { DaysField, MomentField } from './fields-of.ts';
import { type DrawnField, useFormHands } from './form-hands.ts';
import { Framed } from './group-fields.tsx';
import { problemAt, TimeInput } from './plain-fields.tsx';
import { daysWords } from './summary.ts';
import { at, groupIn, textIn } from './values.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: '2.5rem repeat(2, minmax(0, 6rem))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'start',
  },
  day: { lineHeight: '2rem' },
  head: { ...typographyStyles.caption1Strong },
  problem: {
    ...typographyStyles.caption1,
    gridColumn: '1 / -1',
    color: tokens.colorStatusDangerForeground1,
    marginBottom: tokens.spacingVerticalS,
  },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalS,
  },
});

const sides = ['in', 'out'] as const;
const noTime: MomentField = { kind: 'time', title: '', hint: '', nullable: true, required: false };

/** Five days with a time in and a time out, to be typed one after the other. */
export function WeekDays({ field, path, value }: DrawnField<DaysField>) {
  const styles = useStyles();
  const { set, problems, disabled } = useFormHands();
  const id = useId();
  const week = groupIn(value);
  const hours = daysWords(field.fields, value);
  const timesOf = (name: string) => groupIn(week[name]);
  const isFree = (name: string) => sides.every((side) => textIn(timesOf(name)[side]) === '');
  const [first] = field.fields;
  const free = field.fields.filter(({ name }) => isFree(name));
  const canFill = first !== undefined && !isFree(first.name) && free.length > 0 && !disabled;
  const fill = () => {
    if (first === undefined) return;
    set(path, { ...week, ...Object.fromEntries(free.map(({ name }) => [name, week[first.name]])) });
  };
  return (
    <Framed path={path} title={field.title} hint={field.hint}>
      <div className={styles.grid}>
        <span />
        {sides.map((side) => (
          <span key={side} className={styles.head} aria-hidden>
            {texts.sections.sides[side]}
          </span>
        ))}
        {field.fields.map(({ name, field: day }) => {
          const place = at(path, name);
          const wrong = sides.map((side) => problemAt(problems, at(place, side))).filter((one) => one !== undefined);
          return (
            <Fragment key={name}>
              <span className={styles.day} aria-hidden>
                {texts.sections.shortDay(day.title)}
              </span>
              {sides.map((side) => (
                <TimeInput
                  key={side}
                  field={noTime}
                  path={at(place, side)}
                  value={timesOf(name)[side]}
                  label={texts.sections.dayTime(day.title, side)}
                  saidBy={`${id}${name}`}
                />
              ))}
              {wrong.length > 0 && (
                <p id={`${id}${name}`} className={styles.problem}>
                  {wrong.join(' ')}
                </p>
              )}
            </Fragment>
          );
        })}
      </div>
      <div className={styles.below}>
        {canFill && (
          <Button size="small" onClick={fill}>
            {texts.sections.fillDays(first.field.title)}
          </Button>
        )}
        <span>{hours}</span>
      </div>
    </Framed>
  );
}

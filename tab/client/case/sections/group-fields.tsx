import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { texts } from '../../texts.ts';
import { fieldId } from '../forms/fields.tsx';
import { type GroupField, type NamedField, standsOpen } from './fields-of.ts';
import { type DrawnField, focusPlace, useFormHands } from './form-hands.ts';
import { TakenOut } from './taken-out.tsx';
import { useAfterDrawing } from './use-after-drawing.ts';
import { at, groupIn, isGroup } from './values.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 15rem), 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    alignItems: 'start',
  },
  dense: { gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 10rem), 1fr))' },
  /** The few there are share the whole width. */
  spread: { gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 15rem), 1fr))' },
  framed: {
    gridColumn: '1 / -1',
    border: 'none',
    margin: '0',
    padding: '0',
    minWidth: '0',
    ':focus': { outlineStyle: 'none' },
  },
  inner: {
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: tokens.spacingHorizontalL,
    // Five deep on a narrow screen, the lines would leave no room for the fields.
    '@media (max-width: 479px)': { borderLeft: 'none', paddingLeft: '0' },
  },
  legend: { ...typographyStyles.subtitle2, padding: '0', marginBottom: tokens.spacingVerticalXS },
  first: { ...typographyStyles.subtitle1, marginBottom: tokens.spacingVerticalM },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginBottom: tokens.spacingVerticalS },
  wide: { gridColumn: '1 / -1' },
  after: { marginTop: tokens.spacingVerticalM },
});

export interface FieldsProps {
  readonly fields: readonly NamedField[];
  readonly path: string;
  readonly value: unknown;
  /** Closer together, for the items of a checklist; or spread over the whole width. */
  readonly layout?: 'dense' | 'spread';
}

/** Fields side by side where there is room. */
export function Fields({ fields, path, value, layout }: FieldsProps) {
  const styles = useStyles();
  const { Draw } = useFormHands();
  const group = groupIn(value);
  return (
    <div className={mergeClasses(styles.fields, layout !== undefined && styles[layout])}>
      {fields.map(({ name, field }) => (
        <Draw key={name} field={field} path={at(path, name)} value={group[name]} />
      ))}
    </div>
  );
}

export interface FramedProps {
  readonly path: string;
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** Fields that belong together, under their name. */
export function Framed({ path, title, hint, children }: FramedProps) {
  const styles = useStyles();
  const first = !path.includes('.');
  return (
    <fieldset id={fieldId(path)} tabIndex={-1} className={mergeClasses(styles.framed, !first && styles.inner)}>
      <legend className={mergeClasses(styles.legend, first && styles.first)}>{title}</legend>
      {hint !== '' && <p className={styles.hint}>{hint}</p>}
      {children}
    </fieldset>
  );
}

export function GroupOf(props: DrawnField<GroupField>) {
  const { field, path, value } = props;
  const open = standsOpen(field);
  if (field.nullable && !open) return <GroupToAdd {...props} />;
  return (
    <Framed path={path} title={field.title} hint={field.hint}>
      <Fields {...(open ? { layout: 'spread' } : {})} fields={field.fields} path={path} value={value} />
    </Framed>
  );
}

/** A group that need not be there: a signature, the whole risk assessment. */
function GroupToAdd({ field, path, value }: DrawnField<GroupField>) {
  const styles = useStyles();
  const { set, disabled } = useFormHands();
  const [taken, setTaken] = useState<unknown>(null);
  const afterDrawing = useAfterDrawing();
  const add = (group: unknown) => {
    setTaken(null);
    set(path, group);
    afterDrawing(() => focusPlace(path));
  };
  if (isGroup(value)) {
    const takeOut = () => {
      setTaken(value);
      set(path, null);
    };
    return (
      <Framed path={path} title={field.title} hint={field.hint}>
        <Fields fields={field.fields} path={path} value={value} />
        {!disabled && (
          <Button className={styles.after} size="small" onClick={takeOut}>
            {texts.sections.takeOutGroup(field.title)}
          </Button>
        )}
      </Framed>
    );
  }
  return (
    <div id={fieldId(path)} tabIndex={-1} className={styles.wide}>
      {taken !== null && <TakenOut words={texts.sections.groupTakenOut(field.title)} onBack={() => add(taken)} />}
      {disabled ? (
        <p>{texts.sections.groupNotThere(field.title)}</p>
      ) : (
        taken === null && <Button onClick={() => add({})}>{texts.sections.addGroup(field.title)}</Button>
      )}
    </div>
  );
}

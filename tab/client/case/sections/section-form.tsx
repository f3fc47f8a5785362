import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import type { Problem } from '#tab/contract/answers.ts';
import { Surface } from '../../frame/surface.tsx';
import { texts } from '../../texts.ts';
import { Trouble } from '../forms/trouble.tsx';
import type { FormTrouble } from '../forms/use-form.ts';
import { DrawField } from './draw-field.tsx';
import type { GroupField } from './fields-of.ts';
import { namesTo } from './follow.ts';
import { focusPlace, FormHandsContext } from './form-hands.ts';
import { Fields } from './group-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import type { SectionForm } from './use-section-form.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  /** Fields that are only read must be readable: Fluent greys them out as if nobody needed them. */
  read: {
    '& :disabled': { color: `${tokens.colorNeutralForeground1} !important` },
    '& select:disabled': { opacity: 1 },
    '& :disabled ~ *': { color: `${tokens.colorNeutralForeground1} !important` },
  },
});

const none: readonly Problem[] = [];

export interface SectionFormViewProps {
  readonly fields: GroupField;
  readonly school: string;
  readonly form: SectionForm;
}

/** The form itself: trouble, fields, and what saves them. */
export function SectionFormView({ fields, school, form }: SectionFormViewProps) {
  const styles = useStyles();
  const { page, set, trouble, troubles } = form;
  const problems = trouble?.kind === 'problems' ? trouble.problems : none;
  const disabled = page.readOnly !== null;
  const hands = useMemo(() => ({ set, problems, disabled, Draw: DrawField }), [set, problems, disabled]);
  const atField = useFocusOnProblem(problems, troubles);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled) void form.submit();
  };
  return (
    <>
      <Trouble trouble={withPlaces(fields, trouble)} troubles={atField ? 0 : troubles} />
      {form.restored && (
        <MessageBar layout="multiline">
          <MessageBarBody>{texts.form.restored}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={form.startAgain}>{texts.form.startAgain}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <form
        noValidate
        className={mergeClasses(styles.form, disabled && styles.read)}
        onSubmit={onSubmit}
        aria-label={page.title}
      >
        <Surface>
          <FormHandsContext value={hands}>
            <Fields fields={fields.fields} path="" value={form.body} />
          </FormHandsContext>
        </Surface>
        {!disabled && <SaveBar school={school} form={form} />}
      </form>
    </>
  );
}

/** In the summary a problem is read away from its field, so it says where that is. */
function withPlaces(fields: GroupField, trouble: FormTrouble | null): FormTrouble | null {
  if (trouble?.kind !== 'problems') return trouble;
  const problems = trouble.problems.map((problem) => {
    const path = problem.field ?? '';
    const holder = namesTo(fields, path).slice(-4, -1).join(', ');
    return holder === '' ? problem : { ...problem, words: `${holder}: ${problem.words}` };
  });
  return { ...trouble, problems };
}

/** Leads to the first field that has a problem; a long page would hide it. True where there is such a field. */
function useFocusOnProblem(problems: readonly Problem[], troubles: number): boolean {
  // The summary links to fields that are on the page, and some come onto it only because of their problem: it is drawn once more.
  const [, setDrawn] = useState(0);
  useEffect(() => {
    const next = requestAnimationFrame(() => setDrawn(troubles));
    return () => cancelAnimationFrame(next);
  }, [troubles]);
  const field = problems.find((one) => one.field !== undefined && one.field !== '')?.field;
  useEffect(() => {
    if (troubles > 0 && field !== undefined) focusPlace(field);
  }, [troubles, field]);
  return field !== undefined;
}

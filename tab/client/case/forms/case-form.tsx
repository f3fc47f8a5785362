import type { CasePage } from '#tab/contract/answers.ts';
import { hrefOf } from '../../route.ts';
import { texts } from '../../texts.ts';
import { CaseNow } from './case-now.tsx';
import type { CaseFormDefinition } from './definition.ts';
import { FormFrame } from './form-frame.tsx';
import { useCaseForm } from './use-case-form.ts';

export interface CaseFormProps<K extends string> {
  readonly definition: CaseFormDefinition<K>;
  readonly school: string;
  readonly page: CasePage;
}

/** The form of one action on a case. */
export function CaseForm<K extends string>({ definition, school, page }: CaseFormProps<K>) {
  const form = useCaseForm(definition, school, page);
  const { action, words, signs = false } = definition;
  const { row, choices } = form.about;
  const title = choices.find((choice) => choice.action === action)?.label ?? words.title;
  return (
    <FormFrame
      form={form}
      title={title}
      windowTitle={`${title} – ${row.ref}`}
      back={{ words: texts.form.backToCase, href: hrefOf({ page: 'case', school, ref: row.ref }) }}
      means={definition.means?.(form.about) ?? words.means}
    >
      <CaseNow page={form.about} signs={signs} />
    </FormFrame>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { casePageSchema } from '#tab/contract/answers.ts';
import { FormFrame } from '../case/forms/form-frame.tsx';
import { keepCase } from '../case/forms/keep-case.ts';
import { useForm } from '../case/forms/use-form.ts';
import { hrefOf } from '../route.ts';
import { schoolPath } from '../server/queries.ts';
import { useServices } from '../services.ts';
import { texts } from '../texts.ts';
import { newCaseForm, type SchoolSummary } from './new-case-form.ts';
import { OpeningPage } from './opening-page.tsx';

const { title, means } = texts.newCase.form;

/** Opens a case that is only being considered. */
export function NewCasePage({ school }: { readonly school: string }) {
  return (
    <OpeningPage school={school} title={title}>
      {(summary) => <NewCaseForm school={summary} />}
    </OpeningPage>
  );
}

function NewCaseForm({ school }: { readonly school: SchoolSummary }) {
  const { api } = useServices();
  const queries = useQueryClient();
  const { key } = school;
  const form = useForm({
    definition: newCaseForm,
    // A reference has three letters, a stroke and three more: this is none.
    place: { school: key, ref: 'new', form: 'new case' },
    opened: school,
    press: () => ({}),
    send: (body) => api.send(`${schoolPath(key)}/cases`, body, casePageSchema),
    keep: (page) => keepCase(queries, key, page),
  });
  return (
    <FormFrame
      form={form}
      title={title}
      windowTitle={title}
      back={{ words: texts.newCase.back, href: hrefOf({ page: 'board', school: key }) }}
      means={means}
    />
  );
}

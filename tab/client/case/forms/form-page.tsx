import { Link } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CasePage } from '#tab/api/contract.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { PageHeading } from '../../frame/page-heading.tsx';
import { type CaseAction, hrefOf } from '../../route.ts';
import { caseQuery } from '../../server/queries.ts';
import { useServices } from '../../services.ts';
import { texts } from '../../texts.ts';
import { closeForm, refusedForm, signedForm, withdrawForm } from './definitions.ts';
import { ConsentForm, EndForm, HoursForm, StartForm } from './other-forms.tsx';
import { type FormProps, ReviewForm } from './review-form.tsx';

export interface FormPageProps {
  readonly school: string;
  readonly caseRef: string;
  readonly action: CaseAction;
}

/** The page of one form of a case. It opens only where the action may be taken; once open it stays, whatever others do. */
export function FormPage({ school, caseRef, action }: FormPageProps) {
  const { api } = useServices();
  const query = useQuery(caseQuery(api, school, caseRef));
  return <Loaded query={query}>{(page) => <OpenOrRefuse school={school} page={page} action={action} />}</Loaded>;
}

function OpenOrRefuse({ school, page, action }: FormProps & { readonly action: CaseAction }) {
  const [refusal] = useState(() => refusalOf(page, action));
  if (refusal === null) return <FormOf school={school} page={page} action={action} />;
  return (
    <>
      <PageHeading title={texts.form.cannot}>{texts.form.cannot}</PageHeading>
      <p>{refusal}</p>
      <div>
        <Link href={hrefOf({ page: 'case', school, ref: page.row.ref })}>{texts.form.cancel}</Link>
      </div>
    </>
  );
}

function refusalOf(page: CasePage, action: CaseAction): string | null {
  const choice = page.choices.find((one) => one.action === action);
  return choice === undefined ? texts.form.notOffered : choice.why;
}

function FormOf({ action, ...props }: FormProps & { readonly action: CaseAction }) {
  switch (action) {
    case 'record review':
      return <ReviewForm {...props} />;
    case 'record consent':
      return <ConsentForm definition={signedForm} {...props} />;
    case 'record refusal':
      return <ConsentForm definition={refusedForm} {...props} />;
    case 'start':
      return <StartForm {...props} />;
    case 'change hours':
      return <HoursForm {...props} />;
    case 'close':
      return <EndForm definition={closeForm} {...props} />;
    case 'withdraw':
      return <EndForm definition={withdrawForm} {...props} />;
  }
}

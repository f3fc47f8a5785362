import { Link } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CasePage } from '#tab/contract/answers.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { PageHeading } from '../../frame/page-heading.tsx';
import { type CaseAction, hrefOf } from '../../route.ts';
import { caseQuery } from '../../server/queries.ts';
import { useServices } from '../../services.ts';
import { texts } from '../../texts.ts';
import { CaseForm } from './case-form.tsx';
import { caseForms } from './definitions.ts';

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

interface OpenOrRefuseProps {
  readonly school: string;
  readonly page: CasePage;
  readonly action: CaseAction;
}

function OpenOrRefuse({ school, page, action }: OpenOrRefuseProps) {
  const [refusal] = useState(() => refusalOf(page, action));
  if (refusal === null) return <CaseForm definition={caseForms[action]} school={school} page={page} />;
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

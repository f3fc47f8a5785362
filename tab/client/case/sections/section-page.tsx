import { Link, makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SectionPage as SectionPageData } from '#tab/contract/answers.ts';
import { AgeNotice } from '../../frame/age-notice.tsx';
import { Loaded } from '../../frame/loaded.tsx';
import { PageHeading } from '../../frame/page-heading.tsx';
import { hrefOf } from '../../route.ts';
import { sectionQuery } from '../../server/queries.ts';
import { useServices } from '../../services.ts';
import { texts } from '../../texts.ts';
import { Findings } from '../findings.tsx';
import { formOf } from './fields-of.ts';
import { SectionFormView } from './section-form.tsx';
import { useSectionForm } from './use-section-form.ts';

const useStyles = makeStyles({
  head: { display: 'grid', gap: tokens.spacingVerticalS },
  under: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface SectionPageProps {
  readonly school: string;
  readonly caseRef: string;
  readonly kind: string;
}

/** The page of one part of a case, to be read and filled in. Once open it stays as it is until it is saved. */
export function SectionPage({ school, caseRef, kind }: SectionPageProps) {
  const { api } = useServices();
  const query = useQuery(sectionQuery(api, school, caseRef, kind));
  return (
    <>
      <div>
        <Link href={hrefOf({ page: 'case', school, ref: caseRef })}>{texts.form.backToCase}</Link>
      </div>
      <Loaded query={query}>{(page) => <OpenSection school={school} opened={page} />}</Loaded>
    </>
  );
}

interface OpenSectionProps {
  readonly school: string;
  readonly opened: SectionPageData;
}

function OpenSection({ school, opened }: OpenSectionProps) {
  const styles = useStyles();
  const [fields] = useState(() => formOf(opened.schema));
  const form = useSectionForm(fields, school, opened);
  const { page, trouble } = form;
  const error = trouble?.kind === 'problems' ? texts.form.errorPrefix : '';
  return (
    <>
      <AgeNotice page={page} />
      <div className={styles.head}>
        <PageHeading title={`${error}${page.title} – ${page.ref}`}>{page.title}</PageHeading>
        <p className={styles.under}>
          {page.pupilName} · {page.ref}
        </p>
        <p className={styles.under}>{page.about}</p>
      </div>
      {page.readOnly !== null && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            {texts.sections.readOnly} {page.readOnly}
          </MessageBarBody>
        </MessageBar>
      )}
      <Findings
        heading={texts.sections.findingsHere}
        findings={page.findings}
        none={texts.sections.nothingMissingHere}
      />
      <SectionFormView fields={fields} school={school} form={form} />
    </>
  );
}

import { Link } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../frame/loaded.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { meQuery } from '../server/queries.ts';
import { useServices } from '../services.ts';
import { texts } from '../texts.ts';
import type { SchoolSummary } from './new-case-form.ts';
import { mayOpenCases } from './who-opens.ts';

export interface OpeningPageProps {
  readonly school: string;
  readonly title: string;
  readonly children: (school: SchoolSummary) => ReactNode;
}

/** What the ways to open a case share: a school that the person is in, and a part in it that lets them. */
export function OpeningPage({ school, title, children }: OpeningPageProps) {
  const { api } = useServices();
  const query = useQuery(meQuery(api));
  return (
    <Loaded query={query}>
      {(me) => {
        const summary = me.schools.find(({ key }) => key === school);
        if (summary !== undefined && mayOpenCases(me)) return children(summary);
        return (
          <>
            <PageHeading title={title}>{title}</PageHeading>
            <p>{summary === undefined ? texts.failures['not found'].next : texts.newCase.onlySome}</p>
            <div>
              <Link href={hrefOf({ page: 'board', school })}>{texts.newCase.back}</Link>
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

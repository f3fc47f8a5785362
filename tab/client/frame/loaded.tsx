import { Spinner } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureOf } from '../server/failure.ts';
import { texts } from '../texts.ts';
import { timeWords } from '../words/dates.ts';
import { FailureNotice } from './failure-notice.tsx';
import { PageHeading } from './page-heading.tsx';

export interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** A page's data: while it comes, when it fails, and when it is there but could not be brought up to date. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  const { data, error, refetch, dataUpdatedAt } = query;
  const failure = error && failureOf(error);
  const notice = failure && (
    <FailureNotice failure={failure} onRetry={failure.kind === 'not found' ? undefined : () => refetch()}>
      {data !== undefined && <span>{texts.app.staleSince(timeWords(dataUpdatedAt))}</span>}
    </FailureNotice>
  );
  if (data !== undefined) {
    return (
      <>
        {notice}
        {children(data)}
      </>
    );
  }
  if (!notice) return <Spinner label={texts.app.loading} role="status" />;
  return (
    <>
      <PageHeading title={texts.app.name}>{texts.app.name}</PageHeading>
      {notice}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../frame/loaded.tsx';
import type { SectionPageProps } from './section-page.tsx';

/** The forms' code comes when somebody first opens one. A copy that cannot be fetched is shown like any other failure. */
const codeQuery = {
  queryKey: ['code', 'section page'],
  queryFn: async () => {
    const { SectionPage } = await import('./section-page.tsx');
    return { SectionPage };
  },
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
} as const;

export function SectionPlace(props: SectionPageProps) {
  const code = useQuery(codeQuery);
  return <Loaded query={code}>{({ SectionPage }) => <SectionPage {...props} />}</Loaded>;
}

import type { QueryClient } from '@tanstack/react-query';
import type { CasePage } from '#tab/contract/answers.ts';
import { hrefOf } from '../../route.ts';
import { boardKey, caseKey } from '../../server/queries.ts';

/** Takes over a case as the server answered it, so that its page shows it at once. Answers where that page is. */
export async function keepCase(queries: QueryClient, school: string, page: CasePage): Promise<string> {
  const { ref } = page.row;
  await queries.cancelQueries({ queryKey: caseKey(school, ref) });
  queries.setQueryData(caseKey(school, ref), page);
  void queries.invalidateQueries({ queryKey: boardKey(school) });
  return hrefOf({ page: 'case', school, ref });
}

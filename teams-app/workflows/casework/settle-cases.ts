import { errorFacts } from '../error-name.ts';
import type { Outside, SchoolRow } from '../ports.ts';
import { settleCase } from './settle-case.ts';

/** Settles every case, also the ended: what a stopped run left out beside one is found nowhere else. Answers how many failed. Costs no request where all is well. */
export async function settleCases(
  outside: Pick<Outside, 'workspace' | 'clock' | 'log'>,
  school: SchoolRow,
): Promise<number> {
  const records = outside.workspace.school(school.key);
  let failed = 0;
  for (const { value } of records.cases.all()) {
    try {
      await settleCase({ records, school, clock: outside.clock }, value.ref);
    } catch (error) {
      failed += 1;
      outside.log('case settling failed', { caseRef: value.ref, ...errorFacts(error) });
    }
  }
  return failed;
}

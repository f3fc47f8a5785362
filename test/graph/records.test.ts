import { casesList, reviewsList } from '#graph/lists/schema/casework.ts';
import { people } from '#local/demo/people.ts';
import { recordsContract } from '../contract/records-contract.ts';
import { larkfield, sharedTenantBench } from './support/tenant-bench.ts';

const shared = sharedTenantBench();

recordsContract('Microsoft Graph', async () => {
  const bench = shared();
  const senco = people.larkSenco.id;
  return {
    cases: await bench.open(casesList),
    casesElsewhere: await bench.open(casesList, bench.anotherGraph()),
    reviews: await bench.open(reviewsList),
    editByHand: (ref, cells) => Promise.resolve(bench.editByHand(larkfield, 'Cases', ref, cells, senco)),
    deleteByHand: (ref) => Promise.resolve(bench.deleteByHand(larkfield, 'Cases', ref, senco)),
    stop: () => Promise.resolve(),
  };
});

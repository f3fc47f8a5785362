import { remindersList } from '#graph/lists/schema/records.ts';
import { agreementsList, casesList, reviewsList } from '#graph/lists/schema/casework.ts';
import { ledgerContract } from '../contract/ledger-contract.ts';
import { createTwinList } from './records.ts';

ledgerContract('its twin in memory', () => {
  const cases = createTwinList(casesList);
  const reviews = createTwinList(reviewsList);
  const agreements = createTwinList(agreementsList);
  const reminders = createTwinList(remindersList);
  const open = () => ({
    cases: cases.open(),
    reviews: reviews.open(),
    agreements: agreements.open(),
    reminders: reminders.open(),
  });
  return Promise.resolve({ here: open(), elsewhere: open(), stop: () => Promise.resolve() });
});

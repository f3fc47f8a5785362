import { describe } from 'vitest';
import { ledgerContract } from '../contract/ledger-contract.ts';
import { mirrorContract } from '../contract/mirror-contract.ts';
import { notifierContract } from '../contract/notifier-contract.ts';
import { documentsContract, mailboxContract, peopleContract } from '../contract/outside-contracts.ts';
import { recordsContract } from '../contract/records-contract.ts';
import type { AimedTenant } from './tenant.ts';

/** Every contract, for the adapters over one tenant. Mail is sent where there is an inbox that may be read. */
export function everyContract(tenant: () => AimedTenant, inbox: string | null): void {
  recordsContract('Microsoft Graph', () => tenant().lists.records());
  mirrorContract('Microsoft Graph', () => tenant().lists.mirror());
  ledgerContract('Microsoft Graph', () => tenant().lists.ledger());
  notifierContract('the Bot Connector', () => Promise.resolve(tenant().outside.notifier()));
  documentsContract('Microsoft Graph', () => Promise.resolve(tenant().outside.documents()));
  peopleContract('Microsoft Teams and Entra', () => Promise.resolve(tenant().outside.people()));
  describe.skipIf(inbox === null)(`an inbox${inbox === null ? ' (PTT_TEST_INBOX is not set)' : ''}`, () => {
    mailboxContract('the shared mailbox', () => Promise.resolve(tenant().outside.mailbox(inbox ?? '')));
  });
}

// All that a school's policies say about one record.
import type { RecordFinding } from '../finding.ts';
import type { CaseRecord } from '../record/case-record.ts';
import { evaluateAgreements } from './evaluate/agreements.ts';
import { evaluateContacts } from './evaluate/contacts.ts';
import { evaluateDemands } from './evaluate/demands.ts';
import { evaluateDocuments } from './evaluate/documents.ts';
import { evaluateHours, evaluateShare } from './evaluate/hours.ts';
import { evaluateLength } from './evaluate/length.ts';
import { evaluateReasons, evaluateRestrictions, evaluateRisks, evaluateTargets } from './evaluate/purpose.ts';
import { evaluateReviews } from './evaluate/reviews.ts';
import { evaluateTellings } from './evaluate/tellings.ts';
import { evaluateTransfer } from './evaluate/transfer.ts';
import { factsOf, type Context } from './facts.ts';
import type { Stack } from './stack.ts';

const evaluators = [
  evaluateAgreements,
  evaluateDemands,
  evaluateReviews,
  evaluateLength,
  evaluateTargets,
  evaluateReasons,
  evaluateRestrictions,
  evaluateRisks,
  evaluateHours,
  evaluateShare,
  evaluateContacts,
  evaluateTellings,
  evaluateTransfer,
  evaluateDocuments,
] as const;

/** In the order of the evaluators; never throws on a record that parses. */
export function evaluateRules(record: CaseRecord, stack: Stack, context: Context): RecordFinding[] {
  const facts = factsOf(record, context);
  const found: RecordFinding[] = [];
  for (const evaluate of evaluators) evaluate(facts, stack, found);
  return found;
}

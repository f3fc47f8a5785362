// The forms with which a case ends, and the one with which it begins again.
import { type CasePage } from '#tab/contract/answers.ts';
import {
  closeCaseSchema,
  closureReasonSchema,
  declineCaseSchema,
  reopenCaseSchema,
  transferCaseSchema,
} from '#tab/contract/changes.ts';
import { texts } from '../../texts.ts';
import type { CaseFormDefinition } from './definition.ts';

const { close, decline, withdraw, transfer, reopen } = texts.forms;
const today = (page: CasePage): string => page.today;

export const closeForm: CaseFormDefinition<'on' | 'reason' | 'details'> = {
  action: 'close',
  endpoint: 'close',
  words: close,
  schema: closeCaseSchema,
  fields: {
    on: { ...close.fields.on, kind: 'date', first: today },
    reason: { ...close.fields.reason, kind: 'one of', options: closureReasonSchema.options },
    details: { ...close.fields.details, kind: 'words', neededWhen: ({ reason }) => reason === 'Other' },
  },
};

export const declineForm: CaseFormDefinition<'on' | 'details'> = {
  action: 'decline',
  endpoint: 'decline',
  words: decline,
  schema: declineCaseSchema,
  fields: {
    on: { ...decline.fields.on, kind: 'date', first: today },
    details: { ...decline.fields.details, kind: 'words' },
  },
};

export const withdrawForm: CaseFormDefinition<'on' | 'details'> = {
  action: 'withdraw',
  endpoint: 'withdraw',
  words: withdraw,
  schema: declineCaseSchema,
  fields: {
    on: { ...withdraw.fields.on, kind: 'date', first: today },
    details: { ...withdraw.fields.details, kind: 'words' },
  },
};

export const transferForm: CaseFormDefinition<'toSchool' | 'on' | 'noteSentOn' | 'details'> = {
  action: 'transfer',
  endpoint: 'transfer',
  words: transfer,
  schema: transferCaseSchema,
  fields: {
    toSchool: { ...transfer.fields.toSchool, kind: 'line' },
    on: { ...transfer.fields.on, kind: 'date', first: today },
    noteSentOn: { ...transfer.fields.noteSentOn, kind: 'date or none' },
    details: { ...transfer.fields.details, kind: 'words' },
  },
};

export const reopenForm: CaseFormDefinition<'why' | 'startsOn' | 'endsOn'> = {
  action: 'reopen',
  endpoint: 'reopen',
  words: reopen,
  schema: reopenCaseSchema,
  fields: {
    why: { ...reopen.fields.why, kind: 'words' },
    startsOn: { ...reopen.fields.startsOn, kind: 'date' },
    endsOn: { ...reopen.fields.endsOn, kind: 'date' },
  },
};

import type { CaseAction } from '../../route.ts';
import type { CaseFormDefinition } from './definition.ts';
import { closeForm, declineForm, reopenForm, transferForm, withdrawForm } from './ending-forms.ts';
import { beginForm, hoursForm, newTimesForm, refusedForm, signedForm, startForm } from './plan-forms.ts';
import { extendForm, reviewForm } from './review-forms.ts';

/** The form of each action. */
export const caseForms: Readonly<Record<CaseAction, CaseFormDefinition<string>>> = {
  'begin preparing': beginForm,
  'record consent': signedForm,
  start: startForm,
  'record review': reviewForm,
  'sign off': newTimesForm,
  'change hours': hoursForm,
  extend: extendForm,
  'record refusal': refusedForm,
  close: closeForm,
  decline: declineForm,
  withdraw: withdrawForm,
  transfer: transferForm,
  reopen: reopenForm,
};

// The forms in which a plan is made, agreed, signed off and changed.
import { beginPreparingSchema, changeHoursSchema, recordConsentSchema, signOffSchema } from '#tab/contract/changes.ts';
import { texts } from '../../texts.ts';
import { changeConsidered, hoursHint } from '../../texts/forms-plan.ts';
import type { CaseFormDefinition } from './definition.ts';

const { forms } = texts;

export const beginForm: CaseFormDefinition<never> = {
  action: 'begin preparing',
  endpoint: 'begin',
  words: forms['begin preparing'],
  schema: beginPreparingSchema,
  fields: {},
};

export type ConsentField = 'on' | 'evidence';

function consentForm(
  action: 'record consent' | 'record refusal',
  answer: 'signed' | 'refused',
): CaseFormDefinition<ConsentField> {
  const words = forms[action];
  return {
    action,
    endpoint: 'consent',
    words,
    schema: recordConsentSchema,
    fields: {
      on: { ...words.fields.on, kind: 'date', first: ({ today }) => today },
      evidence: { ...words.fields.evidence, kind: 'words' },
    },
    beside: () => ({ answer }),
  };
}

export const signedForm = consentForm('record consent', 'signed');
export const refusedForm = consentForm('record refusal', 'refused');

export type SignOffField = 'exceptional' | 'despiteExclusionRisk';

function signOffForm(action: 'start' | 'sign off', endpoint: string): CaseFormDefinition<SignOffField> {
  const words = forms[action];
  return {
    action,
    endpoint,
    words,
    schema: signOffSchema,
    signs: true,
    fields: {
      exceptional: {
        ...words.fields.exceptional,
        kind: 'words',
        first: ({ signedOff }) => signedOff?.exceptional ?? '',
      },
      despiteExclusionRisk: {
        ...words.fields.despiteExclusionRisk,
        kind: 'words',
        asked: (_values, { reasons }) => reasons.includes('At risk of exclusion'),
      },
    },
  };
}

export const startForm = signOffForm('start', 'start');
export const newTimesForm = signOffForm('sign off', 'sign-off');

const hoursWords = forms['change hours'];

export type HoursField = 'times' | 'hoursInSchool' | 'startsOn' | 'endsOn';

export const hoursForm: CaseFormDefinition<HoursField> = {
  action: 'change hours',
  endpoint: 'hours',
  words: hoursWords,
  schema: changeHoursSchema,
  means: ({ row }) => (row.status === 'considering' ? changeConsidered : hoursWords.means),
  fields: {
    times: { ...hoursWords.fields.times, kind: 'words', first: ({ times }) => times },
    hoursInSchool: {
      ...hoursWords.fields.hoursInSchool,
      kind: 'number',
      hint: ({ row }) => hoursHint(row.hoursInSchool, row.fullWeekHours),
      first: ({ row }) => String(row.hoursInSchool),
    },
    startsOn: { ...hoursWords.fields.startsOn, kind: 'date', first: ({ startsOn }) => startsOn },
    endsOn: { ...hoursWords.fields.endsOn, kind: 'date', first: ({ row }) => row.endsOn },
  },
};

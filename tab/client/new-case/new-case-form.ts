import { type Me } from '#tab/contract/answers.ts';
import { newCaseSchema } from '#tab/contract/changes.ts';
import type { FormDefinition } from '../case/forms/definition.ts';
import { texts } from '../texts.ts';

export type SchoolSummary = Me['schools'][number];

export type NewCaseField =
  | 'pupilName'
  | 'dateOfBirth'
  | 'yearGroup'
  | 'upn'
  | 'parentName'
  | 'reasons'
  | 'objectives'
  | 'times'
  | 'hoursInSchool'
  | 'startsOn'
  | 'endsOn';

const { form: words, hoursHint, reasons, years } = texts.newCase;

export const newCaseForm: FormDefinition<NewCaseField, SchoolSummary> = {
  words,
  schema: newCaseSchema,
  fields: {
    pupilName: { ...words.fields.pupilName, kind: 'line' },
    dateOfBirth: { ...words.fields.dateOfBirth, kind: 'date' },
    yearGroup: { ...words.fields.yearGroup, kind: 'one of many', options: years },
    upn: { ...words.fields.upn, kind: 'line' },
    parentName: { ...words.fields.parentName, kind: 'line' },
    reasons: { ...words.fields.reasons, kind: 'some of', options: reasons },
    objectives: { ...words.fields.objectives, kind: 'words' },
    times: { ...words.fields.times, kind: 'words' },
    hoursInSchool: {
      ...words.fields.hoursInSchool,
      kind: 'number',
      hint: ({ fullWeekHours }) => hoursHint(fullWeekHours),
    },
    startsOn: { ...words.fields.startsOn, kind: 'date' },
    endsOn: { ...words.fields.endsOn, kind: 'date' },
  },
};

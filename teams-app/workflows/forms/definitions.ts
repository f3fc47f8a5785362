// What the three forms ask. Derbyshire's own questions are not public, so the wording here is the trust's form;
// a school whose form is worded otherwise changes the titles here and nothing else.
import type { NoticeKind } from '#domain/case.ts';

export type FieldKind = 'text' | 'long text' | 'date' | 'hours' | 'choice' | 'choices' | 'yes or no';

export interface FormField {
  readonly name: string;
  readonly question: string;
  readonly kind: FieldKind;
  readonly required: boolean;
}

export interface FormDefinition {
  readonly form: NoticeKind;
  readonly title: string;
  readonly fields: readonly FormField[];
}

const field = (name: string, question: string, kind: FieldKind, required = true): FormField => ({
  name,
  question,
  kind,
  required,
});

const whoseCase = [
  field('school', 'School', 'text'),
  field('pupilName', 'Name of pupil', 'text'),
  field('upn', 'Unique pupil number (UPN)', 'text'),
] as const;

export const formDefinitions: Readonly<Record<NoticeKind, FormDefinition>> = {
  notification: {
    form: 'notification',
    title: 'Part-time timetable: 1) Notification',
    fields: [
      ...whoseCase,
      field('dateOfBirth', 'Date of birth', 'date'),
      field('yearGroup', 'National curriculum year', 'text'),
      field('groups', 'Does any of these apply to the pupil?', 'choices', false),
      field('parentName', 'Name of a parent the pupil normally lives with', 'text'),
      field('reasons', 'Reason for the part-time timetable', 'choices'),
      field('objectives', 'What is the part-time timetable to achieve?', 'long text'),
      field('startsOn', 'Start date', 'date'),
      field('endsOn', 'Date by which the pupil will be full time', 'date'),
      field('times', 'Times in school, Monday to Friday', 'long text'),
      field('hoursInSchool', 'Hours a week in school', 'hours'),
      field('consentSigned', 'Has the parent signed their agreement to these times and dates?', 'yes or no'),
      field('consentOn', 'Date the parent signed', 'date', false),
    ],
  },
  update: {
    form: 'update',
    title: 'Part-time timetable: 2) Update',
    fields: [
      ...whoseCase,
      field('changesOn', 'Date the change takes effect', 'date'),
      field('times', 'New times in school, Monday to Friday', 'long text'),
      field('hoursInSchool', 'New hours a week in school', 'hours'),
      field('endsOn', 'Date by which the pupil will be full time', 'date'),
      field('objectives', 'Why are the hours changing?', 'long text', false),
    ],
  },
  closure: {
    form: 'closure',
    title: 'Part-time timetable: 3) Closure',
    fields: [
      ...whoseCase,
      field('endedOn', 'Date the part-time timetable ended', 'date'),
      field('closureReason', 'Why did it end?', 'choice'),
    ],
  },
};

import type { NoticeKind } from '#domain/case.ts';
import type { Cells } from '#workflows/forms/read-answers.ts';
import type { FormResponse } from '#workflows/forms/receive-form-response.ts';

const whose: Cells = {
  School: 'Larkfield Primary School',
  'Name of pupil': 'Jimmy Example',
  'Unique pupil number (UPN)': 'P000000000001',
};

const answers: Readonly<Record<NoticeKind, Cells>> = {
  notification: {
    ...whose,
    'Date of birth': '04/05/2016',
    'National curriculum year': 'Year 5',
    'Does any of these apply to the pupil?': 'SEN support;Free school meals;',
    'Name of a parent the pupil normally lives with': 'Jo Example',
    'Reason for the part-time timetable': 'Mental health;',
    'What is the part-time timetable to achieve?': 'To feel safe in class.',
    'Start date': '30/11/2026',
    'Date by which the pupil will be full time': '18/12/2026',
    'Times in school, Monday to Friday': 'Monday to Friday 9.00 to 11.30',
    'Hours a week in school': 12.5,
    'Has the parent signed their agreement to these times and dates?': 'Yes',
    'Date the parent signed': '20/11/2026',
  },
  update: {
    ...whose,
    'Date the change takes effect': '24/11/2026',
    'New times in school, Monday to Friday': 'Monday to Friday 9.00 to 1.00',
    'New hours a week in school': '20 hours',
    'Date by which the pupil will be full time': '18/12/2026',
    'Why are the hours changing?': 'The mornings go well.',
  },
  closure: {
    ...whose,
    'Date the part-time timetable ended': '23/11/2026',
    'Why did it end?': 'Returned full-time',
  },
};

/** A response that is good in every answer but those the test changes; null takes an answer away. */
export const formAnswers = (form: NoticeKind, changes: Cells = {}, more: Partial<FormResponse> = {}): FormResponse => ({
  form,
  responseId: '1',
  cells: { ...answers[form], ...changes },
  origin: `${form}.xlsx, row 2`,
  responder: 'Wren Larkspur',
  ...more,
});

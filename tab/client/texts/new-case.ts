import { numberWords } from '../words/numbers.ts';
import { askHours, tooLong } from './form-words.ts';

export const newCase = {
  back: 'Back to the cases',
  onlySome: 'Only the headteacher, the SENCO or the designated safeguarding lead can open a case.',
  hoursHint: (full: number) => `Clock hours in school; the full week has ${numberWords(full)}.`,
  years: ['Reception', ...Array.from({ length: 13 }, (_, index) => `Year ${index + 1}`)],
  reasons: [
    'Physical health',
    'Mental health',
    'Reintegration',
    'Emotional or social needs',
    'At risk of exclusion',
    'Other',
  ],
  form: {
    title: 'Consider a part-time timetable',
    submit: 'Open the case',
    saved: 'Saved: the case is open and is being considered. Nobody has been asked or told yet.',
    means:
      'A case that is only being considered: nobody is asked and nobody is told until you begin preparing the plan. Times and dates are a first idea.',
    fields: {
      pupilName: {
        label: 'Name of the pupil',
        problem: tooLong('200'),
        needed: 'Enter the pupil’s name.',
      },
      dateOfBirth: { label: 'Date of birth', problem: 'Enter the pupil’s date of birth.' },
      yearGroup: { label: 'Year group', problem: 'Choose the year group.' },
      upn: {
        label: 'UPN',
        hint: 'The unique pupil number: a letter and 12 more characters. Leave it blank if you do not have it at hand.',
        problem: 'A UPN has 13 characters. Correct it, or leave it blank.',
      },
      parentName: {
        label: 'Name of the parent or carer',
        hint: 'The one who will be asked to agree.',
        problem: tooLong('200'),
        needed: 'Enter the name of the parent or carer.',
      },
      reasons: {
        label: 'Why a part-time timetable?',
        hint: 'Managing behaviour is not a reason: the statutory guidance says so.',
        problem: 'Choose at least one reason.',
      },
      objectives: {
        label: 'What is it to achieve?',
        problem: tooLong('2,000'),
        needed: 'Write what it is to achieve: without objectives no plan can be prepared.',
      },
      times: {
        label: 'Times in school',
        hint: 'Days and times as you think of them now, for example “Mon to Fri 9:00 to 11:00”.',
        problem: tooLong('500'),
      },
      hoursInSchool: { label: 'Hours a week in school', problem: askHours },
      startsOn: { label: 'First day', problem: 'Enter the first day.' },
      endsOn: {
        label: 'Last day',
        hint: 'From the next school day the pupil is back full time.',
        problem: 'Enter the last day.',
      },
    },
  },
} as const;

export const receiving = {
  title: 'Receive a record from another school',
  words:
    'When a pupil comes from another school, that school can save the record of its case and send it to you in a safe way. What is known of the pupil, what was tried before and how long it lasted becomes a case here that is being considered.',
  notTheirs:
    'The plan does not move with the pupil. Times, dates, the parent’s agreement and the sign-off of the other school have no force here: you decide anew. Until then the pupil attends full time.',
  file: 'The record (.json)',
  choose: 'Choose the record',
  chosen: (name: string) => `Chosen: ${name}`,
  submit: 'Open a case from it',
  noFile: 'Choose a record first.',
  tooLarge: 'This file is larger than 2 MB. A record is smaller: choose the file whose name ends in .json.',
  notARecord:
    'This file is not a record of a case. Choose the file that the other school saved; its name ends in .json.',
  failed: 'The record was not taken in',
  sending: 'Opening the case…',
  saved: 'Saved: a case is open from the record. The plan of the other school has no force here.',
} as const;

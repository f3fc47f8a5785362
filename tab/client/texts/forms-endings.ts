// The forms with which a case ends, and the one with which it begins again.
import { tooLong } from './form-words.ts';

const detailsProblem = tooLong('2,000');
const lastDay = { label: 'Last day of the part-time timetable', problem: 'Enter the last day.' };

export const endingForms = {
  close: {
    title: 'Close the case',
    submit: 'Close the case',
    saved: 'Saved: the case is closed.',
    means: 'The local authority is told. The record stays.',
    fields: {
      on: lastDay,
      reason: { label: 'Why it ends', problem: 'Choose why it ends.' },
      details: {
        label: 'Details',
        hint: 'What belongs beside the reason; needed where it is “Other”.',
        problem: detailsProblem,
        needed: 'Write why the case ends: “Other” needs words.',
      },
    },
  },
  decline: {
    title: 'Decline: the plan cannot go ahead',
    submit: 'Decline the plan',
    saved: 'Saved: the plan is declined. The pupil attends full time.',
    means:
      'The plan does not go ahead, and the pupil attends full time. If the local authority was told of it, it is told of this too. The record stays.',
    fields: {
      on: { label: 'Declined on', problem: 'Enter the day on which the plan was declined.' },
      details: {
        label: 'What stands against the plan, and what is done for the pupil instead?',
        problem: detailsProblem,
        needed: 'Write what stands against the plan and what is done for the pupil instead.',
      },
    },
  },
  withdraw: {
    title: 'Withdraw before it starts',
    submit: 'Withdraw the case',
    saved: 'Saved: the case is withdrawn.',
    means:
      'The part-time timetable does not start. If the local authority was told of it, it is told of this too. The record stays.',
    fields: {
      on: { label: 'Withdrawn on', problem: 'Enter the day on which it was withdrawn.' },
      details: { label: 'Why', hint: 'If there is something to say.', problem: detailsProblem },
    },
  },
  transfer: {
    title: 'Hand over to another school',
    submit: 'Hand over',
    saved: 'Saved: the case has ended here. Save its record below and send it to the new school.',
    means:
      'The case ends here: the plan does not move with the pupil, and the new school decides anew. Its record can be saved from the case’s page, before and after this, and sent to the new school in a safe way.',
    fields: {
      toSchool: {
        label: 'Which school is the pupil moving to?',
        problem: tooLong('200'),
        needed: 'Name the school that the pupil moves to.',
      },
      on: {
        label: 'Leaves on',
        hint: 'Hand the case over on the day the pupil leaves, or later.',
        problem: 'Enter the day on which the pupil leaves.',
      },
      noteSentOn: {
        label: 'Note of part-time timetables sent on',
        hint: 'The new school is told of any part-time timetable, now or in the two years before. Leave it blank until it is sent.',
        problem: 'Enter the day on which the note was sent, or leave it blank.',
      },
      details: { label: 'Anything else', problem: detailsProblem },
    },
  },
  reopen: {
    title: 'Reopen the case',
    submit: 'Reopen the case',
    saved: 'Saved: the case is open again.',
    means:
      'The case is prepared again with new dates: the parent is asked anew, and the headteacher signs it off again before it starts.',
    fields: {
      why: {
        label: 'What has changed since the case ended?',
        problem: detailsProblem,
        needed: 'Write what has changed since the case ended.',
      },
      startsOn: { label: 'New first day', problem: 'Enter the new first day.' },
      endsOn: { label: 'New last day', problem: 'Enter the new last day.' },
    },
  },
} as const;

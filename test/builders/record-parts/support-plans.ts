// Warwickshire's three support plans, filled for the ordinary case.
import type { CaseRecordJson } from '#domain/record/case-record.ts';

const signed = (name: string) => ({ name, on: '2026-10-20', evidence: 'Pupil’s file' });
const level = (signs: string, responses: string) => ({ signs, responses });
const byTeacher = (words: string) => [{ words, who: 'Class teacher' }];
const monitoring = [{ who: 'Class teacher', when: 'Daily', where: 'Classroom' }];
const nextMeeting = { on: '2026-11-27', at: '15:30', venue: 'Meeting room' };
const review = {
  heldOn: '2026-11-20',
  group: '5 Oak',
  present: ['Jo Sample', 'Sam Senco'],
  setUpOn: '2026-10-19',
  targetsMet: 'partially' as const,
};

export const positiveInterventionPlan: CaseRecordJson['positiveInterventionPlan'] = {
  calm: level('Draws, hums', 'Praise, choice of task'),
  low: level('Taps, looks at the door', 'Calm voice, offer of a break'),
  medium: level('Leaves the seat', 'One clear instruction, time to answer'),
  high: level('Leaves the room', 'Follow at a distance, keep the way clear'),
  physicalIntervention: 'Not used',
  recovery: level('Sits under the coat pegs', 'Wait near by in silence'),
  depression: level('Tired, tearful', 'Blanket, water'),
  ready: level('Asks for the timetable', 'Talk it over with drawings'),
  annotations: [{ on: '2026-11-12', words: 'The offer of a break helped.', worked: true }],
  pupil: signed('Robin Sample'),
  parent: signed('Jo Sample'),
  schoolStaff: signed('Sam Senco'),
  supportAgency: signed('Pat Lead'),
};

export const pastoralSupportPlan: CaseRecordJson['pastoralSupportPlan'] = {
  personalDetails: { telephone: '01632 960000', formClass: '5 Oak' },
  log: {
    keyEvents: 'Five weeks of absence',
    behaviourLog: [
      { on: '2026-09-10', context: 'Noise in the corridor', consequence: 'Went home with Jo Sample at her wish' },
    ],
    behaviourLogAttached: true,
    specialistAssessmentBy: 'Eli Psychologist',
    specialistService: 'Educational psychology',
    specialistDates: ['2026-10-05'],
    initialMeetingOn: '2026-10-15',
    nominatedStaff: 'Sam Senco',
    attending: ['Jo Sample', 'Sam Senco'],
    startedOn: '2026-10-19',
    firstReview: { on: '2026-11-13', people: ['Jo Sample', 'Sam Senco'] },
    secondReview: { on: '2026-11-20', people: ['Jo Sample', 'Sam Senco'] },
  },
  needs: {
    communication: { objectives: ['Says when it is too loud'], strategies: ['Card to show'] },
    learning: { objectives: ['Reads for ten minutes'], strategies: ['Choice of book'] },
    emotionalAndSocial: { objectives: ['Eats with others'], strategies: ['Small hall'] },
    behavioural: { objectives: ['Stays in the room'], strategies: ['Quiet corner'] },
  },
  meetings: [
    {
      heldOn: '2026-10-15',
      coordinator: 'Sam Senco',
      agencies: [{ agency: 'Early Help', attendedBy: 'Pat Lead' }],
      mainPoints: 'Needs and steps',
      smartTargets: ['Chooses and finishes one task each morning'],
      strategies: ['Visual timetable'],
      actions: [{ action: 'Make the card', when: '2026-10-16', who: 'Ali Assistant' }],
      rewardsAtHome: 'Choice of game',
      rewardsAtSchool: 'Time in the garden',
      consequences: 'Talk it over next morning',
      monitoring,
      contingency: 'Ring Jo Sample',
      successCriteria: 'Four mornings of five',
      nextMeeting,
    },
  ],
  midReview: {
    ...review,
    progress: 'Stays for the whole morning',
    newTargets: ['Lunch in the small hall'],
    nextMeeting,
  },
};

export const phasedReintegrationPlan: CaseRecordJson['phasedReintegrationPlan'] = {
  meetingOn: '2026-10-15',
  coordinator: 'Sam Senco',
  formClass: '5 Oak',
  present: ['Jo Sample', 'Sam Senco'],
  smartTargets: ['Finishes one task each morning', 'Reads with a friend', 'Tells an adult when it is too loud'],
  strategies: ['Visual timetable'],
  successCriteria: 'Four days of five',
  learningOutcomes: 'Starts work within five minutes',
  measuredBy: 'Task sheet',
  rewards: byTeacher('Time in the garden'),
  consequences: byTeacher('Talk it over next morning'),
  monitoring,
  contingency: 'Ring Jo Sample',
  nextMeeting,
  school: signed('Sam Senco'),
  parent: signed('Jo Sample'),
  pupil: signed('Robin Sample'),
  externalSpecialist: signed('Eli Psychologist'),
  stages: [
    {
      stage: 1,
      startsOn: '2026-11-02',
      duration: 'Two weeks',
      timetable: 'Mornings',
      targets: ['Finishes one task'],
      strategies: byTeacher('Choice of task'),
      successCriteria: 'Four days of five',
      rewards: byTeacher('Time in the garden'),
      consequences: byTeacher('Talk it over next morning'),
      reviewOn: '2026-11-13',
    },
    {
      stage: 2,
      startsOn: '2026-11-16',
      duration: 'Two weeks',
      timetable: 'Mornings and lunch',
      targets: ['Eats lunch in the small hall'],
      strategies: byTeacher('First in the queue'),
      successCriteria: 'Four days of five',
      rewards: byTeacher('Choice of table'),
      consequences: byTeacher('Talk it over next morning'),
      reviewOn: '2026-11-27',
    },
  ],
  midReview: {
    ...review,
    progress: 'Reads with a friend',
    newTargets: ['Lunch in the small hall'],
    actions: byTeacher('Reserve the small hall'),
    nextMeeting,
    school: signed('Sam Senco'),
    pupil: signed('Robin Sample'),
    parent: signed('Jo Sample'),
    externalSpecialist: null,
  },
};

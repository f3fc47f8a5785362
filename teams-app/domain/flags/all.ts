// The flags in the order in which a record is read. assess.ts runs them all.
import { checklistBorneOut, permissionsAnswered } from './checklist.ts';
import { consentWithdrawn, nothingToShow } from './consent.ts';
import { beforeBirth, groupDetails, namesOfPeople, planVersions, pupilDetails, pupilNumber } from './data.ts';
import { dayTimes, planDates, typedTotals, weekDates } from './dates-and-sums.ts';
import { exceptionalCircumstances, reintegrationWithoutAbsence, riskOfExclusion } from './evidence.ts';
import type { Flag } from './facts.ts';
import { closedWithoutReason, partTimeAgain, planningMeeting, transferNote } from './history-and-ending.ts';
import { healthWatch, veryLowHours } from './hours-and-health.ts';
import { interpreter, meals, transport, work } from './practical.ts';
import { codeOnTheForm, reachingSchoolAge, registerMarks } from './register-marks.ts';
import {
  agreedToEnd,
  fewerHours,
  neverFullTime,
  noIncrease,
  pastTheEnd,
  promisedInterval,
  reviewsComplete,
  reviewsToCome,
} from './reviews-and-progress.ts';
import { openConcerns, riskAssessment } from './safeguarding.ts';
import { behaviourAsReason, perfectTargets, pressureOnParents, pupilSpokenAbout } from './words.ts';

export const flags: readonly Flag[] = [
  pupilNumber,
  pupilDetails,
  beforeBirth,
  groupDetails,
  reintegrationWithoutAbsence,
  riskOfExclusion,
  behaviourAsReason,
  perfectTargets,
  pressureOnParents,
  pupilSpokenAbout,
  openConcerns,
  riskAssessment,
  planVersions,
  planDates,
  weekDates,
  dayTimes,
  typedTotals,
  veryLowHours,
  neverFullTime,
  fewerHours,
  consentWithdrawn,
  nothingToShow,
  exceptionalCircumstances,
  namesOfPeople,
  reviewsComplete,
  reviewsToCome,
  promisedInterval,
  noIncrease,
  pastTheEnd,
  agreedToEnd,
  interpreter,
  meals,
  transport,
  work,
  registerMarks,
  codeOnTheForm,
  reachingSchoolAge,
  healthWatch,
  permissionsAnswered,
  checklistBorneOut,
  planningMeeting,
  partTimeAgain,
  transferNote,
  closedWithoutReason,
];

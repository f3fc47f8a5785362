// What must hold before a case may go on, each with the words for when it does not.
import { latestAgreement, type Casefile } from './case.ts';
import { isAfter, shortDate, type PlainDate } from './dates.ts';
import { lastOfThisRun } from './duties.ts';

export interface Need {
  readonly holds: (file: Casefile, today: PlainDate) => boolean;
  readonly words: (file: Casefile) => string;
}

export const consentSigned: Need = {
  holds: (file) => latestAgreement(file)?.state === 'signed',
  words: (file) => {
    const answer = latestAgreement(file);
    const about = `the times and dates of version ${file.case.version}`;
    if (answer?.state === 'refused')
      return `The parent has refused ${about}. Without their agreement the pupil attends full time.`;
    return `The parent has not signed ${about}. A part-time timetable cannot start without signed consent.`;
  },
};

export const notSignedYet: Need = {
  holds: (file) => latestAgreement(file)?.state !== 'signed',
  words: (file) => `Consent to version ${file.case.version} is signed already.`,
};

export const notRefusedYet: Need = {
  holds: (file) => !['refused', 'withdrawn'].includes(latestAgreement(file)?.state ?? ''),
  words: (file) => `Consent to version ${file.case.version} is ${latestAgreement(file)?.state ?? 'refused'} already.`,
};

export const notSignedOffYet: Need = {
  holds: ({ case: { signedOffVersion, version } }) => signedOffVersion !== version,
  words: (file) => `Version ${file.case.version} is signed off already.`,
};

export const endDateAhead: Need = {
  holds: (file, today) => !isAfter(today, file.case.endsOn),
  words: (file) => `The end date, ${shortDate(file.case.endsOn)}, has passed. Agree new dates with the parent first.`,
};

/** DBY:39, DDAT:135: a plan has a reason and objectives before it is worked out. */
export const reasonGiven: Need = {
  holds: ({ case: { reasons, objectives } }) => reasons.length > 0 && objectives.trim() !== '',
  words: ({ case: { reasons } }) =>
    reasons.length === 0
      ? 'No reason is chosen. A part-time timetable needs one before it is prepared.'
      : 'No objectives are written. A part-time timetable needs them before it is prepared.',
};

/** The statutory guidance lets a plan be extended “as part of the regular review process”, and in no other way. */
export const reviewHeld: Need = {
  holds: (file) => lastOfThisRun(file) !== undefined,
  words: () => 'No review has been held yet. A plan is extended as part of a review: record one first.',
};

/** PLY:29, CAM:256: an extension rests on the parent's agreement; one who has withdrawn it has not agreed. */
export const notWithdrawn: Need = {
  holds: notRefusedYet.holds,
  words: (file) =>
    `Consent to version ${file.case.version} is ${latestAgreement(file)?.state ?? 'refused'}. A plan that the parent does not agree to cannot be extended.`,
};

export const stillAtSchool: Need = {
  holds: (file) => file.case.closureReason !== 'Moved school' && file.case.closureReason !== 'Home education',
  words: (file) =>
    `The case ended because: ${file.case.closureReason ?? 'unknown'}. The pupil is no longer on this school’s roll; the school they attend opens a case of its own.`,
};

// The way to an agreement: Derbyshire's steps, the meetings, everybody's answer.
import { derbyshireSteps, type DerbyshireStep } from '#domain/record/derbyshire-steps.ts';
import type { PupilGroup } from '#domain/case.ts';
import type { Course } from '../course.ts';
import type { Meeting, Papers } from '../story-papers.ts';
import type { Story } from '../story.ts';
import { paper, type Paper } from './paper.ts';

const forGroup: Readonly<Partial<Record<DerbyshireStep, readonly PupilGroup[]>>> = {
  B7: ['EHC plan'],
  B8: ['Looked after', 'Child protection plan', 'Child in need'],
  B9: ['Looked after'],
  B10: ['Early help'],
};

/** Days from the start on which a step was done; null where it is still to come. */
function doneOn(
  { papers: { circulated }, consent, openedBefore, metBefore }: Story,
  step: DerbyshireStep,
): number | null {
  if (step.startsWith('A') || step.startsWith('B')) return -openedBefore;
  if (step === 'C7') return circulated && consent === 'signed' ? -5 : null;
  if (step.startsWith('C')) return -metBefore;
  return step.startsWith('D') && circulated ? -3 : null;
}

/** Gone through at the meeting, or when the plan goes round; reviews and later notices are still to come. */
export function stepsPaper(course: Course): Paper {
  const { story, staff, iso } = course;
  const owner = staff.senco.displayName;
  return paper('steps', course.day(story.papers.circulated ? -3 : -story.metBefore), {
    priorSteps: (Object.keys(derbyshireSteps) as DerbyshireStep[]).map((step) => {
      const groups = forGroup[step];
      if (groups && !groups.some((group) => story.groups.includes(group))) return { step, state: 'not needed' };
      const day = doneOn(story, step);
      if (day === null) return { step, state: 'to do', owner };
      return { step, state: 'done', owner, doneOn: iso(day), evidence: `In ${staff.log}` };
    }),
  });
}

/** Everybody who sat at the planning meeting. */
export function attendeesOf({ story, staff }: Course, { with: others = [] }: Meeting) {
  return [
    { party: 'parent' as const, name: story.parent },
    { party: 'SENCO' as const, name: staff.senco.displayName },
    { party: 'class teacher' as const, name: staff.teacher },
    ...others.map(({ party, name }) => ({ party, name })),
  ];
}

export function meetingsPaper(course: Course, meeting: Meeting): Paper {
  const { story, staff, iso } = course;
  const held = (day: number) => ({ plannedOn: iso(day), heldOn: iso(day), minutesKept: staff.log });
  const chair = { chair: 'SENCO' as const, chairName: staff.senco.displayName };
  return paper('meetings', course.day(-story.metBefore), {
    meetings: [
      {
        ...held(-story.metBefore),
        ...chair,
        kind: 'reintegration planning',
        minutes: meeting.minutes,
        attendees: attendeesOf(course, meeting),
        notes: meeting.notes,
      },
      ...(meeting.others ?? []).map(({ kind, day, minutes, notes, with: others }) => ({
        ...held(day),
        ...chair,
        kind,
        minutes,
        notes,
        attendees: attendeesOf(course, { minutes, notes, with: others }),
      })),
    ],
  });
}

/** The parent's own consent is asked for by the case itself; what they said to the idea stands here. */
export function answersPaper(course: Course, { pupil, others }: NonNullable<Papers['answers']>): Paper {
  const { story, staff, iso } = course;
  const met = iso(-story.metBefore);
  const toPlan = { to: 'the plan' as const, version: 1, state: 'given' as const, askedOn: met, answeredOn: met };
  return paper('agreements', course.day(-story.metBefore), {
    agreements: [
      {
        party: 'parent',
        name: story.parent,
        livesWithPupil: true,
        to: 'the idea',
        state: 'given',
        level: 'consented',
        askedOn: iso(-story.openedBefore),
        answeredOn: iso(-story.openedBefore),
        method: 'In conversation',
        evidence: `Note in ${staff.log}`,
      },
      {
        ...toPlan,
        party: 'pupil',
        name: story.pupil,
        level: 'consented',
        method: 'In conversation',
        evidence: `Note in ${staff.log}`,
        notes: pupil,
      },
      ...others.map(({ from, level, words }) => ({
        ...toPlan,
        party: from.party,
        name: from.name,
        position: `${from.position}, ${from.organisation}`,
        level,
        method: level === 'agreed in writing' ? 'E-mail' : 'At the meeting',
        evidence: level === 'agreed in writing' ? `E-mail in ${staff.log}` : `Minutes in ${staff.log}`,
        notes: words ?? null,
      })),
    ],
  });
}

// How the pupil is safe and learns while not in school.
import type { PlainDate } from '#domain/dates.ts';
import { riskFactorNames, type RiskFactor } from '#domain/record/risk.ts';
import { readTimes } from '#domain/timetable/read-times.ts';
import { weekdays } from '#domain/timetable/week.ts';
import type { Course } from '../course.ts';
import type { Practical, Risk } from '../story-papers.ts';
import { paper, type Paper } from './paper.ts';

const olderPupils: ReadonlySet<RiskFactor> = new Set([
  'childSexualExploitation',
  'criminalExploitation',
  'substanceMisuse',
  'gangsAndViolence',
]);

function factorOf({ story }: Course, { present = [], open = [] }: Risk, factor: RiskFactor) {
  if (open.includes(factor)) return null;
  if (present.includes(factor)) return 'present';
  return Number(story.year) < 7 && olderPupils.has(factor) ? 'not applicable' : 'considered';
}

/** `lookedAtAgain` is the day of the last review at which the risks were gone through. */
export function riskPaper(course: Course, risk: Risk, lookedAtAgain: PlainDate | null = null): Paper {
  const { story, staff } = course;
  const met = course.day(-story.metBefore);
  const on = lookedAtAgain ?? met;
  return paper('risk', on, {
    risk: {
      completedOn: met.toString(),
      completedBy: staff.safeguarding,
      reviewedOn: on.toString(),
      recordedIn: staff.log,
      hazards: risk.hazards.map((one) => ({
        ...one,
        safeguarding: one.safeguarding ?? false,
        state: 'mitigated',
        reviewArrangement: 'At every review',
        reviewedOn: on.toString(),
      })),
      factors: Object.fromEntries(riskFactorNames.map((factor) => [factor, factorOf(course, risk, factor)])),
      welfareOffSite: risk.welfare,
      continuity: risk.continuity ?? null,
      included: risk.included ?? null,
      development: risk.development ?? null,
      travel: risk.travel ?? null,
      supervision: risk.supervision ?? null,
      advice: risk.advice ? [{ from: risk.advice.from.name, on: met.toString(), words: risk.advice.words }] : [],
    },
  });
}

/** Each session of an ordinary week for which the times do not bring the pupil in. */
function sessionsOut({ story, calendar }: Course) {
  const week = readTimes(story.times);
  return weekdays.flatMap((day) => {
    const times = week?.[day];
    const morning =
      !times || times.in > calendar.registration.morning.closes ? [{ day, session: 'morning' as const }] : [];
    const afternoon = !times || times.out < calendar.day[day].ends ? [{ day, session: 'afternoon' as const }] : [];
    return [...morning, ...afternoon];
  });
}

export function practicalPaper(course: Course, practical: Practical): Paper {
  const { story, staff } = course;
  const met = course.day(-story.metBefore);
  const { work, returned, markedBy, meals, transport, signInOut, adult, adjustments } = practical;
  return paper('practical', met, {
    practical: {
      work: { arrangement: work, setBy: staff.teacher, differentiated: true, returned, markedBy: markedBy ?? null },
      meals: meals ? { arrangement: meals, days: [...weekdays] } : {},
      transport: {
        needed: transport.needed ?? false,
        arrangement: transport.words,
        confirmedOn: met.toString(),
        version: 1,
      },
      signInOut,
      supervision: sessionsOut(course).map((one) => ({ ...one, adult: adult.name, relationship: adult.relationship })),
      responsibility: {
        words: `The school until the pupil is collected; ${adult.name} from then on.`,
        signedBy: story.parent,
        signedOn: met.toString(),
      },
      reasonableAdjustments: [...adjustments],
      alternativeProvision: { onRegister: false },
    },
  });
}

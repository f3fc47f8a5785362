// The trust's Appendix A, answered from what the other papers hold.
import { ddatItems, type DdatItem } from '#domain/record/ddat-checklist.ts';
import type { Course } from '../course.ts';
import type { Papers } from '../story-papers.ts';
import { paper, type Paper } from './paper.ts';

const parts = {
  needsConsidered: 'Part “Needs and professionals”',
  rationale: 'Part “Reasons, outcome and targets”',
  objectivesAndDates: 'Objectives and dates of version 1; first review agreed',
  phasedReturn: 'Part “Timetable by week”, with the day of full time',
  offSiteRisks: 'Risk assessment: welfare when not in school',
  offSiteSafeguarding: 'Risk assessment: the factors, gone through with the safeguarding lead',
  chronology: 'Kept by the case itself',
} as const satisfies Partial<Record<DdatItem, string>>;

/** What can only be answered once the plan runs. */
const later: ReadonlySet<DdatItem> = new Set(['reviewMeetings', 'fortnightly', 'progressMonitored']);

function evidenceOf(course: Course, item: DdatItem, otherSchools: string): string {
  const { story, staff } = course;
  const { papers } = story;
  const minutes = `Minutes of the planning meeting in ${staff.log}`;
  const fromPapers: Readonly<Partial<Record<DdatItem, string | undefined>>> = {
    ...parts,
    otherSchools,
    doneSoFar: papers.tried?.map(({ what }) => what).join('; '),
    nurture: papers.practical?.adjustments.join('; '),
    resources: papers.practical && `Work: ${papers.practical.work}`,
    supportIdentified: papers.purpose?.targets.map(({ support }) => support).join('; '),
    notBehaviour: papers.purpose?.details,
    agenciesConsulted: papers.answers?.others.map(({ from }) => from.organisation).join('; ') || minutes,
    signInOut: papers.practical?.signInOut,
    recorded: `In ${staff.log}`,
  };
  return fromPapers[item] ?? minutes;
}

export function checklistPaper(course: Course, { otherSchools }: NonNullable<Papers['circulated']>): Paper {
  const on = course.iso(-3);
  const by = course.staff.senco.displayName;
  return paper('ddatChecklist', course.day(-3), {
    ddatChecklist: (Object.keys(ddatItems) as DdatItem[]).map((item) =>
      later.has(item) ? { item } : { item, status: 'yes', evidence: evidenceOf(course, item, otherSchools), by, on },
    ),
  });
}

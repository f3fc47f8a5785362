// Who the pupil is, why a part-time timetable is thought of, and what everybody says about it.
import type { PupilGroup } from '#domain/case.ts';
import type { SectionJson } from '#domain/record/sections.ts';
import type { Course } from '../course.ts';
import type { Family, Needs, Purpose, Tried, Voices } from '../story-papers.ts';
import { paper, type Paper } from './paper.ts';

/** Numbers of 01632 are given to nobody. */
const telephone = ({ story }: Course): string => `01632 96${String(1000 + story.pupil.length * 37 + story.lasts)}`;

export function familyPaper(course: Course, { relationship, sex, otherParent }: Family): Paper {
  const { story } = course;
  const first = { name: story.parent, relationship, livesWithPupil: true, telephone: telephone(course) };
  const parents = otherParent ? [first, { ...otherParent }] : [first];
  return paper('pupil', course.day(-story.openedBefore), { pupil: { sex, enrolment: 'single', parents } });
}

function senOf(groups: readonly PupilGroup[]): NonNullable<SectionJson<'groups'>['groups']>['sen'] {
  if (groups.includes('EHC plan')) return 'EHC plan';
  return groups.includes('SEN support') ? 'SEN support' : 'none';
}

export function needsPaper(course: Course, needs: Needs): Paper {
  const { story, iso } = course;
  const has = (group: PupilGroup): boolean => story.groups.includes(group);
  return paper('groups', course.day(-story.openedBefore), {
    groups: {
      sen: needs.sen ?? senOf(story.groups),
      senWords: needs.words,
      primaryNeed: needs.primary ?? null,
      lookedAfter: has('Looked after'),
      careAuthority: needs.careAuthority ?? null,
      previouslyLookedAfter: false,
      childProtection: has('Child protection plan'),
      childInNeed: has('Child in need'),
      earlyHelp: has('Early help') ? 'open' : 'offered',
      earlyHelpAssessedOn: needs.earlyHelpAssessed === undefined ? null : iso(needs.earlyHelpAssessed),
      youthJustice: false,
      medical: needs.medical ?? 'none',
      healthcarePlanOn: needs.healthcarePlan === undefined ? null : iso(needs.healthcarePlan),
      freeSchoolMeals: has('Free school meals'),
      youngCarer: needs.youngCarer ?? false,
      exploitationRisk: false,
      interpreter: { needed: false },
      professionals: (needs.with ?? []).map(({ party, name, organisation }) => ({ party, name, organisation })),
    },
  });
}

export function purposePaper(course: Course, purpose: Purpose): Paper {
  const { story, iso } = course;
  const evidence = (purpose.evidence ?? []).map(({ from, day, where }) => ({ from, on: iso(day), reference: where }));
  const [first, ...others] = story.reasons;
  return paper('purpose', course.day(-story.openedBefore), {
    decidedOn: iso(-story.openedBefore),
    reasons: [
      {
        reason: first ?? null,
        details: purpose.details,
        after: purpose.after ?? null,
        absentFrom: purpose.absent ? iso(purpose.absent.from) : null,
        absentTo: purpose.absent ? iso(purpose.absent.to) : null,
        evidence,
      },
      ...others.map((reason) => ({ reason, details: purpose.details, evidence })),
    ],
    outcome: purpose.outcome ?? null,
    targets: purpose.targets.map((target) => ({ ...target, dueOn: course.ends.toString() })),
  });
}

export function voicesPaper(course: Course, { parent, pupil, school, others = [] }: Voices): Paper {
  const { story, staff } = course;
  const on = course.day(-story.metBefore - 1);
  const heard = { on: on.toString() };
  return paper('voices', on, {
    voices: [
      ...(parent ? [{ ...heard, party: 'parent' as const, name: story.parent, words: parent, how: 'Home form' }] : []),
      ...(pupil
        ? [
            {
              ...heard,
              party: 'pupil' as const,
              name: story.pupil,
              words: pupil.words,
              how: pupil.how,
              gatheredBy: pupil.by,
            },
          ]
        : []),
      ...(school
        ? [{ ...heard, party: 'class teacher' as const, name: staff.teacher, words: school, how: 'Staff form' }]
        : []),
      ...others.map(({ from, words, how }) => ({ ...heard, party: from.party, name: from.name, words, how })),
    ],
  });
}

export function triedPaper(course: Course, tried: readonly Tried[]): Paper {
  const { story, school, staff, iso } = course;
  const { previous } = story.papers;
  return paper('before', course.day(-story.metBefore - 1), {
    alternatives: tried.map(({ what, from, to, result }) => ({
      what,
      from: iso(from),
      to: iso(to),
      result,
      recordedIn: staff.log,
    })),
    previousPeriods: previous
      ? [{ from: iso(previous.from), to: iso(previous.to), school: school.name, reason: previous.reason }]
      : [],
  });
}

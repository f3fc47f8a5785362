import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '#domain/assess.ts';
import { date } from '#domain/dates.ts';
import { pathText, type RecordFinding } from '#domain/finding.ts';
import { parseRecord } from '#domain/record/parse-record.ts';
import { ordinarySchoolWeek } from '#domain/timetable/school-week.ts';
import { stackFor } from '#policies/stack-for.ts';

const { stack } = stackFor(['cambridgeshire']);
const calendar = ordinarySchoolWeek(2020, 2027);

function found(name: string, day: string): readonly RecordFinding[] {
  const text = readFileSync(new URL(`../fixtures/cases/${name}.json`, import.meta.url), 'utf8');
  const parsed = parseRecord(JSON.parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return assess(parsed.value, stack, { today: date(day), calendar });
}
const places = (findings: readonly RecordFinding[]): readonly string[] =>
  findings.map((one) => `${one.rule} ${pathText(one.at)}`);
const wordsAt = (findings: readonly RecordFinding[], path: string): string =>
  findings
    .filter((one) => pathText(one.at) === path)
    .map((one) => one.words)
    .join(' ');

/** Every place of the completed example that is wrong, left out or does not fit the rest, with the line it is printed on. */
const questioned: readonly (readonly [place: string, line: string, why: string])[] = [
  ['UPN pupil.upn', 'CAM:311', 'no unique pupil number'],
  ['groups groups.sen', 'CAM:309', 'EHC “In progress” with a case work officer “N/A”'],
  ['checklist cambridgeshire.sendServiceInvolvement', 'CAM:303', 'neither do nor do not is deleted'],
  ['F14 reasons.0.absentFrom', 'CAM:335', 'reintegration after no absence'],
  ['F13 voices.2.words', 'CAM:353', 'the SEND service speaks of negative behaviours'],
  ['F22 voices.1.words', 'CAM:349', 'the pupil’s views are in another document'],
  ['F01 plan.versions.0.endsOn', 'CAM:376', 'ends on 11/2/2020, before it starts on 2/11/2020'],
  ['F02 plan.versions.0.weeks.1.commencing', 'CAM:383', 'week 2: 9/11/2010'],
  ['F02 plan.versions.0.weeks.3.commencing', 'CAM:399', 'week 4: 23/11/2010'],
  ['F02 plan.versions.0.weeks.5.commencing', 'CAM:416', 'week 6: 7/2/2020'],
  ['F02 plan.versions.0.weeks', 'CAM:383', 'so that the weeks of 9 and 23 November 2020 have no times'],
  ['F04 plan.versions.0.weeks.0.statedHoursElsewhere', 'CAM:379', '11 hours are 21 less 10'],
  ['F04 plan.versions.0.weeks.1.statedHoursElsewhere', 'CAM:385', '6 hours are 21 less 15'],
  ['F04 plan.versions.0.weeks.2.statedHoursElsewhere', 'CAM:395', '3 hours 30 are 21 less 17 hours 30'],
  ['F04 plan.versions.0.weeks.3.statedHoursElsewhere', 'CAM:401', '1 hour is 21 less 20'],
  ['F04 plan.versions.0.weeks.4.statedHoursElsewhere', 'CAM:410', '0 hours, though 25 is not a full week'],
  ['F04 plan.versions.0.weeks.5.statedHoursElsewhere', 'CAM:420', '0 hours, though 30 is not a full week'],
  ['clock plan.versions.0.weeks.3.target.words', 'CAM:399', '13.00pm'],
  ['F25 plan.versions.0.weeks.5.days', 'CAM:416', 'leaves at 3.00pm in the last week, school ends at 3.10pm'],
  ['F43 practical.meals.arrangement', 'CAM:325', 'packed lunch in week one, though week two ends at 12.00 as well'],
  ['F32 practical.supervision.monday.afternoon', 'CAM:323', 'no adult named for each session not in school'],
  ['interval risk.welfareOffSite', 'CAM:323', 'reviews every two weeks, though weekly after the first'],
  ['F12 risk.factors', 'CAM:317', 'the seventeen factors are not answered'],
  ['F11 risk', 'CAM:317', 'the risk assessment has no date'],
  ['F06 agreements.0.livesWithPupil', 'CAM:459', 'separated parents: with whom does he normally live?'],
  ['unsigned agreements.0.evidence', 'CAM:459', 'a name where the signature should be'],
  ['unsigned agreements.1.evidence', 'CAM:474', 'no signature of the authority'],
  ['name agreements.1.name', 'CAM:474', '“Link practitioner” is no name'],
  ['F09 agreements', 'CAM:270', 'no agreement of the pupil, none of the lead professional'],
  ['F10 meetings', 'CAM:435', 'the Team Around the Family is ticked and not recorded'],
  ['checklist cambridgeshire.checklist.dates', 'CAM:431', 'ticked, though the end is before the start'],
  ['checklist cambridgeshire.checklist.parentsConsent', 'CAM:432', 'ticked without a signature'],
  ['checklist cambridgeshire.checklist.teamAroundFamily', 'CAM:435', 'ticked without a meeting or a name'],
  ['checklist cambridgeshire.checklist.riskPlanSaved', 'CAM:437', 'ticked without a date'],
  ['checklist cambridgeshire.checklist.workMarked', 'CAM:439', 'ticked without saying who marks'],
  ['F22 reviews.3.pupilViews', 'CAM:404', '“Jimmy enjoys coming inside …”'],
  ['F22 reviews.4.pupilViews', 'CAM:413', '“Jimmy is enjoying the English story …”'],
  ['exceptional signOff.exceptional', 'CAM:472', 'signed by the headteacher, who does not say what is exceptional'],
  ['F20 reviews', 'CAM:71', 'no review has a day, and none is planned'],
  ...[0, 1, 2, 3, 4, 5].flatMap((review) => [
    [`F21 reviews.${review}.heldOn`, 'CAM:71', 'held on no day'] as const,
    [`F21 reviews.${review}.attendees`, 'CAM:71', 'nobody took part'] as const,
    [`F21 reviews.${review}.decision`, 'CAM:71', 'nothing was decided'] as const,
  ]),
];

describe('Cambridgeshire’s completed example as it is printed', () => {
  const printed = found('cambridgeshire-as-printed', '2020-11-23');

  it.each(questioned)('%s is questioned (%s: %s)', (place) => {
    expect(places(printed)).toContain(place);
  });

  it('is questioned nowhere else by the flags', () => {
    const rest = printed.filter((one) => !questioned.some(([place]) => place === `${one.rule} ${pathText(one.at)}`));
    // What only the policy asks for is tested with the policy.
    expect(places(rest).filter((place) => !/^cambridgeshire\/|^F53|^F10 groups|^F19/.test(place))).toEqual([]);
  });

  it('quotes both dates, says which Monday was meant and what the hours come to', () => {
    expect(wordsAt(printed, 'plan.versions.0.endsOn')).toBe(
      'The plan ends on Tue 11 Feb 2020, before it starts on Mon 2 Nov 2020.',
    );
    expect(wordsAt(printed, 'plan.versions.0.weeks.1.commencing')).toContain(
      'Tue 9 Nov 2010 is not a Monday, lies before the start',
    );
    expect(wordsAt(printed, 'plan.versions.0.weeks')).toContain('Mon 9 Nov 2020');
    expect(wordsAt(printed, 'plan.versions.0.weeks')).toContain('Mon 23 Nov 2020');
    expect(wordsAt(printed, 'plan.versions.0.weeks.0.statedHoursElsewhere')).toContain(
      '21 taught hours less the clock hours',
    );
  });

  it('cannot go ahead: the gravest come first', () => {
    expect(printed[0]?.severity).toBe('stop');
  });

  it('has code C on its form, which today is wrong', () => {
    expect(places(printed)).not.toContain('F34 cambridgeshire.registerCodeWritten');
    expect(places(found('cambridgeshire-as-printed', '2026-11-23'))).toContain(
      'F34 cambridgeshire.registerCodeWritten',
    );
  });
});

describe('the example as it must have been meant', () => {
  const corrected = found('cambridgeshire-corrected', '2020-12-11');

  it('passes the policy it was written under, and the professional’s words about behaviour are still asked about', () => {
    expect(places(corrected.filter((one) => one.severity !== 'note'))).toEqual(['F13 voices.2.words']);
    expect(corrected.filter((one) => one.severity !== 'note' && one.policy !== undefined)).toEqual([]);
  });

  it('shows what today’s law says against the policy: C is now C2, and the regulations it cites are superseded', () => {
    const notes = corrected.filter((one) => one.severity === 'note').map((one) => one.words);
    expect(
      notes.some((words) => words.includes('Cambridgeshire says C (CAM:254') && words.includes('C2 is held')),
    ).toBe(true);
    expect(notes.some((words) => words.includes('Regulations 2006') && words.includes('SI 2024/208'))).toBe(true);
  });
});

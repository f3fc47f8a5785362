// Cambridgeshire's completed example (CAM:286-474), as printed and as it must have been meant. Everything that the
// corrected file changes or adds is in the table below, with the reason; a change without a line here fails.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCaseRef } from '#domain/case-ref.ts';
import { parseRecord } from '#domain/record/parse-record.ts';
import { upnProblem } from '#domain/record/upn.ts';
import { yearGroupProblem } from '#domain/record/year-group.ts';
import { differences } from '../support/differences.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/cases/${name}.json`, import.meta.url), 'utf8'));

function recordOf(name: string) {
  const parsed = parseRecord(read(name));
  if (!parsed.ok) throw new Error(`${name} is not a case.`);
  return parsed.value;
}

const corrections: readonly (readonly [path: string, why: string])[] = [
  ['ref', 'Another document, another reference'],
  // Wrong dates
  ['plan.versions.0.endsOn', 'CAM:376 prints 11/2/2020, before the start; six weeks from 2/11/2020 end on 11/12/2020'],
  ['plan.versions.0.weeks.1.commencing', 'CAM:383 prints 2010 for 2020'],
  ['plan.versions.0.weeks.3.commencing', 'CAM:399 prints 2010 for 2020'],
  ['plan.versions.0.weeks.5.commencing', 'CAM:414 prints 7/2/2020; the Monday after 30/11/2020 is 7/12/2020'],
  // Wrong sums, and a plan that stops short of full time
  ['plan.versions.0.weeks.0.statedHoursElsewhere', 'CAM:379: 21 less hours in school is set work, not provision'],
  ['plan.versions.0.weeks.1.statedHoursElsewhere', 'The same'],
  ['plan.versions.0.weeks.2.statedHoursElsewhere', 'The same'],
  ['plan.versions.0.weeks.3.statedHoursElsewhere', 'The same'],
  ['plan.versions.0.weeks.4.statedHoursElsewhere', 'The same'],
  ['plan.versions.0.weeks.5.statedHoursElsewhere', 'The same'],
  ['plan.versions.0.weeks.5.statedHoursInSchool', 'The last week is now the whole week, 30 hours 50 minutes'],
  ['plan.versions.0.weeks.5.days', 'CAM:94: full time within six weeks; CAM:414 has pupils go home at 3.10'],
  ['plan.versions.0.weeks.5.target.words', 'Goes home with the class at 3.10, by the quiet door'],
  ['reviews.5.outcomes', 'The same'],
  ['reviews.5.schoolViews', 'The same'],
  // Who the pupil is
  ['pupil.upn', 'CAM:311 is empty; this number has a right check letter and is no pupil’s'],
  ['pupil.homeAuthority', 'Not printed'],
  ['pupil.enrolment', 'Not printed'],
  ['pupil.parents', 'CAM:320: the week with mother, so it is she who agrees (reg 11(6)(b))'],
  ['groups', 'CAM:41-54, 91: each group answered, the early help assessment dated, the assessment officer named'],
  ['school.times', 'Sessions of 9.00 to 3.10 (CAM:379, 414), so that hours can be compared'],
  ['lead', 'Not printed'],
  ['decidedOn', 'Not printed'],
  // Why, and by which steps
  ['reasons', 'CAM:81: the absence that the pupil comes back from; CAM:91: a clear rationale'],
  ['outcome', 'Not printed'],
  ['targets', 'CAM:205: one for each week'],
  ['plan.versions.0.weeks.0.target', 'CAM:205: time, place, people, activity, progress, support'],
  ['plan.versions.0.weeks.1.target', 'The same'],
  ['plan.versions.0.weeks.2.target', 'The same'],
  ['plan.versions.0.weeks.3.target', 'The same'],
  ['plan.versions.0.weeks.4.target', 'The same'],
  ['plan.versions.0.weeks.5.target', 'The same'],
  ['plan.versions.0.writtenOn', 'Not printed'],
  ['plan.versions.0.hoursAgreed', 'The hours of the first week'],
  ['plan.versions.0.firstReviewOn', 'CAM:71: within two weeks'],
  ['plan.fullTimeFrom', 'CAM:94: the day after the end'],
  ['plan.monitoredUnder', 'CAM:91: the early help assessment'],
  ['alternatives', 'CAM:91: evidence that it is an appropriate intervention'],
  ['voices', 'CAM:349 points to another paper: the pupil’s own words, how and when gathered; the school’s view'],
  // Risk and safeguarding
  [
    'risk',
    'CAM:108, 123-139: dated, all seventeen factors answered, an owner for each risk; CAM:323 promised reviews every two weeks where CAM:71 asks for weekly ones',
  ],
  ['meetings', 'CAM:249: the checklist says a Team Around the Family was held, and names no day'],
  [
    'practical',
    'CAM:70, 252: who has the pupil in each session, who sets and marks work; CAM:325 forgot lunch in week two',
  ],
  ['contacts', 'CAM:323 promises a contact every week'],
  // Agreement and review
  [
    'agreements',
    'CAM:69, 249, 270, 283: pupil and lead professional are missing, the authority’s representative has no name',
  ],
  ['signOff.exceptional', 'Not printed'],
  [
    'reviews',
    'CAM:71, 209: no review has a date, attendees or a decision; CAM:407, 413 put the pupil’s view in the third person',
  ],
  ['cambridgeshire.sendServiceInvolvement', 'CAM:303: neither answer is marked'],
  ['notices', 'CAM:52: the authority and its assessment team know'],
  ['sharedWith', 'CAM:112: who has a copy'],
  ['documents', 'CAM:112, 251, 280: the signed copy, the guidance given, the plan on the record'],
];

const covers = (line: string, path: string): boolean => path === line || path.startsWith(`${line}.`);

describe('Cambridgeshire’s example, corrected', () => {
  const changed = differences(read('cambridgeshire-as-printed'), read('cambridgeshire-corrected'));

  it('differs from the printed one only where a reason is given', () => {
    expect(changed.filter((path) => !corrections.some(([line]) => covers(line, path)))).toEqual([]);
  });

  it.each(corrections)('differs at %s: %s', (line) => {
    expect(changed.filter((path) => covers(line, path))).not.toEqual([]);
  });

  it('keeps code C and every answer of the checklist, as the form has them', () => {
    const printed = recordOf('cambridgeshire-as-printed').cambridgeshire;
    const corrected = recordOf('cambridgeshire-corrected').cambridgeshire;
    expect(corrected?.registerCodeWritten).toBe('C');
    expect(corrected?.checklist).toEqual(printed?.checklist);
  });
});

describe('Cambridgeshire’s example, as printed', () => {
  const record = recordOf('cambridgeshire-as-printed');
  const [version] = record.plan.versions;

  it('is read without mending a date (CAM:376-414, day first)', () => {
    expect(version?.startsOn?.toString()).toBe('2020-11-02');
    expect(version?.endsOn?.toString()).toBe('2020-02-11');
    expect(version?.weeks.map(({ commencing }) => commencing.toString())).toEqual([
      '2020-11-02',
      '2010-11-09',
      '2020-11-16',
      '2010-11-23',
      '2020-11-30',
      '2020-02-07',
    ]);
  });

  it('keeps the totals as they are written (CAM:379-420)', () => {
    expect(version?.weeks.map(({ statedHoursInSchool }) => statedHoursInSchool)).toEqual([10, 15, 17.5, 20, 25, 30]);
    expect(version?.weeks.map(({ statedHoursElsewhere }) => statedHoursElsewhere)).toEqual([11, 6, 3.5, 1, 0, 0]);
  });

  it('has no number for the pupil, no dated review and no pupil’s signature (CAM:311, 381, 459)', () => {
    expect(record.pupil.upn).toBeNull();
    expect(record.reviews.every(({ heldOn, dueOn }) => heldOn === null && dueOn === null)).toBe(true);
    expect(record.agreements.map(({ party }) => party)).toEqual(['parent', 'authority representative']);
  });
});

describe('every example', () => {
  const names = ['cambridgeshire-as-printed', 'cambridgeshire-corrected', 'complete', 'minimal'];

  it.each(names)('%s has a reference with a right check character and no impossible pupil', (name) => {
    const { ref, pupil } = recordOf(name);
    expect(readCaseRef(ref)).toBe(ref);
    expect(pupil.upn === null ? null : upnProblem(pupil.upn)).toBeNull();
    const { dateOfBirth, yearGroup } = pupil;
    const from = recordOf(name).plan.versions[0]?.startsOn;
    expect(dateOfBirth && yearGroup && from ? yearGroupProblem(dateOfBirth, yearGroup, from) : null).toBeNull();
  });

  it.each(names)('%s names nobody outside an example domain', (name) => {
    const addresses = JSON.stringify(read(name)).match(/[\w.]+@[\w.]+/g) ?? [];
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });
});

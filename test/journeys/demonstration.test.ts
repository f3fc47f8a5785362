import { describe, expect, it } from 'vitest';
import { schoolDayOnOrBefore } from '#domain/calendar.ts';
import { date, isAfter, Temporal, type PlainDate } from '#domain/dates.ts';
import type { RecordFinding } from '#domain/finding.ts';
import { remindersOn } from '#domain/reminders.ts';
import { calendarOf } from '#domain/school.ts';
import { playStory } from '#local/demo/play-story.ts';
import { demoAuthorities, demoSchools } from '#local/demo/schools.ts';
import { stories } from '#local/demo/stories.ts';
import { headteacher } from '#test/builders/people.ts';
import { createTwinOutside, type TwinOutside } from '#test/twins/outside.ts';
import { assessCase } from '#workflows/casework/assess.ts';
import { signOff } from '#workflows/casework/sign-off.ts';

const schoolKeys = ['LARK', 'HOLL', 'MILL'] as const;

async function tellOn(today: PlainDate): Promise<TwinOutside> {
  const outside = createTwinOutside();
  const { workspace, clock } = outside;
  for (const school of demoSchools(today)) await workspace.schools.create(school);
  for (const authority of demoAuthorities) await workspace.authorities.create(authority);
  const stage = { outside, today, setNow: (now: { toString(): string }) => clock.set(now.toString()) };
  for (const [index, story] of stories.entries()) {
    const school = workspace.schools.byKey(story.school)?.value;
    if (school) await playStory(stage, school, story, index + 1);
  }
  const noon = today.toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from('12:00') });
  clock.set(noon.toInstant().toString());
  return outside;
}

function schoolOf({ workspace }: TwinOutside, key: string) {
  const school = workspace.schools.byKey(key)?.value;
  if (!school) throw new Error(`The demonstration has no school ${key}.`);
  return school;
}

function remindersOf(outside: TwinOutside, schoolKey: string, today: PlainDate): number {
  const calendar = calendarOf(schoolOf(outside, schoolKey));
  const { cases, reviews, agreements } = outside.workspace.school(schoolKey);
  const rows = {
    cases: cases.all().map((row) => row.value),
    reviews: reviews.all().map((row) => row.value),
    agreements: agreements.all().map((row) => row.value),
  };
  return remindersOn(rows, calendar, schoolDayOnOrBefore(calendar, today)).length;
}

function caseOf({ workspace }: TwinOutside, pupil: string) {
  for (const schoolKey of schoolKeys) {
    const row = workspace
      .school(schoolKey)
      .cases.all()
      .find(({ value }) => value.pupilName === pupil);
    if (row) return { schoolKey, case: row.value };
  }
  throw new Error(`The demonstration has no case of ${pupil}.`);
}

/** What somebody has to act on in a case; notes are left out. */
function findingsOf(outside: TwinOutside, pupil: string, today: PlainDate): readonly RecordFinding[] {
  const { schoolKey, case: theCase } = caseOf(outside, pupil);
  const school = schoolOf(outside, schoolKey);
  const { findings } = assessCase(outside.workspace.school(schoolKey), school, theCase, today);
  return findings.filter(({ severity }) => severity !== 'note');
}

function start(outside: TwinOutside, pupil: string) {
  const { schoolKey, case: theCase } = caseOf(outside, pupil);
  const target = { school: schoolOf(outside, schoolKey), caseRef: theCase.ref, actor: headteacher, etag: null };
  return signOff(outside, target, 'start', { exceptional: 'Nothing else has helped.', despiteExclusionRisk: '' });
}

const standing: Readonly<Record<string, string>> = {
  'Jimmy Example': 'closed',
  'Ada Sample': 'active',
  'Ben Specimen': 'active',
  'Cleo Madeup': 'preparing',
  'Dot Pretend': 'agreed',
  'Eli Imagined': 'declined',
  'Fay Fictional': 'active',
  'Gus Invented': 'active',
  'Hal Storybook': 'withdrawn',
  'Ivy Makebelieve': 'active',
  'May Supposed': 'agreed',
  'Jo Notional': 'active',
  'Kit Whimsy': 'preparing',
  'Lou Fable': 'closed',
  'Ned Parable': 'considering',
};
/** Running, and kept as a case should be. */
const kept = ['Ada Sample', 'Ben Specimen', 'Ivy Makebelieve'];
const handful = 6;

/** Every twenty-sixth day of a year, and the days that holidays make hard: after Christmas, in August, in the first week of term. */
const spread = Array.from({ length: 14 }, (_, index) => date('2026-11-22').add({ days: index * 26 }));
const hard = [
  '2026-12-28',
  '2027-01-01',
  '2027-01-05',
  '2027-07-23',
  '2027-08-14',
  '2027-09-03',
  '2028-02-29',
  '2028-08-29',
].map(date);

describe('the demonstration', () => {
  it.each([...spread, ...hard].map((day) => [day.toString(), day] as const))(
    'begun on %s fits the rules, shows a case in every state, and leaves every school something to be reminded of',
    async (_name, today) => {
      const outside = await tellOn(today);
      const counts = schoolKeys.map((key) => remindersOf(outside, key, today));
      expect(Math.min(...counts)).toBeGreaterThan(0);
      expect(outside.mailbox.sent().length).toBeGreaterThan(0);
      expect(Object.fromEntries(stories.map(({ pupil }) => [pupil, caseOf(outside, pupil).case.status]))).toEqual(
        standing,
      );
      for (const pupil of kept) {
        const found = findingsOf(outside, pupil, today);
        expect({ pupil, stops: found.filter(({ severity }) => severity === 'stop') }).toEqual({ pupil, stops: [] });
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(handful);
      }
      const slid = findingsOf(outside, 'Fay Fictional', today).length;
      expect(slid).toBeGreaterThan(3 * handful);
      expect(slid).toBeLessThan(30);
    },
  );

  it('has one case that the headteacher can start, and one that is stopped for want of a risk assessment', async () => {
    const outside = await tellOn(date('2026-11-23'));
    expect(await start(outside, 'Dot Pretend')).toMatchObject({ ok: true, value: { value: { status: 'active' } } });
    expect(await start(outside, 'May Supposed')).toMatchObject({
      ok: false,
      error: { words: 'It cannot go ahead: The record has no risk assessment with its date.' },
    });
  });

  it('has one case whose new times wait for the parent, and one whose new times wait for the headteacher', async () => {
    const today = date('2026-11-23');
    const outside = await tellOn(today);
    const rules = (pupil: string) =>
      findingsOf(outside, pupil, today)
        .filter(({ severity }) => severity === 'stop')
        .map(({ rule }) => rule);
    expect(rules('Gus Invented')).toEqual(['F07', 'statutory/authorised-person']);
    expect(rules('Jo Notional')).toEqual(['statutory/authorised-person']);
  });

  it('asks and tells nobody of a case that is only being considered', async () => {
    const outside = await tellOn(date('2026-11-23'));
    const { schoolKey, case: theCase } = caseOf(outside, 'Ned Parable');
    const { agreements, notices } = outside.workspace.school(schoolKey);
    expect([...agreements.ofCase(theCase.ref), ...notices.ofCase(theCase.ref)]).toEqual([]);
  });

  it('does not say the same of two pupils', async () => {
    const outside = await tellOn(date('2026-11-23'));
    const saidOf = new Map<string, Set<string>>();
    for (const key of schoolKeys) {
      for (const { value } of outside.workspace.school(key).sections.all()) {
        if (!['purpose', 'voices', 'before', 'risk', 'meetings', 'contacts'].includes(value.content.kind)) continue;
        // Sentences and half-sentences; a few words may well be the same.
        for (const line of value.words.split('\n').map((one) => one.slice(one.indexOf(': ') + 2)))
          if (line.length > 40) saidOf.set(line, (saidOf.get(line) ?? new Set()).add(value.caseRef));
      }
    }
    expect(saidOf.size).toBeGreaterThan(100);
    expect([...saidOf].filter(([, refs]) => refs.size > 1).map(([line]) => line)).toEqual([]);
  });

  it('plans no review for the day of the one before it', async () => {
    const { workspace } = await tellOn(date('2027-01-05'));
    const reviews = schoolKeys.flatMap((key) =>
      workspace
        .school(key)
        .reviews.all()
        .map((row) => row.value),
    );
    const tooSoon = reviews.filter((planned) =>
      reviews.some(
        ({ caseRef, number, heldOn }) =>
          caseRef === planned.caseRef && number === planned.number - 1 && heldOn && !isAfter(planned.dueOn, heldOn),
      ),
    );
    expect(tooSoon.map(({ key }) => key)).toEqual([]);
  });
});

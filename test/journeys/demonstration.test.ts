import { describe, expect, it } from 'vitest';
import { schoolDayOnOrBefore } from '#domain/calendar.ts';
import { date, isAfter, type PlainDate } from '#domain/dates.ts';
import { remindersOn } from '#domain/reminders.ts';
import { playStory } from '#local/demo/play-story.ts';
import { demoAuthorities, demoSchools } from '#local/demo/schools.ts';
import { stories } from '#local/demo/stories.ts';
import { createTwinOutside, type TwinOutside } from '#test/twins/outside.ts';

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
  return outside;
}

function remindersOf({ workspace }: TwinOutside, schoolKey: string, today: PlainDate): number {
  const school = workspace.schools.byKey(schoolKey)?.value;
  if (!school) throw new Error(`The demonstration has no school ${schoolKey}.`);
  const { cases, reviews, agreements } = workspace.school(schoolKey);
  const rows = {
    cases: cases.all().map((row) => row.value),
    reviews: reviews.all().map((row) => row.value),
    agreements: agreements.all().map((row) => row.value),
  };
  return remindersOn(rows, school.calendar, schoolDayOnOrBefore(school.calendar, today)).length;
}

/** Every twenty-sixth day of a year, and the days that holidays make hard: after Christmas, in August, in the first week of term. */
const spread = Array.from({ length: 14 }, (_, index) => date('2026-11-22').add({ days: index * 26 }));
const hard = ['2026-12-28', '2027-01-01', '2027-01-05', '2027-07-23', '2027-08-14', '2027-09-03', '2028-02-29'].map(
  date,
);

describe('the demonstration', () => {
  it.each([...spread, ...hard].map((day) => [day.toString(), day] as const))(
    'begun on %s fits the rules, and every school has something to be reminded of',
    async (_name, today) => {
      const outside = await tellOn(today);
      const counts = ['LARK', 'HOLL', 'MILL'].map((key) => remindersOf(outside, key, today));
      expect(Math.min(...counts)).toBeGreaterThan(0);
      expect(outside.mailbox.sent().length).toBeGreaterThan(0);
    },
  );

  it('plans no review for the day of the one before it', async () => {
    const { workspace } = await tellOn(date('2027-01-05'));
    const reviews = ['LARK', 'HOLL', 'MILL'].flatMap((key) =>
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

import { anonymise, figures } from '#domain/anonymise.ts';
import { londonDate } from '#domain/dates.ts';
import { fullWeekHours } from '#domain/school.ts';
import type { GovernorsReport, GovernorsRow, Outside, Records, SchoolRow } from './ports.ts';

/** Writes only what differs: a list that is up to date costs no request. */
async function bringInLine<T extends { readonly key: string }>(
  list: Records<T>,
  wanted: readonly T[],
  compared: readonly (keyof T)[],
): Promise<boolean> {
  let wrote = false;
  for (const row of list.all()) {
    if (wanted.some((one) => one.key === row.value.key)) continue;
    await list.remove(row);
    wrote = true;
  }
  for (const one of wanted) {
    const there = list.byKey(one.key);
    if (there && compared.every((name) => there.value[name] === one[name])) continue;
    if (there) await list.change(there, one);
    else await list.create(one);
    wrote = true;
  }
  return wrote;
}

/**
 * The governors' list: one anonymised row a case, longest first, and an edition with the figures. Rows are numbered by their
 * place, not by case, so that a row cannot be followed from edition to edition.
 */
export async function publishGovernorsView(
  outside: Pick<Outside, 'workspace' | 'clock' | 'log'>,
  school: SchoolRow,
): Promise<void> {
  const today = londonDate(outside.clock.now());
  const records = outside.workspace.school(school.key);
  const { view, reports } = outside.workspace.governors(school.key);
  const cases = records.cases.all().map((row) => row.value);
  const reviews = records.reviews.all().map((row) => row.value);
  const rows: GovernorsRow[] = anonymise(cases, reviews, fullWeekHours(school), today).map((one, index) => ({
    ...one,
    key: `Case ${index + 1}`,
  }));
  const wroteRows = await bringInLine(view, rows, ['weeksSoFar', 'shareOfWeek', 'reviewsUpToDate', 'stage']);
  const edition: GovernorsReport = { ...figures(cases, today), key: today.toString(), publishedOn: today };
  const last = reports
    .all()
    .map((row) => row.value)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .at(-1);
  const compared = ['pupils', 'averageWeeks', 'longestWeeks', 'overSixWeeks', 'endedThisYear'] as const;
  const news = !last || compared.some((name) => last[name] !== edition[name]);
  if (news) {
    const there = reports.byKey(edition.key);
    if (there) await reports.change(there, edition);
    else await reports.create(edition);
  }
  if (wroteRows || news) outside.log('governors view published', { school: school.key, pupils: edition.pupils });
}

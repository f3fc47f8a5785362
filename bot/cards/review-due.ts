import { shortDate } from '#domain/dates.ts';
import { initials } from '#domain/people.ts';
import { dueWords, type ReviewDue, soonWithinDays } from '#domain/review-due.ts';
import type { ReviewWithoutOutcome, SchoolReviews } from '../bot-workflows.ts';
import { type TabPlace, tabLink } from '../tab-links.ts';
import { type Card, card, type Container, type Element, heading, openUrl, text } from './card.ts';
import { caseLine } from './case-line.ts';
import { fitCard, short } from './fit.ts';
import { reviewHeldButton } from './press.ts';
import { count, schoolNames } from './words.ts';

export interface ReviewDueView {
  readonly schools: readonly SchoolReviews[];
  /** What the press that led here did: to which case, and in words by whom and when. */
  readonly said?: { readonly caseRef: string; readonly words: string };
}

export interface CardTools {
  readonly tab: TabPlace;
  /** Makes the id of a button, different each time. */
  readonly newId: () => string;
}

const groups = ['overdue', 'soon', 'held'] as const;

const groupHeadings: Readonly<Record<(typeof groups)[number], string>> = {
  overdue: 'Overdue',
  soon: `Due in the next ${soonWithinDays} days`,
  held: 'Held, outcome still to add',
};

interface Line {
  readonly school: SchoolReviews;
  readonly group: (typeof groups)[number];
  readonly daysLeft: number;
  readonly show: (tools: CardTools) => Container;
}

const mostLines = 20;

const total = (schools: readonly SchoolReviews[], which: 'overdue' | 'soon'): number =>
  schools.reduce((sum, school) => sum + school.due[which].length, 0);

/** Every review that the asker may see, soonest first, each with a button that records it as held. */
export function reviewDueCard(view: ReviewDueView, tools: CardTools): Card {
  const lines = view.schools
    .flatMap(linesOf)
    .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.daysLeft - b.daysLeft);
  const parts = saidInWords(view);
  return fitCard((shown) => build(view, lines, shown, parts, tools), lines.length, mostLines);
}

function linesOf(school: SchoolReviews): readonly Line[] {
  const due = (group: 'overdue' | 'soon') => (one: ReviewDue) => ({
    school,
    group,
    daysLeft: one.daysLeft,
    show: (tools: CardTools) => dueLine(school, one, tools),
  });
  const held = (one: ReviewWithoutOutcome): Line => ({
    school,
    group: 'held',
    daysLeft: 0,
    show: (tools) => heldLine(school, one, tools),
  });
  return [
    ...school.due.overdue.map(due('overdue')),
    ...school.due.soon.map(due('soon')),
    ...school.awaitingOutcome.map(held),
  ];
}

function dueLine(school: SchoolReviews, { case: theCase, review, daysLeft }: ReviewDue, tools: CardTools): Container {
  return caseLine(tools.tab, {
    schoolKey: school.schoolKey,
    caseRef: theCase.ref,
    initials: initials(theCase.pupilName),
    state: dueWords(daysLeft),
    looks: daysLeft < 0 ? { color: 'Attention' } : daysLeft <= 1 ? { color: 'Warning' } : {},
    detail: `${shortDate(review.dueOn)} · ${count(theCase.hoursInSchool, 'hour')} a week in school`,
    button: reviewHeldButton({
      schoolKey: school.schoolKey,
      caseRef: theCase.ref,
      reviewKey: review.key,
      pressId: tools.newId(),
    }),
    link: 'Open case',
  });
}

function heldLine(school: SchoolReviews, { case: theCase, review }: ReviewWithoutOutcome, tools: CardTools): Container {
  const by = review.recordedBy === null ? 'Recorded' : `Recorded by ${short(review.recordedBy, 60)}`;
  const on = review.heldOn === null ? '' : `, ${shortDate(review.heldOn)}`;
  return caseLine(tools.tab, {
    schoolKey: school.schoolKey,
    caseRef: theCase.ref,
    initials: initials(theCase.pupilName),
    state: 'review held',
    looks: { color: 'Good' },
    detail: `${by}${on}`,
    link: 'Add the outcome',
  });
}

const saidLine = ({ caseRef, words }: NonNullable<ReviewDueView['said']>): string =>
  short(words.includes(caseRef) ? words : `${caseRef}: ${words}`, 400);

function saidInWords({ schools, said }: ReviewDueView): { readonly summary: string; readonly spoken: string } {
  const overdue = total(schools, 'overdue');
  const soon = total(schools, 'soon');
  const where = schoolNames(
    schools.map((one) => short(one.school, 60)),
    2,
  );
  const parts = [
    overdue > 0 ? `${count(overdue, 'review')} overdue` : '',
    soon > 0 ? `${overdue > 0 ? soon : count(soon, 'review')} due in the next ${soonWithinDays} days` : '',
  ].filter((part) => part !== '');
  const summary = parts.join(', ') || `No reviews are overdue or due in the next ${soonWithinDays} days`;
  const first = schools
    .flatMap(({ due }) => [...due.overdue, ...due.soon])
    .toSorted((a, b) => a.daysLeft - b.daysLeft)[0];
  const next = first ? ` The first is ${first.case.ref}, ${dueWords(first.daysLeft)}.` : '';
  return { summary, spoken: `${said ? `${saidLine(said)} ` : ''}${where}: ${summary}.${next}` };
}

function build(
  view: ReviewDueView,
  lines: readonly Line[],
  shown: number,
  words: { readonly summary: string; readonly spoken: string },
  tools: CardTools,
): Card {
  const visible = lines.slice(0, shown);
  const several = view.schools.length > 1;
  const hidden = lines.length - shown;
  const body: Element[] = [
    heading('Reviews due', 'Large'),
    text(
      `${schoolNames(
        view.schools.map((one) => short(one.school, 80)),
        3,
      )}. ${words.summary}.`,
      {
        isSubtle: true,
        spacing: 'None',
      },
    ),
  ];
  if (view.said) body.push({ type: 'Container', style: 'good', items: [text(saidLine(view.said))] });
  for (const group of groups) {
    const ofGroup = visible.filter((line) => line.group === group);
    for (const school of new Set(ofGroup.map((line) => line.school))) {
      const name = several ? `${groupHeadings[group]} · ${short(school.school, 80)}` : groupHeadings[group];
      body.push({ ...heading(name, 'Medium'), spacing: 'Large' });
      for (const line of ofGroup) if (line.school === school) body.push(line.show(tools));
    }
  }
  if (hidden > 0) body.push(text(`${count(hidden, 'more case')} in the tab.`, { isSubtle: true, spacing: 'Medium' }));
  const open = openUrl('Open the tab', 'Open Part-time timetables, where every case is', tabLink(tools.tab));
  return card({ ...words, body, actions: [open] });
}

import type { Casefile } from './case.ts';
import { sections } from './record/sections.ts';
import { compareDates, shortDate, type PlainDate } from './dates.ts';

export interface CaseEvent {
  /** Which event of the case it is, e.g. “review-3 held”; a case has each once. */
  readonly event: string;
  readonly on: PlainDate;
  readonly words: string;
  readonly by: string;
}

const unsaid = 'not recorded';

/** Every event that the rows of a case prove, oldest first. Those without an entry yet are to be added. */
export function eventsOf(file: Casefile): readonly CaseEvent[] {
  const { case: theCase, agreements, reviews, notices } = file;
  const events: CaseEvent[] = [];
  const add = (event: string, on: PlainDate | null, words: string, by: string | null): void => {
    if (on) events.push({ event, on, words, by: by ?? unsaid });
  };
  add('opened', theCase.openedOn, `Case opened. Planned from ${shortDate(theCase.startsOn)}.`, theCase.openedBy);
  for (const one of agreements) {
    const put = `${one.times}; ${one.hoursInSchool} hours a week, ${shortDate(one.startsOn)} to ${shortDate(one.endsOn)}`;
    add(
      `consent-v${one.version} asked`,
      one.askedOn,
      `Version ${one.version} put to ${one.party}: ${put}.`,
      theCase.lead.name,
    );
    if (one.state === 'asked') continue;
    const evidence = one.evidence ? ` Evidence: ${one.evidence}` : '';
    add(
      `consent-v${one.version} ${one.state} ${one.answeredOn?.toString()}`,
      one.answeredOn,
      `${one.party} ${one.state} version ${one.version}.${evidence}`,
      one.recordedBy,
    );
  }
  const { signedOffVersion: signed, exceptional } = theCase;
  add(
    signed === null ? 'signed-off' : `signed-off-v${signed}`,
    theCase.signedOffOn,
    `${signed === null ? 'Signed' : `Version ${signed} signed`} off by the headteacher.${exceptional ? ` Exceptional because: ${exceptional}` : ''}`,
    theCase.signedOffBy,
  );
  for (const one of reviews) {
    const outcome = one.outcome
      ? ` Outcome: ${one.outcome.toLowerCase()}${one.hoursAfter === null ? '' : `, ${one.hoursAfter} hours a week`}.`
      : '';
    add(`review-${one.number} held`, one.heldOn, `Review ${one.number} held.${outcome}`, one.recordedBy);
  }
  for (const one of notices) {
    const what = one.key.slice(one.key.lastIndexOf('/') + 1);
    add(`${what} sent`, one.sentOn, `The authority was sent the ${one.kind}.`, 'Part-time timetables');
    add(`${what} acknowledged`, one.acknowledgedOn, `The authority acknowledged the ${one.kind}.`, one.acknowledgedBy);
  }
  if (theCase.endedOn)
    add(
      `ended ${theCase.endedOn.toString()}`,
      theCase.endedOn,
      `Case ${theCase.status}: ${theCase.closureReason ?? 'no reason given'}.`,
      theCase.endedBy,
    );
  for (const { content, changedOn, changedBy } of file.sections) {
    add(
      `${content.kind} ${changedOn.toString()}`,
      changedOn,
      `“${sections[content.kind].title}” filled in or changed.`,
      changedBy,
    );
    if (content.kind === 'extensions')
      for (const { number, to, reason, requestedOn } of content.body.extensions)
        add(
          `extension-${number ?? requestedOn?.toString()}`,
          requestedOn,
          `Extended${to ? ` to ${shortDate(to)}` : ''}: ${(reason ?? 'no reason given').replace(/\.$/, '')}.`,
          changedBy,
        );
    if (content.kind === 'ending' && content.body.transfer?.toSchool)
      add('handed over', content.body.transfer.leavesOn, `Moves to ${content.body.transfer.toSchool}.`, changedBy);
    if (content.kind === 'weeks')
      for (const { version, why } of content.body.plan.versions)
        if (why) add(`version-${version} why`, changedOn, `Version ${version}: ${why}`, changedBy);
  }
  return events.toSorted((a, b) => compareDates(a.on, b.on));
}

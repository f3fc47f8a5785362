// A record as the rows and sections in which a school keeps it: the reverse of recordOf, as far as lists can hold it.
import {
  caseReasons,
  closureReasons,
  noticeKinds,
  reviewOutcomes,
  type Agreement,
  type AgreementState,
  type Casefile,
  type Notice,
  type Review,
} from '#domain/case.ts';
import { agreementKey, noticeKey, reviewKey } from '#domain/duties.ts';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { sectionsOfRecord } from '#test/builders/take-apart.ts';
import { aCase, anAgreement, aNotice, aReview } from '#test/builders/casework.ts';
import { aSection } from '#test/builders/sections.ts';
import { today } from '#test/builders/today.ts';

const oneOf = <const T>(words: readonly T[], word: unknown): T | null => words.find((one) => one === word) ?? null;
const states = { asked: 'asked', given: 'signed', refused: 'refused', withdrawn: 'withdrawn' } as const;
const stateOf = (state: keyof typeof states | null): AgreementState => (state === null ? 'asked' : states[state]);

function agreementsOf({ ref, plan, agreements }: CaseRecord): readonly Agreement[] {
  return agreements.flatMap((one) => {
    const put = plan.versions.find(({ version }) => version === one.version);
    if (one.party !== 'parent' || one.to !== 'the plan' || one.livesWithPupil !== true || !put) return [];
    const { version } = put;
    return anAgreement({
      key: agreementKey(ref, version),
      caseRef: ref,
      version,
      party: one.name ?? '',
      state: stateOf(one.state),
      times: '',
      hoursInSchool: put.hoursAgreed ?? 0,
      startsOn: put.startsOn ?? today,
      endsOn: put.endsOn ?? today,
      askedOn: one.askedOn ?? today,
      answeredOn: one.answeredOn,
      evidence: one.evidence,
    });
  });
}

const reviewsOf = ({ ref, reviews }: CaseRecord): readonly Review[] =>
  reviews.flatMap(({ number, dueOn, decision, parentViews, pupilViews, schoolViews, ...rest }) =>
    number === null
      ? []
      : aReview({
          ...rest,
          key: reviewKey(ref, number),
          caseRef: ref,
          number,
          dueOn: dueOn ?? today,
          outcome: oneOf(reviewOutcomes, decision),
          parentWords: parentViews,
          pupilWords: pupilViews,
          schoolWords: schoolViews,
        }),
  );

const noticesOf = ({ ref, notices }: CaseRecord): readonly Notice[] =>
  notices.flatMap(({ to, kind, version, dueOn, sentOn, acknowledgedOn }) => {
    const known = oneOf(noticeKinds, kind);
    if (to !== 'authority' || known === null) return [];
    const told = { dueOn: dueOn ?? today, sentOn, acknowledgedOn };
    return aNotice({ key: noticeKey(ref, known), caseRef: ref, kind: known, version: version ?? 1, ...told });
  });

export function rowsOf(record: CaseRecord): Casefile {
  const { ref, status, lead, decidedOn, pupil, plan, signOff, closure } = record;
  const current = plan.versions.find(({ version }) => version === plan.current) ?? plan.versions.at(-1);
  return {
    case: aCase({
      ref,
      status,
      pupilName: pupil.name ?? '',
      dateOfBirth: pupil.dateOfBirth ?? today,
      yearGroup: pupil.yearGroup ?? '',
      upn: pupil.upn ?? '',
      groups: [],
      parentName: pupil.parents[0]?.name ?? '',
      reasons: caseReasons.filter((reason) => record.reasons.some((one) => one.reason === reason)),
      objectives: record.objectives ?? '',
      version: current?.version ?? 1,
      times: '',
      hoursInSchool: current?.hoursAgreed ?? 0,
      startsOn: current?.startsOn ?? today,
      endsOn: current?.endsOn ?? today,
      lead: { id: 'person-lead', name: lead ?? '' },
      openedOn: decidedOn ?? today,
      signedOffOn: signOff?.on ?? null,
      signedOffBy: signOff?.by ?? null,
      signedOffVersion: signOff?.version ?? null,
      exceptional: signOff?.exceptional ?? null,
      despiteExclusionRisk: signOff?.riskOfExclusion ?? null,
      endedOn: closure?.endedOn ?? null,
      endedBy: closure?.decidedBy ?? null,
      closureReason: oneOf(closureReasons, closure?.reason),
    }),
    agreements: agreementsOf(record),
    reviews: reviewsOf(record),
    notices: noticesOf(record),
    chronology: record.chronology.map(({ number, on, event, words, by }) => ({
      key: `${ref}/${number}`,
      caseRef: ref,
      number,
      on,
      event: event ?? '',
      words: words ?? '',
      by: by ?? '',
      previousHash: '',
      hash: '',
    })),
    sections: sectionsOfRecord(record).map((content) => aSection(ref, content)),
  };
}

// Cases in any state that the lists can hold, for properties.
import fc from 'fast-check';
import {
  agreementStates,
  caseReasons,
  caseStatuses,
  closureReasons,
  noticeStates,
  pupilGroups,
  reviewOutcomes,
  type Case,
  type Casefile,
  type Review,
} from '#domain/case.ts';
import type { PlainDate } from '#domain/dates.ts';
import { roles, type Actor } from '#domain/people.ts';
import { aCase, anAgreement, aNotice, aReview } from './casework.ts';
import { inDays } from './today.ts';

export const anyDay: fc.Arbitrary<PlainDate> = fc.integer({ min: -200, max: 200 }).map(inDays);

const dayOrNone = fc.option(anyDay);
const hours = fc.integer({ min: 0, max: 65 }).map((halves) => halves / 2);
/** Text that stands nowhere else, so that it can be looked for. */
const ownText = fc.uuid();

export const anyActor: fc.Arbitrary<Actor> = fc
  .subarray([...roles])
  .map((some) => ({ id: 'someone', name: 'Someone', roles: some }));

export const anyCase = (ref = aCase().ref): fc.Arbitrary<Case> =>
  fc
    .record({
      status: fc.constantFrom(...caseStatuses),
      pupilName: ownText,
      dateOfBirth: fc.integer({ min: 1800, max: 6000 }).map((days) => inDays(-days)),
      yearGroup: ownText,
      upn: ownText,
      groups: fc.subarray([...pupilGroups]),
      parentName: ownText,
      reasons: fc.subarray([...caseReasons]),
      objectives: ownText,
      times: ownText,
      version: fc.integer({ min: 1, max: 4 }),
      hoursInSchool: hours,
      startsOn: anyDay,
      endsOn: anyDay,
      nextReviewOn: dayOrNone,
      signedOffOn: dayOrNone,
      endedOn: dayOrNone,
      closureReason: fc.option(fc.constantFrom(...closureReasons)),
    })
    .map((changes) => aCase({ ref, ...changes }));

const anyReview = (number: number, held: boolean): fc.Arbitrary<Review> =>
  fc
    .record({
      dueOn: anyDay,
      heldOn: held ? anyDay : fc.constant(null),
      outcome: held ? fc.option(fc.constantFrom(...reviewOutcomes)) : fc.constant(null),
      hoursAfter: held ? fc.option(hours) : fc.constant(null),
      timesAfter: held ? fc.option(ownText) : fc.constant(null),
      versionAfter: held ? fc.option(fc.integer({ min: 1, max: 6 })) : fc.constant(null),
      nextOn: held ? dayOrNone : fc.constant(null),
      parentWords: held ? fc.option(ownText) : fc.constant(null),
      pupilWords: held ? fc.option(ownText) : fc.constant(null),
    })
    .map((changes) => aReview({ number, ...changes }));

const anyReviews: fc.Arbitrary<readonly Review[]> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.boolean())
  .chain(([held, planned]) =>
    fc.tuple(...Array.from({ length: held + (planned ? 1 : 0) }, (_, index) => anyReview(index + 1, index < held))),
  );

/** One case with any agreements, reviews and notices beside it. */
export const anyCasefile: fc.Arbitrary<Casefile> = anyCase().chain((theCase) =>
  fc.record({
    case: fc.constant(theCase),
    agreements: fc
      .tuple(...Array.from({ length: theCase.version }, (_, index) => fc.option(anyAgreement(index + 1))))
      .map((found) => found.filter((one) => one !== null)),
    reviews: anyReviews,
    notices: fc
      .subarray(['notification', 'closure'] as const)
      .chain((kinds) =>
        fc.tuple(...kinds.map((kind) => fc.constantFrom(...noticeStates).map((state) => aNotice({ kind, state })))),
      ),
    chronology: fc.constant([]),
    // What stands in sections is not the matter of these properties; records of any kind are in arbitrary-record.ts.
    sections: fc.constant([]),
  }),
);

const anyAgreement = (version: number) =>
  fc
    .record({ state: fc.constantFrom(...agreementStates), askedOn: anyDay })
    .map((changes) => anAgreement({ version, ...changes }));

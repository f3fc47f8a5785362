// A case's rows and sections as the record that the rules look at.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseStatuses, type Casefile } from '#domain/case.ts';
import { date } from '#domain/dates.ts';
import { assess } from '#domain/assess.ts';
import { parseRecord, recordToJson } from '#domain/record/parse-record.ts';
import { recordOf } from '#domain/record-of.ts';
import { calendarOf } from '#domain/school.ts';
import { stackFor } from '#policies/stack-for.ts';
import { aCase, aCasefile, aHeldReview, anAgreement, aNotice, aReview } from '#test/builders/casework.ts';
import { anyDay } from '#test/builders/arbitrary.ts';
import { aSchool } from '#test/builders/schools.ts';
import { inDays } from '#test/builders/today.ts';
import { anyFilledCasefile } from './support/any-casefile.ts';
import { filledSection } from './support/filled-section.ts';
import { runs } from '#test/support/runs.ts';

const school = aSchool();
const record = (parts: Partial<Casefile> = {}) => recordOf(aCasefile(parts), school);

describe('a case in which no section is begun', () => {
  const bare = record();

  it('has what its rows say', () => {
    expect(bare).toMatchObject({
      schema: 'ptt-case/1',
      ref: 'K7M-2QX',
      status: 'active',
      lead: 'Wren Larkspur',
      decidedOn: inDays(-21),
      objectives: 'To feel safe in class and to stay for lunch.',
      pupil: { name: 'Jimmy Example', yearGroup: 'Year 5', upn: 'P000000000001' },
      reasons: [{ reason: 'Mental health', details: null }],
      plan: { current: 1, versions: [{ version: 1, hoursAgreed: 12.5, startsOn: inDays(-14), endsOn: inDays(25) }] },
      signOff: {
        by: 'Juniper Thistle',
        role: 'headteacher',
        on: inDays(-14),
        version: 1,
        exceptional: 'Jimmy could not come into school for five weeks.',
      },
    });
  });

  it('has nothing where only a section could say it', () => {
    expect([bare.risk, bare.closure, bare.transfer, bare.cambridgeshire, bare.ddatChecklist]).toEqual(
      Array.from({ length: 5 }, () => null),
    );
    expect([bare.targets, bare.voices, bare.meetings, bare.contacts, bare.extensions]).toEqual(
      Array.from({ length: 5 }, () => []),
    );
  });

  it('has the school’s own week and terms, and the policies it follows', () => {
    expect(bare.school).toMatchObject({ name: school.name, authority: 'derbyshire', policies: ['derbyshire', 'ddat'] });
    expect(bare.school.times?.day.monday).toEqual(school.years.day.monday);
    expect(bare.school.times?.terms).toEqual(school.years.terms);
    const unknown = recordOf(aCasefile(), aSchool({ years: { ...school.years, breaks: null } }));
    expect(unknown.school.times?.breaks).toBeNull();
  });

  it('takes empty cells for what nobody has filled in', () => {
    const empty = record({
      case: aCase({ yearGroup: '', upn: '', objectives: ' ', parentName: '', exceptional: ' ' }),
    });
    expect([empty.pupil.yearGroup, empty.pupil.upn, empty.objectives, empty.signOff?.exceptional]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(empty.pupil.parents).toEqual([]);
  });
});

describe('the parent', () => {
  it('is the one of the list until the section names the family', () => {
    expect(record().pupil.parents).toEqual([
      { name: 'Jo Example', relationship: null, livesWithPupil: true, telephone: null },
    ]);
    const parents = [{ name: 'Al Example', relationship: 'Father', livesWithPupil: false }];
    const { pupil } = record({ sections: [filledSection('pupil', { pupil: { parents, sex: 'F' } })] });
    expect(pupil).toMatchObject({ name: 'Jimmy Example', sex: 'F', parents: [{ name: 'Al Example' }] });
    expect(pupil.parents).toHaveLength(1);
  });

  it.each([
    ['asked', 'asked', null],
    ['signed', 'given', 'agreed in writing'],
    ['refused', 'refused', null],
    ['withdrawn', 'withdrawn', 'agreed in writing'],
  ] as const)('whose answer is “%s” has it as “%s”, at the level %s', (state, said, level) => {
    expect(record({ agreements: [anAgreement({ state })] }).agreements).toMatchObject([
      { party: 'parent', to: 'the plan', version: 1, name: 'Jo Example', livesWithPupil: true, state: said, level },
    ]);
  });

  it('comes before the others who were asked', () => {
    const others = filledSection('agreements', { agreements: [{ party: 'pupil', state: 'given' }] });
    expect(record({ sections: [others] }).agreements.map(({ party }) => party)).toEqual(['parent', 'pupil']);
  });
});

describe('the groups to which a pupil belongs', () => {
  const ticked = aCase({
    groups: [
      'EHC plan',
      'SEN support',
      'Looked after',
      'Child protection plan',
      'Child in need',
      'Early help',
      'Medical need',
      'Free school meals',
      'Interpreter needed',
    ],
  });

  it('hold where the list has ticked them, also before anybody has filled in the section', () => {
    expect(record({ case: ticked }).groups).toMatchObject({
      sen: 'EHC plan',
      lookedAfter: true,
      childProtection: true,
      childInNeed: true,
      earlyHelp: 'open',
      medical: 'physical',
      freeSchoolMeals: true,
      interpreter: { needed: true },
    });
  });

  it('are not denied by a tick that is missing', () => {
    const { sen, lookedAfter, earlyHelp, medical, interpreter } = record({ case: aCase({ groups: [] }) }).groups;
    expect([sen, lookedAfter, earlyHelp, medical, interpreter.needed]).toEqual([null, null, null, null, null]);
  });

  it('are as the section says where it says something', () => {
    const filled = filledSection('groups', { groups: { sen: 'none', lookedAfter: false, medical: 'mental' } });
    const { groups } = record({ case: ticked, sections: [filled] });
    expect([groups.sen, groups.lookedAfter, groups.medical, groups.childInNeed]).toEqual([
      'none',
      false,
      'mental',
      true,
    ]);
  });
});

describe('the reasons', () => {
  it('are those that the section explains, and those that only the list names', () => {
    const explained = filledSection('purpose', {
      decidedOn: '2026-10-30',
      reasons: [{ reason: 'Reintegration', details: 'Back from illness.' }],
    });
    const both = record({ case: aCase({ reasons: ['Reintegration', 'Mental health'] }), sections: [explained] });
    expect(both.reasons.map(({ reason, details }) => [reason, details])).toEqual([
      ['Reintegration', 'Back from illness.'],
      ['Mental health', null],
    ]);
    expect(both.decidedOn).toEqual(date('2026-10-30'));
  });
});

describe('reviews, notices and the end', () => {
  it('have their details from the section of the same number', () => {
    const details = filledSection('reviews', {
      reviews: [
        { number: 2, outcomes: 'Nothing yet' },
        { number: 1, outcomes: 'Stayed for lunch twice.', attendees: [{ party: 'pupil' }] },
      ],
    });
    expect(record({ reviews: [aHeldReview()], sections: [details] }).reviews).toMatchObject([
      {
        number: 1,
        outcomes: 'Stayed for lunch twice.',
        attendees: [{ party: 'pupil' }],
        pupilViews: 'I like the mornings.',
        decision: 'Same hours',
      },
    ]);
    expect(record({ reviews: [aHeldReview({ parentWords: ' ' })] }).reviews[0]?.parentViews).toBeNull();
  });

  it('name the school’s own authority, before the notices to others', () => {
    const others = filledSection('told', { notices: [{ to: 'trust', kind: 'notification' }] });
    expect(record({ sections: [others] }).notices).toMatchObject([
      { to: 'authority', authority: 'derbyshire', kind: 'notification', version: 1, sentOn: inDays(-21) },
      { to: 'trust', kind: 'notification' },
    ]);
  });

  it.each(caseStatuses)('say of a case that is %s that it ended only where it has', (status) => {
    const { closure } = record({ case: aCase({ status, endedOn: inDays(-2), endedBy: 'Wren Larkspur' }) });
    const ended = status === 'closed' || status === 'declined' || status === 'withdrawn';
    expect(closure?.endedOn).toEqual(ended ? inDays(-2) : undefined);
  });

  it('say from which day a pupil who came back is full time, also where the section gives other details', () => {
    const back = aCase({ status: 'closed', endedOn: inDays(-2), closureReason: 'Returned full-time' });
    const ending = (fullTimeFrom: string | null) => [
      filledSection('ending', { closure: { details: 'He is well.', finalHours: 32.5, fullTimeFrom } }),
    ];
    expect(record({ case: back }).closure?.fullTimeFrom).toEqual(inDays(-2));
    expect(record({ case: back, sections: ending(null) }).closure).toMatchObject({
      fullTimeFrom: inDays(-2),
      details: 'He is well.',
      reason: 'Returned full-time',
    });
    expect(record({ case: back, sections: ending('2026-11-30') }).closure?.fullTimeFrom).toEqual(date('2026-11-30'));
    const moved = aCase({ status: 'closed', endedOn: inDays(-2), closureReason: 'Moved school' });
    expect(record({ case: moved, sections: ending(null) }).closure?.fullTimeFrom).toBeNull();
  });

  it('leave out a sign-off that was not given', () => {
    expect(record({ case: aCase({ signedOffOn: null }) }).signOff).toBeNull();
  });
});

describe('the record of any case', () => {
  const { stack } = stackFor(school.policies);

  it('is a document that can be sent and read again', () => {
    fc.assert(
      fc.property(anyFilledCasefile, (file) => {
        const sent = JSON.stringify(recordToJson(recordOf(file, school)));
        const read = parseRecord(JSON.parse(sent));
        expect(read.ok && JSON.stringify(recordToJson(read.value))).toBe(sent);
      }),
      { numRuns: runs(40) },
    );
  });

  it('is assessed without throwing, in whole sentences, each with who acts and the line that says so', () => {
    fc.assert(
      fc.property(anyFilledCasefile, anyDay, (file, day) => {
        for (const one of assess(recordOf(file, school), stack, { today: day, calendar: calendarOf(school) })) {
          expect(one.words).toMatch(/[.?]$/);
          expect(`${one.who}${one.source}`).toMatch(/\S/);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('leaves the rows and sections as they were', () => {
    const file = aCasefile({ reviews: [aHeldReview(), aReview({ number: 2 })], notices: [aNotice()] });
    const before = JSON.stringify(file);
    recordOf(file, school);
    expect(JSON.stringify(file)).toBe(before);
    expect(recordOf(file, school)).toEqual(recordOf(file, school));
  });
});

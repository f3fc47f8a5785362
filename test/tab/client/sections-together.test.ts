import { describe, expect, it } from 'vitest';
import { sectionSchema } from '#domain/record/section-content.ts';
import { groupsOf, nextPart } from '#tab/client/case/finding-groups.ts';
import { formOf } from '#tab/client/case/sections/fields-of.ts';
import { differences, follow, namesTo } from '#tab/client/case/sections/follow.ts';
import { draftOf, openSection } from '#tab/client/case/sections/open-section.ts';
import { aFinding, aSectionPage } from './fake/builders.ts';

const risk = formOf(sectionSchema('risk'));
const base = { risk: { completedBy: 'Sam', hazards: [{ hazard: 'Road' }, { hazard: 'Water' }] } };
const withRisk = (changes: object) => ({ risk: { ...base.risk, ...changes } });

describe('what two people typed into one part', () => {
  it('stands beside each other where each changed something else', () => {
    const mine = withRisk({ hazards: [{ hazard: 'Road', owner: 'Jo' }, { hazard: 'Water' }] });
    const theirs = withRisk({ completedOn: '2026-11-02', hazards: [{ hazard: 'Road' }, { hazard: 'Pond' }] });
    expect(follow(risk, base, mine, theirs)).toEqual({
      risk: expect.objectContaining({
        completedBy: 'Sam',
        completedOn: '2026-11-02',
        hazards: [expect.objectContaining({ hazard: 'Road', owner: 'Jo' }), { hazard: 'Pond' }],
      }),
    });
  });

  it('is mine where both changed the same, and where the number of entries differs', () => {
    expect(follow(risk, base, withRisk({ completedBy: 'Jo' }), withRisk({ completedBy: 'Pat' }))).toMatchObject({
      risk: { completedBy: 'Jo' },
    });
    const more = [...base.risk.hazards, { hazard: 'Fire' }];
    expect(follow(risk, base, withRisk({ hazards: more }), withRisk({ hazards: [{ hazard: 'Pond' }] }))).toMatchObject({
      risk: { hazards: more },
    });
  });

  it('is theirs where I changed nothing but blanks', () => {
    const theirs = withRisk({ hazards: [] });
    expect(follow(risk, base, withRisk({ completedOn: '', advice: [] }), theirs)).toBe(theirs);
  });

  it('is told in plain sentences with its place', () => {
    const after = withRisk({
      completedOn: '2026-11-02',
      factors: { youngCarer: 'present' },
      hazards: [{ hazard: 'Road', safeguarding: true }],
    });
    expect(differences(risk, base, after)).toEqual([
      'Risk assessment, Completed on: none is now Mon 2 Nov 2026',
      'Risk assessment, Hazards: 2 entries before, 1 now',
      'Risk assessment, Hazards 1, It is a safeguarding concern: none is now Yes',
      'Risk assessment, Risk factors, The child is a young carer: none is now Present',
    ]);
    expect(differences(risk, { risk: null }, { risk: { completedBy: 'Sam' } })[0]).toBe(
      'Risk assessment: is filled in now',
    );
    expect(differences(risk, base, withRisk({ completedOn: '' }))).toEqual([]);
  });

  it('has its place in the words of the form', () => {
    expect(namesTo(risk, 'risk.hazards.1.owner')).toEqual([
      'Risk assessment',
      'Hazards 2',
      'Who is responsible for mitigating it',
    ]);
  });
});

describe('a part that is opened', () => {
  const page = aSectionPage('risk', { body: base, etag: '"3"' });
  const open = (...draft: Parameters<typeof draftOf> | []) =>
    openSection(risk, page, draft.length === 0 ? null : draftOf(...draft), () => 'press-2');

  it('shows what it holds', () => {
    expect(open()).toEqual({ pressId: 'press-2', body: base, restored: false, changes: [] });
  });

  it('brings back what was typed, with its press', () => {
    const typed = withRisk({ travel: 'Jo walks along.' });
    expect(open('press-1', typed, base)).toMatchObject({
      pressId: 'press-1',
      body: typed,
      restored: true,
      changes: [],
    });
  });

  it('brings it back beside what others saved since, and says what that is', () => {
    const earlier = { risk: { ...base.risk, completedBy: 'Pat' } };
    const typed = { risk: { ...earlier.risk, travel: 'Jo walks along.' } };
    expect(open('press-1', typed, earlier)).toMatchObject({
      body: withRisk({ travel: 'Jo walks along.' }),
      restored: true,
      changes: ['Risk assessment, Completed by: Pat is now Sam'],
    });
  });

  it('opens anew where what was kept is the same as what it holds, or cannot be read', () => {
    expect(open('press-1', base, base)).toMatchObject({ pressId: 'press-2', restored: false });
    const broken = { pressId: 'press-1', values: { body: '{', base: '{}' } };
    expect(openSection(risk, page, broken, () => 'press-2')).toMatchObject({ pressId: 'press-2', restored: false });
  });
});

describe('what is missing in a case', () => {
  const stop = aFinding({ severity: 'stop', section: 'risk' });
  const today = aFinding({ severity: 'act today', section: 'weeks' });
  const week = aFinding({ severity: 'act this week', section: 'voices' });
  const note = aFinding({ severity: 'note', section: null });
  const policy = aFinding({ severity: 'stop', aboutPolicies: true, section: 'told' });
  const words = (findings: Parameters<typeof groupsOf>[0]) =>
    groupsOf(findings).map((group) => [group.words, group.findings.length, group.open]);

  it('is grouped by gravity, with notes and what concerns the policies last', () => {
    expect(words([policy, note, week, today, today, stop])).toEqual([
      ['Stop', 1, true],
      ['Act today', 2, false],
      ['Act this week', 1, false],
      ['Notes', 1, false],
      ['About the policies themselves', 1, false],
    ]);
  });

  it('stands open where it is gravest, and nothing else does', () => {
    expect(words([week, note])).toEqual([
      ['Act this week', 1, true],
      ['Notes', 1, false],
    ]);
    expect(words([policy, note])).toEqual([
      ['Notes', 1, false],
      ['About the policies themselves', 1, false],
    ]);
  });

  it('leads to the part that answers most of what is gravest', () => {
    const other = aFinding({ severity: 'stop', section: 'weeks' });
    expect(nextPart([today, stop, other, other])).toEqual({ section: 'weeks', stops: 2 });
    expect(nextPart([week, today])).toEqual({ section: 'weeks', stops: 0 });
    expect(nextPart([note, policy, aFinding({ severity: 'stop', section: null })])).toBeNull();
  });
});

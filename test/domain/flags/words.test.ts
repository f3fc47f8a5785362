import { describe, expect, it } from 'vitest';
import { quoted } from '#domain/flags/say.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy, weighed } from './flag-bench.ts';

const details = (text: string): RecordChanges => ({ reasons: [{ reason: 'Other', details: text }] });
const voice = (party: 'parent' | 'pupil' | 'school', words: string): RecordChanges => ({ voices: [{ party, words }] });
const target = (words: string): RecordChanges => ({ targets: [{ words }] });

describe('F13: words of behaviour, sanctions and staffing are quoted and asked about (WTISA, DDAT:49, WAR:34)', () => {
  it.each([
    'To manage his behaviour in class',
    'to help staff manage Robin’s challenging behaviours',
    'Behaviour management',
    'anti-social and negative behaviour',
    'a disruptive behavior',
    'He keeps disrupting lessons',
    'as a sanction for last week',
    'instead of punishment',
    'a cooling-off week',
    'time to cool off at home',
    'because of a staff shortage',
    'we are short of staff',
    'no teaching assistant is available',
    'to give the class a break',
    'respite for staff',
    'so that we can prepare for her admission',
    'until a place is found elsewhere',
  ])('“%s”', (text) => {
    const [found] = saidBy('F13', details(text));
    expect(found).toContain('reasons.0.details: The reason given speaks of behaviour, sanctions or staffing: “');
    expect(found).toContain('Is the timetable there to manage behaviour?');
  });

  it.each([
    'Robin could not come into school for five weeks.',
    'to feel safe in class again',
    'He manages his feelings better in the mornings',
    'staff know him well',
  ])('nothing is asked of “%s”', (text) => {
    expect(saidBy('F13', details(text))).toEqual([]);
  });

  it('looks wherever the school says why, and leaves alone what a parent or the pupil says', () => {
    const words = 'It is for behaviour management.';
    const said = (changes: RecordChanges) => saidBy('F13', changes).map((one) => one.split(':')[0]);
    expect(said({ objectives: words })).toEqual(['objectives']);
    expect(said(voice('school', words))).toEqual(['voices.0.words']);
    expect(said(voice('parent', words))).toEqual([]);
    expect(said(voice('pupil', words))).toEqual([]);
    expect(said({ extensions: [{ reason: words }] })).toEqual(['extensions.0.reason']);
    expect(said({ signOff: { exceptional: words } })).toEqual(['signOff.exceptional']);
    expect(said({ plan: { versions: [{ version: 1, why: words }] } })).toEqual(['plan.versions.0.why']);
    expect(said({ signOff: null, ...details('') })).toEqual([]);
  });

  it('is for the headteacher, today, and is asked while the case is considered but not once it has ended', () => {
    expect(weighed('F13', details('as a sanction'))).toEqual([
      {
        severity: 'act today',
        who: 'headteacher',
        source: 'WTISA: not to manage behaviour; DDAT:49, WAR:34',
        todo: 'Say in the record what need the timetable meets. If it is there to manage behaviour, or for the school’s convenience, it must not go ahead.',
      },
    ]);
    expect(saidBy('F13', { status: 'considering', ...details('as a sanction') })).toHaveLength(1);
    expect(saidBy('F13', { status: 'closed', ...details('as a sanction') })).toEqual([]);
  });
});

describe('F17: words of pressure or disagreement are quoted and asked about (WAR:71, CAM:267)', () => {
  it.each([
    'He will otherwise be excluded.',
    'We sign or he gets permanently excluded',
    'They threatened to exclude him',
    'They said it is the only option',
    'We had no choice',
    'I had to sign',
    'They made us agree',
    'I felt pressured',
    'We were forced into it',
    'The head insisted',
    'I do not agree with this',
    'I don’t really want this',
    'We disagree',
    'I am not happy with the plan',
    'unhappy about the hours',
    'against my wishes',
    'They told me he must stay at home',
  ])('“%s”', (text) => {
    const [found] = saidBy('F17', voice('parent', text));
    expect(found).toContain('voices.0.words: These words may point to pressure or disagreement: “');
    expect(found).toContain('Does the parent agree freely?');
  });

  it.each(['We want a calm way back.', 'I agree with the plan', 'We support it'])(
    'nothing is asked of “%s”',
    (text) => {
      expect(saidBy('F17', voice('parent', text))).toEqual([]);
    },
  );

  it('looks at what is noted beside an agreement, at reviews and at the reasons', () => {
    const words = 'We had no choice.';
    const said = (changes: RecordChanges) => saidBy('F17', changes).map((one) => one.split(':')[0]);
    expect(said({ agreements: [{ party: 'parent', notes: words }] })).toEqual(['agreements.0.notes']);
    expect(said({ reviews: [{ parentViews: words }] })).toEqual(['reviews.0.parentViews']);
    expect(said(details(words))).toEqual(['reasons.0.details']);
    expect(said({ status: 'considering', ...details(words) })).toEqual(['reasons.0.details']);
    expect(said({ status: 'withdrawn', ...details(words) })).toEqual([]);
    expect(weighed('F17', details(words))).toEqual([
      {
        severity: 'act today',
        who: 'headteacher',
        source: 'WAR:71, CAM:267',
        todo: 'Speak with the parent. They may say no, now or later; then the pupil attends full time.',
      },
    ]);
  });
});

describe('F56: targets that only perfect behaviour meets (WAR:68)', () => {
  it.each([
    'Robin must not leave his seat',
    'Robin will never shout',
    'Follows instructions at all times',
    'A week with no incidents',
    'No poor behaviour',
    'Without a single reminder',
    'every single day',
    'Perfect attendance',
    'On task 100% of the lesson',
    'Is fully compliant',
  ])('“%s”', (text) => {
    expect(saidBy('F56', target(text))[0]).toContain('targets.0.words: A target seems to ask for perfection: “');
  });

  it.each(['Chooses one task each morning', 'A group of no more than 8 pupils', 'Stays for 10 minutes'])(
    'nothing is asked of “%s”',
    (text) => {
      expect(saidBy('F56', target(text))).toEqual([]);
    },
  );

  it('looks at the outcome and the targets of the weeks too, as a note', () => {
    expect(saidBy('F56', { outcome: 'Robin is never late at all times' })[0]).toMatch(/^outcome: /);
    const weeks = [{ commencing: '2026-11-02', target: { words: 'Robin must not run' } }, { commencing: '2026-11-09' }];
    const plan = { versions: [{ version: 1, startsOn: '2026-11-02', weeks }] };
    expect(saidBy('F56', { plan })[0]).toMatch(/^plan\.versions\.0\.weeks\.0\.target\.words: /);
    expect(weighed('F56', target('must not run'))).toEqual([
      {
        severity: 'note',
        who: 'case lead',
        source: 'WAR:68',
        todo: 'Put the target so that steps towards it count. More time in school must not hang on perfect behaviour.',
      },
    ]);
    expect(saidBy('F56', { status: 'considering', ...target('must not run') })).toEqual([]);
  });

  it('asks which is meant by 13.00pm', () => {
    expect(saidBy('clock', target('Robin stays until 13.00pm.'))).toEqual([
      'targets.0.words: A time is on the 24-hour clock and says pm as well: “Robin stays until 13.00pm.”. Which is meant?',
    ]);
    expect(saidBy('clock', target('Robin stays until 12.30pm, or 1:15 pm.'))).toEqual([]);
    expect(weighed('clock', target('until 23:59 p.m.'))).toMatchObject([{ severity: 'note', source: 'CAM:205' }]);
  });
});

describe('F22: the pupil speaks, and is not spoken about (DBY:23)', () => {
  const about = 'speak about the pupil, not in the pupil’s own words';

  it.each(['I like lunch with Sam.', 'Maths is boring', '“My friends”', 'He helps me', 'Lunch!', ''])(
    'takes “%s” for the pupil’s own words',
    (text) => {
      expect(saidBy('F22', voice('pupil', text))).toEqual([]);
    },
  );

  it.each(['Robin enjoys his jobs.', 'He likes sitting at his desk', 'The child is happier', 'they seem settled'])(
    'asks for the pupil’s own words instead of “%s”',
    (text) => {
      expect(saidBy('F22', voice('pupil', text))).toEqual([`voices.0.words: The pupil’s views ${about}: “${text}”.`]);
    },
  );

  it.each(['See pupil voice passport', 'N/A', 'as above', 'refer to the file', 'None'])(
    'does not take “%s” for an answer',
    (text) => {
      expect(saidBy('F22', voice('pupil', text))).toEqual([
        `voices.0.words: The pupil’s views point to another document instead of saying what the pupil said: “${text}”.`,
      ]);
    },
  );

  it('looks at every review, and leaves what the parent says of the pupil alone', () => {
    expect(saidBy('F22', { reviews: [{ pupilViews: 'I am fine' }, { pupilViews: 'She is fine' }] })).toEqual([
      `reviews.1.pupilViews: The pupil’s views ${about}: “She is fine”.`,
    ]);
    expect(saidBy('F22', voice('parent', 'He is tired.'))).toEqual([]);
    expect(saidBy('F22', { status: 'considering', ...voice('pupil', 'He is tired.') })).toHaveLength(1);
    expect(saidBy('F22', { status: 'closed', ...voice('pupil', 'He is tired.') })).toEqual([]);
    expect(weighed('F22', voice('pupil', 'He is tired.'))).toEqual([
      {
        severity: 'note',
        who: 'case lead',
        source: 'DBY:23, WTISA: reviews include the pupil',
        todo: 'Ask the pupil, write down their own words, and say how they were gathered.',
      },
    ]);
  });

  it('knows a pupil by first name only, and one without a name not at all', () => {
    expect(saidBy('F22', { pupil: { name: null }, ...voice('pupil', 'Robin enjoys jobs') })).toEqual([]);
    expect(saidBy('F22', { pupil: { name: 'X Sample' }, ...voice('pupil', 'Next week six boxes') })).toEqual([]);
  });
});

describe('a quotation', () => {
  it('is the whole of a short text, without its line breaks', () => {
    expect(quoted('  As it\n stands ', 0, 0)).toBe('“As it stands”');
  });

  it('is cut at whole words around what it is about', () => {
    const text = `${'before '.repeat(20)}to manage his behaviour ${'after '.repeat(20)}`.trim();
    const from = text.indexOf('manage');
    expect(quoted(text, from, 'manage his behaviour'.length)).toBe(
      '“… before before before to manage his behaviour after after after after after …”',
    );
    expect(quoted(text, 0, 6)).toMatch(/^“before .* …”$/);
    expect(quoted(text, text.length - 5, 5)).toMatch(/^“… .* after”$/);
  });
});

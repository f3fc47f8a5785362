// F13, F17, F22, F56: words that ask for a second look. They are quoted and asked about, never judged.
import type { RecordFinding, RecordPath } from '../finding.ts';
import { isWritten, type Facts, type Flag } from './facts.ts';
import { quoted } from './say.ts';
import {
  anyOf,
  behaviourWords,
  elsewhereWords,
  firstPerson,
  perfectionWords,
  pressureWords,
  thirdPerson,
} from './word-lists.ts';

const behaviour = anyOf(behaviourWords);
const pressure = anyOf(pressureWords);
const perfection = anyOf(perfectionWords);
const ownVoice = anyOf(firstPerson);
const aboutThem = anyOf(thirdPerson);
const pointsAway = new RegExp(`^\\s*(?:${elsewhereWords.join('|')})(?!\\w)`, 'i');
const afternoonTwice = /\b(?:1[3-9]|2[0-3])[.:]\d\d ?p\.?m/i;

interface Said {
  readonly text: string | null;
  readonly at: RecordPath;
}

type Question = Pick<RecordFinding, 'rule' | 'severity' | 'todo' | 'who' | 'source'> & {
  readonly ask: (quote: string) => string;
};

function ask(texts: readonly Said[], list: RegExp, { ask: words, ...rest }: Question, found: RecordFinding[]): void {
  for (const { text, at } of texts) {
    const match = text === null ? null : list.exec(text);
    if (match && text !== null) found.push({ ...rest, at, words: words(quoted(text, match.index, match[0].length)) });
  }
}

/** Where the school and its professionals say why: not what a parent or the pupil says of life at home. */
function rationale({ record, version, at }: Facts): readonly Said[] {
  const texts: Said[] = [{ text: record.objectives, at: ['objectives'] }];
  for (const [index, one] of record.reasons.entries())
    texts.push({ text: one.details, at: ['reasons', index, 'details'] });
  for (const [index, one] of record.voices.entries())
    if (one.party !== 'parent' && one.party !== 'pupil')
      texts.push({ text: one.words, at: ['voices', index, 'words'] });
  for (const [index, one] of record.extensions.entries())
    texts.push({ text: one.reason, at: ['extensions', index, 'reason'] });
  if (version) texts.push({ text: version.why, at: [...at, 'why'] });
  if (record.signOff) texts.push({ text: record.signOff.exceptional, at: ['signOff', 'exceptional'] });
  return texts;
}

/** F13 */
export const behaviourAsReason: Flag = (facts, found) => {
  if (!facts.planned && facts.record.status !== 'considering') return;
  const question: Question = {
    rule: 'F13',
    severity: 'act today',
    todo: 'Say in the record what need the timetable meets. If it is there to manage behaviour, or for the school’s convenience, it must not go ahead.',
    who: 'headteacher',
    source: 'WTISA: not to manage behaviour; DDAT:49, WAR:34',
    ask: (quote) =>
      `The reason given speaks of behaviour, sanctions or staffing: ${quote}. Is the timetable there to manage behaviour?`,
  };
  ask(rationale(facts), behaviour, question, found);
};

/** F17 */
export const pressureOnParents: Flag = (facts, found) => {
  const { record } = facts;
  if (!facts.planned && record.status !== 'considering') return;
  const texts: Said[] = [];
  for (const [index, one] of record.voices.entries()) texts.push({ text: one.words, at: ['voices', index, 'words'] });
  for (const [index, one] of record.agreements.entries())
    texts.push({ text: one.notes, at: ['agreements', index, 'notes'] });
  for (const [index, one] of record.reviews.entries())
    texts.push({ text: one.parentViews, at: ['reviews', index, 'parentViews'] });
  for (const [index, one] of record.reasons.entries())
    texts.push({ text: one.details, at: ['reasons', index, 'details'] });
  const question: Question = {
    rule: 'F17',
    severity: 'act today',
    todo: 'Speak with the parent. They may say no, now or later; then the pupil attends full time.',
    who: 'headteacher',
    source: 'WAR:71, CAM:267',
    ask: (quote) => `These words may point to pressure or disagreement: ${quote}. Does the parent agree freely?`,
  };
  ask(texts, pressure, question, found);
};

/** F56 */
export const perfectTargets: Flag = (facts, found) => {
  const { record } = facts;
  if (!facts.planned) return;
  const texts: Said[] = [{ text: record.outcome, at: ['outcome'] }];
  for (const [index, one] of record.targets.entries()) texts.push({ text: one.words, at: ['targets', index, 'words'] });
  for (const { week, at } of facts.weeks)
    texts.push({ text: week.target?.words ?? null, at: [...at, 'target', 'words'] });
  const question: Question = {
    rule: 'F56',
    severity: 'note',
    todo: 'Put the target so that steps towards it count. More time in school must not hang on perfect behaviour.',
    who: 'case lead',
    source: 'WAR:68',
    ask: (quote) => `A target seems to ask for perfection: ${quote}. Can the pupil meet it in part?`,
  };
  ask(texts, perfection, question, found);
  const clock: Question = {
    rule: 'clock',
    severity: 'note',
    todo: 'Write it as 13:00 or 1.00pm.',
    who: 'case lead',
    source: 'CAM:205',
    ask: (quote) => `A time is on the 24-hour clock and says pm as well: ${quote}. Which is meant?`,
  };
  ask(texts, afternoonTwice, clock, found);
};

/** Whether a text speaks of the pupil instead of letting them speak. */
function notTheirWords(text: string, name: string | null): string | null {
  if (pointsAway.test(text)) return 'point to another document instead of saying what the pupil said';
  if (ownVoice.test(text)) return null;
  const first = name?.trim().split(/\s+/)[0] ?? '';
  const named = first.length > 1 && text.toLowerCase().includes(first.toLowerCase());
  return named || aboutThem.test(text) ? 'speak about the pupil, not in the pupil’s own words' : null;
}

/** F22 */
export const pupilSpokenAbout: Flag = ({ record, planned }, found) => {
  if (!planned && record.status !== 'considering') return;
  const texts: Said[] = [];
  for (const [index, one] of record.voices.entries())
    if (one.party === 'pupil') texts.push({ text: one.words, at: ['voices', index, 'words'] });
  for (const [index, one] of record.reviews.entries())
    texts.push({ text: one.pupilViews, at: ['reviews', index, 'pupilViews'] });
  for (const { text, at } of texts) {
    if (!isWritten(text)) continue;
    const problem = notTheirWords(text, record.pupil.name);
    if (problem === null) continue;
    found.push({
      rule: 'F22',
      severity: 'note',
      at,
      words: `The pupil’s views ${problem}: ${quoted(text, 0, 0)}.`,
      todo: 'Ask the pupil, write down their own words, and say how they were gathered.',
      who: 'case lead',
      source: 'DBY:23, WTISA: reviews include the pupil',
    });
  }
};

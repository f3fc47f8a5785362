// What is wrong with the data themselves: who the pupil is, names that are none, versions that clash.
import { isTemporaryUpn, upnProblem } from '../record/upn.ts';
import { yearGroupProblem, yearNumber } from '../record/year-group.ts';
import { dateOf, dayNumber } from '../timetable/day-number.ts';
import { isWritten, type Flag } from './facts.ts';
import { quoted } from './say.ts';

/** The number under which the authority and the next school know the pupil. */
export const pupilNumber: Flag = ({ record, planned }, found) => {
  if (!planned) return;
  const rest = {
    rule: 'UPN',
    severity: 'act this week',
    at: ['pupil', 'upn'],
    who: 'data manager',
    source: 'CAM:169',
  } as const;
  const { upn } = record.pupil;
  if (!isWritten(upn)) {
    const words = 'The pupil has no unique pupil number in this record.';
    found.push({ ...rest, words, todo: 'Copy it from the school’s pupil data.' });
    return;
  }
  const problem = upnProblem(upn);
  if (problem !== null) found.push({ ...rest, words: problem, todo: 'Compare it with the school’s pupil data.' });
  else if (isTemporaryUpn(upn)) {
    const words = `The unique pupil number “${upn.trim()}” is a temporary one.`;
    found.push({ ...rest, severity: 'note', words, todo: 'Replace it once the permanent one is known.' });
  }
};

/** Who the pupil is: without a date of birth neither the register code nor the year can be checked. */
export const pupilDetails: Flag = ({ record, planned, start, on }, found) => {
  if (!planned) return;
  const { name, dateOfBirth, yearGroup } = record.pupil;
  const rest = { rule: 'pupil', severity: 'act this week', who: 'data manager', source: 'CAM:165' } as const;
  if (!isWritten(name)) {
    found.push({
      ...rest,
      at: ['pupil', 'name'],
      words: 'The pupil’s name is missing.',
      todo: 'Write the pupil’s name.',
    });
  } else if (/[\d@<>{}]/.test(name)) {
    const words = `The pupil’s name, “${name.trim()}”, holds characters that no name has.`;
    found.push({ ...rest, severity: 'note', at: ['pupil', 'name'], words, todo: 'Correct the name.' });
  }
  if (!isWritten(yearGroup)) {
    found.push({
      ...rest,
      at: ['pupil', 'yearGroup'],
      words: 'The year group is missing.',
      todo: 'Write the year group.',
    });
  } else if (yearNumber(yearGroup) === null) {
    const words = `“${yearGroup.trim()}” is not a year group: R, or 1 to 11.`;
    found.push({
      ...rest,
      at: ['pupil', 'yearGroup'],
      words,
      todo: 'Write R for Reception, or the number of the year.',
    });
  }
  if (!dateOfBirth) {
    const words =
      'The date of birth is missing: the register code depends on it (C2, or X below compulsory school age).';
    found.push({ ...rest, at: ['pupil', 'dateOfBirth'], words, todo: 'Copy it from the school’s pupil data.' });
    return;
  }
  const day = start === null ? on : dateOf(start);
  if (start === null || !isWritten(yearGroup)) return;
  const problem = yearGroupProblem(dateOfBirth, yearGroup, day);
  if (!problem) return;
  found.push({
    ...rest,
    severity: problem.kind === 'impossible' ? 'act this week' : 'note',
    at: ['pupil', 'yearGroup'],
    words: problem.words,
    todo: 'Correct the date of birth or the year group; say so where the pupil is taught with another year.',
  });
};

/** A position where a name should be: nobody can be asked. “Lee Officer” is a name, “Link officer” is none. */
const position =
  /^(?!\s*(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Rev)\b).*\b(?:practitioner|officer|worker|coordinator|representative|lead)\s*$/;

export const namesOfPeople: Flag = ({ record, planned }, found) => {
  if (!planned) return;
  for (const [index, one] of record.agreements.entries()) {
    if (one.state !== 'given') continue;
    const given = isWritten(one.name) ? one.name.trim() : null;
    if (given !== null && !position.test(given)) continue;
    found.push({
      rule: 'name',
      severity: 'act this week',
      at: ['agreements', index, 'name'],
      words:
        given !== null
          ? `“${given}” is a position, not the name of who agreed.`
          : `The ${one.party ?? 'person'} who agreed is not named.`,
      todo: 'Write the person’s name, and their position beside it.',
      who: 'case lead',
      source: 'CAM:473',
    });
  }
};

/** A pupil who is looked after has an authority that looks after them; an assessment for an EHC plan has somebody to tell. */
export const groupDetails: Flag = ({ record, planned }, found) => {
  if (!planned) return;
  const { groups } = record;
  if (groups.lookedAfter === true && !isWritten(groups.careAuthority)) {
    found.push({
      rule: 'groups',
      severity: 'act this week',
      at: ['groups', 'careAuthority'],
      words:
        'The pupil is looked after, and the authority that looks after them is not named: its Virtual School has to be asked.',
      todo: 'Write which authority looks after the pupil.',
      who: 'SENCO',
      source: 'CAM:166, WAR:145',
    });
  }
  const told = groups.professionals.some((one) => one.party === 'case work officer' && isWritten(one.name));
  if (groups.sen === 'EHC needs assessment' && !told) {
    found.push({
      rule: 'groups',
      severity: 'act this week',
      at: ['groups', 'sen'],
      words: `An EHC needs assessment is in progress${isWritten(groups.senWords) ? ` (${quoted(groups.senWords, 0, 0)})` : ''}, and nobody is named whom the authority’s assessment team has for it.`,
      todo: 'Tell the assessment team of the plan, and write down who it was; if an EHC plan is made meanwhile, its rules apply.',
      who: 'SENCO',
      source: 'CAM:52, CAM:96',
    });
  }
};

/** The version that counts must be the only one of its number, and one that exists. */
export const planVersions: Flag = ({ record, planned }, found) => {
  if (!planned) return;
  const { current, versions } = record.plan;
  const rest = { rule: 'versions', severity: 'act today', who: 'case lead', source: 'reg 11(6)(c)' } as const;
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (const { version } of versions) (seen.has(version) ? twice : seen).add(version);
  for (const version of [...twice].toSorted((a, b) => a - b)) {
    const words = `Two versions of the plan have the number ${version}: it cannot be said which times were agreed.`;
    found.push({ ...rest, at: ['plan', 'versions'], words, todo: 'Give each version a number of its own.' });
  }
  if (current !== null && !seen.has(current)) {
    const words = `Version ${current} is named as the current one, and there is no such version.`;
    found.push({ ...rest, at: ['plan', 'current'], words, todo: 'Name the version that holds now.' });
  }
};

/** Agreements and reviews that speak of a time before the pupil was born, or a plan that does. */
export const beforeBirth: Flag = ({ record, planned, start, at }, found) => {
  const born = record.pupil.dateOfBirth;
  if (!planned || !born || start === null || dayNumber(born) < start) return;
  found.push({
    rule: 'pupil',
    severity: 'act today',
    at: [...at, 'startsOn'],
    words: `The plan starts on ${dateOf(start).toString()}, before the pupil was born on ${born.toString()}.`,
    todo: 'Correct the date of birth or the start.',
    who: 'data manager',
    source: 'CAM:167',
  });
};

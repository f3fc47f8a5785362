import { describe, expect, it } from 'vitest';
import { date, Temporal } from '#domain/dates.ts';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { parseRecord, problemText, recordToJson } from '#domain/record/parse-record.ts';
import { aRecord, aRecordJson, type RecordChanges } from '#test/builders/record.ts';

const least = { schema: 'ptt-case/1', ref: 'K7M-2QZ', status: 'considering' };

const withField = (part: string, value: unknown): unknown => ({ ...least, [part]: value });

function must(document: unknown): CaseRecord {
  const parsed = parseRecord(document);
  if (!parsed.ok) throw new Error(parsed.error.map(problemText).join('\n'));
  return parsed.value;
}

describe('a case that says almost nothing', () => {
  const record = must(least);

  it('is read: what is missing is for findings to say', () => {
    expect(record.plan).toEqual({ current: null, versions: [], monitoredUnder: null, fullTimeFrom: null });
    expect(record.pupil.dateOfBirth).toBeNull();
    expect(record.groups.lookedAfter).toBeNull();
    expect(record.groups.interpreter.needed).toBeNull();
    expect(record.practical.supervision).toEqual([]);
  });

  it.each([
    'risk',
    'signOff',
    'closure',
    'transfer',
    'positiveInterventionPlan',
    'pastoralSupportPlan',
    'phasedReintegrationPlan',
    'cambridgeshire',
    'ddatChecklist',
  ] as const)('has no %s, rather than an empty one', (part) => {
    expect(record[part]).toBeNull();
  });

  it('shares nothing that could be written into with the next case read', () => {
    expect(must(least).reviews).not.toBe(record.reviews);
    expect(must(least).groups).not.toBe(record.groups);
  });
});

describe('what a case holds inside', () => {
  const record = aRecord();

  it('is calendar dates and minutes since midnight', () => {
    const [week] = record.plan.versions[0]?.weeks ?? [];
    expect(week?.commencing).toBeInstanceOf(Temporal.PlainDate);
    expect(week?.commencing.equals(date('2026-11-02'))).toBe(true);
    expect(week?.days.monday).toEqual({ in: 525, out: 705 });
    expect(record.school.times?.day.friday).toEqual({ starts: 525, ends: 915 });
  });

  it('is written as ISO dates and clock times, also just after midnight and just before it', () => {
    const changes: RecordChanges = {
      contacts: [
        { on: '2026-11-02', at: '00:05' },
        { on: '2026-11-03', at: '23:59' },
      ],
    };
    const changed = aRecord(changes);
    expect(changed.contacts.map(({ at }) => at)).toEqual([5, 1439]);
    expect(recordToJson(changed).contacts?.map(({ on, at }) => [on, at])).toEqual([
      ['2026-11-02', '00:05'],
      ['2026-11-03', '23:59'],
    ]);
  });

  it('is the same after a trip through a file', () => {
    const again = must(JSON.parse(JSON.stringify(recordToJson(record))));
    expect(again).toEqual(record);
    expect(recordToJson(again)).toEqual(recordToJson(record));
  });
});

describe('a case that a program has spoilt', () => {
  const record = aRecord({ contacts: [{ on: '2026-11-02', at: '09:00' }] });
  const [contact] = record.contacts;
  if (!contact) throw new Error('The case has one contact.');
  const withTime = (at: number): CaseRecord => ({ ...record, contacts: [{ ...contact, at }] });

  it('is not written: a time must be a whole minute of one day', () => {
    for (const at of [-1, 1440, 0.5]) expect(() => recordToJson(withTime(at))).toThrow('contacts');
    for (const at of [0, 1439]) expect(() => recordToJson(withTime(at))).not.toThrow();
  });

  it('is not written: a date must be a calendar date', () => {
    const spoilt: CaseRecord = { ...record, decidedOn: JSON.parse('"2026-11-02"') };
    expect(() => recordToJson(spoilt)).toThrow('decidedOn');
  });
});

describe('a day of a week for which only one time was written', () => {
  const days = {
    monday: { in: '09:00', out: '11:00' },
    tuesday: { in: '09:00' },
    wednesday: { out: '11:00' },
    thursday: {},
    friday: null,
  };
  const week = { commencing: '2026-11-02', days };
  const record = must(withField('plan', { versions: [{ version: 1, weeks: [week] }] }));
  const read = record.plan.versions[0]?.weeks[0];

  it('is not taken for a day in school, and is kept as it was written', () => {
    expect(read?.days).toEqual({
      monday: { in: 540, out: 660 },
      tuesday: null,
      wednesday: null,
      thursday: null,
      friday: null,
    });
    expect(read?.halfDays).toEqual([
      { day: 'tuesday', in: 540, out: null },
      { day: 'wednesday', in: null, out: 660 },
    ]);
  });

  it('is written back as it was', () => {
    expect(recordToJson(record).plan?.versions?.[0]?.weeks?.[0]?.days).toEqual({
      monday: { in: '09:00', out: '11:00' },
      tuesday: { in: '09:00', out: null },
      wednesday: { in: null, out: '11:00' },
      thursday: null,
      friday: null,
    });
  });

  it('may run backwards: a time out before the time in is a finding, not a refusal', () => {
    const backwards = { commencing: '2026-11-02', days: { monday: { in: '11:00', out: '09:00' } } };
    const plan = must(withField('plan', { versions: [{ version: 1, weeks: [backwards] }] })).plan;
    expect(plan.versions[0]?.weeks[0]?.days.monday).toEqual({ in: 660, out: 540 });
  });
});

describe('aRecord', () => {
  it('merges fields, replaces lists, and leaves the next case as it was', () => {
    const changed = aRecord({ groups: { interpreter: { needed: true } }, reviews: [{ number: 1 }], risk: null });
    expect(changed.groups.interpreter.needed).toBe(true);
    expect(changed.groups.sen).toBe('SEN support');
    expect(changed.reviews).toHaveLength(1);
    expect(changed.risk).toBeNull();
    expect(aRecord().reviews).toHaveLength(3);
    expect(aRecordJson()).not.toBe(aRecordJson());
  });

  it('says what is wrong with changes that make no case', () => {
    expect(() => aRecord({ decidedOn: 'soon' })).toThrow('decidedOn: “soon” is not a date');
  });
});

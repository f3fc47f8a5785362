import { date, Temporal } from '#domain/dates.ts';
import { decode, encodeNew } from '#graph/lists/codec.ts';
import { closuresCell } from '#graph/lists/calendar-cell.ts';
import { dateCell, momentCell } from '#graph/lists/cells.ts';
import { authorityNoticesList, schoolsList } from '#graph/lists/schema/beyond-school.ts';
import { casesList } from '#graph/lists/schema/casework.ts';
import { describe, expect, it } from 'vitest';
import { aCase, aSchool } from '../contract/rows.ts';

const everyDay = Array.from({ length: 730 }, (_, day) => date('2026-01-01').add({ days: day }));

/** SharePoint keeps a day as midnight in London and answers it in UTC. */
const asSharePointAnswers = (written: unknown): string =>
  Temporal.Instant.from(String(written))
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toZonedDateTime('Europe/London')
    .toInstant()
    .toString();

describe('a day in a list', () => {
  it('stays the same day through SharePoint on every day of 2026 and 2027', () => {
    const wrong = everyDay.filter((day) => {
      const back = dateCell.read(asSharePointAnswers(dateCell.write(day)));
      return !back.ok || !back.value.equals(day);
    });
    expect(wrong).toEqual([]);
  });

  it('is read as it was just written too, because the answer to a write may hold it so', () => {
    const wrong = everyDay.filter((day) => {
      const back = dateCell.read(dateCell.write(day));
      return !back.ok || !back.value.equals(day);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2026-06-14T23:00:00Z', '2026-06-15'],
    ['2026-03-29T00:00:00Z', '2026-03-29'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-26T00:00:00Z', '2026-10-26'],
    ['2026-06-15', '2026-06-15'],
  ])('%s is %s in England', (cell, day) => {
    expect(dateCell.read(cell)).toEqual({ ok: true, value: date(day) });
  });

  it.each(['soon', '2026-02-30', 12, true])('%s is no date', (cell) => {
    expect(dateCell.read(cell)).toMatchObject({ ok: false });
  });
});

describe('a moment in a list', () => {
  it('is kept to the second, as SharePoint keeps it', () => {
    expect(momentCell.write(Temporal.Instant.from('2026-11-23T07:30:15.987Z'))).toBe('2026-11-23T07:30:15Z');
  });
});

describe('the days on which a school is closed', () => {
  it('are written one a line, as a person would', () => {
    const halfTerm = { from: date('2026-10-26'), to: date('2026-10-30'), name: 'Autumn half-term' };
    const inset = { from: date('2026-11-27'), to: date('2026-11-27'), name: 'INSET day' };
    expect(closuresCell.write([halfTerm, inset])).toBe(
      '2026-10-26 to 2026-10-30 Autumn half-term\n2026-11-27 INSET day',
    );
    expect(closuresCell.write([{ ...inset, name: '' }])).toBe('2026-11-27');
    expect(closuresCell.write([])).toBeNull();
  });

  it('are read as people write dates in England, with blank lines between', () => {
    expect(closuresCell.read('21/12/2026 to 01/01/2027 Christmas holidays\r\n\r\n2027-02-12')).toEqual({
      ok: true,
      value: [
        { from: date('2026-12-21'), to: date('2027-01-01'), name: 'Christmas holidays' },
        { from: date('2027-02-12'), to: date('2027-02-12'), name: '' },
      ],
    });
  });

  it.each([null, undefined, '', ' \n '])('are none in a blank cell: %j', (cell) => {
    expect(closuresCell.read(cell)).toEqual({ ok: true, value: [] });
  });

  const example = 'write it like “2026-12-21 to 2027-01-01 Christmas holidays”';

  it.each([
    ['Christmas', 'which is not a closure'],
    ['2026-12-21 to 2026-12-01 Christmas', 'which ends before it begins'],
    ['2026-02-30 INSET', 'which is not a closure'],
    ['2026-12-21 to Christmas', 'which is not a closure'],
  ])('cannot be read from “%s”, which the problem quotes', (line, why) => {
    expect(closuresCell.read(`2027-02-12\n${line}`)).toEqual({
      ok: false,
      error: `has the line “${line}”, ${why}; ${example}`,
    });
  });

  it('cannot be read from what is no text', () => {
    expect(closuresCell.read(12)).toEqual({ ok: false, error: '“12” is not text' });
  });
});

describe('a row', () => {
  it('comes back from its cells as it was', () => {
    expect(decode(casesList, encodeNew(casesList, aCase()))).toEqual({ ok: true, value: aCase() });
    expect(decode(schoolsList, encodeNew(schoolsList, aSchool()))).toEqual({ ok: true, value: aSchool() });
  });

  it('says in words which column does not fit, by the title that people read', () => {
    const cells = { ...encodeNew(casesList, aCase()), HoursInSchool: 'ten' };
    expect(decode(casesList, cells)).toEqual({
      ok: false,
      error: { column: 'Hours a week in school', words: '“ten” is not a number' },
    });
  });

  it('reads an acknowledgement that nobody has touched as not given', () => {
    const cells = {
      Title: 'N1',
      SchoolName: 'Larkfield Primary School',
      NoticeKind: 'closure',
      FiledOn: '2026-11-20T00:00:00Z',
      DocumentLink: 'https://documents.example/1',
      CaseRef: 'K7M-2QX',
      '@editor': 'Hazel Rainbow',
    };
    expect(decode(authorityNoticesList, cells)).toMatchObject({
      ok: true,
      value: { acknowledged: false, editedBy: 'Hazel Rainbow' },
    });
  });
});

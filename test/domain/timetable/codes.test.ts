import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import {
  codesChangedOn,
  documentCodeNote,
  isCode,
  leaveCode,
  tidyCode,
  unableToAttendCodes,
} from '#domain/timetable/codes.ts';
import { dateOf } from '#domain/timetable/day-number.ts';

describe('attendance codes', () => {
  it('changed on 19 August 2024', () => {
    expect(dateOf(codesChangedOn).toString()).toBe('2024-08-19');
    expect([leaveCode(codesChangedOn - 1), leaveCode(codesChangedOn)]).toEqual(['C', 'C2']);
  });

  it.each('/ \\ L B C C1 C2 D E G I J1 K M N O P Q R S T U V W X Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #'.split(' '))(
    '%s is one of the 2024 regulations',
    (code) => {
      expect(isCode(code, codesChangedOn)).toBe(true);
    },
  );

  it.each(['F', 'H', 'J', 'Y', 'A', '', 'C3', 'Y8', '//'])('“%s” is none', (code) => {
    expect(isCode(code, codesChangedOn)).toBe(false);
  });

  it.each('/ \\ L B C D E G H I J M N O P R S T U V W X Y Z #'.split(' '))('%s was one until then', (code) => {
    expect(isCode(code, codesChangedOn - 1)).toBe(true);
  });

  it.each(['C1', 'C2', 'J1', 'K', 'Q', 'Y1', 'A', 'F', ''])('“%s” was none until then', (code) => {
    expect(isCode(code, codesChangedOn - 1)).toBe(false);
  });

  it('for a pupil who could not attend are eight of the 2024 regulations, and Y until then', () => {
    expect([...unableToAttendCodes].filter((code) => isCode(code, codesChangedOn)).toSorted()).toEqual(
      'Q Y1 Y2 Y3 Y4 Y5 Y6 Y7'.split(' '),
    );
    expect([...unableToAttendCodes].filter((code) => isCode(code, codesChangedOn - 1))).toEqual(['Y']);
  });

  it('are read as registers write them', () => {
    expect(tidyCode(' c2 ')).toBe('C2');
  });
});

describe('a document that names a code for a part-time timetable', () => {
  it.each(['WAR:95', 'PLY:63', 'CAM:254', 'DDAT:149'])('and says C is shown as out of date (%s)', () => {
    expect(documentCodeNote('C', date('2024-08-19'))).toBe(
      'The document says code C; since Mon 19 Aug 2024 leave for a part-time timetable is code C2',
    );
  });

  it('and says C2 is right, or was too early', () => {
    expect(documentCodeNote('C2', date('2026-11-23'))).toBeNull();
    expect(documentCodeNote(' c2', date('2026-11-23'))).toBeNull();
    expect(documentCodeNote('C', date('2024-08-18'))).toBeNull();
    expect(documentCodeNote('C2', date('2024-08-18'))).toBe(
      'The document says code C2; until Mon 19 Aug 2024 leave for a part-time timetable was code C',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime, elsewhereKinds, isSupervised, parseTime, weekdays } from '#domain/timetable/week.ts';
import { elsewhere } from '#test/builders/timetable.ts';

describe('a time that somebody typed', () => {
  it.each([
    ['09:00', 540],
    ['9:00', 540],
    ['9.00', 540],
    [' 13.05 ', 785],
    ['00:00', 0],
    ['23:59', 1439],
  ])('“%s” is minute %i of the day', (typed, minute) => {
    expect(parseTime(typed)).toEqual({ ok: true, value: minute });
  });

  it.each(['24:00', '9:60', '99.99'])('“%s” is refused as a time that no clock shows', (typed) => {
    expect(parseTime(typed)).toEqual({ ok: false, error: `“${typed}” is not a time that a clock shows` });
  });

  it.each(['13.00pm', 'noon', '', '9', '9:5', '0900', 'x09:00', '09:00:00', '123:00'])(
    '“%s” is refused with an example of how to write it (CAM:399 prints “13.00pm”)',
    (typed) => {
      expect(parseTime(typed)).toEqual({ ok: false, error: `“${typed}” is not a time; write it like 09:00 or 13:30` });
    },
  );

  it('is read back as it was, whichever minute it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(parseTime(clockTime(minute))).toEqual({ ok: true, value: minute });
        expect(clockTime(minute)).toMatch(/^\d\d:\d\d$/);
      }),
    );
  });
});

describe('time elsewhere is supervised', () => {
  const there = elsewhere('monday', '09:00-11:00', 'school-arranged');

  it.each([
    ['school-arranged', 'Rowan Example', null, true],
    ['school-arranged', null, 'Riverside Project', false],
    ['school-arranged', '  ', 'Riverside Project', false],
    ['authority-arranged', null, 'Riverside Project', true],
    ['authority-arranged', null, ' ', false],
    ['authority-arranged', 'Rowan Example', null, true],
    ['other school', null, 'Hollin Bank School', true],
    ['other school', null, null, false],
    ['home', 'Rowan Example', 'Riverside Project', false],
  ] as const)('%s with the adult “%s” and the provider “%s”: %s (PLY:18, CAM:70)', (kind, adult, provider, answer) => {
    expect(isSupervised({ ...there, kind, supervisedBy: adult, provider })).toBe(answer);
  });
});

describe('a week', () => {
  it('is Monday to Friday, with four kinds of place outside the school', () => {
    expect(weekdays).toEqual(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']);
    expect(elsewhereKinds).toEqual(['school-arranged', 'authority-arranged', 'other school', 'home']);
  });
});

import { describe, expect, it } from 'vitest';
import { initials } from '#domain/people.ts';

describe('a pupil’s initials', () => {
  it.each([
    ['Jimmy Example', 'JE'],
    ['  ada   sample ', 'AS'],
    ['Anne-Marie O’Fable', 'AMO'],
    ['Élodie Ünder', 'ÉÜ'],
    ['Mononym', 'M'],
    ['', ''],
  ])('of “%s” are “%s”', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

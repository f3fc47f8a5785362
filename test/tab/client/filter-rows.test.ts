import { describe, expect, it } from 'vitest';
import { countRows, filterRows } from '#tab/client/board/filter-rows.ts';
import { aFinding, aRow, missing } from './fake/builders.ts';
import { demoRows } from './fake/demo.ts';

const refs = (words: string, shown: 'open' | 'ended' | 'all' = 'all'): readonly string[] =>
  filterRows(demoRows, { words, shown }).map((row) => row.ref);

describe('the filter of the board', () => {
  it('finds by part of a name, year group and reference, in any order and case', () => {
    expect(refs('wren')).toEqual(['K7M-2QX']);
    expect(refs('8 ROBIN')).toEqual(['K7M-2QX']);
    expect(refs('r4t')).toEqual(['R4T-9PA']);
  });

  it('does not ask for accents', () => {
    expect(refs('zoe')).toEqual(['N8P-3QR']);
  });

  it('shows open cases, ended ones, or all, in the order they came', () => {
    expect(refs('', 'open')).toHaveLength(6);
    expect(refs('', 'ended')).toEqual(['E5F-1GH', 'W9X-8YZ']);
    expect(refs('', 'all')).toEqual(demoRows.map((row) => row.ref));
  });

  it('counts what is urgent among open cases only', () => {
    const stops = missing([aFinding({ severity: 'stop' })]);
    const ended = aRow({ status: 'closed', reviewOverdue: true, consent: 'asked', ...stops });
    expect(countRows([...demoRows, ended])).toEqual({
      active: 3,
      considered: 1,
      prepared: 2,
      ended: 3,
      overdue: 1,
      unsigned: 2,
      stopped: 2,
    });
  });
});

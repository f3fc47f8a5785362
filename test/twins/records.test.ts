import { agreementsList, casesList, reviewsList } from '#graph/lists/schema/casework.ts';
import { describe, expect, it } from 'vitest';
import { mirrorContract } from '../contract/mirror-contract.ts';
import { recordsContract } from '../contract/records-contract.ts';
import { aCase } from '../contract/rows.ts';
import { createTwinList } from './records.ts';

recordsContract('its twin in memory', () => {
  const cases = createTwinList(casesList);
  return Promise.resolve({
    cases: cases.open(),
    casesElsewhere: cases.open(),
    reviews: createTwinList(reviewsList).open(),
    editByHand: (ref, cells) => Promise.resolve(cases.editByHand(ref, cells, 'Wren Larkspur')),
    deleteByHand: (ref) => Promise.resolve(cases.deleteByHand(ref)),
    stop: () => Promise.resolve(),
  });
});

mirrorContract('its twin in memory', () => {
  const reviews = createTwinList(reviewsList);
  return Promise.resolve({
    here: reviews.open(),
    elsewhere: reviews.open(),
    another: () => Promise.resolve(reviews.open()),
    addByHand: (key, cells) => Promise.resolve(reviews.addByHand(key, cells, 'Wren Larkspur')),
    editByHand: (key, cells) => Promise.resolve(reviews.editByHand(key, cells, 'Wren Larkspur')),
    deleteByHand: (key) => Promise.resolve(reviews.deleteByHand(key)),
    stop: () => Promise.resolve(),
  });
});

describe('the twin of a list', () => {
  it('fails once when it is told to, and then goes on', async () => {
    const cases = createTwinList(casesList).open();
    cases.failNextWrite(new Error('the network went away'));
    await expect(cases.create(aCase())).rejects.toThrow('the network went away');
    expect(cases.all()).toEqual([]);
    expect(await cases.create(aCase())).toMatchObject({ ok: true });
  });

  it('has no row that nobody made', () => {
    expect(() => createTwinList(agreementsList).deleteByHand('A')).toThrow('has no row A');
  });
});

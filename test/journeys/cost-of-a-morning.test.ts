// What one morning costs in SharePoint's resource units, beside the least that it could.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTwinLog } from '#test/twins/log.ts';
import { openTrust, type Trust } from './a-trust.ts';

let trust: Trust;
const { log, entries } = createTwinLog();
beforeAll(async () => {
  trust = await openTrust({ log });
  await trust.restart();
  // A morning goes before, so that the start is over and done with.
  trust.clock.advance({ days: 1 });
  await trust.product().look();
});
afterAll(() => trust.stop());

const unitsOfDelta = 1;
const unitsOfWrite = 2;

it('is one question a list and one line a school where there is nothing to say', async () => {
  const { tenant, clock, product } = trust;
  const lists = product().outside.workspace.lists().length;
  const schools = product().outside.workspace.schools.all().length;
  const [before] = entries('spent since the start').slice(-1);
  clock.advance({ days: 1 });
  tenant.requests.reset();
  await product().look();
  const [after] = entries('spent since the start').slice(-1);
  const least = lists * unitsOfDelta + schools * unitsOfWrite;
  expect(schools).toBe(3);
  expect(tenant.requests.resourceUnits()).toBe(least);
  const news = (fact: string): number => Number(after?.facts?.[fact]) - Number(before?.facts?.[fact]);
  expect([news('units'), news('delta'), news('write'), news('throttled')]).toEqual([
    least,
    lists * unitsOfDelta,
    schools * unitsOfWrite,
    0,
  ]);
});

// What one morning costs in SharePoint's resource units, beside the least that it could.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTrust, type Trust } from './a-trust.ts';

let trust: Trust;
beforeAll(async () => {
  trust = await openTrust();
  await trust.restart();
});
afterAll(() => trust.stop());

const unitsOfDelta = 1;
const unitsOfWrite = 2;

it('is one question a list and one line a school where there is nothing to say', async () => {
  const { tenant, clock, product } = trust;
  const lists = product().outside.workspace.lists().length;
  const schools = product().outside.workspace.schools.all().length;
  clock.advance({ days: 1 });
  tenant.requests.reset();
  await product().look();
  const least = lists * unitsOfDelta + schools * unitsOfWrite;
  expect(schools).toBe(3);
  expect(tenant.requests.resourceUnits()).toBe(least);
});

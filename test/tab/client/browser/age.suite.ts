import { expect, it } from 'vitest';
import type { Freshness } from '#tab/contract/answers.ts';
import { aSectionPage } from '../fake/builders.ts';
import type { FakeSchool } from '../fake/fake-school.ts';
import type { Stage } from './stage.ts';

const places = {
  'the board': '#/schools/LARK',
  'a case': '#/schools/LARK/cases/K7M-2QX',
  'a part of a case': '#/schools/LARK/cases/K7M-2QX/parts/risk',
  'the register codes': '#/schools/LARK/register',
  'the parked responses': '#/schools/LARK/parked',
};

/** Nothing that is known of the school is newer than this. */
function grownOld(school: FakeSchool, freshness: Freshness): void {
  school.board = { ...school.board, freshness };
  school.changeBehind('K7M-2QX', { freshness });
  school.sections.set('K7M-2QX/risk', aSectionPage('risk', { freshness }));
}

export function ageSuite(stage: () => Stage): void {
  it.each(Object.entries(places))('is told on the page of %s', async (_, at) => {
    const asOf = '2026-11-17T05:02:00Z';
    const { tab } = await stage().open({ at, school: (school) => grownOld(school, { asOf, isOld: true }) });
    const said = tab.getByRole('status').filter({ hasText: 'was read from SharePoint' });
    await said.waitFor();
    expect(await said.innerText()).toContain('today at 05:02.');
  });

  it('is told where not everything could ever be read', async () => {
    const school = (fake: FakeSchool) => grownOld(fake, { asOf: null, isOld: true });
    const { tab } = await stage().open({ at: places['the board'], school });
    await tab.getByRole('row', { name: /Charlie Kestrelton/ }).waitFor();
    expect(await tab.getByText('Not all of this school’s lists could be read yet').isVisible()).toBe(true);
  });

  it('is not told of what is fresh', async () => {
    const { tab } = await stage().open({ at: places['the board'] });
    await tab.getByRole('row', { name: /Charlie Kestrelton/ }).waitFor();
    expect(await tab.getByText('was read from SharePoint').count()).toBe(0);
  });
}

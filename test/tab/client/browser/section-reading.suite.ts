import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, it } from 'vitest';
import type { SectionKind } from '#domain/record/sections.ts';
import type { SectionPage } from '#tab/contract/answers.ts';
import { aFinding } from '../fake/builders.ts';
import { press, sectionsOn } from './section-stage.ts';
import type { Stage } from './stage.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All rules for one theme; for the others the one that a theme can break. */
const rulesFor = (theme: string) => (theme === 'default' ? standard : ['color-contrast']);

const bodies: Readonly<Record<string, readonly [SectionKind, Partial<SectionPage>]>> = {
  'the risk assessment': ['risk', { body: { risk: { hazards: [{ hazard: 'Road' }], advice: [{}] } } }],
  'a checklist': ['steps', { body: { priorSteps: [{ step: 'A1' }] } }],
  'the weeks': ['weeks', { body: { plan: { versions: [{ version: 1, weeks: [{ commencing: '2026-11-02' }] }] } } }],
  'the matrix': ['cambridgeshire', { body: { cambridgeshire: { matrix: {} } } }],
  'days, lines and groups': ['practical', { body: { practical: { reasonableAdjustments: ['A quiet room'] } } }],
  'a part that is only read': ['groups', { body: { groups: { lookedAfter: true } }, readOnly: 'The case has ended.' }],
};

export function sectionReadingSuite(stage: () => Stage): void {
  const open = sectionsOn(stage);

  it('that may not be changed says why, and can be read', async () => {
    const readOnly = 'Only the headteacher can fill in “Risk assessment”.';
    const hazards = [{ hazard: 'Road' }, { hazard: 'Pond' }, { hazard: 'Fire' }];
    const { tab } = await open('risk', { etag: '"1"', body: { risk: { completedBy: 'Sam', hazards } }, readOnly });
    expect(await tab.getByText(readOnly).isVisible()).toBe(true);
    expect(await tab.getByLabel('Completed by').isDisabled()).toBe(true);
    await tab.getByText('Pond').click();
    expect(await tab.getByLabel('Identified risk').isDisabled()).toBe(true);
    expect(await tab.getByRole('button', { name: /Save|Add|Take out|Copy/ }).count()).toBe(0);
  });

  it('says first what is missing in it', async () => {
    const findings = [aFinding({ severity: 'stop', words: 'Nobody is named for hazard 2.', section: 'risk' })];
    const { tab } = await open('risk', { findings });
    const missing = tab.getByRole('region', { name: 'What is missing here' });
    expect(await missing.getByText('Nobody is named for hazard 2.').isVisible()).toBe(true);
  });

  it('is reached from the case: what stops it stands open and leads to the part that answers it', async () => {
    const { tab } = await open('risk');
    await tab.getByRole('link', { name: 'Back to the case' }).first().click();
    await tab.getByRole('heading', { level: 1, name: 'Robin Wrenfield' }).waitFor();
    await tab.evaluate(() => {
      window.location.hash = '#/schools/LARK/cases/R4T-9PA';
    });
    const missing = tab.getByRole('region', { name: 'What is missing' });
    await missing.getByText('There is no risk assessment.').waitFor();
    expect(await missing.getByText('No week of the timetable is written.').isVisible()).toBe(false);
    await missing.getByText('Act this week (2)').click();
    expect(await missing.getByText('No week of the timetable is written.').isVisible()).toBe(true);
    await missing.getByRole('link', { name: /Risk assessment|this is answered/ }).click();
    await tab.getByRole('heading', { level: 1, name: 'Risk assessment' }).waitFor();
  });

  it('stands among the parts of the case with who changed it and what is missing, and the gravest is named first', async () => {
    const missing = (severity: 'stop' | 'act today', section: string) => aFinding({ severity, section });
    const { tab } = await stage().open({
      at: '#/schools/LARK/cases/K7M-2QX',
      school: (school) =>
        school.changeBehind('K7M-2QX', {
          findings: [missing('stop', 'risk'), missing('stop', 'risk'), missing('act today', 'weeks')],
          sections: [
            { kind: 'weeks', title: 'Timetable by week', about: 'Times.', changed: null, open: 1 },
            {
              kind: 'risk',
              title: 'Risk assessment',
              about: 'Hazards.',
              changed: { by: 'Kit Avocet', on: '2026-11-02' },
              open: 2,
            },
          ],
        }),
    });
    const parts = tab.getByRole('region', { name: 'Parts of this case' });
    await parts.waitFor();
    expect((await parts.innerText()).split('\n').filter((line) => line.trim() !== '')).toEqual([
      'Parts of this case',
      'Go on with Risk assessment. 2 things that stop the part-time timetable are answered there.',
      'Timetable by week',
      'Times.',
      '1 thing is missing',
      'Not begun',
      'Risk assessment',
      'Hazards.',
      '2 things are missing',
      'Kit Avocet, Mon 2 Nov 2026',
    ]);
  });

  it('fetches the code of its form only when it is opened', async () => {
    const { page, tab } = await stage().open({ at: '#/schools/LARK/cases/K7M-2QX' });
    await tab.getByRole('heading', { name: 'Parts of this case' }).waitFor();
    const loaded = () =>
      tab.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('section-page')).length,
      );
    expect(await loaded()).toBe(0);
    await page.route('**/assets/section-page*', (route) => route.abort(), { times: 1 });
    await tab.evaluate(() => {
      window.location.hash = '#/schools/LARK/cases/K7M-2QX/parts/risk';
    });
    await tab.getByText('Reload the tab').waitFor();
    await press(tab, 'Try again');
    await tab.getByRole('form').waitFor();
    expect(await loaded()).toBeGreaterThan(0);
  });

  it.each(Object.entries(bodies))(
    '%s has no fault that axe can see, and fits 320 pixels',
    async (_, [kind, over]) => {
      const { page, tab } = await open(kind, over, { width: 320 });
      await tab.evaluate(axe);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      // The many items of a checklist look alike in each theme, and cost seconds.
      const themes = kind === 'steps' ? ['default'] : ['default', 'dark', 'contrast'];
      const found: Record<string, readonly string[]> = {};
      for (const theme of themes) {
        await page.evaluate(`window.setTheme(${JSON.stringify(theme)})`);
        await tab.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => one))));
        const results = await tab.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(rulesFor(theme))} })`);
        found[theme] = results.violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.html.slice(0, 140)}`),
        );
      }
      expect(found).toEqual(Object.fromEntries(themes.map((theme) => [theme, []])));
      expect(await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    },
    40_000,
  );
}

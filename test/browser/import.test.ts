import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { people } from '#local/demo/people.ts';
import { formsExport, type SentResponse } from '#test/support/forms-export.ts';
import { useHouse } from './house.ts';
import { goTo, openBoard, sees, seesNo, tabOf, wordsOf } from './look.ts';

const { as } = useHouse();

interface Workbook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const sample = async (name: string): Promise<Workbook> => ({
  name,
  bytes: await readFile(new URL(`../fixtures/forms/${name}`, import.meta.url)),
});

async function openImport(page: Page): Promise<FrameLocator> {
  await goTo(page, 'Part-time timetables');
  const tab = tabOf(page);
  await tab.getByRole('link', { name: 'Import', exact: true }).click();
  await tab.getByRole('heading', { name: 'Import from Microsoft Forms' }).waitFor();
  return tab;
}

/** Drops a file on the page as a person does who drags it there, and starts. */
async function dropAndImport(tab: FrameLocator, { name, bytes }: Workbook): Promise<void> {
  const zone = tab.getByText('Drop the workbook here, or');
  const dataTransfer = await zone.evaluateHandle(
    (_zone, file) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(file.content), (character) => character.charCodeAt(0));
      transfer.items.add(new File([content], file.name));
      return transfer;
    },
    { name, content: Buffer.from(bytes).toString('base64') },
  );
  await zone.dispatchEvent('drop', { dataTransfer });
  await tab.getByText(`Chosen: ${name}`).waitFor();
  await tab.getByRole('button', { name: 'Import', exact: true }).click();
}

/** Writes down each state of the progress bar from now on, so that none is missed however quick it is. */
async function noteProgress(tab: FrameLocator): Promise<() => Promise<readonly string[]>> {
  const notes = await tab.locator('body').evaluateHandle((body) => {
    const seen: string[] = [];
    new MutationObserver(() => {
      const words = body.querySelector('[role="progressbar"]')?.getAttribute('aria-valuetext');
      if (words && words !== seen.at(-1)) seen.push(words);
    }).observe(body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuetext'] });
    return seen;
  });
  return () => notes.jsonValue();
}

const response = (id: number, pupilName: string, answers: SentResponse['answers'] = {}): SentResponse => ({
  id,
  startedAt: '2026-11-16T09:00:00',
  completedAt: '2026-11-16T09:10:00',
  email: people.larkSenco.mail,
  name: people.larkSenco.displayName,
  answers: {
    school: 'Larkfield Primary School',
    pupilName,
    upn: `T8300${String(id).padStart(8, '0')}`,
    dateOfBirth: '02/05/2017',
    yearGroup: 'Year 4',
    parentName: 'Fern Underhill',
    reasons: 'Physical health;',
    objectives: 'To be back for the whole week by the end of term.',
    startsOn: '01/12/2026',
    endsOn: '18/12/2026',
    times: 'Monday to Friday 9.00 to 12.00',
    hoursInSchool: 15,
    consentSigned: 'No',
    ...answers,
  },
});

describe('In: a Forms export dropped on the page', () => {
  it('becomes cases of the attendance officer’s own school, and rows of other schools stay out', async () => {
    const page = await as(people.larkAttendance);
    const tab = await openImport(page);
    await dropAndImport(tab, await sample('notification.xlsx'));

    await sees(tab.getByRole('heading', { name: 'The import is done' }));
    await sees(tab.getByText('2 responses were taken in.'));
    const left = await wordsOf(tab.getByRole('region', { name: '2 rows did not go in' }));
    expect(left).toMatch(/notification\.xlsx, row 4, question “School”: you do not belong to this school’s Team/);

    await tab.getByRole('link', { name: 'See the cases' }).click();
    await sees(tab.getByRole('link', { name: 'Sky Snowdrop' }));
    await sees(tab.getByRole('link', { name: 'Bramley Puffin' }));
    await seesNo(tab.getByText('Conker Thundercloud'));
  });

  it('brings nothing the second time', async () => {
    const page = await as(people.larkAttendance);
    const twice = { name: 'twice.xlsx', bytes: await formsExport('notification', [response(40, 'Nettle Twice')]) };
    const tab = await openImport(page);
    await dropAndImport(tab, twice);
    await sees(tab.getByText('1 response was taken in.'));
    await dropAndImport(tab, twice);
    await sees(tab.getByText('1 response had been taken in before and was left as it is.'));
    await sees(tab.getByText('0 responses were taken in.'));

    await openBoard(page);
    await sees(tab.getByRole('link', { name: 'Nettle Twice' }));
  });

  it('is refused in one clear sentence when it is not a workbook, or lacks a question', async () => {
    const tab = await openImport(await as(people.larkAttendance));
    const refusal = tab.getByRole('region', { name: 'The workbook could not be imported' });
    await dropAndImport(tab, await sample('not-a-workbook.xlsx'));
    expect(await wordsOf(refusal)).toBe(
      'The workbook could not be imported “not-a-workbook.xlsx” is not an Excel workbook: choose the .xlsx file that Microsoft Forms exports.',
    );
    await dropAndImport(tab, await sample('missing-question.xlsx'));
    await sees(refusal.filter({ hasText: 'missing-question.xlsx lacks a question of the notification form' }));
    expect(await wordsOf(refusal)).toContain('“Unique pupil number (UPN)”');
  });

  it('parks a row with an impossible date, with its question and value, and takes in the others', async () => {
    const tab = await openImport(await as(people.larkAttendance));
    const rows = [response(51, 'Sorrel Goodrow'), response(52, 'Tansy Badrow', { startsOn: '31/11/2026' })];
    await dropAndImport(tab, { name: 'november.xlsx', bytes: await formsExport('notification', rows) });
    await sees(tab.getByText('1 response was taken in.'));
    await tab.getByRole('link', { name: 'See all parked responses' }).click();

    await tab.getByRole('heading', { level: 1, name: 'Parked responses' }).waitFor();
    const row = tab.getByRole('row').filter({ hasText: 'november.xlsx, row 3' });
    expect(await wordsOf(row)).toContain('question “Start date”: “31/11/2026” is not a date that exists');
    await sees(tab.getByRole('link', { name: 'Parked (1)' }));
    await tab.getByRole('link', { name: 'Cases', exact: true }).click();
    await sees(tab.getByRole('link', { name: 'Sorrel Goodrow' }));
    await seesNo(tab.getByText('Tansy Badrow'));
  });

  it('shows how far it is while a long one runs', async () => {
    const tab = await openImport(await as(people.larkAttendance));
    const rows = Array.from({ length: 300 }, (_, index) =>
      response(1000 + index, `Number ${index} Longlist`, {
        ...(index >= 10 && { startsOn: '31/11/2026' }),
        ...(index >= 40 && { school: 'Hollin Bank School' }),
      }),
    );
    const shown = await noteProgress(tab);
    await dropAndImport(tab, { name: 'whole-trust.xlsx', bytes: await formsExport('notification', rows) });
    await sees(tab.getByText('10 responses were taken in.'));
    await sees(tab.getByRole('heading', { name: '290 rows did not go in' }));

    const progress = await shown();
    const done = progress.flatMap((words) => /^(\d+) of 300 rows$/.exec(words)?.[1] ?? []).map(Number);
    expect(progress[0]).toBe('Reading the workbook…');
    expect(done.filter((rowsDone) => rowsDone < 300).length).toBeGreaterThan(5);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  });
});

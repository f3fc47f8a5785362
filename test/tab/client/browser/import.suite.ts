import { expect, it } from 'vitest';
import type { Stage } from './stage.ts';

const place = '#/schools/LARK/import';
const workbook = { name: 'notifications.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('workbook') };

export function importSuite(stage: () => Stage): void {
  it('takes a workbook, shows how far it is, and lists the rows that were parked', async () => {
    const { tab, school } = await stage().open({ at: place });
    school.importLines = [
      { kind: 'progress', done: 2, of: 5 },
      { kind: 'summary', applied: 3, seenBefore: 1, parked: [{ row: 6, words: '“31/11/2026” is not a date.' }] },
    ];
    await tab.getByLabel('Update: changes hours or dates').check();
    await tab.locator('input[type=file]').setInputFiles(workbook);
    await tab.getByRole('button', { name: 'Import' }).click();
    await tab.getByRole('heading', { name: '1 row did not go in' }).waitFor();
    expect(await tab.getByText('3 responses were taken in.').isVisible()).toBe(true);
    expect(await tab.getByRole('row', { name: /31\/11\/2026/ }).innerText()).toContain('6');
    expect(school.sent).toEqual([
      { path: '/schools/LARK/imports?form=update&name=notifications.xlsx', body: workbook.buffer.length },
    ]);
  });

  it('takes a workbook that is dropped on the page', async () => {
    const { tab } = await stage().open({ at: place });
    const dropped = await tab.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['workbook'], 'closures.xlsx'));
      return transfer;
    });
    await tab.getByText('Drop the workbook here, or').dispatchEvent('drop', { dataTransfer: dropped });
    await tab.getByText('Chosen: closures.xlsx').waitFor();
    expect(await tab.getByRole('alert').count()).toBe(0);
  });

  it('says at once that a file is no workbook, and in the server’s words what is wrong with one', async () => {
    const { tab, school } = await stage().open({ at: place });
    await tab.locator('input[type=file]').setInputFiles({ ...workbook, name: 'letter.docx' });
    await tab.getByText('Choose an Excel workbook whose name ends in .xlsx.').waitFor();
    school.importLines = [{ kind: 'problem', words: 'notifications.xlsx has no header row.' }];
    await tab.locator('input[type=file]').setInputFiles(workbook);
    await tab.getByRole('button', { name: 'Import' }).click();
    await tab.getByText('notifications.xlsx has no header row.').waitFor();
    expect(await tab.getByRole('heading', { name: 'The workbook could not be imported' }).count()).toBe(1);
  });

  it('that breaks off says how far it came and that the same file may be sent again', async () => {
    const { tab, school } = await stage().open({ at: place });
    school.importLines = [{ kind: 'progress', done: 2, of: 5 }];
    await tab.locator('input[type=file]').setInputFiles(workbook);
    await tab.getByRole('button', { name: 'Import' }).click();
    const alert = tab.getByRole('alert').filter({ hasText: 'The import broke off' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('2 of 5 rows');
    expect(await alert.innerText()).toContain('Import the same file again');
  });

  it('leaves parked responses in a list of their own', async () => {
    const { tab } = await stage().open({ at: '#/schools/LARK/parked' });
    const row = tab.getByRole('row', { name: /notifications-november/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('Mon 16 Nov 2026');
  });
}

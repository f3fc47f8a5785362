// npm run ptt: what an operator does from a command line. Reads and writes the same lists as the running app.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { noticeKinds, type NoticeKind } from '#domain/case.ts';
import { shortDate } from '#domain/dates.ts';
import { readFormsWorkbook } from '#graph/forms/workbook.ts';
import { importSheet, type FormsSheet } from '#workflows/forms/import-sheet.ts';
import { checkCase } from './check-command.ts';
import { connect, openOutside, systemClock, type OpenOutside, type Surroundings } from './compose.ts';
import { doctor } from './doctor-command.ts';
import { provision } from './provision-command.ts';
import { Mistake, type Order, readOrder, usage } from './read-order.ts';
import type { Terminal } from './terminal.ts';

export type { Terminal } from './terminal.ts';

function readForm(form: string | undefined): NoticeKind {
  const found = noticeKinds.find((kind) => kind === form);
  if (found) return found;
  const given = form === undefined ? 'Say which form the file is an export of' : `“${form}” is not a form`;
  throw new Mistake(`${given}: --form notification, --form update or --form closure.`);
}

interface Export {
  readonly form: NoticeKind;
  readonly fileName: string;
  readonly sheet: FormsSheet;
}

async function readExport({ file, form: asked }: Order): Promise<Export> {
  const form = readForm(asked);
  if (file === undefined) {
    throw new Mistake(
      'Name the file to import, for instance: npm run ptt -- import responses.xlsx --form notification',
    );
  }
  const fileName = basename(file);
  const bytes = await readFile(file).catch(() => {
    throw new Mistake(`${file} cannot be read: is the name right, and is it a file?`);
  });
  const sheet = await readFormsWorkbook(bytes, fileName);
  if (!sheet.ok) throw new Mistake(sheet.error.sentence);
  return { form, fileName, sheet: sheet.value };
}

async function bringIn(outside: OpenOutside, source: Export, terminal: Terminal): Promise<number> {
  const onProgress = (done: number, of: number): void => terminal.progress(`${done} of ${of} responses`);
  const summary = await importSheet(outside, { ...source, within: null, onProgress });
  if (!summary.ok) throw new Mistake(summary.error);
  const { applied, seenBefore, parked } = summary.value;
  terminal.say(`${source.fileName}: ${applied} brought in, ${seenBefore} seen before, ${parked.length} parked.`);
  for (const { words } of parked) terminal.complain(`  ${words}`);
  return parked.length > 0 ? 2 : 0;
}

function listParked({ workspace }: OpenOutside, terminal: Terminal): number {
  const boxes = [
    ...workspace.schools.all().map(({ value }) => ({ name: value.name, inbox: workspace.school(value.key).inbox })),
    { name: 'School not known', inbox: workspace.lostForms },
  ];
  let count = 0;
  for (const { name, inbox } of boxes) {
    const parked = inbox.all().filter((row) => row.value.state === 'parked');
    if (parked.length === 0) continue;
    terminal.say(name);
    for (const { value } of parked) {
      count += 1;
      terminal.say(`  ${value.origin} (${value.form}, received ${shortDate(value.receivedOn)})`);
      terminal.say(`    ${value.reason ?? ''}`);
    }
  }
  if (count === 0) terminal.say('No form response is parked.');
  return 0;
}

/** Answers the exit code: 0 done, 1 not done, 2 done with something left over: rows, findings, or what is to be mended. */
export async function runCommand(
  words: readonly string[],
  surroundings: () => Surroundings,
  terminal: Terminal,
): Promise<number> {
  try {
    return await carryOut(readOrder(words), surroundings, terminal);
  } catch (error) {
    terminal.complain(
      error instanceof Mistake
        ? error.message
        : `Nothing was done. ${error instanceof Error ? error.message : String(error)}`,
    );
    return 1;
  }
}

async function carryOut(order: Order, surroundings: () => Surroundings, terminal: Terminal): Promise<number> {
  switch (order.command) {
    case '':
      terminal.say(usage);
      return 1;
    case 'help':
      terminal.say(usage);
      return 0;
    case 'check':
      return checkCase(order, systemClock, terminal);
    case 'doctor':
      return doctor(order, surroundings, terminal);
    case 'provision':
      return provision(surroundings(), terminal);
    case 'import': {
      // What can be wrong with the file is said before Microsoft 365 is asked for anything.
      const source = await readExport(order);
      return withLists(surroundings(), (outside) => bringIn(outside, source, terminal));
    }
    case 'parked':
      return withLists(surroundings(), (outside) => listParked(outside, terminal));
  }
}

async function withLists(
  surroundings: Surroundings,
  work: (outside: OpenOutside) => number | Promise<number>,
): Promise<number> {
  const outside = await openOutside(surroundings, connect(surroundings));
  try {
    return await work(outside);
  } finally {
    outside.close();
  }
}

// npm run ptt: what an operator does from a command line. Reads and writes the same lists as the running app.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { noticeKinds, type NoticeKind } from '#domain/case.ts';
import { shortDate } from '#domain/dates.ts';
import { readFormsWorkbook } from '#graph/forms/workbook.ts';
import { importSheet, type FormsSheet } from '#workflows/forms/import-sheet.ts';
import { checkCase } from './check-command.ts';
import { connect, openOutside, systemClock, type OpenOutside, type Surroundings } from './compose.ts';
import type { Terminal } from './terminal.ts';

export type { Terminal } from './terminal.ts';

const usage = `Usage: npm run ptt -- COMMAND

  import FILE --form notification|update|closure
      Brings the responses of a Microsoft Forms export (.xlsx) in. The same file twice creates nothing twice.
  parked
      Lists the responses that could not be brought in, with the reason for each.
  provision
      Makes the lists and columns that are missing. Can be run again at any time.
  check CASE.json [--today DATE] [--policies a,b] [--json]
      Says what a case lacks, who should act, and the line that asks for it. Needs no tenant.
      Exit code 0: nothing graver than a note; 2: findings; 1: the case cannot be read.`;

const commands = ['import', 'parked', 'provision', 'check'];

class Mistake extends Error {}

interface Order {
  readonly command: string;
  readonly file: string | undefined;
  readonly form: string | undefined;
  readonly today: string | undefined;
  readonly policies: string | undefined;
  readonly json: boolean;
}

function readOrder(words: readonly string[]): Order {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        form: { type: 'string' },
        today: { type: 'string' },
        policies: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const [command = '', file, more] = positionals;
    if (more !== undefined)
      throw new Mistake(`“${more}” is one word too many. Put a file name with blanks in quotation marks.`);
    const { form, today, policies, json = false } = values;
    return { command, file, form, today, policies, json };
  } catch (error) {
    if (error instanceof Mistake) throw error;
    const what = error instanceof Error ? error.message.split('.')[0] : 'These options cannot be read';
    throw new Mistake(`${what}.\n\n${usage}`);
  }
}

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

/** Answers the exit code: 0 done, 1 not done, 2 done with something left over: rows, or findings. */
export async function runCommand(
  words: readonly string[],
  surroundings: () => Surroundings,
  terminal: Terminal,
): Promise<number> {
  try {
    const order = readOrder(words);
    if (order.command === '' || order.command === 'help') {
      terminal.say(usage);
      return order.command === 'help' ? 0 : 1;
    }
    if (!commands.includes(order.command)) throw new Mistake(`“${order.command}” is not a command.\n\n${usage}`);
    if (order.command === 'check') return await checkCase(order, systemClock, terminal);
    // What can be wrong with the file is said before Microsoft 365 is asked for anything.
    const source = order.command === 'import' ? await readExport(order) : null;
    const outer = surroundings();
    const made: string[] = [];
    const onProvisioned = (sitePath: string, what: string): void => {
      made.push(what);
      if (order.command === 'provision') terminal.say(`${sitePath}: made ${what}`);
    };
    const outside = await openOutside({ ...outer, onProvisioned }, connect(outer));
    if (source) return await bringIn(outside, source, terminal);
    if (order.command === 'parked') return listParked(outside, terminal);
    if (made.length === 0) terminal.say('Every list and column is there already.');
    return 0;
  } catch (error) {
    terminal.complain(
      error instanceof Mistake
        ? error.message
        : `Nothing was done. ${error instanceof Error ? error.message : String(error)}`,
    );
    return 1;
  }
}

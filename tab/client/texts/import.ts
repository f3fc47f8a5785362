import { counted, numberWords } from '../words/numbers.ts';

export const importing = {
  nav: 'Import',
  title: 'Import from Microsoft Forms',
  words: 'Export the responses from Forms as an Excel workbook and drop it here. The same file twice does no harm.',
  kind: 'Which form is it?',
  kinds: {
    notification: 'Notification: opens cases',
    update: 'Update: changes hours or dates',
    closure: 'Closure: ends cases',
  },
  file: 'Workbook (.xlsx)',
  drop: 'Drop the workbook here, or',
  choose: 'Choose a file',
  chosen: (name: string) => `Chosen: ${name}`,
  start: 'Import',
  notXlsx: 'Choose an Excel workbook whose name ends in .xlsx.',
  noFile: 'Choose a workbook first.',
  reading: 'Reading the workbook…',
  progress: (done: number, of: number) => `${numberWords(done)} of ${counted(of, 'row', 'rows')}`,
  doneTitle: 'The import is done',
  applied: (count: number) => `${counted(count, 'response was', 'responses were')} taken in.`,
  seenBefore: (count: number) =>
    `${counted(count, 'response had', 'responses had')} been taken in before and ${count === 1 ? 'was' : 'were'} left as ${count === 1 ? 'it is' : 'they are'}.`,
  parkedTitle: (count: number) => `${counted(count, 'row', 'rows')} did not go in`,
  parkedWords:
    'All other rows went in. A row with a mistake is kept whole under Parked until somebody has looked at it; a row of a school that you do not belong to is not kept.',
  row: 'Row',
  why: 'Why',
  toCases: 'See the cases',
  toParked: 'See all parked responses',
  problemTitle: 'The workbook could not be imported',
  brokenTitle: 'The import broke off',
  brokenNext: 'Import the same file again: rows that went in are not taken twice.',
} as const;

export const parked = {
  nav: (count: number) => `Parked (${numberWords(count)})`,
  navPlain: 'Parked',
  title: 'Parked responses',
  words: 'These form responses could not be understood. Each is kept whole until somebody has looked at it.',
  none: 'Nothing is parked. Every form response was understood.',
  columns: { received: 'Received', form: 'Form', origin: 'From', why: 'Why it is parked' },
} as const;

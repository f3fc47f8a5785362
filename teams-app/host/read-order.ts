// The words of a command line as an order, or one sentence about what is wrong with them.
import { parseArgs } from 'node:util';

export const usage = `Usage: npm run ptt -- COMMAND

  import FILE --form notification|update|closure
      Brings the responses of a Microsoft Forms export (.xlsx) in. The same file twice creates nothing twice.
  parked
      Lists the responses that could not be brought in, with the reason for each.
  provision
      Makes the lists and columns that are missing, mends what differs, and says what is left to a person.
      Can be run again at any time. Exit code 2: something is left.
  doctor [--json]
      Looks at sign-in, permissions, sites, lists, rows, Teams, the bot and the clock, and changes nothing.
      Says what is wrong, who can mend it and how. Exit code 0: all is well; 2: something is to be mended
      or could not be looked at; 1: it could not look at anything.
  check CASE.json [--today DATE] [--policies a,b] [--json]
      Says what a case lacks, who should act, and the line that asks for it. Needs no tenant.
      Exit code 0: nothing graver than a note; 2: findings; 1: the case cannot be read.`;

const commands = {
  import: { takesFile: true, options: ['form'] },
  parked: { takesFile: false, options: [] },
  provision: { takesFile: false, options: [] },
  doctor: { takesFile: false, options: ['json'] },
  check: { takesFile: true, options: ['today', 'policies', 'json'] },
} as const satisfies Readonly<Record<string, { readonly takesFile: boolean; readonly options: readonly string[] }>>;
export type Command = keyof typeof commands;

/** A fault of whoever typed, in words for them. */
export class Mistake extends Error {}

export interface Order {
  readonly command: Command | 'help' | '';
  readonly file: string | undefined;
  readonly form: string | undefined;
  readonly today: string | undefined;
  readonly policies: string | undefined;
  readonly json: boolean;
}

/** Throws a Mistake. */
export function readOrder(words: readonly string[]): Order {
  const { values, positionals } = parse(words);
  const [command = '', file, more] = positionals;
  const order = { json: false, form: undefined, today: undefined, policies: undefined, ...values, file };
  if (command === '' || command === 'help') return { ...order, command };
  if (!isCommand(command)) throw new Mistake(`“${command}” is not a command.\n\n${usage}`);
  const { takesFile, options } = commands[command];
  if (!takesFile && file !== undefined) throw new Mistake(`“${file}” is one word too many: ${command} takes none.`);
  if (more !== undefined)
    throw new Mistake(`“${more}” is one word too many. Put a file name with blanks in quotation marks.`);
  const foreign = Object.keys(values).find((name) => !(options as readonly string[]).includes(name));
  if (foreign !== undefined) {
    const known =
      options.length === 0 ? 'it has no options' : `it has ${options.map((name) => `--${name}`).join(', ')}`;
    throw new Mistake(`${command} does not know --${foreign}; ${known}.`);
  }
  return { ...order, command };
}

const isCommand = (word: string): word is Command => Object.hasOwn(commands, word);

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        form: { type: 'string' },
        today: { type: 'string' },
        policies: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    const what = error instanceof Error ? error.message.split('.')[0] : 'These options cannot be read';
    throw new Mistake(`${what}.\n\n${usage}`);
  }
}

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '#host/command-line.ts';
import type { Surroundings } from '#host/compose.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/forms/${name}`, import.meta.url));

async function run(words: readonly string[], surroundings: () => Surroundings) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runCommand(words, surroundings, {
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    progress: () => undefined,
  });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

describe('an order that cannot be carried out', () => {
  /** Whatever is wrong with the words or the file is said before anything outside is asked. */
  const nobodyThere = (): Surroundings => {
    throw new Error('Microsoft 365 was asked.');
  };

  it.each<[readonly string[], RegExp]>([
    [['inport', 'a.xlsx'], /^“inport” is not a command\.\n\nUsage: npm run ptt/],
    [['import'], /Say which form the file is an export of: --form notification, --form update or --form closure\./],
    [['import', 'a.xlsx'], /Say which form the file is an export of/],
    [['import', 'a.xlsx', '--form', 'poem'], /^“poem” is not a form: --form notification/],
    [['import', '--form', 'update'], /^Name the file to import, for instance: npm run ptt -- import responses\.xlsx/],
    [
      ['import', 'my', 'export.xlsx', '--form', 'update'],
      /^“export\.xlsx” is one word too many\. Put a file name with blanks in quotation marks\.$/,
    ],
    [['import', 'a.xlsx', '--from', 'update'], /--from/],
    [['import', 'a.xlsx', '--form'], /--form/],
    [['import', 'a.xlsx', '--form', 'update', '--json'], /^import does not know --json; it has --form\.$/],
    [['parked', '--json'], /^parked does not know --json; it has no options\.$/],
    [['provision', 'larkfield'], /^“larkfield” is one word too many: provision takes none\.$/],
    [['doctor', 'now'], /^“now” is one word too many: doctor takes none\.$/],
    [['doctor', '--form', 'update'], /^doctor does not know --form; it has --json\.$/],
    [['doctor', '--jsn'], /^Unknown option '--jsn'\.\n\nUsage: npm run ptt/],
    [
      ['import', '/nowhere/a.xlsx', '--form', 'update'],
      /^\/nowhere\/a\.xlsx cannot be read: is the name right, and is it a file\?$/,
    ],
    [['import', fixture(''), '--form', 'update'], /cannot be read: is the name right, and is it a file\?$/],
    [
      ['import', fixture('not-a-workbook.xlsx'), '--form', 'update'],
      /^“not-a-workbook\.xlsx” is not an Excel workbook/,
    ],
    [['import', fixture('no-header.xlsx'), '--form', 'notification'], /^“no-header\.xlsx” /],
  ])('“%s” is answered in one sentence', async (words, complaint) => {
    const { code, said, complained } = await run(words, nobodyThere);
    expect(complained).toMatch(complaint);
    expect([code, said]).toEqual([1, '']);
  });

  it('without a word gets the list of what there is, as does one that asks for help', async () => {
    expect(await run([], nobodyThere)).toMatchObject({ code: 1, said: expect.stringContaining('import FILE --form') });
    expect(await run(['help'], nobodyThere)).toMatchObject({ code: 0, said: expect.stringContaining('parked') });
  });

  it('because nobody is there says so', async () => {
    const { code, complained } = await run(['parked'], () => {
      throw new Error('The local tenant is not running.');
    });
    expect([code, complained]).toEqual([1, 'Nothing was done. The local tenant is not running.']);
  });
});

describe('an order to a trust that is quite new', () => {
  let tenant: Tenant;
  beforeAll(async () => {
    tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
  });
  afterAll(() => tenant.stop());
  const there = (): Surroundings => localSurroundings(tenant.origin, { PTT_LOG_LEVEL: 'silent' });

  it('to provision makes the lists, says which, and has nothing to do the second time', async () => {
    const first = await run(['provision'], there);
    expect(first).toMatchObject({ code: 0, complained: '' });
    expect(first.said).toMatch(/^\/sites\/part-time-timetables: made .*Schools/m);
    expect(await run(['provision'], there)).toEqual({
      code: 0,
      said: 'Every list and column is there already (1 site).',
      complained: '',
    });
  });

  it('to import leaves every row parked with the reason, since no school is in the register, and says so with its exit code', async () => {
    const { code, said, complained } = await run(['import', fixture('closure.xlsx'), '--form', 'closure'], there);
    expect([code, said]).toEqual([2, 'closure.xlsx: 0 brought in, 0 seen before, 1 parked.']);
    expect(complained).toMatch(
      /^ {2}closure\.xlsx, row 2, question “School”: “Larkfield Primary School” is not known: no school is in the register yet$/,
    );
    expect((await run(['parked'], there)).said).toMatch(
      /^School not known\n {2}closure\.xlsx, row 2 \(closure, received /,
    );
  });

  it('with the wrong form says which it looks like', async () => {
    const { code, complained } = await run(['import', fixture('closure.xlsx'), '--form', 'update'], there);
    expect(code).toBe(1);
    expect(complained).toMatch(
      /^closure\.xlsx lacks questions of the update form: .* It looks like the closure form: choose that form instead\.$/,
    );
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommand } from '#host/command-line.ts';
import { aRecordJson, type RecordChanges } from '#test/builders/record.ts';

const examples = path.resolve(import.meta.dirname, '../fixtures/cases');
const example = (name: string): string => path.join(examples, `${name}.json`);

interface Said {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
}

/** Runs the command as the shell would; asking for a tenant fails the test. */
async function ptt(...words: readonly string[]): Promise<Said> {
  const out: string[] = [];
  const complaints: string[] = [];
  const noTenant = (): never => {
    throw new Error('A check asked for Microsoft 365.');
  };
  const code = await runCommand(words, noTenant, {
    say: (line) => out.push(line),
    complain: (line) => complaints.push(line),
    progress: () => undefined,
  });
  return { code, out: out.join('\n'), complaints: complaints.join('\n') };
}

describe('npm run ptt -- check', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ptt-check-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function file(name: string, text: string): string {
    const target = path.join(folder, name);
    writeFileSync(target, text);
    return target;
  }
  const atHome: RecordChanges = { pupil: { homeAuthority: null } };
  const aCaseFile = (changes: RecordChanges = {}): string => file('case.json', JSON.stringify(aRecordJson(changes)));

  it('finds nothing graver than a note in a case that satisfies Derbyshire and its trust, and answers 0', async () => {
    const { code, out, complaints } = await ptt('check', example('complete'), '--today', '2026-11-23');
    expect(complaints).toBe('');
    expect(out).not.toMatch(/^(STOP|ACT)/m);
    expect(out).toMatch(/^\d+ findings: \d+ × note\.$/m);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'Case H4T-8RH, active, as of Mon 23 Nov 2026.',
      'Policies: Attendance regulations 2024; Derbyshire; DDAT; This product’s default.',
      '',
    ]);
    expect(code).toBe(0);
  });

  it('says that nothing is found where nothing is', async () => {
    const { code, out } = await ptt('check', aCaseFile(atHome), '--policies', 'statutory', '--today', '23/11/2026');
    expect(out).toMatch(/\nNothing found\.$/);
    expect(code).toBe(0);
  });

  it('prints each finding with its gravity, number, who acts, what to do, where and by which line, and answers 2', async () => {
    const broken = aCaseFile({ pupil: { homeAuthority: null, upn: 'A830000021007' } });
    const { code, out } = await ptt('check', broken, '--policies', 'statutory', '--today', '2026-11-23');
    expect(out).toMatch(
      /^ACT THIS WEEK {2}\S+ {2}\(data manager\)\n {2}.*“A830000021007”.*\n {2}To do: .+\n {2}Where: pupil\.upn\. Source: .+\.\n\n1 finding: 1 × act this week\.$/m,
    );
    expect(code).toBe(2);
  });

  it('questions Cambridgeshire’s example as printed, and says whose school day it assumes', async () => {
    const { code, out } = await ptt('check', example('cambridgeshire-as-printed'), '--today', '2020-12-11');
    expect(out).toContain('STOP  F01  (case lead)');
    expect(out).toContain('Where: plan.versions.0.endsOn.');
    expect(out).toContain(
      'The case does not carry its school’s week (school.times): 08:45 to 15:15 on every weekday is assumed.',
    );
    expect(code).toBe(2);
  });

  it('reads a case that says almost nothing, and puts the gravest first', async () => {
    const { code, out } = await ptt('check', example('minimal'), '--today', '2026-11-23');
    const gravities = [...out.matchAll(/^(STOP|ACT TODAY|ACT THIS WEEK|NOTE) /gm)].map(([, gravity]) => gravity);
    const order = ['STOP', 'ACT TODAY', 'ACT THIS WEEK', 'NOTE'];
    expect(gravities).toEqual(gravities.toSorted((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')));
    // It is only being considered: nothing stops an idea.
    expect(gravities[0]).toBe('ACT THIS WEEK');
    expect(code).toBe(2);
  });

  it('takes the policies that are asked for, with blanks and in any order, in place of the case’s own', async () => {
    const { out } = await ptt('check', aCaseFile(atHome), '--policies', ' ddat , plymouth', '--today', '2026-11-23');
    expect(out).toContain('Policies: Attendance regulations 2024; Plymouth; DDAT;');
    expect(out).not.toContain('Derbyshire');
  });

  it('takes today from the clock where no day is given', async () => {
    const { out } = await ptt('check', aCaseFile());
    expect(out).toMatch(/^Case K7M-2QZ, active, as of \w{3} \d{1,2} \w{3} \d{4}\.$/m);
  });

  it('prints one JSON document with --json, for a program to read', async () => {
    const { code, out } = await ptt('check', example('cambridgeshire-as-printed'), '--today', '2020-12-11', '--json');
    const Printed = z.strictObject({
      ref: z.literal('TJR-4KK'),
      status: z.literal('active'),
      today: z.literal('2020-12-11'),
      policies: z.array(z.string()),
      ownTimes: z.literal(false),
      findings: z.array(
        z.strictObject({
          rule: z.string(),
          severity: z.enum(['stop', 'act today', 'act this week', 'note']),
          at: z.array(z.union([z.string(), z.number()])),
          words: z.string(),
          todo: z.string(),
          who: z.string(),
          source: z.string(),
          policy: z.string().optional(),
        }),
      ),
    });
    const printed = Printed.parse(JSON.parse(out));
    expect(printed.policies.slice(0, 2)).toEqual(['statutory', 'cambridgeshire']);
    expect(printed.findings.length).toBeGreaterThan(20);
    expect(code).toBe(2);
  });

  it('lists every value that no case can hold, with its path, and answers 1', async () => {
    const broken = file(
      'broken.json',
      '{"schema":"ptt-case/1","ref":"X","status":"active","decidedOn":"2026-02-30","colour":1}',
    );
    const { code, out, complaints } = await ptt('check', broken);
    expect(out).toBe('');
    expect(complaints.split('\n')).toEqual([
      `${broken} is not a case: 2 values cannot be read.`,
      '  decidedOn: “2026-02-30” is not a date that exists; look it up in a calendar.',
      '  colour: 1 is not a field of a case; take it out, or see docs/case.schema.json for its name.',
    ]);
    expect(code).toBe(1);
    const asJson = await ptt('check', broken, '--json');
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.out)).toMatchObject({
      problems: [{ path: 'decidedOn', value: '“2026-02-30”' }, { path: 'colour' }],
    });
  });

  it('reads a file that begins with a byte order mark', async () => {
    const marked = file('marked.json', `\uFEFF${JSON.stringify(aRecordJson())}`);
    expect((await ptt('check', marked, '--today', '2026-11-23')).code).toBe(0);
  });

  describe('answers wrong input with one sentence and 1:', () => {
    const sentence = async (words: readonly string[]): Promise<string> => {
      const { code, out, complaints } = await ptt('check', ...words);
      expect([code, out]).toEqual([1, '']);
      expect(complaints).not.toContain('\n');
      return complaints;
    };

    it('no file', async () => {
      expect(await sentence([])).toBe('Name the case to check, for instance: npm run ptt -- check case.json');
    });

    it('a file that is not there, and a folder', async () => {
      expect(await sentence(['nowhere.json'])).toBe(
        'nowhere.json cannot be read: is the name right, and is it a file?',
      );
      expect(await sentence([folder])).toBe(`${folder} cannot be read: is the name right, and is it a file?`);
    });

    it('a file that is not JSON', async () => {
      const notJson = file('not.json', '{"schema": "ptt-case/1",\n  "ref" "X" }');
      expect(await sentence([notJson])).toBe(
        `${notJson} is not JSON: look at line 2 column 9. Save the case again from where it came.`,
      );
      const empty = file('empty.json', '');
      expect(await sentence([empty])).toBe(`${empty} is not JSON. Save the case again from where it came.`);
    });

    it('a day that does not exist', async () => {
      expect(await sentence([aCaseFile(), '--today', '31/11/2026'])).toBe(
        '--today: “31/11/2026” is not a date that exists.',
      );
    });

    it('a policy that nobody has written, asked for or in the case', async () => {
      const known = 'statutory, derbyshire, derby-city, warwickshire, plymouth, cambridgeshire, shropshire, ddat';
      expect(await sentence([aCaseFile(), '--policies', 'ddat,narnia'])).toBe(
        `--policies: “narnia” is not a policy that is written here. There are: ${known}.`,
      );
      expect(await sentence([aCaseFile({ school: { policies: ['narnia'] } })])).toBe(
        `The case’s school.policies: “narnia” is not a policy that is written here. There are: ${known}.`,
      );
    });

    it('a word too many', async () => {
      expect(await sentence(['my', 'case.json'])).toContain('“case.json” is one word too many.');
    });
  });

  it('gives the sentence as JSON where JSON is asked for', async () => {
    const { code, out, complaints } = await ptt('check', 'nowhere.json', '--json');
    expect([code, complaints]).toEqual([1, '']);
    expect(JSON.parse(out)).toEqual({ error: 'nowhere.json cannot be read: is the name right, and is it a file?' });
  });
});

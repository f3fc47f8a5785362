import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** What a program prints that writes two events to the log at a level. */
function printed(level: string): readonly Record<string, unknown>[] {
  const program = `
    const { createLog } = await import('#host/log.ts');
    const log = createLog('${level}');
    log('case changed', { caseRef: 'K7M-2QX' });
    log('notice failed', { school: 'LARK' });
  `;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('is one JSON line an event, with failures as errors', () => {
    expect(printed('info')).toMatchObject([
      { level: 'info', msg: 'case changed', caseRef: 'K7M-2QX' },
      { level: 'error', msg: 'notice failed', school: 'LARK' },
    ]);
  });

  it('tells only failures when that is all that is asked for', () => {
    expect(printed('error').map(({ msg }) => msg)).toEqual(['notice failed']);
  });
});

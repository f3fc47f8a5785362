// One term under one schedule, from the first morning to the verdict.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrustFile } from '../graph/support/a-trust.ts';
import { judge, judgeMirrors, type Verdict } from './judge.ts';
import type { Schedule } from './schedule.ts';
import { setStage, type Stage } from './stage.ts';
import { playTerm } from './term.ts';

export interface Played extends Verdict {
  readonly told: Stage['told'];
}

export async function play(file: TrustFile, schedule: Schedule, fine: Verdict | null): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'ptt-term-'));
  const stage = await setStage(file, schedule, folder);
  try {
    await playTerm(stage);
    const lived = await judgeMirrors(stage);
    await stage.startAnew();
    const verdict = await judge(stage, fine);
    return { ...verdict, wrong: [...lived, ...verdict.wrong], told: { ...stage.told } };
  } finally {
    await stage.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

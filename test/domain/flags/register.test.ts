import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { redFlags, type FlagEntry } from '#domain/flags/register.ts';

const ids = Array.from({ length: 57 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`);
const entries: readonly (readonly [string, FlagEntry])[] = Object.entries(redFlags);

describe('the register of red flags', () => {
  it('forgets none of the 57', () => {
    expect(Object.keys(redFlags)).toEqual(ids);
  });

  it('names a file that is there for each flag that is found', () => {
    const files = new Set(entries.flatMap(([, entry]) => (entry.foundIn === null ? [] : [entry.foundIn])));
    expect(
      [...files].filter((file) => !existsSync(new URL(`../../../teams-app/domain/${file}`, import.meta.url))),
    ).toEqual([]);
  });

  it('says why for each flag that a case cannot show: the school’s data system and the governors’ view', () => {
    const notFound = entries.filter(([, entry]) => entry.foundIn === null);
    expect(notFound.map(([id]) => id)).toEqual(['F38', 'F57']);
    for (const [, entry] of notFound) expect(entry.why).toMatch(/\.$/);
  });
});

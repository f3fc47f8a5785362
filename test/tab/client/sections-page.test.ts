import { afterAll, beforeAll, describe } from 'vitest';
import { sectionFieldsSuite } from './browser/section-fields.suite.ts';
import { sectionReadingSuite } from './browser/section-reading.suite.ts';
import { sectionSavingSuite } from './browser/section-saving.suite.ts';
import { setStage, type Stage } from './browser/stage.ts';

describe('a part of a case', () => {
  let set: Stage | null = null;
  const stage = (): Stage => {
    if (set === null) throw new Error('the stage is not set');
    return set;
  };

  beforeAll(async () => {
    set = await setStage();
  });
  afterAll(() => set?.stop());

  describe('filled in', () => {
    sectionFieldsSuite(stage);
  });
  describe('saved', () => {
    sectionSavingSuite(stage);
  });
  describe('opened and read', () => {
    sectionReadingSuite(stage);
  });
});

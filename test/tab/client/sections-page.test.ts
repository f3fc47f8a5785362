import { describe } from 'vitest';
import { sectionFieldsSuite } from './browser/section-fields.suite.ts';
import { sectionReadingSuite } from './browser/section-reading.suite.ts';
import { sectionSavingSuite } from './browser/section-saving.suite.ts';
import { sharedStage } from './browser/stage.ts';

describe('a part of a case', () => {
  const stage = sharedStage();

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

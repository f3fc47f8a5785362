import { afterAll, beforeAll, describe } from 'vitest';
import { accessibilitySuite } from './browser/accessibility.suite.ts';
import { boardSuite } from './browser/board.suite.ts';
import { caseSuite } from './browser/case.suite.ts';
import { importSuite } from './browser/import.suite.ts';
import { formsSuite } from './browser/forms.suite.ts';
import { newCaseSuite } from './browser/new-case.suite.ts';
import { setStage, type Stage } from './browser/stage.ts';
import { teamsSuite } from './browser/teams.suite.ts';

// One build and one browser for all of them: each costs a few seconds.
describe('the tab', () => {
  let set: Stage | null = null;
  const stage = (): Stage => {
    if (set === null) throw new Error('the stage is not set');
    return set;
  };

  beforeAll(async () => {
    set = await setStage();
  });
  afterAll(() => set?.stop());

  describe('in Teams', () => {
    teamsSuite(stage);
  });
  describe('the board', () => {
    boardSuite(stage);
  });
  describe('a case', () => {
    caseSuite(stage);
  });
  describe('the forms of a case', () => {
    formsSuite(stage);
  });
  describe('a new case', () => {
    newCaseSuite(stage);
  });
  describe('an import', () => {
    importSuite(stage);
  });
  describe('for everybody', () => {
    accessibilitySuite(stage);
  });
});

import { describe } from 'vitest';
import { accessibilitySuite } from './browser/accessibility.suite.ts';
import { ageSuite } from './browser/age.suite.ts';
import { boardSuite } from './browser/board.suite.ts';
import { caseSuite } from './browser/case.suite.ts';
import { importSuite } from './browser/import.suite.ts';
import { formsSuite } from './browser/forms.suite.ts';
import { newCaseSuite } from './browser/new-case.suite.ts';
import { registerSuite } from './browser/register.suite.ts';
import { sharedStage } from './browser/stage.ts';
import { teamsSuite } from './browser/teams.suite.ts';

describe('the tab', () => {
  const stage = sharedStage();

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
  describe('the age of what is shown', () => {
    ageSuite(stage);
  });
  describe('the register codes', () => {
    registerSuite(stage);
  });
  describe('for everybody', () => {
    accessibilitySuite(stage);
  });
});

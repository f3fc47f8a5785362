import type { TestProject } from 'vitest/node';
import { clearFoundations, type Foundations, layFoundations } from './foundations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly foundations: Foundations;
  }
}

/** Runs once before the browser tests: building pages and writing a dozen cases costs more than most of the tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const foundations = await layFoundations();
  project.provide('foundations', foundations);
  return () => clearFoundations(foundations);
}

// Fictional cases in every state that a case can be in, from one that is only thought of to one that went as it should.
import type { Story } from './story.ts';
import { adaSample } from './stories/ada-sample.ts';
import { benSpecimen } from './stories/ben-specimen.ts';
import { cleoMadeup } from './stories/cleo-madeup.ts';
import { dotPretend } from './stories/dot-pretend.ts';
import { eliImagined } from './stories/eli-imagined.ts';
import { fayFictional } from './stories/fay-fictional.ts';
import { gusInvented } from './stories/gus-invented.ts';
import { halStorybook } from './stories/hal-storybook.ts';
import { ivyMakebelieve } from './stories/ivy-makebelieve.ts';
import { jimmyExample } from './stories/jimmy-example.ts';
import { joNotional } from './stories/jo-notional.ts';
import { kitWhimsy } from './stories/kit-whimsy.ts';
import { louFable } from './stories/lou-fable.ts';
import { maySupposed } from './stories/may-supposed.ts';
import { nedParable } from './stories/ned-parable.ts';

/** Surnames say that the pupils are made up. */
export const stories: readonly Story[] = [
  jimmyExample,
  adaSample,
  benSpecimen,
  cleoMadeup,
  dotPretend,
  eliImagined,
  fayFictional,
  gusInvented,
  halStorybook,
  ivyMakebelieve,
  maySupposed,
  joNotional,
  kitWhimsy,
  louFable,
  nedParable,
];

// A dozen fictional cases in different states.
import type { Story } from './story.ts';
import { hollinBank } from './stories/hollin-bank.ts';
import { larkfield } from './stories/larkfield.ts';
import { millbrookStreet } from './stories/millbrook-street.ts';

export const stories: readonly Story[] = [...larkfield, ...hollinBank, ...millbrookStreet];

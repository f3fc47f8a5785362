// Everything that a demand can name.
import { meetingItems } from './items/meetings.ts';
import { planItems } from './items/plan.ts';
import { reviewItems } from './items/reviews.ts';
import { safetyItems } from './items/safety.ts';
import type { ItemSpec } from './items/item.ts';

const all = { ...meetingItems, ...planItems, ...safetyItems, ...reviewItems };
export type Item = keyof typeof all;

export const items: Readonly<Record<Item, ItemSpec>> = all;

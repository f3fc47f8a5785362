import type { Instant } from '#domain/dates.ts';
import { systemClock } from '#host/compose.ts';
import type { Clock } from '#workflows/ports.ts';

/** The system's clock, moved: for tests and pictures that are to be the same on every day of the year. */
export const movedClock = (milliseconds: number): Clock => ({ now: () => systemClock.now().add({ milliseconds }) });

/** How far the clock has to be moved, in milliseconds, so that it shows this instant now. */
export const moveTo = (instant: Instant): number => instant.epochMilliseconds - systemClock.now().epochMilliseconds;

import { pino } from 'pino';
import type { Log } from '#workflows/ports.ts';

/** Writes events of the register as JSON lines on standard output; facts are ids and counts. */
export function createLog(level: string): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return (event, facts = {}) => {
    const failed = event.endsWith(' failed');
    logger[failed ? 'error' : 'info'](facts, event);
  };
}

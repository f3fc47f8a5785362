import type { Log, LogEvent } from '#workflows/ports.ts';

export interface LogEntry {
  readonly event: LogEvent;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export interface TwinLog {
  readonly log: Log;
  readonly entries: (event?: LogEvent) => readonly LogEntry[];
}

export function createTwinLog(): TwinLog {
  const entries: LogEntry[] = [];
  return {
    log: (event, facts = {}) => void entries.push({ event, facts }),
    entries: (event) => entries.filter((entry) => event === undefined || entry.event === event),
  };
}

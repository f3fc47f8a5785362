import type { Closure } from '#domain/calendar.ts';
import { isAfter, parseDate } from '#domain/dates.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type CellKind, isBlank, textCell } from './cells.ts';

/** A school's closures, one a line, as a person would write them: "2026-12-21 to 2027-01-01 Christmas holidays", "2027-02-12 INSET". */
export const closuresCell: CellKind<readonly Closure[]> = {
  read: (cell) => {
    if (isBlank(cell)) return ok([]);
    const text = textCell.read(cell);
    if (!text.ok) return text;
    const closures: Closure[] = [];
    for (const line of text.value.split('\n').map((one) => one.trim())) {
      if (line === '') continue;
      const closure = readClosure(line);
      if (!closure.ok) return err(`has the line “${line}”, ${closure.error}`);
      closures.push(closure.value);
    }
    return ok(closures);
  },
  write: (closures) => (closures.length === 0 ? null : closures.map(writeClosure).join('\n')),
};

const example = 'write it like “2026-12-21 to 2027-01-01 Christmas holidays”';

function readClosure(line: string): Result<Closure, string> {
  const [, first = '', last = first, name = ''] = /^(\S+)(?:\s+to\s+(\S+))?(?:\s+(.+))?$/.exec(line) ?? [];
  const from = parseDate(first);
  const to = parseDate(last);
  if (!from.ok || !to.ok) return err(`which is not a closure; ${example}`);
  if (isAfter(from.value, to.value)) return err(`which ends before it begins; ${example}`);
  return ok({ from: from.value, to: to.value, name });
}

const writeClosure = ({ from, to, name }: Closure): string =>
  (from.equals(to) ? `${from.toString()} ${name}` : `${from.toString()} to ${to.toString()} ${name}`).trimEnd();

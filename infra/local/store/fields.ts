// Values on their way into a list: what fits a column, and in which form SharePoint keeps it.
import { ok, type Result } from '#domain/result.ts';
import { systemFields } from './columns.ts';
import { londonMidnight, parseMoment } from './london.ts';
import { invalidRequest } from './problem.ts';
import type { Column, Fields, FieldValue, HyperlinkValue, Problem } from './types.ts';

type Checked = Result<FieldValue, Problem>;

/** Checks all values of one write; null clears a column. Refuses the first that does not fit. */
export function checkFields(
  columns: readonly Column[],
  fields: Readonly<Record<string, unknown>>,
): Result<Fields, Problem> {
  const checked: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('@odata.')) continue;
    const column = columns.find((candidate) => candidate.name === name);
    if (column === undefined) {
      return systemFields.includes(name)
        ? invalidRequest(`Field '${name}' is read-only`)
        : invalidRequest(`Field '${name}' is not recognized`);
    }
    const result = checkValue(column, value);
    if (!result.ok) return result;
    checked[name] = result.value;
  }
  return ok(checked);
}

/** One value for one column, in the form in which it is kept. Blank text is no value, as in SharePoint. */
function checkValue(column: Column, value: unknown): Checked {
  if (value === null || value === '') return ok(null);
  const { kind } = column;
  switch (kind.type) {
    case 'text':
      return checkText(column, value, kind.maxLength);
    case 'note':
      return checkText(column, value, longestNote);
    case 'choice':
      return checkChoice(column, value, kind.choices, kind.allowTextEntry);
    case 'number':
      return checkNumber(column, value, kind.minimum, kind.maximum);
    case 'boolean':
      return typeof value === 'boolean' ? ok(value) : misfit(column, 'needs true or false');
    case 'dateTime':
      return checkMoment(column, value, kind.format);
    case 'hyperlink':
      return checkHyperlink(column, value);
  }
}

const longestNote = 63_999;

function misfit(column: Column, need: string): Checked {
  return invalidRequest(`Field '${column.name}' ${need}`);
}

function checkText(column: Column, value: unknown, longest: number): Checked {
  if (typeof value !== 'string' && typeof value !== 'number') return misfit(column, 'needs a text');
  const written = String(value);
  return written.length <= longest ? ok(written) : misfit(column, `holds at most ${longest} characters`);
}

function checkChoice(column: Column, value: unknown, choices: readonly string[], allowTextEntry: boolean): Checked {
  if (typeof value !== 'string') return misfit(column, 'needs one of its choices as a text');
  if (!allowTextEntry && !choices.includes(value)) {
    return misfit(column, `does not offer this choice; it offers: ${choices.join(', ')}`);
  }
  return ok(value);
}

function checkNumber(column: Column, value: unknown, minimum: number | null, maximum: number | null): Checked {
  const number = numberOf(value);
  if (number === undefined) return misfit(column, 'needs a number');
  if (minimum !== null && number < minimum) return misfit(column, `must be at least ${minimum}`);
  if (maximum !== null && number > maximum) return misfit(column, `must be at most ${maximum}`);
  return ok(number);
}

/** A number, or a text that says one in decimal digits. */
export function numberOf(value: unknown): number | undefined {
  const isWritten = typeof value === 'string' && /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value);
  const number = isWritten ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function checkMoment(column: Column, value: unknown, format: 'dateOnly' | 'dateTime'): Checked {
  const moment = typeof value === 'string' ? parseMoment(value) : undefined;
  if (moment === undefined)
    return misfit(column, 'needs a date, as 2026-06-15 or with time and zone, as 2026-06-15T09:00:00Z');
  return ok(format === 'dateOnly' ? londonMidnight(moment.day) : moment.instant);
}

function checkHyperlink(column: Column, value: unknown): Checked {
  if (!isHyperlink(value)) return misfit(column, 'needs an object with Url and Description');
  const url = URL.parse(value.Url);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return misfit(column, 'needs a web address as its Url');
  return ok({ Url: value.Url, Description: value.Description ?? value.Url });
}

function isHyperlink(value: unknown): value is { Url: string; Description?: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { Url, Description } = value as Partial<Record<keyof HyperlinkValue, unknown>>;
  return typeof Url === 'string' && (Description === undefined || typeof Description === 'string');
}

import { type ComponentType, createContext, use } from 'react';
import type { Problem } from '#tab/contract/answers.ts';
import { fieldId } from '../forms/fields.tsx';
import type { Field } from './fields-of.ts';
import { isWithin } from './values.ts';

export interface DrawnField<F extends Field = Field> {
  readonly field: F;
  /** Where the value stands: risk.hazards.0.owner. */
  readonly path: string;
  readonly value: unknown;
  /** For a field without a title of its own: the line of a list. */
  readonly label?: string;
}

/** What the fields of a form share, however deep they lie. */
export interface FormHands {
  readonly set: (path: string, value: unknown) => void;
  readonly problems: readonly Problem[];
  readonly disabled: boolean;
  /** Draws a field of any kind: groups and lists hold fields, and so they need it without importing it. */
  readonly Draw: ComponentType<DrawnField>;
}

export const FormHandsContext = createContext<FormHands | null>(null);

export function useFormHands(): FormHands {
  const hands = use(FormHandsContext);
  if (hands === null) throw new Error('useFormHands is called outside FormHandsContext: draw fields inside a form.');
  return hands;
}

export const hasProblemIn = (problems: readonly Problem[], path: string): boolean =>
  problems.some(({ field }) => field !== undefined && isWithin(field, path));

const controls = 'input, textarea, select, button, summary';

/** Puts the focus on the field at this place; where it is not shown, on what holds it. False where nothing is. */
export function focusPlace(path: string): boolean {
  const found = document.getElementById(fieldId(path));
  if (found !== null) {
    const target = found.matches(controls) ? found : found.querySelector<HTMLElement>(controls);
    (target ?? found).focus();
    return true;
  }
  const cut = path.lastIndexOf('.');
  return cut > 0 && focusPlace(path.slice(0, cut));
}

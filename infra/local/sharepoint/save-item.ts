import { err, ok, type Result } from '#domain/result.ts';
import type { FieldValue, Item, Problem } from '../store/types.ts';
import { fromInput, toWords } from './field-text.ts';
import { isTouched, type ItemForm, rebase } from './item-form.ts';
import type { ListView } from './list-page.ts';

export interface NotSaved {
  readonly status: number;
  readonly form: ItemForm;
  readonly item: Item | null;
}

/**
 * Writes what the person changed, if the item is still as they saw it.
 * @param item the item as it is now; null for a new one
 */
export function saveItem(view: ListView, item: Item | null, form: ItemForm): Result<Item, NotSaved> {
  const { list, store, visitor } = view;
  const changes: Record<string, FieldValue> = {};
  const checked = form.fields.map((field) => {
    if (item !== null && !isTouched(field)) return field;
    const value = fromInput(field.column, field.typed, field.typedDescription);
    if (!value.ok) return { ...field, problem: value.error };
    if (item !== null || value.value !== null) changes[field.column.name] = value.value;
    return field;
  });
  if (checked.some((field) => field.problem !== null))
    return err({ status: 400, item, form: { ...form, fields: checked } });
  if (item !== null && Object.keys(changes).length === 0) return ok(item);

  const actor = { userId: visitor.user.id };
  const saved =
    item === null
      ? store.items.create(list.id, changes, { actor })
      : store.items.update(list.id, item.id, changes, { actor, ...(form.etag === null ? {} : { ifMatch: form.etag }) });
  if (saved.ok) return saved;
  if (saved.error.status === 412 && item !== null) {
    return err({ status: 409, item, form: rebase(form, item, store.directory.actorName(item.modifiedBy), toWords) });
  }
  return err({ status: 400, item, form: placed(saved.error, form) });
}

/** Puts a refusal of the list beside the field it names. */
function placed(problem: Problem, form: ItemForm): ItemForm {
  const named = /'([^']+)'/.exec(problem.message)?.[1];
  const found = form.fields.find(({ column }) => column.name === named || column.displayName === named);
  if (found === undefined) return { ...form, problem: problem.message };
  return {
    ...form,
    fields: form.fields.map((field) => (field === found ? { ...field, problem: problem.message } : field)),
  };
}

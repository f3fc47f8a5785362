import type { Column, Item } from '../store/types.ts';
import { html, type Html } from './html.ts';
import type { FormField, ItemForm } from './item-form.ts';
import { itemTitle } from './item-page.ts';
import type { ListView } from './list-page.ts';
import type { Page } from './page.ts';
import { listPath } from './paths.ts';
import { listTrail } from './trail.ts';

/** EditForm and NewForm. */
export function itemFormPage(view: ListView, item: Item | null, form: ItemForm, status = 200): Page {
  const { list, visitor, store } = view;
  const heading = item === null ? `New item in ${list.displayName}` : `Edit ${itemTitle(item)}`;
  const action =
    item === null ? visitor.link(listPath(list, 'NewForm')) : visitor.link(listPath(list, 'EditForm'), { ID: item.id });
  const away = item === null ? visitor.link(listPath(list)) : visitor.link(listPath(list, 'DispForm'), { ID: item.id });
  const wrong = form.fields.filter((field) => field.problem !== null);
  return {
    status,
    title: `${wrong.length > 0 || form.problem !== null ? 'Not saved: ' : ''}${heading}`,
    trail: listTrail(list, store, visitor, item === null ? 'New item' : itemTitle(item)),
    body: html`<h1>${heading}</h1>
${(form.problem !== null || wrong.length > 0) && problems(form.problem, wrong)}
<form class="item" method="post" action="${action}" novalidate>
${form.etag !== null && html`<input type="hidden" name="etag" value="${form.etag}">`}
${form.fields.map(fieldHtml)}
<p class="commands"><button type="submit" class="button">Save</button> <a href="${away}">Cancel</a></p>
</form>`,
  };
}

function problems(problem: string | null, wrong: readonly FormField[]): Html {
  return html`<div class="problems" role="alert">
<h2>Not saved</h2>
${problem !== null && html`<p>${problem}</p>`}
${wrong.length > 0 && html`<ul>${wrong.map((field) => html`<li><a href="#f.${field.column.name}">${field.column.displayName}</a>: ${field.problem}</li>`)}</ul>`}
</div>`;
}

function fieldHtml(field: FormField): Html {
  const { column, was, wasDescription, problem } = field;
  const id = `f.${column.name}`;
  const described = [column.description !== '' && `${id}-hint`, problem !== null && `${id}-problem`].filter(
    (one) => one !== false,
  );
  const attributes = html`id="${id}" name="${id}"${described.length > 0 && html` aria-describedby="${described.join(' ')}"`}${problem !== null && html` aria-invalid="true"`}${column.required && html` aria-required="true"`}`;
  const hint = column.description !== '' && html`<p class="hint" id="${id}-hint">${column.description}</p>`;
  const said = problem !== null && html`<p class="problem" id="${id}-problem">${problem}</p>`;
  const kept = html`<input type="hidden" name="was.${column.name}" value="${was}">${column.kind.type === 'hyperlink' && html`<input type="hidden" name="wasd.${column.name}" value="${wasDescription}">`}`;
  const label = html`<label for="${id}">${column.displayName}${column.required && html` <span class="needed">(needed)</span>`}</label>`;
  return column.kind.type === 'boolean'
    ? html`<div class="field tick">${inputHtml(field, attributes)} ${label}${hint}${said}${kept}</div>`
    : html`<div class="field">${label}${hint}${said}${inputHtml(field, attributes)}${kept}</div>`;
}

function inputHtml({ column, typed, typedDescription }: FormField, attributes: Html): Html {
  const { kind } = column;
  switch (kind.type) {
    case 'text':
      return html`<input type="text" ${attributes} value="${typed}" maxlength="${kind.maxLength}">`;
    case 'note':
      // A line break straight after the tag is the browser's to swallow, so that one of the text's own stays.
      return html`<textarea ${attributes} rows="${Math.max(3, kind.linesForEditing)}">
${typed}</textarea>`;
    case 'choice':
      return choiceHtml(column, kind, typed, attributes);
    case 'number':
      return html`<input type="text" inputmode="decimal" ${attributes} value="${typed}">`;
    case 'dateTime':
      return html`<input type="${kind.format === 'dateOnly' ? 'date' : 'datetime-local'}" ${attributes} value="${typed}">`;
    case 'boolean':
      return html`<input type="checkbox" ${attributes} value="yes"${typed === 'yes' && html` checked`}>`;
    case 'hyperlink':
      return html`<input type="url" ${attributes} value="${typed}"><label for="d.${column.name}">Words to show for the link</label><input type="text" id="d.${column.name}" name="d.${column.name}" value="${typedDescription}">`;
  }
}

function choiceHtml(
  column: Column,
  kind: Extract<Column['kind'], { type: 'choice' }>,
  typed: string,
  attributes: Html,
): Html {
  if (kind.allowTextEntry) {
    const listId = `choices.${column.name}`;
    return html`<input type="text" ${attributes} list="${listId}" value="${typed}"><datalist id="${listId}">${kind.choices.map((choice) => html`<option value="${choice}"></option>`)}</datalist>`;
  }
  const choices = typed === '' || kind.choices.includes(typed) ? kind.choices : [typed, ...kind.choices];
  return html`<select ${attributes}><option value=""></option>${choices.map(
    (choice) => html`<option value="${choice}"${choice === typed && html` selected`}>${choice}</option>`,
  )}</select>`;
}

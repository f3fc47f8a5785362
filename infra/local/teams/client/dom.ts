type Child = Node | string | null | undefined | false;

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>>;

/**
 * Makes an element. Attributes named `on…` are listeners, `true` writes an empty attribute, `false`, null and undefined none.
 * Text children are text: nothing here parses HTML.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== null && child !== undefined && child !== false) parent.append(child);
}

export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/**
 * Redraws a part of the page. Whoever was on a control of it by keyboard is afterwards on the same one, known by its id or address; where
 * it is gone, on what may be focused around it.
 */
export function keepingFocus(part: Element, redraw: () => void): void {
  const held = part.contains(document.activeElement) ? document.activeElement : null;
  const around = held?.parentElement?.closest<HTMLElement>('[tabindex="-1"]');
  redraw();
  if (held === null || document.activeElement === held) return;
  const same = [...part.querySelectorAll<HTMLElement>(held.tagName)].find((one) => isSameControl(one, held));
  (same ?? around)?.focus({ preventScroll: true });
}

/** Not by their words: buttons of one name can do different things, and Enter may be pressed again. */
function isSameControl(one: Element, other: Element): boolean {
  const href = one.getAttribute('href');
  if (one.id !== other.id || href !== other.getAttribute('href')) return false;
  return one.id !== '' || href !== null || (one.matches('h1, h2') && one.textContent === other.textContent);
}

/** A part of a page that is shown, and stops listening when another takes its place. */
export interface View {
  readonly element: HTMLElement;
  readonly title: string;
  readonly close?: () => void;
}

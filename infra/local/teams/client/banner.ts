import { el } from './dom.ts';
import { personSelect } from './people-picker.ts';
import { THEMES, type Theme } from './session.ts';
import type { PersonView } from './wire.ts';

export interface BannerOptions {
  readonly people: readonly PersonView[];
  readonly theme: Theme;
  readonly pickPerson: (id: string) => void;
  readonly pickTheme: (theme: Theme) => void;
  /** The way to the weather. */
  readonly weather: HTMLElement;
}

const THEME_WORDS: Readonly<Record<Theme, string>> = { default: 'Light', dark: 'Dark', contrast: 'High contrast' };

export interface Banner {
  readonly element: HTMLElement;
  /** Says who is picked; null for nobody. */
  readonly showPerson: (id: string | null) => void;
}

/** Lives as long as the page, so that the keyboard stays where it is while one goes from person to person. */
export function banner(options: BannerOptions): Banner {
  const person = personSelect(options.people, options.pickPerson);
  const element = el(
    'header',
    { class: 'banner' },
    el('p', { class: 'banner-words' }, 'Local tenant – demonstration, fictional people'),
    options.weather,
    themeSelect(options),
    person,
  );
  return {
    element,
    showPerson: (id) => {
      person.hidden = id === null;
      person.value = id ?? '';
    },
  };
}

function themeSelect({ theme, pickTheme }: BannerOptions): HTMLElement {
  const select = el(
    'select',
    { 'aria-label': 'Theme', class: 'theme' },
    ...THEMES.map((one) => el('option', { value: one, selected: one === theme }, THEME_WORDS[one])),
  );
  select.addEventListener('change', () => {
    const picked = THEMES.find((one) => one === select.value);
    if (picked !== undefined) pickTheme(picked);
  });
  return select;
}

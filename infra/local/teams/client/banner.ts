import { el } from './dom.ts';
import { personSelect } from './people-picker.ts';
import { THEMES, type Theme } from './session.ts';
import type { PersonView } from './wire.ts';

export interface BannerOptions {
  readonly people: readonly PersonView[];
  /** null while nobody is picked. */
  readonly personId: string | null;
  readonly theme: Theme;
  readonly pickPerson: (id: string) => void;
  readonly pickTheme: (theme: Theme) => void;
  /** The way to the weather. */
  readonly weather: HTMLElement;
}

const THEME_WORDS: Readonly<Record<Theme, string>> = { default: 'Light', dark: 'Dark', contrast: 'High contrast' };

export function banner(options: BannerOptions): HTMLElement {
  const { people, personId } = options;
  return el(
    'header',
    { class: 'banner' },
    el('p', { class: 'banner-words' }, 'Local tenant – demonstration, fictional people'),
    options.weather,
    themeSelect(options),
    personId === null ? null : personSelect(people, personId, options.pickPerson),
  );
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

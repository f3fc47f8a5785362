// Kept for each browser tab, so that two tabs can be two people.

export const THEMES = ['default', 'dark', 'contrast'] as const;

/** The names teams-js gives the host's themes. */
export type Theme = (typeof THEMES)[number];

const PERSON = 'local-person';
const THEME = 'local-theme';

export function pickedPerson(): string | null {
  return sessionStorage.getItem(PERSON);
}

export function pickPerson(id: string): void {
  sessionStorage.setItem(PERSON, id);
}

export function forgetPerson(): void {
  sessionStorage.removeItem(PERSON);
}

export function pickedTheme(): Theme {
  const kept = sessionStorage.getItem(THEME);
  const found = THEMES.find((theme) => theme === kept);
  if (found !== undefined) return found;
  if (matchMedia('(forced-colors: active)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}

export function pickTheme(theme: Theme): void {
  sessionStorage.setItem(THEME, theme);
}

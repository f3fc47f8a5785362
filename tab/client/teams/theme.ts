import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

/** Fluent's theme for a theme of Teams, and what the browser's own controls should look like in it. */
export interface Look {
  readonly theme: Theme;
  readonly colorScheme: 'light' | 'dark';
}

export function lookOf(teamsTheme: string): Look {
  switch (teamsTheme) {
    case 'dark':
      return { theme: teamsDarkTheme, colorScheme: 'dark' };
    case 'contrast':
      return { theme: teamsHighContrastTheme, colorScheme: 'dark' };
    default:
      return { theme: teamsLightTheme, colorScheme: 'light' };
  }
}

import type { AppView } from './wire.ts';

export interface Suggestion {
  readonly label: string;
  readonly note: string;
  /** The text before the caret, once this is picked. */
  readonly text: string;
  /** Whether Enter takes it without an arrow key: true for a name one is in the middle of typing. */
  readonly eager: boolean;
}

/**
 * What Teams would offer: a bot's name after `@`, then its commands. In a chat with the bot no mention is needed.
 * @param before the text before the caret
 */
export function suggestionsFor(before: string, apps: readonly AppView[], inChat: boolean): readonly Suggestion[] {
  const typedName = /(?:^|\s)@([\p{L}\d]*)$/u.exec(before)?.[1];
  if (typedName !== undefined) {
    const kept = before.slice(0, before.length - typedName.length - 1);
    return apps
      .filter((app) => startsWith(app.botName, typedName))
      .map((app) => ({ label: app.botName, note: app.tabName, text: `${kept}@${app.botName} `, eager: true }));
  }
  return apps.flatMap((app) => {
    const lead = inChat ? '' : `@${app.botName} `;
    if (!startsWith(before, lead) || (inChat && before === '')) return [];
    const typed = before.slice(lead.length).replace(/^\/ptt\s+/i, '');
    return app.commands
      .filter((command) => startsWith(command.title, typed) && command.title.length > typed.length)
      .map((command) => ({
        label: command.title,
        note: command.description,
        text: `${lead}${command.title}`,
        eager: false,
      }));
  });
}

const startsWith = (text: string, start: string): boolean => text.toLowerCase().startsWith(start.toLowerCase());

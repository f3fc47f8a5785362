import type { CommandName } from '../parse-command.ts';
import { type TabPlace, tabLink } from '../tab-links.ts';
import { type Card, card, type Element, heading, openUrl, text } from './card.ts';

/** Every command, with what it does: also the text of the help card. */
const commandHelp: Readonly<Record<CommandName, string>> = {
  'review due': 'Reviews that are overdue or due in the next 7 days, soonest first. You can mark one as held.',
  'unsigned consents': 'Cases whose parents have not signed the times and dates put to them.',
  help: 'This list.',
};

export interface UnknownCommand {
  readonly typed: string;
  readonly nearest: CommandName;
}

export function helpCard(tab: TabPlace, unknown?: UnknownCommand): Card {
  const asked = unknown ? `I do not know “${unknown.typed}”. Did you mean “${unknown.nearest}”?` : undefined;
  const body: Element[] = asked ? [text(asked, { weight: 'Bolder' })] : [];
  body.push(heading('What you can ask', 'Medium'));
  for (const [command, does] of Object.entries(commandHelp)) {
    body.push(text(`@PTT ${command}`, { weight: 'Bolder' }), text(does, { spacing: 'None' }));
  }
  body.push(
    text('In a channel I answer about the school whose Team it is; in a chat with me, about all of your schools.', {
      isSubtle: true,
      spacing: 'Medium',
    }),
  );
  const commands = Object.keys(commandHelp).join(', ');
  return card({
    summary: asked ? 'I do not know this command' : 'What you can ask',
    spoken: `${asked ? `${asked} ` : ''}You can ask: ${commands}.`,
    body,
    actions: [openUrl('Open the tab', 'Open Part-time timetables', tabLink(tab))],
  });
}

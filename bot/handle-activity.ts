import type { Log, Membership, People } from '#workflows/ports.ts';
import type { Asked, BotWorkflows } from './bot-workflows.ts';
import { unsignedCard } from './cards/consents.ts';
import { helpCard } from './cards/help.ts';
import { pressSchema } from './cards/press.ts';
import { failureCard, refusalCard } from './cards/refusal.ts';
import { reviewDueCard } from './cards/review-due.ts';
import { errorFacts } from '#workflows/error-name.ts';
import type { Inbound, InboundMessage, InboundPress, Installed, Place, Reply } from './inbound.ts';
import { parseCommand } from './parse-command.ts';
import type { TabPlace } from './tab-links.ts';

export interface HandlerDependencies {
  readonly people: People;
  readonly commands: BotWorkflows;
  readonly log: Log;
  readonly tab: TabPlace;
  /** Makes the id of a button, different each time. */
  readonly newId: () => string;
}

const wrongPlace = 'Ask me in a channel of your school’s Team, or in a chat with me alone.';
const unknownTeam = 'I cannot tell which Team this channel belongs to. Ask me in a chat with me alone.';
const staleButton = 'I cannot read this button. Ask for the list again with “@PTT review due” and press there.';
const pressFailed =
  'I cannot tell whether this was recorded. Press again: it is recorded once, however often you press. If it goes on, use the tab.';

/** Answers one activity. What the person may see or do is decided behind `commands`; a failure there becomes words, and a log line. */
export async function handleActivity(dependencies: HandlerDependencies, inbound: Inbound): Promise<Reply> {
  switch (inbound.kind) {
    case 'installed':
      await learn(dependencies, inbound);
      return { kind: 'nothing' };
    case 'message': {
      const [reply] = await Promise.all([answer(dependencies, inbound), learn(dependencies, inbound)]);
      return reply;
    }
    case 'press':
      return press(dependencies, inbound);
  }
}

/** Service addresses change, and install events get lost: what a channel is called is learnt from everything that comes from it. */
async function learn({ commands, log }: HandlerDependencies, from: InboundMessage | Installed): Promise<void> {
  const { place, serviceUrl } = from;
  if (place.kind !== 'channel' || place.teamId === null) return;
  const { teamId, channelId } = place;
  const chosen = from.kind === 'installed' && from.chosen;
  try {
    await commands.learnChannel({ teamId, channelId, serviceUrl, conversationType: place.kind, chosen });
  } catch (error) {
    log('bot activity failed', { while: 'learning a channel', ...errorFacts(error) });
  }
}

async function answer(dependencies: HandlerDependencies, message: InboundMessage): Promise<Reply> {
  try {
    return await answerCommand(dependencies, message);
  } catch (error) {
    dependencies.log('bot activity failed', { while: 'answering', ...errorFacts(error) });
    return { kind: 'card', card: failureCard() };
  }
}

async function answerCommand(dependencies: HandlerDependencies, message: InboundMessage): Promise<Reply> {
  const { commands, log, people, tab } = dependencies;
  const command = parseCommand(message.text);
  if (command.kind === 'help') return { kind: 'card', card: helpCard(tab) };
  if (command.kind === 'unknown') return { kind: 'card', card: helpCard(tab, command) };
  const refuse = (words: string): Reply => {
    log('bot activity refused', { command: command.kind, place: message.place.kind, person: message.personId });
    return { kind: 'card', card: refusalCard(words) };
  };
  const asked = askedIn(message.place);
  if (typeof asked === 'string') return refuse(asked);
  const asker = await people.whoIs(message.personId);
  if (command.kind === 'unsigned') {
    const found = await commands.unsignedConsents(asker, asked);
    return 'refused' in found ? refuse(found.refused) : { kind: 'card', card: unsignedCard(found.schools, tab) };
  }
  const found = await commands.reviewDue(asker, asked);
  return 'refused' in found ? refuse(found.refused) : { kind: 'card', card: reviewDueCard(found, dependencies) };
}

/** Whose cases may be spoken of here; words where none may. A channel whose Team is unknown is never taken for a private chat. */
function askedIn(place: Place): Asked | string {
  switch (place.kind) {
    case 'chat':
      return { teamId: null };
    case 'group chat':
      return wrongPlace;
    case 'channel':
      return place.teamId === null ? unknownTeam : { teamId: place.teamId };
  }
}

async function press(dependencies: HandlerDependencies, inbound: InboundPress): Promise<Reply> {
  const { log, people } = dependencies;
  const refuse = (words: string): Reply => {
    log('bot activity refused', { press: true, place: inbound.place.kind, person: inbound.personId });
    return { kind: 'words', words };
  };
  const asked = askedIn(inbound.place);
  if (typeof asked === 'string') return refuse(asked);
  const data = pressSchema.safeParse(inbound.data);
  if (!data.success) return refuse(staleButton);
  const { verb: _verb, ...held } = data.data;
  try {
    const asker = await people.whoIs(inbound.personId);
    const recorded = await dependencies.commands.recordReviewHeld(asker, held);
    return recorded.ok
      ? await sameCardAgain(dependencies, asker, asked, { caseRef: held.caseRef, words: recorded.value.words })
      : refuse(recorded.error);
  } catch (error) {
    log('bot activity failed', { while: 'recording a review', ...errorFacts(error) });
    return { kind: 'words', words: pressFailed };
  }
}

/** The card is asked for afresh, so that it shows what the lists now say and nothing that came from the card. */
async function sameCardAgain(
  dependencies: HandlerDependencies,
  asker: Membership,
  asked: Asked,
  said: { readonly caseRef: string; readonly words: string },
): Promise<Reply> {
  const found = await dependencies.commands.reviewDue(asker, asked);
  if ('refused' in found) return { kind: 'words', words: said.words };
  return { kind: 'replace', card: reviewDueCard({ schools: found.schools, said }, dependencies) };
}

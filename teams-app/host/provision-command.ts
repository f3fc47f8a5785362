// npm run ptt -- provision: makes and mends the lists, and says what a person has to do.
import { provisionSites } from '#graph/provision-sites.ts';
import { connect, type Surroundings } from './compose.ts';
import type { Terminal } from './terminal.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Answers the exit code: 0 all is there, 1 it could not be finished, 2 something is left for a person. */
export async function provision(surroundings: Surroundings, terminal: Terminal): Promise<number> {
  const { graph, sites } = connect(surroundings);
  let made = 0;
  try {
    const done = await provisionSites({
      graph,
      sites,
      hubSitePath: surroundings.config.hubSite,
      onSite: (sitePath, place, of) => terminal.progress(`${place} of ${counted(of, 'site', 'sites')}: ${sitePath}`),
      onMade: (sitePath, words) => {
        made += 1;
        terminal.say(`${sitePath}: ${words}`);
      },
      onTrouble: (sitePath, { words, who, todo }) => {
        terminal.complain(`${sitePath}: ${words}`);
        terminal.complain(`  Who: ${who}. To do: ${todo}`);
      },
    });
    const seen = counted(done.sites, 'site', 'sites');
    if (done.troubles > 0) {
      terminal.say(
        `${seen} seen, ${done.made} made or mended, ${counted(done.troubles, 'thing', 'things')} left for a person.`,
      );
      return 2;
    }
    terminal.say(
      done.made === 0
        ? `Every list and column is there already (${seen}).`
        : `${seen} seen, ${done.made} made or mended.`,
    );
    return 0;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    terminal.complain(
      `${made === 0 ? 'Nothing was made or mended' : `Not finished; what was made (${made}) stays`}. ${why}`,
    );
    terminal.complain(
      'npm run ptt -- doctor looks closer. Provisioning can be run again: it goes on where it stopped.',
    );
    return 1;
  }
}

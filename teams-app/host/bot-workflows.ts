import type { BotWorkflows } from '#bot/bot-workflows.ts';
import { ok } from '#domain/result.ts';
import { learnChannel } from '#workflows/learn-channel.ts';
import type { Outside } from '#workflows/ports.ts';
import { recordReviewHeld, reviewDue, schoolsAsked, unsignedConsents } from '#workflows/review-commands.ts';

/** What is set going behind a command, without making anybody wait for it. */
export interface Followers {
  /** A case was changed: notices, the governors' list. */
  readonly afterChange: () => void;
  /** A Team can be posted to from now on: what could not be said before is said. */
  readonly afterLearning: () => void;
}

/** The bot's commands over the workflows. */
export function botWorkflows(outside: Outside, { afterChange, afterLearning }: Followers): BotWorkflows {
  return {
    async reviewDue(asker, { teamId }) {
      const schools = schoolsAsked(outside, asker, teamId);
      return schools.ok ? { schools: reviewDue(outside, schools.value) } : { refused: schools.error };
    },
    async unsignedConsents(asker, { teamId }) {
      const schools = schoolsAsked(outside, asker, teamId);
      return schools.ok ? { schools: unsignedConsents(outside, schools.value) } : { refused: schools.error };
    },
    async recordReviewHeld(asker, press) {
      const done = await recordReviewHeld(outside, asker, press);
      if (!done.ok) return done;
      afterChange();
      return ok({ words: done.value });
    },
    async learnChannel(learnt) {
      if (await learnChannel(outside, learnt)) afterLearning();
    },
  };
}

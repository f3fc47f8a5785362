import type { BotWorkflows, LearntChannel, SchoolReviews } from '#bot/bot-workflows.ts';
import { date } from '#domain/dates.ts';
import { err, ok } from '#domain/result.ts';
import type { Membership, People } from '#workflows/ports.ts';
import { aCase, aReview, aSchool } from './cases.ts';
import { usualConsents } from './cards.ts';

const everyone: Readonly<Record<string, Membership>> = {
  ada: { id: 'ada', name: 'Ada Invented', roles: ['senco'], schools: ['LARK'] },
  tess: { id: 'tess', name: 'Tess Fictional', roles: ['attendance'], schools: ['LARK'] },
  trudy: { id: 'trudy', name: 'Trudy Made-Up', roles: ['trust'], schools: ['LARK', 'HOLL'] },
};

export const people: People = {
  whoIs: async (id) => everyone[id] ?? { id, name: 'Stranger', roles: [], schools: [] },
};

const teams: Readonly<Record<string, string>> = { 'group-larkfield': 'LARK', 'group-hollin': 'HOLL' };
const names: Readonly<Record<string, string>> = { LARK: 'Larkfield Primary School', HOLL: 'Hollin Bank School' };

export interface RememberingWorkflows extends BotWorkflows {
  readonly learnt: readonly LearntChannel[];
  /** How often a review was truly recorded. */
  readonly recorded: () => number;
}

/** One review due in each of two schools, which can be held once. */
export function rememberingWorkflows(): RememberingWorkflows {
  const held = new Map<string, { readonly pressId: string; readonly by: string }>();
  const learnt: LearntChannel[] = [];
  const planned = { LARK: { ref: 'K7M-2QX', dueOn: '2026-11-14' }, HOLL: { ref: 'H8J-5KM', dueOn: '2026-11-12' } };

  const reviewsOf = (schoolKey: string): SchoolReviews => {
    const one = schoolKey === 'HOLL' ? planned.HOLL : planned.LARK;
    const done = held.get(`${one.ref}/1`);
    return aSchool(done ? [] : [one], {
      school: names[schoolKey] ?? schoolKey,
      schoolKey,
      awaitingOutcome: done
        ? [{ case: aCase({ ref: one.ref }), review: aReview({ heldOn: date('2026-11-17'), recordedBy: done.by }) }]
        : [],
    });
  };
  const visible = (asker: Membership, teamId: string | null): readonly string[] =>
    asker.schools.filter((school) => teamId === null || school === teams[teamId]);
  const refused = 'Only people in the Team of this school are answered here.';

  return {
    learnt,
    recorded: () => held.size,
    async reviewDue(asker, { teamId }) {
      const schools = visible(asker, teamId);
      return schools.length === 0 ? { refused } : { schools: schools.map(reviewsOf) };
    },
    async unsignedConsents(asker, { teamId }) {
      return visible(asker, teamId).length === 0 ? { refused } : { schools: [usualConsents] };
    },
    async recordReviewHeld(asker, press) {
      if (!asker.schools.includes(press.schoolKey)) return err(refused);
      if (!asker.roles.includes('senco')) return err('Only the headteacher or the SENCO can do this.');
      const before = held.get(press.reviewKey);
      if (before && before.pressId !== press.pressId) return err(`${before.by} has recorded this review already.`);
      const by = before?.by ?? asker.name;
      held.set(press.reviewKey, { pressId: press.pressId, by });
      return ok({ words: `Review held, recorded by ${by}, Tue 17 Nov 2026: add the outcome in the tab.` });
    },
    async learnChannel(channel) {
      learnt.push(channel);
    },
  };
}

// What Teams took from the bot: the app may not read a channel, so its own posts are overheard on their way.
import { z } from 'zod';

export interface OverheardPost {
  readonly conversationId: string;
  readonly activityId: string;
  readonly card: unknown;
}

export interface Overheard {
  readonly fetch: typeof fetch;
  posts(): readonly OverheardPost[];
  /** Answers them and forgets them. */
  takePosts(): readonly OverheardPost[];
}

const Sent = z.object({ activity: z.object({ attachments: z.tuple([z.object({ content: z.unknown() })]) }) });
const Taken = z.object({ id: z.string(), activityId: z.string().optional() });

export function overhear(send: typeof fetch): Overheard {
  let posts: OverheardPost[] = [];
  return {
    async fetch(input, init) {
      const answer = await send(input, init);
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      if (init?.method === 'POST' && answer.ok && pathname.endsWith('/v3/conversations')) {
        const { id, activityId } = Taken.parse(await answer.clone().json());
        const { attachments } = Sent.parse(JSON.parse(z.string().parse(init.body))).activity;
        posts.push({
          conversationId: id,
          activityId: activityId ?? z.string().parse(id.split(';messageid=')[1]),
          card: attachments[0].content,
        });
      }
      return answer;
    },
    posts: () => [...posts],
    takePosts() {
      const taken = posts;
      posts = [];
      return taken;
    },
  };
}

import { z } from 'zod';
import { badSyntax, type ConnectorProblem, notImplemented } from './problem.ts';

// What a bot's requests may hold. The shapes are strict: a property that nothing here acts upon is refused, not dropped.

/** A person or a bot, as activities name them and as the rosters here describe them. The id decides; the rest only describes. */
export const accountShape = z.strictObject({
  id: z.string().nullish(),
  name: z.string().nullish(),
  role: z.string().nullish(),
  objectId: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
});

const attachmentShape = z.strictObject({ contentType: z.string(), content: z.unknown() });

/** What an activity says about where it comes from and where it goes; botbuilder puts all of it on whatever it sends. */
const envelope = {
  id: z.string().nullish(),
  channelId: z.literal('msteams').nullish(),
  serviceUrl: z.string().nullish(),
  locale: z.string().nullish(),
  from: accountShape.nullish(),
  // A message to one person among many would be shown to all of them here.
  recipient: accountShape.extend({ isTargeted: z.literal(false).nullish() }).nullish(),
  conversation: z
    .strictObject({
      id: z.string().nullish(),
      name: z.string().nullish(),
      isGroup: z.boolean().nullish(),
      conversationType: z.string().nullish(),
      tenantId: z.string().nullish(),
      aadObjectId: z.string().nullish(),
      role: z.string().nullish(),
    })
    .nullish(),
  replyToId: z.string().nullish(),
};

export const activityShape = z.strictObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.enum(['markdown', 'plain']).nullish(),
  summary: z.string().nullish(),
  attachments: z.array(attachmentShape).nullish(),
  // These say what happens anyway.
  attachmentLayout: z.literal('list').nullish(),
  inputHint: z.literal('acceptingInput').nullish(),
  entities: z.array(z.never()).nullish(),
  channelData: z.strictObject({}).nullish(),
  ...envelope,
});

/** 501 for what is well formed and not known here, by its name; 400 for the rest. */
export function misfit(error: z.ZodError, whole: string): ConnectorProblem {
  for (const issue of error.issues) {
    const at = issue.path.join('.');
    const [first] = issue.path;
    if (issue.code === 'unrecognized_keys') {
      const names = issue.keys.map((key) => `'${[...issue.path, key].join('.')}'`);
      return notImplemented(`the property ${names.join(', ')} of ${whole}`);
    }
    if (issue.code === 'invalid_value') return notImplemented(`this value of the property '${at}' of ${whole}`);
    if (first === 'entities' && issue.path.length > 1) return notImplemented(`the property 'entities' of ${whole}`);
  }
  const [issue] = error.issues;
  return badSyntax(`Bad format of ${whole}${issue?.path.length ? `: ${issue.path.join('.')}` : ''}.`);
}

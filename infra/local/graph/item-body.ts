// What Outlook calls itemBody: the words of a mail or an event.
import { z } from 'zod';

export const itemBody = z.strictObject({
  contentType: z.string().transform((said, context) => {
    const type = said.toLowerCase();
    if (type === 'text' || type === 'html') return type;
    context.addIssue(`Requested value '${said}' was not found.`);
    return z.NEVER;
  }),
  content: z.string(),
});

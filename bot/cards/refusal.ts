import { type Card, card, heading, text } from './card.ts';
import { short } from './fit.ts';

/** Why there is no answer, and what to do next. Holds no case data: anybody in the channel may have asked. */
export const refusalCard = (words: string): Card =>
  card({
    summary: 'There is no answer to show',
    spoken: short(words, 400),
    body: [heading('I cannot show you this', 'Medium'), text(short(words, 1000))],
  });

/** Something broke on our side. */
export const failureCard = (): Card => {
  const words =
    'I could not answer. Please ask again in a minute. If it goes on, tell the person who looks after this app.';
  return card({
    summary: 'I could not answer',
    spoken: words,
    body: [heading('That did not work', 'Medium'), text(words)],
  });
};

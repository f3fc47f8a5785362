import { avatar } from './avatar.ts';
import { el, type View } from './dom.ts';
import { localiseLinks } from './links.ts';
import { linkedText } from './markdown.ts';
import type { Surroundings } from './place.ts';
import { fullTime, shortTime } from './times.ts';
import { hashOf } from './route.ts';
import { trouble } from './trouble.ts';
import type { MailView, WorkplaceView } from './wire.ts';

/** What is known of somebody's mail; an answer that was once had is kept when a later question fails. */
export type Mailbox =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void }
  | { readonly kind: 'loaded'; readonly mails: readonly MailView[] };

export function mailListElement(mailbox: Mailbox, openId: string | null): HTMLElement {
  if (mailbox.kind === 'loading') return loading();
  if (mailbox.kind === 'failed') return trouble('The mail could not be loaded.', mailbox.error, mailbox.again);
  const { mails } = mailbox;
  if (mails.length === 0)
    return el('p', { class: 'empty' }, 'No mail yet. Notices and links sent to this person would be here.');
  return el(
    'ul',
    { class: 'rows' },
    ...mails.map((mail) =>
      el(
        'li',
        {},
        el(
          'a',
          {
            class: 'row',
            href: hashOf({ page: 'letter', mailId: mail.id }),
            'aria-current': mail.id === openId ? 'page' : null,
          },
          avatar(mail.from),
          el(
            'span',
            { class: 'row-text' },
            el('span', { class: 'row-title' }, mail.subject),
            el('span', { class: 'row-note' }, `${mail.from}, ${shortTime(mail.sentAt)}`),
          ),
        ),
      ),
    ),
  );
}

export function letterView(mail: MailView, { workplace }: Surroundings): View {
  return {
    title: mail.subject,
    element: el(
      'div',
      { class: 'pane' },
      el('header', { class: 'pane-head' }, el('h1', { tabindex: -1 }, mail.subject)),
      el(
        'div',
        { class: 'letter' },
        el(
          'dl',
          { class: 'facts' },
          el('dt', {}, 'From'),
          el('dd', {}, mail.from),
          el('dt', {}, 'To'),
          el('dd', {}, mail.to.join(', ')),
          el('dt', {}, 'Sent'),
          el('dd', {}, fullTime(mail.sentAt)),
        ),
        mail.bodyType === 'html' ? htmlBody(mail, workplace) : textBody(mail, workplace),
      ),
    ),
  };
}

function textBody(mail: MailView, workplace: WorkplaceView): HTMLElement {
  const body = linkedText(mail.body);
  localiseLinks(body, workplace);
  return body;
}

/** A letter's own HTML stays in a frame in which nothing runs. */
function htmlBody(mail: MailView, workplace: WorkplaceView): HTMLElement {
  const letter = new DOMParser().parseFromString(mail.body, 'text/html');
  localiseLinks(letter.body, workplace);
  for (const anchor of letter.querySelectorAll('a[href]')) anchor.setAttribute('target', '_blank');
  const frame = el('iframe', {
    class: 'letter-body',
    title: 'Letter',
    sandbox: 'allow-popups allow-popups-to-escape-sandbox allow-same-origin',
    srcdoc: letter.documentElement.outerHTML,
  });
  frame.addEventListener('load', () => {
    const inside = frame.contentDocument;
    if (inside === null) return;
    inside.body.style.font = '14px/20px "Segoe UI", system-ui, sans-serif';
    frame.style.height = `${inside.documentElement.scrollHeight + 16}px`;
  });
  return frame;
}

function loading(): HTMLElement {
  return el('p', { class: 'empty' }, 'Loading mail…');
}

export function missingLetterView({ kind }: Mailbox): View {
  const words = 'This letter is not in this mailbox. Choose one from the list.';
  return {
    title: 'Mail',
    element: el(
      'div',
      { class: 'pane' },
      el('header', { class: 'pane-head' }, el('h1', { tabindex: -1 }, 'Mail')),
      kind === 'loading'
        ? loading()
        : el('p', { class: 'empty' }, kind === 'loaded' ? words : 'The letter could not be loaded.'),
    ),
  };
}

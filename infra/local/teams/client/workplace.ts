import { loadMail } from './api.ts';
import { channelTabView, channelView } from './channel-view.ts';
import { chatView } from './chat-view.ts';
import { el, fill, keepingFocus, type View } from './dom.ts';
import { icon } from './icons.ts';
import { chatListElement, sitesElement, teamsListElement } from './lists.ts';
import { letterView, mailListElement, missingLetterView, type Mailbox } from './mail-view.ts';
import { channelPlace, type Surroundings } from './place.ts';
import { rail, railEntries } from './rail.ts';
import { hashOf, parseRoute, type Route } from './route.ts';
import { personalTabView } from './tab-frame.ts';
import { welcome } from './welcome.ts';
import type { MailView } from './wire.ts';

export interface Workplace {
  readonly element: HTMLElement;
  readonly close: () => void;
}

/** Rail, list and pane for one person, following the address. */
export function openWorkplace(surroundings: Surroundings): Workplace {
  const { workplace, live } = surroundings;
  const railSlot = el('div', { class: 'rail-slot' });
  const listPane = el('section', { class: 'list-pane', tabindex: -1 });
  const pane = el('div', { class: 'main-pane' });
  const element = el('div', { class: 'workplace' }, railSlot, el('main', {}, listPane, pane));
  const unread = new Set<string>();
  let mailbox: Mailbox = { kind: 'loading' };
  let mailAsked = 0;
  let mailAnswered = 0;
  let isClosed = false;
  let open: Route = { page: 'sites' };
  let view: View | null = null;

  const home = (): Route => railEntries(workplace, unread)[0]?.route ?? { page: 'sites' };

  const drawAround = (): void => {
    keepingFocus(railSlot, () => fill(railSlot, rail(workplace, open, unread)));
    const list = listFor(open);
    listPane.hidden = list === null;
    if (list !== null) {
      listPane.setAttribute('aria-label', list.title);
      const head = el(view === null ? 'h1' : 'h2', { class: 'list-head', tabindex: -1 }, list.title);
      keepingFocus(listPane, () => fill(listPane, head, list.element));
    }
    // Narrow screens show one of the two.
    element.dataset.showing = view === null ? 'list' : 'main';
  };
  const listFor = (route: Route): { title: string; element: HTMLElement } | null => {
    switch (route.page) {
      case 'teams':
      case 'channel':
      case 'channel-tab': {
        const channelId = route.page === 'teams' ? null : route.channelId;
        return { title: 'Teams', element: teamsListElement(workplace.teams, channelId, unread) };
      }
      case 'chats':
      case 'chat':
        return {
          title: 'Chat',
          element: chatListElement(workplace, route.page === 'chat' ? route.appId : null, unread),
        };
      case 'mail':
      case 'letter':
        return { title: 'Mail', element: mailListElement(mailbox, route.page === 'letter' ? route.mailId : null) };
      case 'app':
      case 'sites':
        return null;
    }
  };
  const show = (route: Route, moveFocus: boolean): void => {
    view?.close?.();
    open = route;
    view = viewFor(route);
    unread.delete(conversationOf(route, surroundings) ?? '');
    fill(pane, view === null ? welcome(workplace) : back(route), view?.element);
    drawAround();
    document.title = `${view?.title ?? listFor(route)?.title ?? 'Local Teams'} | Local Teams`;
    if (moveFocus) (view === null ? listPane : pane).querySelector<HTMLElement>('h1')?.focus();
  };
  const viewFor = (route: Route): View | null => {
    switch (route.page) {
      case 'channel':
      case 'channel-tab': {
        const place = channelPlace(workplace, route.channelId);
        if (place === null) return notHere('This channel is not one of yours.');
        if (route.page === 'channel') return channelView(place, surroundings);
        const app = place.apps.find((one) => one.appId === route.appId);
        if (app === undefined) return notHere('This app is not installed in the team.');
        return channelTabView(place, app, route.subPage, surroundings);
      }
      case 'chat':
      case 'app': {
        const app = workplace.apps.find((one) => one.appId === route.appId);
        if (app === undefined) return notHere('This app is not installed in a team of yours.');
        return route.page === 'chat'
          ? chatView(app, surroundings)
          : personalTabView({ app, place: null, subPage: route.subPage }, surroundings);
      }
      case 'letter': {
        const mail = letterAt(route);
        return mail === undefined ? missingLetterView(mailbox) : letterView(mail, surroundings);
      }
      case 'sites':
        return sitesView(surroundings);
      case 'teams':
      case 'chats':
      case 'mail':
        return null;
    }
  };
  const followAddress = (): void => show(parseRoute(location.hash) ?? home(), true);
  const letterAt = (route: Route): MailView | undefined =>
    mailbox.kind === 'loaded' && route.page === 'letter'
      ? mailbox.mails.find((mail) => mail.id === route.mailId)
      : undefined;
  const showMail = (known: Mailbox): void => {
    if (isClosed) return;
    // A letter that is open stays as it is, with whoever reads it where they are.
    const isOpen = letterAt(open) !== undefined;
    mailbox = known;
    if (open.page === 'letter' && !isOpen) show(open, false);
    else drawAround();
  };
  const refreshMail = async (): Promise<void> => {
    const asked = ++mailAsked;
    let mails: readonly MailView[];
    try {
      ({ mails } = await loadMail());
    } catch (error) {
      if (asked === mailAsked && mailbox.kind !== 'loaded')
        showMail({ kind: 'failed', error, again: () => void refreshMail() });
      return;
    }
    // An answer that was overtaken by a later one knows less.
    if (asked < mailAnswered) return;
    mailAnswered = asked;
    if (mailbox.kind === 'loaded' && hasMore(mails, mailbox.mails)) noteMail();
    showMail({ kind: 'loaded', mails });
  };
  const noteMail = (): void => {
    if (open.page !== 'mail' && open.page !== 'letter') unread.add('mail');
  };

  const stops = [
    live.listen((event) => {
      if (event.kind === 'mail') {
        noteMail();
        void refreshMail();
      } else if (!event.message.deleted && event.message.conversationId !== conversationOf(open, surroundings)) {
        unread.add(event.message.conversationId);
        drawAround();
      }
    }),
    live.onOpen(() => void refreshMail()),
  ];
  window.addEventListener('hashchange', followAddress);
  show(parseRoute(location.hash) ?? home(), false);
  void refreshMail();
  return {
    element,
    close: () => {
      isClosed = true;
      window.removeEventListener('hashchange', followAddress);
      stops.forEach((stop) => stop());
      view?.close?.();
    },
  };
}

function hasMore(now: readonly MailView[], before: readonly MailView[]): boolean {
  return now.some(({ id }) => before.every((known) => known.id !== id));
}

function conversationOf(route: Route, { workplace }: Surroundings): string | null {
  if (route.page === 'channel') return route.channelId;
  if (route.page === 'chat') return workplace.apps.find((app) => app.appId === route.appId)?.chatId ?? null;
  return route.page === 'mail' || route.page === 'letter' ? 'mail' : null;
}

/** From the pane to its list, where only one of them fits. */
function back(route: Route): HTMLElement | null {
  const to: Route | null =
    route.page === 'channel' || route.page === 'channel-tab'
      ? { page: 'teams' }
      : route.page === 'chat'
        ? { page: 'chats' }
        : route.page === 'letter'
          ? { page: 'mail' }
          : null;
  return to === null ? null : el('a', { class: 'back', href: hashOf(to) }, icon('back'), 'Back to the list');
}

function notHere(words: string): View {
  return {
    title: 'Not found',
    element: el(
      'div',
      { class: 'pane' },
      el('header', { class: 'pane-head' }, el('h1', { tabindex: -1 }, 'Not found')),
      el('p', { class: 'empty' }, words),
    ),
  };
}

function sitesView({ workplace }: Surroundings): View {
  return {
    title: 'SharePoint',
    element: el(
      'div',
      { class: 'pane scrolls' },
      el('header', { class: 'pane-head' }, el('h1', { tabindex: -1 }, 'SharePoint sites')),
      sitesElement(workplace),
    ),
  };
}

import { el, fill, type View } from './dom.ts';
import type { Surroundings } from './place.ts';
import { hostTab, type HostedTab } from './teams-host.ts';

const SLOW_MS = 15_000;

/** The app's tab in a frame, with the words Teams would show while it loads and when it cannot. */
export function tabFrame(tab: HostedTab, surroundings: Surroundings): View {
  const frame = el('iframe', { title: tab.app.tabName, src: tab.app.contentUrl });
  const notice = el('p', { class: 'tab-notice', role: 'status' }, `Loading ${tab.app.tabName}…`);
  const slow = setTimeout(() => {
    fill(notice, `${tab.app.tabName} has not said that it is ready. Is the app running? `, again());
  }, SLOW_MS);
  const again = (): HTMLElement =>
    el('button', { type: 'button', onclick: () => frame.contentWindow?.location.reload() }, 'Load it again');
  const stop = hostTab(frame, tab, surroundings, {
    ready: () => {
      clearTimeout(slow);
      notice.hidden = true;
    },
    failed: (why) => {
      clearTimeout(slow);
      notice.hidden = false;
      fill(notice, `${tab.app.tabName} could not start${why === '' ? '' : `: ${why}`}. `, again());
    },
  });
  return {
    title: tab.app.tabName,
    element: el('div', { class: 'tab' }, notice, frame),
    close: () => {
      clearTimeout(slow);
      stop();
    },
  };
}

/** The personal app. */
export function personalTabView(tab: HostedTab, surroundings: Surroundings): View {
  const frame = tabFrame(tab, surroundings);
  return {
    ...frame,
    element: el(
      'div',
      { class: 'pane' },
      el('header', { class: 'pane-head' }, el('h1', { tabindex: -1 }, tab.app.tabName)),
      frame.element,
    ),
  };
}

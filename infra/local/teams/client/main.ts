import { loadPeople, loadWorkplace, Refused } from './api.ts';
import { banner, type Banner } from './banner.ts';
import { el, fill } from './dom.ts';
import { openLive } from './live.ts';
import { peoplePicker } from './people-picker.ts';
import { forgetPerson, pickedPerson, pickedTheme, pickPerson, pickTheme, type Theme } from './session.ts';
import { trouble } from './trouble.ts';
import { weatherControl } from './weather-panel.ts';
import type { PersonView, WorkplaceView } from './wire.ts';
import { openWorkplace } from './workplace.ts';

const page = document.querySelector('#page') ?? document.body;
const themeListeners = new Set<(theme: Theme) => void>();
const weather = weatherControl();
let closeOpen: () => void = () => undefined;
/** Of the person who was picked last. */
let turn = 0;

function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  pickTheme(theme);
  for (const listener of themeListeners) listener(theme);
}

function onTheme(listener: (theme: Theme) => void): () => void {
  themeListeners.add(listener);
  return () => themeListeners.delete(listener);
}

interface Front {
  readonly people: readonly PersonView[];
  readonly head: Banner;
}

/** Shows the page of the person who is picked. Whoever was shown before is gone at once, and cannot be spoken for any more. */
async function start(front: Front): Promise<void> {
  const mine = ++turn;
  closeOpen();
  closeOpen = () => undefined;
  const personId = pickedPerson();
  front.head.showPerson(personId);
  if (personId === null) {
    document.title = 'Local Teams';
    showBelow(
      front,
      peoplePicker(front.people, (id) => become(id, front)),
    );
    return;
  }
  showBelow(front, el('p', { class: 'empty', role: 'status' }, 'Loading…'));
  let workplace: WorkplaceView;
  try {
    workplace = await loadWorkplace();
  } catch (error) {
    if (mine === turn) await sayWhy(error, front);
    return;
  }
  if (mine === turn) open(workplace, front);
}

async function sayWhy(error: unknown, front: Front): Promise<void> {
  if (error instanceof Refused && error.status === 401) {
    forgetPerson();
    await start(front);
  } else {
    const again = (): void => void start(front);
    showBelow(front, trouble('This person’s page could not be loaded.', error, again));
  }
}

function open(workplace: WorkplaceView, front: Front): void {
  const live = openLive(workplace);
  const shown = openWorkplace({ workplace, live, theme: pickedTheme, onTheme });
  closeOpen = () => {
    shown.close();
    live.close();
  };
  showBelow(front, shown.element);
}

function showBelow({ head }: Front, element: HTMLElement): void {
  head.element.nextElementSibling?.remove();
  head.element.after(element);
}

function become(personId: string, front: Front): void {
  pickPerson(personId);
  // Where one person was is often somewhere another may not be.
  history.replaceState(null, '', '/');
  void start(front);
}

async function boot(): Promise<void> {
  let people: readonly PersonView[];
  try {
    people = await loadPeople();
  } catch (error) {
    const again = (): void => void boot();
    fill(page, trouble('The people of the local tenant could not be loaded.', error, again));
    return;
  }
  const pick = (id: string): void => become(id, front);
  const head = banner({ people, theme: pickedTheme(), pickTheme: setTheme, pickPerson: pick, weather });
  const front: Front = { people, head };
  fill(page, head.element);
  await start(front);
}

setTheme(pickedTheme());
void boot();

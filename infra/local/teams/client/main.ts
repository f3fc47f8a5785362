import { loadPeople, loadWorkplace, Refused } from './api.ts';
import { banner } from './banner.ts';
import { el, fill } from './dom.ts';
import { openLive } from './live.ts';
import { peoplePicker } from './people-picker.ts';
import { forgetPerson, pickedPerson, pickedTheme, pickPerson, pickTheme, type Theme } from './session.ts';
import { weatherControl } from './weather-panel.ts';
import type { PersonView } from './wire.ts';
import { openWorkplace } from './workplace.ts';

const page = document.querySelector('#page') ?? document.body;
const themeListeners = new Set<(theme: Theme) => void>();
const weather = weatherControl();
let closeOpen: () => void = () => undefined;

function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  pickTheme(theme);
  for (const listener of themeListeners) listener(theme);
}

function onTheme(listener: (theme: Theme) => void): () => void {
  themeListeners.add(listener);
  return () => themeListeners.delete(listener);
}

async function start(people: readonly PersonView[]): Promise<void> {
  closeOpen();
  closeOpen = () => undefined;
  const personId = pickedPerson();
  const head = banner({
    people,
    personId,
    theme: pickedTheme(),
    pickTheme: setTheme,
    pickPerson: (id) => void become(id, people),
    weather,
  });
  if (personId === null) {
    document.title = 'Local Teams';
    fill(
      page,
      head,
      peoplePicker(people, (id) => void become(id, people)),
    );
    return;
  }
  const workplace = await loadWorkplace();
  const live = openLive(personId);
  const shown = openWorkplace({ workplace, live, theme: pickedTheme, onTheme });
  closeOpen = () => {
    shown.close();
    live.close();
  };
  fill(page, head, shown.element);
}

async function become(personId: string, people: readonly PersonView[]): Promise<void> {
  pickPerson(personId);
  // Where one person was is often somewhere another may not be.
  history.replaceState(null, '', '/');
  await start(people);
}

async function boot(): Promise<void> {
  setTheme(pickedTheme());
  const people = await loadPeople();
  try {
    await start(people);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    forgetPerson();
    await start(people);
  }
}

boot().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  fill(page, el('p', { class: 'empty', role: 'alert' }, `The local tenant could not be reached: ${words}`));
});

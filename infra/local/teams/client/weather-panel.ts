import { chooseWeather, clearFailures, failNextCalls, loadWeather } from './api.ts';
import { el, fill } from './dom.ts';
import { failForm } from './fail-form.ts';
import type { WeatherName, WeatherView } from './wire.ts';

interface Choice {
  readonly title: string;
  readonly note: string;
}

const choices: Readonly<Record<WeatherName, Choice>> = {
  fine: { title: 'Fine', note: 'Everything answers.' },
  throttled: {
    title: 'Throttled',
    note: 'The app has a small allowance each minute, and is told to wait beyond it, and now and then before.',
  },
  stormy: {
    title: 'Stormy',
    note: 'One call in four is told to wait, fails or breaks off. Some of these are done all the same.',
  },
  unreachable: { title: 'Unreachable', note: 'Sign-in, Graph and the bot’s connector do not answer at all.' },
};
const names = Object.keys(choices) as readonly WeatherName[];

const openEveryMs = 2000;
const badEveryMs = 5000;

/** A button that says what the weather is, and the panel in which it is chosen. Lives as long as the page. */
export function weatherControl(): HTMLElement {
  let shown: WeatherView | null = null;
  let timer: number | undefined;
  /** Of the newest look, or of the change that came after it. */
  let turn = 0;
  const says = el('span', {}, 'fine');
  const button = el('button', { type: 'button', class: 'weather-button', popovertarget: 'weather' }, 'Weather: ', says);
  const buttons = new Map(names.map((name) => [name, choiceButton(name, () => void choose(name))]));
  const failing = failForm({
    fail: (request) => change(() => failNextCalls(request), 'The next calls will fail.'),
    clear: () => change(clearFailures, 'No more calls will fail by request.'),
  });
  const figures = el('dl', { class: 'weather-figures' });
  const told = el('p', { class: 'weather-told', role: 'status' });
  const panel = el(
    'section',
    { id: 'weather', class: 'weather', popover: 'auto', 'aria-labelledby': 'weather-title' },
    el('h2', { id: 'weather-title' }, 'Weather at Microsoft 365'),
    el('p', {}, 'See what the app makes of bad days. It holds for everybody here, until it is set back to fine.'),
    el('div', { role: 'group', 'aria-labelledby': 'weather-title', class: 'weather-choices' }, ...buttons.values()),
    figures,
    failing.element,
    told,
  );

  const show = (weather: WeatherView): void => {
    shown = weather;
    const title = choices[weather.name].title.toLowerCase();
    says.textContent = weather.pending === 0 ? title : `${title}, with ${callsToFail(weather.pending)}`;
    button.dataset.weather = weather.name;
    for (const [name, one] of buttons) one.setAttribute('aria-pressed', String(name === weather.name));
    fill(figures, ...figureRows(weather));
    failing.show(weather.pending);
  };
  const isOpen = (): boolean => panel.matches(':popover-open');
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    const mine = ++turn;
    try {
      const weather = await loadWeather();
      // What was seen before somebody changed it is not how it is now.
      if (mine === turn) show(weather);
    } catch {
      // The tenant is on its way down or up: what was last seen stays.
    }
    clearTimeout(timer);
    if (isOpen()) timer = window.setTimeout(() => void look(), openEveryMs);
    else if (shown !== null && (shown.name !== 'fine' || shown.pending > 0))
      timer = window.setTimeout(() => void look(), badEveryMs);
  };
  const choose = (name: WeatherName): Promise<void> =>
    change(() => chooseWeather(name), `The weather is ${choices[name].title.toLowerCase()} now.`);
  const change = async (ask: () => Promise<WeatherView>, done: string): Promise<void> => {
    try {
      const changed = await ask();
      turn += 1;
      show(changed);
      told.textContent = done;
      await look();
    } catch (error) {
      told.textContent = `Nothing was changed. ${error instanceof Error ? error.message : String(error)}`;
    }
  };

  panel.addEventListener('beforetoggle', () => {
    told.textContent = '';
    panel.style.setProperty('--below', `${button.getBoundingClientRect().bottom + 6}px`);
  });
  panel.addEventListener('toggle', () => void look());
  window.addEventListener('focus', () => void look());
  void look();
  return el('div', { class: 'weather-place' }, button, panel);
}

const callsToFail = (pending: number): string => (pending === 1 ? '1 call to fail' : `${pending} calls to fail`);

function choiceButton(name: WeatherName, press: () => void): HTMLButtonElement {
  const { title, note } = choices[name];
  return el(
    'button',
    { type: 'button', class: 'weather-choice', 'aria-pressed': 'false', onclick: press },
    el('span', { class: 'row-title' }, title),
    el('span', { class: 'row-note' }, note),
  );
}

function figureRows({ name, calls, hit, unitsOfLastMinute, unitsPerMinute }: WeatherView): readonly HTMLElement[] {
  return [
    ...(name === 'fine' ? [] : figure('Calls hit since then', `${hit} of ${calls}`)),
    ...figure('Resource units in the last minute', String(unitsOfLastMinute)),
    ...(unitsPerMinute === null ? [] : figure('The app’s allowance a minute', String(unitsPerMinute))),
  ];
}

const figure = (words: string, value: string): readonly HTMLElement[] => [el('dt', {}, words), el('dd', {}, value)];

// The part of the weather's panel in which a person makes certain calls fail, whatever the weather.
import { el } from './dom.ts';
import type { FailRequest, FaultKind } from './wire.ts';

const kinds: Readonly<Record<FaultKind, string>> = {
  busy: 'Busy: told to wait two seconds',
  'busy without saying how long': 'Busy: told to wait, not how long',
  unavailable: 'Unavailable',
  slow: 'Slow: done, answered four seconds late',
  reset: 'Breaks off, and nothing is done',
  'reset after the write': 'Breaks off after the change is made',
  'timeout after the write': 'Times out after the change is made',
  'changed meanwhile': 'Somebody else has changed it meanwhile',
  resync: 'Changes are lost: read all items again',
};

export interface FailFormOptions {
  readonly fail: (request: FailRequest) => Promise<void>;
  readonly clear: () => Promise<void>;
}

export interface FailForm {
  readonly element: HTMLElement;
  readonly show: (pending: number) => void;
}

export function failForm({ fail, clear }: FailFormOptions): FailForm {
  const kind = el(
    'select',
    { id: 'fail-kind' },
    ...Object.entries(kinds).map(([name, words]) => el('option', { value: name }, words)),
  );
  const part = el('input', {
    id: 'fail-part',
    maxlength: 200,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': 'fail-part-note',
  });
  const times = el('input', { id: 'fail-times', type: 'number', min: 1, max: 100, required: true, value: 3 });
  const waiting = el('p', {});
  const element = el(
    'form',
    { class: 'weather-fail', 'aria-labelledby': 'fail-title' },
    el('h3', { id: 'fail-title' }, 'Fail the next calls'),
    el('label', { for: 'fail-kind' }, 'Kind of failure'),
    kind,
    el('label', { for: 'fail-part' }, 'Part of the address'),
    part,
    el('p', { id: 'fail-part-note', class: 'row-note' }, 'Such as /items or /sendMail. Blank means any.'),
    el('label', { for: 'fail-times' }, 'How many calls'),
    times,
    el('button', { type: 'submit' }, 'Fail them'),
    el(
      'div',
      { class: 'weather-waiting' },
      waiting,
      el('button', { type: 'button', onclick: () => void clear() }, 'Clear'),
    ),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    void fail({ kind: kind.value as FaultKind, part: part.value, times: times.valueAsNumber });
  });
  return {
    element,
    show: (pending) => {
      waiting.textContent = stillToFail(pending);
    },
  };
}

function stillToFail(pending: number): string {
  if (pending === 0) return 'No calls are waiting to fail.';
  return pending === 1 ? '1 call is still to fail.' : `${pending} calls are still to fail.`;
}

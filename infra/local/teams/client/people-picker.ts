import { avatar } from './avatar.ts';
import { el } from './dom.ts';
import type { PersonView } from './wire.ts';

/** "Headteacher, Larkfield Primary School" belongs with the others of Larkfield Primary School. */
function placeOf(person: PersonView): string {
  const comma = person.jobTitle.indexOf(', ');
  return comma < 0 ? 'Elsewhere' : person.jobTitle.slice(comma + 2);
}

function roleOf(person: PersonView): string {
  return person.jobTitle.split(', ')[0] ?? '';
}

function peopleByPlace(people: readonly PersonView[]): ReadonlyMap<string, readonly PersonView[]> {
  const places = new Map<string, PersonView[]>();
  for (const person of people) {
    const place = placeOf(person);
    places.set(place, [...(places.get(place) ?? []), person]);
  }
  return places;
}

/** The first thing a newcomer sees: everyone there is, to look through whose eyes they like. */
export function peoplePicker(people: readonly PersonView[], pick: (id: string) => void): HTMLElement {
  return el(
    'main',
    { class: 'picker' },
    el('h1', {}, 'Who would you like to be?'),
    el(
      'p',
      {},
      'Everyone here is made up. Choose a person to see Teams, mail and SharePoint as they would; change at any time at the top of the page.',
    ),
    people.length === 0 ? el('p', { class: 'empty' }, 'This tenant has no people. Its people would be here.') : null,
    ...[...peopleByPlace(people)].map(([place, members]) =>
      el(
        'section',
        { 'aria-label': place },
        el('h2', {}, place),
        el('ul', { class: 'people' }, ...members.map((person) => el('li', {}, personButton(person, pick)))),
      ),
    ),
  );
}

function personButton(person: PersonView, pick: (id: string) => void): HTMLElement {
  return el(
    'button',
    { type: 'button', class: 'person', onclick: () => pick(person.id) },
    avatar(person.displayName),
    el(
      'span',
      { class: 'row-text' },
      el(
        'span',
        { class: 'row-title' },
        person.displayName,
        person.guest ? el('span', { class: 'tag' }, 'guest') : null,
      ),
      el('span', { class: 'row-note' }, roleOf(person)),
    ),
  );
}

export function personSelect(people: readonly PersonView[], pick: (id: string) => void): HTMLSelectElement {
  const select = el('select', { 'aria-label': 'Signed in as' });
  for (const [place, members] of peopleByPlace(people)) {
    select.append(
      el(
        'optgroup',
        { label: place },
        ...members.map((person) =>
          el(
            'option',
            { value: person.id },
            `${person.displayName} – ${roleOf(person)}${person.guest ? ' (guest)' : ''}`,
          ),
        ),
      ),
    );
  }
  select.addEventListener('change', () => pick(select.value));
  return select;
}

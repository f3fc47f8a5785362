import { useEffect, useRef, useState } from 'react';
import type { Problem } from '#tab/contract/answers.ts';
import { useSaySaved } from '../../frame/saved.tsx';
import type { Outcome } from '../../outcome.ts';
import type { Failure } from '../../server/failure.ts';
import { sendPatiently } from '../../server/patience.ts';
import { useServices } from '../../services.ts';
import { goToInstead } from '../../use-route.ts';
import type { FormDefinition, Values } from './definition.ts';
import type { DraftPlace } from './drafts.ts';
import { followCase, openForm } from './open-form.ts';
import { readForm } from './read-form.ts';

/** What came of the last press, as far as it did not simply succeed. */
export type FormTrouble =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'changed'; readonly changes: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Form<K extends string, About> {
  readonly definition: FormDefinition<K, About>;
  /** What the form is about, as the person last saw it. */
  readonly about: About;
  readonly values: Values<K>;
  readonly set: (changes: Partial<Values<K>>) => void;
  readonly problemOf: (field: K) => string | undefined;
  readonly trouble: FormTrouble | null;
  /** Grows with each press that came to trouble, so that the page can move the focus to it. */
  readonly troubles: number;
  readonly state: 'typing' | 'sending' | 'sending again';
  /** True when what was typed earlier came back. */
  readonly restored: boolean;
  readonly startAgain: () => void;
  readonly submit: () => Promise<void>;
}

/** What a form is told from outside. */
export interface FormNeeds<K extends string, About, Answer> {
  readonly definition: FormDefinition<K, About>;
  readonly place: DraftPlace;
  readonly opened: About;
  /** What goes with the body beside the id of the press. */
  readonly press: (about: About) => Readonly<Record<string, string>>;
  readonly send: (body: unknown) => Promise<Outcome<Answer>>;
  /** Keeps the answer, and says where the person goes. */
  readonly keep: (answer: Answer) => Promise<string>;
  /** What somebody else changes meanwhile: the thing as it is now, and the difference in plain sentences. Absent for a thing that is new. */
  readonly meanwhile?: {
    readonly read: () => Promise<Outcome<About>>;
    readonly changes: (before: About, after: About) => readonly string[];
  };
}

/** The life of a form: keeps what is typed until it is saved, sends it once, and survives refusals, conflicts and broken connections. */
export function useForm<K extends string, About, Answer>(needs: FormNeeds<K, About, Answer>): Form<K, About> {
  const { definition, place, opened } = needs;
  const { drafts, newPressId } = useServices();
  const saySaved = useSaySaved();
  const [about, setAbout] = useState(opened);
  const [form, setForm] = useState(() => openForm(definition, opened, drafts.read(place), newPressId));
  const [trouble, setTrouble] = useState<{ readonly what: FormTrouble | null; readonly count: number }>({
    what: null,
    count: 0,
  });
  const [state, setState] = useState<Form<K, About>['state']>('typing');
  const shown = useShown();

  const keepDraft = (values: Values<K>) => drafts.write(place, { pressId: form.pressId, values });

  const comeTo = (what: FormTrouble) => {
    setState('typing');
    setTrouble(({ count }) => ({ what, count: count + 1 }));
  };

  const saved = async (answer: Answer) => {
    drafts.clear(place);
    const href = await needs.keep(answer);
    if (!shown.current) return;
    saySaved({ words: definition.words.saved, href });
    goToInstead(href);
  };

  const showChanges = async ({ read, changes }: NonNullable<typeof needs.meanwhile>) => {
    const fresh = await read();
    if (!fresh.ok) return comeTo({ kind: 'failed', failure: fresh.failure });
    const values = followCase(definition, form.values, about, fresh.value);
    keepDraft(values);
    setForm({ ...form, values });
    setAbout(fresh.value);
    comeTo({ kind: 'changed', changes: changes(about, fresh.value) });
  };

  const submit = async () => {
    if (state !== 'typing') return;
    const read = readForm(definition, form.values, about, { ...needs.press(about), pressId: form.pressId });
    if (!read.ok) return comeTo({ kind: 'problems', problems: read.problems });
    keepDraft(form.values);
    setState('sending');
    setTrouble(({ count }) => ({ what: null, count }));
    const outcome = await sendPatiently(
      () => needs.send(read.body),
      () => setState('sending again'),
    );
    if (outcome.ok) return saved(outcome.value);
    const { failure } = outcome;
    if (failure.kind === 'changed' && needs.meanwhile) return showChanges(needs.meanwhile);
    if (failure.kind === 'refused') return comeTo({ kind: 'problems', problems: [failure.problem] });
    comeTo({ kind: 'failed', failure });
  };

  return {
    definition,
    about,
    values: form.values,
    set: (changes) => {
      const values = { ...form.values, ...changes };
      setForm({ ...form, values });
      keepDraft(values);
    },
    problemOf: (field) =>
      trouble.what?.kind === 'problems' ? trouble.what.problems.find((one) => one.field === field)?.words : undefined,
    trouble: trouble.what,
    troubles: trouble.count,
    state,
    restored: form.restored,
    startAgain: () => {
      drafts.clear(place);
      setForm(openForm(definition, about, null, newPressId));
      setTrouble(({ count }) => ({ what: null, count }));
    },
    submit,
  };
}

/** False once the form has gone from the page: an answer that comes later must not move the person. */
function useShown() {
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  return shown;
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type CasePage, casePageSchema, type Problem } from '#tab/api/contract.ts';
import { useSaySaved } from '../../frame/saved.tsx';
import { hrefOf } from '../../route.ts';
import type { Failure } from '../../server/failure.ts';
import { sendPatiently } from '../../server/patience.ts';
import { boardKey, caseKey, casePath } from '../../server/queries.ts';
import { useServices } from '../../services.ts';
import { texts } from '../../texts.ts';
import { goToInstead } from '../../use-route.ts';
import { type FormDefinition, readForm, type Values } from './definition.ts';
import { followCase, openForm } from './open-form.ts';
import { whatChanged } from './what-changed.ts';

/** What came of the last press, as far as it did not simply succeed. */
export type FormTrouble =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'changed'; readonly changes: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface CaseForm<K extends string> {
  readonly definition: FormDefinition<K>;
  readonly school: string;
  /** The case as the person last saw it. */
  readonly page: CasePage;
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

/** The life of a form: keeps what is typed until it is saved, sends it once, and survives refusals, conflicts and broken connections. */
export function useCaseForm<K extends string>(
  definition: FormDefinition<K>,
  school: string,
  opened: CasePage,
): CaseForm<K> {
  const { api, drafts, newPressId } = useServices();
  const queries = useQueryClient();
  const saySaved = useSaySaved();
  const ref = opened.row.ref;
  const place = { school, ref, form: definition.action };
  const [page, setPage] = useState(opened);
  const [form, setForm] = useState(() => openForm(definition, opened, drafts.read(place), newPressId));
  const [trouble, setTrouble] = useState<{ readonly what: FormTrouble | null; readonly count: number }>({
    what: null,
    count: 0,
  });
  const [state, setState] = useState<CaseForm<K>['state']>('typing');
  const shown = useShown();

  const keep = (values: Values<K>) => drafts.write(place, { pressId: form.pressId, values });

  const comeTo = (what: FormTrouble) => {
    setState('typing');
    setTrouble(({ count }) => ({ what, count: count + 1 }));
  };

  const saved = async (fresh: CasePage) => {
    drafts.clear(place);
    await queries.cancelQueries({ queryKey: caseKey(school, ref) });
    queries.setQueryData(caseKey(school, ref), fresh);
    void queries.invalidateQueries({ queryKey: boardKey(school) });
    if (!shown.current) return;
    const href = hrefOf({ page: 'case', school, ref });
    saySaved({ words: texts.forms[definition.action].saved, href });
    goToInstead(href);
  };

  const showChanges = async () => {
    const fresh = await api.read(casePath(school, ref), casePageSchema);
    if (!fresh.ok) return comeTo({ kind: 'failed', failure: fresh.failure });
    queries.setQueryData(caseKey(school, ref), fresh.value);
    const values = followCase(definition, form.values, page, fresh.value);
    keep(values);
    setForm({ ...form, values });
    setPage(fresh.value);
    comeTo({ kind: 'changed', changes: whatChanged(page, fresh.value) });
  };

  const submit = async () => {
    if (state !== 'typing') return;
    const read = readForm(definition, form.values, page, { etag: page.etag, pressId: form.pressId });
    if (!read.ok) return comeTo({ kind: 'problems', problems: read.problems });
    keep(form.values);
    setState('sending');
    setTrouble(({ count }) => ({ what: null, count }));
    const outcome = await sendPatiently(
      () => api.send(`${casePath(school, ref)}/${definition.endpoint}`, read.body, casePageSchema),
      () => setState('sending again'),
    );
    if (outcome.ok) return saved(outcome.value);
    const { failure } = outcome;
    if (failure.kind === 'changed') return showChanges();
    if (failure.kind === 'refused') return comeTo({ kind: 'problems', problems: [failure.problem] });
    comeTo({ kind: 'failed', failure });
  };

  return {
    definition,
    school,
    page,
    values: form.values,
    set: (changes) => {
      const values = { ...form.values, ...changes };
      setForm({ ...form, values });
      keep(values);
    },
    problemOf: (field) =>
      trouble.what?.kind === 'problems' ? trouble.what.problems.find((one) => one.field === field)?.words : undefined,
    trouble: trouble.what,
    troubles: trouble.count,
    state,
    restored: form.restored,
    startAgain: () => {
      drafts.clear(place);
      setForm(openForm(definition, page, null, newPressId));
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

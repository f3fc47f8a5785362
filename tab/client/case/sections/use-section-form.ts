import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { casePageSchema, type Problem, type SectionPage, sectionPageSchema } from '#tab/contract/answers.ts';
import { sendPatiently } from '../../server/patience.ts';
import { boardKey, caseKey, casePath, sectionKey, sectionPath } from '../../server/queries.ts';
import { useServices } from '../../services.ts';
import { texts } from '../../texts.ts';
import type { FormTrouble } from '../forms/use-form.ts';
import type { GroupField } from './fields-of.ts';
import { differences, follow, namesTo } from './follow.ts';
import { bodyOf, draftOf, openSection } from './open-section.ts';
import { readBody, same } from './read-body.ts';
import { withValue } from './values.ts';

export interface SectionForm {
  /** The part as the person last saw it. */
  readonly page: SectionPage;
  readonly body: unknown;
  readonly set: (path: string, value: unknown) => void;
  readonly trouble: FormTrouble | null;
  /** Grows with each press that came to trouble, so that the page can move the focus to it. */
  readonly troubles: number;
  readonly state: 'as saved' | 'typing' | 'sending' | 'sending again' | 'saved';
  readonly restored: boolean;
  readonly startAgain: () => void;
  readonly submit: () => Promise<void>;
}

/** More lines than this nobody reads; the page itself shows the rest. */
const mostChanges = 12;

const shownChanges = (changes: readonly string[]): readonly string[] =>
  changes.length <= mostChanges
    ? changes
    : [...changes.slice(0, mostChanges), texts.sections.moreChanges(changes.length - mostChanges)];

/** The life of a part's form: keeps what is typed until it is saved, sends it once, and stays open for more. */
export function useSectionForm(form: GroupField, school: string, opened: SectionPage): SectionForm {
  const { api, drafts, newPressId } = useServices();
  const queries = useQueryClient();
  const { ref, kind } = opened;
  const [page, setPage] = useState(opened);
  const [first] = useState(() => openSection(form, opened, drafts.read(placeOf(school, opened)), newPressId));
  const [shown, setShown] = useState(first.body);
  const [restored, setRestored] = useState(first.restored);
  const [trouble, setTrouble] = useState<{ readonly what: FormTrouble | null; readonly count: number }>({
    what: first.changes.length === 0 ? null : { kind: 'changed', changes: shownChanges(first.changes) },
    count: 0,
  });
  const [state, setState] = useState<SectionForm['state']>(first.restored ? 'typing' : 'as saved');
  // What is typed while an answer is on its way counts too, so the newest values are kept beside what is drawn.
  const now = useRef({ body: first.body, base: bodyOf(form, opened), pressId: first.pressId });

  const put = useCallback(
    (body: unknown) => {
      now.current.body = body;
      setShown(body);
      drafts.write({ school, ref, form: formName(kind) }, draftOf(now.current.pressId, body, now.current.base));
    },
    [drafts, school, ref, kind],
  );
  const set = useCallback(
    (path: string, value: unknown) => {
      put(withValue(now.current.body, path, value));
      setState((before) => (before === 'as saved' || before === 'saved' ? 'typing' : before));
    },
    [put],
  );

  const comeTo = (what: FormTrouble) => {
    setState('typing');
    setTrouble(({ count }) => ({ what, count: count + 1 }));
  };

  /** Takes over what the server holds; what was typed since then stays, and is still to be saved. */
  const takeOver = (fresh: SectionPage, since: unknown) => {
    const base = bodyOf(form, fresh);
    const body = follow(form, since, now.current.body, base);
    now.current.base = base;
    setPage(fresh);
    put(body);
    queries.setQueryData(sectionKey(school, ref, kind), fresh);
    return same(form, body, base);
  };

  const saved = (fresh: SectionPage, sent: unknown) => {
    now.current.pressId = newPressId();
    const all = takeOver(fresh, sent);
    if (all) drafts.clear(placeOf(school, opened));
    setRestored(false);
    setState(all ? 'saved' : 'typing');
    void queries.invalidateQueries({ queryKey: caseKey(school, ref) });
    void queries.invalidateQueries({ queryKey: boardKey(school) });
  };

  const showChanges = async (sent: unknown) => {
    const [fresh, theCase] = await Promise.all([
      api.read(sectionPath(school, ref, kind), sectionPageSchema),
      api.read(casePath(school, ref), casePageSchema),
    ]);
    if (!fresh.ok) return comeTo({ kind: 'failed', failure: fresh.failure });
    // The answer to an earlier sending was lost on its way: what is there now is this person's own.
    if (same(form, bodyOf(form, fresh.value), sent)) return saved(fresh.value, sent);
    const by = theCase.ok ? theCase.value.sections.find((part) => part.kind === kind)?.changed : undefined;
    const changes = [
      ...(by ? [texts.sections.changedBy(by.by, by.on)] : []),
      ...shownChanges(differences(form, now.current.base, bodyOf(form, fresh.value))),
    ];
    takeOver(fresh.value, now.current.base);
    comeTo({ kind: 'changed', changes });
  };

  const submit = async () => {
    if (state === 'sending' || state === 'sending again') return;
    const { body, problems } = readBody(form, now.current.body);
    if (problems.length > 0) return comeTo({ kind: 'problems', problems });
    // From here on the page shows what is sent, so that the places in the answer are those on the page.
    put(body);
    setState('sending');
    setTrouble(({ count }) => ({ what: null, count }));
    const asked = { etag: page.etag, pressId: now.current.pressId, body };
    const outcome = await sendPatiently(
      () => api.send(sectionPath(school, ref, kind), asked, sectionPageSchema),
      () => setState('sending again'),
    );
    if (outcome.ok) return saved(outcome.value, body);
    const { failure } = outcome;
    if (failure.kind === 'changed') return showChanges(body);
    if (failure.kind === 'refused') return comeTo({ kind: 'problems', problems: [inWords(form, failure.problem)] });
    comeTo({ kind: 'failed', failure });
  };

  return {
    page,
    body: shown,
    set,
    trouble: trouble.what,
    troubles: trouble.count,
    state,
    restored,
    startAgain: () => {
      drafts.clear(placeOf(school, opened));
      now.current.body = now.current.base;
      setShown(now.current.base);
      setRestored(false);
      setState('as saved');
      setTrouble(({ count }) => ({ what: null, count }));
    },
    submit,
  };
}

const formName = (kind: string): string => `parts/${kind}`;

const placeOf = (school: string, { ref, kind }: SectionPage) => ({ school, ref, form: formName(kind) });

/** The server names the place as in a case's file; the person knows it by the words on the page. */
function inWords(form: GroupField, problem: Problem): Problem {
  const { field, words } = problem;
  if (field === undefined || !words.startsWith(`${field}: `)) return problem;
  return { ...problem, words: `${namesTo(form, field).at(-1) ?? ''}: ${words.slice(field.length + 2)}` };
}

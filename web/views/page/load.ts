import { useEffect, useRef, useState } from 'preact/hooks';
import type { State } from '../address/state.ts';
import { AskError, type Asked, createAsk } from '../api/ask.ts';
import type { View } from './view.ts';

export interface Loading<Data> {
  readonly data: Data | null;
  readonly asked: readonly Asked[];
  readonly error: { readonly message: string; readonly operation: string } | null;
  /** The operation under way, when it has taken longer than a second. */
  readonly slow: string | null;
  readonly isBusy: boolean;
  readonly retry: () => void;
  readonly cancel: () => void;
}

/**
 * Loads what a view shows, again whenever a part of the address changes that it asks for. What was shown stays until the new answer is there, and what
 * was asked for it is not asked again: an expansion asks only for what it adds, and is of the same graph.
 */
export function useLoad<Data>(view: View<Data>, state: State): Loading<Data> {
  const [found, setFound] = useState<{ data: Data | null; asked: readonly Asked[]; error: Loading<Data>['error'] }>({ data: null, asked: [], error: null });
  const [busy, setBusy] = useState<string | null>('');
  const [slow, setSlow] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const ending = useRef<AbortController | null>(null);
  const kept = useRef<{ readonly answers: ReadonlyMap<string, unknown>; readonly attempt: number }>({ answers: new Map(), attempt: 0 });
  const key = JSON.stringify(view.asksFor.map((name) => state[name]));
  useEffect(() => {
    const controller = new AbortController();
    ending.current = controller;
    const asked: Asked[] = [];
    let last = view.name as string;
    const needed = new Map<string, unknown>();
    const hear = (question: Asked) => {
      asked.push(question);
      last = question.name;
    };
    const ask = createAsk(controller.signal, hear, { before: kept.current.attempt === attempt ? kept.current.answers : new Map(), needed });
    setBusy(key);
    setSlow(null);
    const timer = setTimeout(() => setSlow(last), 1000);
    const isCurrent = () => !controller.signal.aborted;
    view
      .load(state, ask, controller.signal, (data) => isCurrent() && setFound({ data, asked, error: null }))
      .then((data) => {
        if (!isCurrent()) return;
        kept.current = { answers: needed, attempt };
        setFound({ data, asked, error: null });
      })
      .catch(
        (error: unknown) =>
          isCurrent() &&
          setFound({ data: null, asked, error: { message: messageOf(error), operation: error instanceof AskError ? error.operation : view.name } }),
      )
      .finally(() => {
        clearTimeout(timer);
        if (!isCurrent()) return;
        setBusy(null);
        setSlow(null);
      });
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [view, key, attempt]);

  return {
    ...found,
    slow,
    isBusy: busy !== null,
    retry: () => setAttempt((count) => count + 1),
    cancel: () => {
      ending.current?.abort();
      setBusy(null);
      setSlow(null);
      setFound((before) => ({ ...before, error: before.data ? null : { message: 'Cancelled.', operation: view.name } }));
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

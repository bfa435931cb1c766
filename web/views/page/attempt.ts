import { useRef } from 'preact/hooks';
import { AskError } from '../api/ask.ts';

/** A text that stands for one attempt: sent again with it, nothing is written twice. */
export const attemptKey = () => `page-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

export interface Attempt {
  readonly key: () => string;
  /** What is sent after a refusal is another request; without an answer it is the same. */
  readonly failed: (error: unknown) => void;
}

/** The key of what a form writes, for as long as the form is there. */
export function useAttempt(): Attempt {
  const key = useRef(attemptKey());
  return {
    key: () => key.current,
    failed: (error) => {
      if (!(error instanceof AskError)) key.current = attemptKey();
    },
  };
}

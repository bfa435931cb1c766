import { setTimeout as sleep } from 'node:timers/promises';

/** Tries `work` again, after 10 to 50 ms, for as long as `again` says of its error and the deadline allows. */
export async function retried<Answer>(
  { timeoutMs, signal, again }: { timeoutMs: number; signal?: AbortSignal | undefined; again: (error: unknown) => boolean },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const deadline = Date.now() + timeoutMs;

  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted || Date.now() >= deadline || !again(error)) throw error;
      await sleep(10 + Math.random() * 40);
    }
  }
}

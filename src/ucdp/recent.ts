/** Texts that were noted not too long ago. */
export interface Recent {
  has(text: string): boolean;
  add(text: string): void;
}

/** Knows the last `least` texts for certain, and at most twice as many. It may forget one, but never takes one for another, as a fingerprint would. */
export function recent(least: number): Recent {
  let [now, before] = [new Set<string>(), new Set<string>()];
  return {
    has: (text) => now.has(text) || before.has(text),
    add: (text) => {
      if (now.size >= least) [now, before] = [new Set(), now];
      now.add(text);
    },
  };
}

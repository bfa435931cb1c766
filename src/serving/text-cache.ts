const most = 200;
const longest = 10_000;

/** Keeps what was made of the texts that were last asked. A long text is hardly asked again, and would take much room: it is not kept. */
export function textCache<Made>() {
  const kept = new Map<string, Made>();

  return {
    get(text: string): Made | undefined {
      const made = kept.get(text);
      if (made === undefined) return undefined;
      kept.delete(text);
      kept.set(text, made); // A Map has its entries in the order they were put in.
      return made;
    },
    set(text: string, made: Made): void {
      if (text.length > longest) return;
      kept.set(text, made);
      if (kept.size > most) kept.delete(kept.keys().next().value as string);
    },
  };
}

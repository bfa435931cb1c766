/** How far a long import was at a moment, and what it had in memory. */
export interface Sample {
  readonly seconds: number;
  /** Null while it only reads names. */
  readonly rows: number | null;
  readonly megabytes: number;
  /** The most that it had had so far. */
  readonly most: number;
}

export interface Tenth {
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly mostMegabytes: number;
}

/** For each tenth of the rows how fast it went, reckoned between the moments at which the number of rows was told, and the most memory in it. */
export function tenths(samples: readonly Sample[]): Tenth[] {
  const begun = samples.filter(({ rows }, at) => rows !== null || samples[at + 1]?.rows !== null).map((sample) => ({ ...sample, rows: sample.rows ?? 0 }));
  const told = begun.filter(({ rows }, at) => rows !== begun[at - 1]?.rows);
  const all = told.at(-1)?.rows ?? 0;
  return Array.from({ length: 10 }, (_, tenth) => {
    const [from, to] = [(all * tenth) / 10, (all * (tenth + 1)) / 10];
    const seconds = secondsAt(told, to) - secondsAt(told, from);
    return {
      rows: Math.round(to),
      rowsPerSecond: Math.round((to - from) / seconds),
      mostMegabytes: mostMegabytes(begun.filter(({ rows }) => rows > from && rows <= to)),
    };
  });
}

/** The most that was in memory at any of the moments. */
export function mostMegabytes(samples: readonly Sample[]): number {
  return Math.max(0, ...samples.map(({ megabytes }) => megabytes));
}

/** When so many rows were done, on the straight line between the two moments around it. */
function secondsAt(told: readonly (Sample & { readonly rows: number })[], rows: number): number {
  const after = told.findIndex((sample) => sample.rows >= rows);
  const [before, next] = [told[after - 1], told[after]];
  if (!next) return 0;
  if (!before) return next.seconds;
  return before.seconds + ((next.seconds - before.seconds) * (rows - before.rows)) / (next.rows - before.rows);
}

/** The value that a share of them does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('A percentile needs at least one value, but there was none.');
  const ascending = [...values].sort((one, other) => one - other);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] as number;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** With three digits that say something. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** The value that a share of them does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const ascending = ascendingOf(values);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] as number;
}

/** The value in the middle, or the mean of the two that are. */
export function median(values: readonly number[]): number {
  const ascending = ascendingOf(values);
  const middle = (ascending.length - 1) / 2;
  return ((ascending[Math.floor(middle)] as number) + (ascending[Math.ceil(middle)] as number)) / 2;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** With three digits that say something. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function ascendingOf(values: readonly number[]): number[] {
  if (values.length === 0) throw new Error('This needs at least one value, but there was none.');
  return [...values].sort((one, other) => one - other);
}

export type Clock = () => string;

/** Gives each caller an instant of its own, a millisecond after the last one at least, so that what is recorded has an order. */
export function createClock(): Clock {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return new Date(last).toISOString();
  };
}

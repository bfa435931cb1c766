/** A value that is at hand, or the promise of it: what is at hand needs no promise, of which an answer of a thousand fields would make a thousand. */
export type Soon<Value> = Value | Promise<Value>;

/** Goes on with a value as soon as it is there: at once, when it is. */
export function soon<Value, Next>(value: Soon<Value>, next: (value: Value) => Soon<Next>): Soon<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Several at once. */
export function allSoon<Value>(values: readonly Soon<Value>[]): Soon<Value[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as Value[]);
}

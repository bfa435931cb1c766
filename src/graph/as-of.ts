import type { Moment } from './known.ts';
import type { Read } from './load.ts';

/** Reads the same questions as of a moment. */
export function readAsOf(read: Read, moment: Moment): Read {
  return (query, params) => read({ ...query, text: query.textAsOf }, { ...params, ...moment });
}

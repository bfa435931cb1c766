import { type Moment, textOfKnown, whenever } from './known.ts';
import type { Read } from './load.ts';
import type { Query } from './query.ts';

/** Reads the same questions as of a moment. */
export function readAsOf(read: Read, moment: Moment): Read {
  const textOf = moment.recorded === whenever ? whatWasKnown : ({ textAsOf }: Texts) => textAsOf;
  return (query, params) => read({ ...query, text: textOf(query) }, { ...params, ...moment });
}

type Texts = Pick<Query<unknown, unknown>, 'textAsOf'>;
const made = new WeakMap<Texts, Texts['textAsOf']>();

/** The texts for a moment of which only the known is asked: made when first asked for, since most questions never are. */
function whatWasKnown(query: Texts): Texts['textAsOf'] {
  const before = made.get(query);
  if (before) return before;
  const { neo4j, embedded } = query.textAsOf;
  const texts = { neo4j: textOfKnown(neo4j), embedded: textOfKnown(embedded) };
  made.set(query, texts);
  return texts;
}

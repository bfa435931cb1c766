import type { Token } from '../toll/tokens.ts';
import { setOf } from '../toll/tokens.ts';
import { type Span, spanOf } from './span.ts';
import type { Telling } from './speaker.ts';
import { heard, type Speech } from './speech.ts';
import { subjectsOf } from './subject.ts';

/** That somebody gave no number of people harmed: "Authorities have not provided a casualty count". It denies nothing. */
export interface Silence extends Span {
  /** What was not counted: both the dead and the injured, unless the text says which. */
  readonly metric: 'KILLED' | 'INJURED' | 'CASUALTIES';
  readonly sentence: Span;
  readonly speech: Speech | null;
}

const GIVING = setOf('provide provided give gave given release released issue issued publish published disclose disclosed announce announced offer offered');
const COUNTS = setOf('count counts toll tolls figure figures number numbers tally tallies estimate estimates statistics');
const DEAD = setOf('death deaths dead killed fatality fatalities');
const INJURED = setOf('injury injuries injured wounded');
const HARMED = setOf('casualty casualties victim victims toll tolls');

/** An object is no longer than so many tokens. */
const longest = 8;

/** Who, in a sentence, is said to have given no number. Its tokens have their places in the whole text. */
export function silencesIn(tokens: readonly Token[], sentence: Span, telling: Telling): Silence[] {
  return tokens.flatMap((_, at) => {
    const verb = denied(tokens, at);
    const object = verb === null ? null : countAfter(tokens, verb + 1);
    if (verb === null || object === null) return [];
    const quote = spanOf(telling.text, (tokens[at] as Token).start, (tokens[object.last] as Token).end); // Both are among the tokens.
    const [speech = null] = subjectsOf(tokens, at).flatMap(([from, to]) => heard(telling, tokens.slice(from, object.last + 1), tokens.slice(from, to)) ?? []);
    return [{ ...quote, metric: object.metric, sentence, speech }];
  });
}

/** Where the verb of giving is in what begins here: "have not provided", "did not immediately give", "have yet to release", "gave no", "have given no". */
function denied(tokens: readonly Token[], at: number): number | null {
  const words = tokens.slice(at, at + 5).map(({ word }) => word);
  const [first = '', second = '', third = ''] = words;
  if (/^(have|has|had)$/.test(first) && GIVING.has(second) && third === 'no') return at + 1;
  if (GIVING.has(first) && second === 'no' && !/^(not|to|have|has|had)$/.test(tokens[at - 1]?.word ?? '')) return at + 1;
  const isAuxiliary = /^(have|has|had|did|do|does)$/.test(first);
  const isDenied = isAuxiliary
    ? /^(not|yet|so)$/.test(second) && words.some((word) => word === 'not' || word === 'yet')
    : /^(have|has|had|did|do|does)n['’]t$/.test(first);
  if (!isDenied) return null;
  const found = words.findIndex((word) => GIVING.has(word));
  return found < 0 ? null : at + found;
}

/** The count that was not given: "a casualty count", "any figures for the number of dead"; an account of anything else is none. */
function countAfter(tokens: readonly Token[], from: number): { last: number; metric: Silence['metric'] } | null {
  const end = tokens.slice(from, from + longest).findIndex(({ text, word }) => /^[,;:.!?“”"]$/.test(text) || /^(but|while|and|that|which|who)$/.test(word));
  const object = tokens.slice(from, end < 0 ? from + longest : from + end);
  const places = (words: ReadonlySet<string>) => object.flatMap(({ word }, place) => (words.has(word) ? [place] : []));
  const [counts, dead, injured, harmed] = [places(COUNTS), places(DEAD), places(INJURED), places(HARMED)];
  const last = Math.max(...counts, ...dead, ...injured, ...harmed);
  if (counts.length === 0 || dead.length + injured.length + harmed.length === 0) return null;
  const isBoth = dead.length > 0 === injured.length > 0;
  return { last: from + last, metric: isBoth ? 'CASUALTIES' : dead.length > 0 ? 'KILLED' : 'INJURED' };
}

import type { placeKinds } from '../place/ref.ts';
import { nameTerm } from '../text.ts';
import type { Token } from '../toll/tokens.ts';
import type { Mention } from './names.ts';
import { type Span, spanOf } from './span.ts';
import { NOBODY, PREPOSITIONS } from './speech-words.ts';

/** A place that a text names as one ("the town of Jableh", "Hama province") and the graph does not have. Nothing is looked up in any gazetteer. */
export interface NewPlace extends Span {
  readonly name: string;
  readonly kind: keyof typeof placeKinds;
}

const KINDS: ReadonlyMap<string, NewPlace['kind']> = new Map(
  Object.entries({
    city: 'TOWN',
    town: 'TOWN',
    village: 'VILLAGE',
    hamlet: 'VILLAGE',
    governorate: 'ADM1',
    province: 'ADM1',
    district: 'ADM2',
    subdistrict: 'ADM3',
    neighborhood: 'NEIGHBOURHOOD',
    neighbourhood: 'NEIGHBOURHOOD',
    suburb: 'NEIGHBOURHOOD',
  } as const),
);
const PLURALS: ReadonlyMap<string, NewPlace['kind']> = new Map([...KINDS].map(([word, kind]) => [word.replace(/y$/, 'ie').concat('s'), kind]));

/** Places are listed so many at most. */
export const mostNewPlaces = 50;

/** The places that a sentence names and the graph does not have. What is mentioned in it is known. */
export function newPlacesIn(tokens: readonly Token[], here: readonly Mention[], text: string): NewPlace[] {
  const isKnown = ({ start, end }: Token) => here.some((mention) => mention.start < end && start < mention.end);
  const found: NewPlace[] = [];
  const add = (from: number, to: number, kind: NewPlace['kind']) => {
    const name = tokens.slice(from, to);
    const [first, last] = [name[0], name[name.length - 1]];
    if (!first || !last || name.some(isKnown) || !name.some(isCapital)) return;
    const span = spanOf(text, first.start, last.end);
    found.push({ ...span, name: span.quote.replace(/\s+/g, ' '), kind });
  };

  tokens.forEach(({ word }, at) => {
    const kind = KINDS.get(word) ?? PLURALS.get(word);
    if (!kind) return;
    if (tokens[at + 1]?.word === 'of') {
      const end = nameEnd(tokens, at + 2);
      add(at + 2, end, kind);
      const isMore = PLURALS.has(word) && tokens[end]?.word === 'and';
      if (isMore) add(end + 1, nameEnd(tokens, end + 1), kind);
      return;
    }
    const begin = nameBegin(tokens, at);
    const before = tokens[begin - 1]?.word ?? '';
    // "Jableh city" may be "Syrian city" as well: somebody is in the one, and speaks of the other.
    if (begin === at || /^(an?|this|that|another|every|each|same)$/.test(before) || (isSettlement(kind) && !PREPOSITIONS.has(before))) return;
    add(begin, at, kind);
    if (PLURALS.has(word) && tokens[begin - 1]?.word === 'and') add(nameBegin(tokens, begin - 1), begin - 1, kind);
  });
  return found;
}

function isCapital({ text, word }: Token): boolean {
  return /^\p{Lu}/u.test(text) && !NOBODY.has(word);
}

function isSettlement(kind: NewPlace['kind']): boolean {
  return kind === 'TOWN' || kind === 'VILLAGE';
}

/** Each place once, as it is first named. */
export function eachOnce(places: readonly NewPlace[]): NewPlace[] {
  const byName = new Map<string, NewPlace>();
  for (const place of [...places].sort((one, other) => one.start - other.start)) if (!byName.has(nameTerm(place.name))) byName.set(nameTerm(place.name), place);
  return [...byName.values()].slice(0, mostNewPlaces);
}

/** Names are no longer than so many tokens, hyphens among them. */
const longest = 6;

function nameEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + longest && isOfName(tokens, at)) at += 1;
  return tokens[at - 1]?.text === '-' ? at - 1 : at;
}

function nameBegin(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at > Math.max(0, end - longest) && isOfName(tokens, at - 1)) at -= 1;
  while (at < end && (NOBODY.has(tokens[at]?.word ?? '') || tokens[at]?.text === '-')) at += 1;
  return at;
}

/** A word with a capital, or what joins two parts of a name: "al-Haffah", "Deir ez-Zor". */
function isOfName(tokens: readonly Token[], at: number): boolean {
  const { text, isGlued } = tokens[at] ?? { text: '', isGlued: false };
  if (text === '-') return isGlued && (tokens[at + 1]?.isGlued ?? false);
  return /^\p{Lu}/u.test(text) || (/^(al|ar|as|ash|az|ez|el|et|ed|er|es|an|at|ad)$/.test(text) && tokens[at + 1]?.text === '-');
}

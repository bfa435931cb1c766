import type { Finding } from './finding.ts';
import type { Reading } from './governor.ts';
import type { PeopleItem } from './items.ts';
import { FORCE_WORDS, PERSON_WORDS } from './lexicon.ts';
import type { Population } from './mention.ts';
import { populationFrom } from './people.ts';
import { isPhrase, type Token } from './tokens.ts';

/** Who a number counts: what its noun says, or else what the words around it do. */
export function populationOf({ tokens, items }: Reading, people: PeopleItem, finding: Finding): Population {
  const isGeneric = people.population === 'ALL' && (people.noun === 'toll' || people.noun === 'person');
  if (finding.by === 'total' && (people.population === 'UNKNOWN' || isGeneric)) {
    return finding.population === null || finding.population === 'UNKNOWN' ? people.population : finding.population;
  }
  if (isGeneric && isLoyal(tokens, people.to)) return 'COMBATANTS';
  if (people.noun === 'toll' && /^(ALL|UNKNOWN)$/.test(people.population) && isSuffered(tokens, people.from)) return 'COMBATANTS';
  if (people.population !== 'UNKNOWN') return people.population;
  const item = items[finding.at];
  return item?.type === 'harm' && item.from >= people.to && isOfForce(tokens, item.to) ? 'COMBATANTS' : 'UNKNOWN';
}

/** "2 persons belong to cells", "14 persons of the Islamic State". */
function isLoyal(tokens: readonly Token[], at: number): boolean {
  if (isCounted(tokens, at) && /^(of|from|among)$/.test(tokens[at]?.word ?? '')) return isOwnedByForce(tokens, at + 1);
  if (!/^(belong|belonging|loyal|affiliated)$/.test(tokens[at]?.word ?? '')) return false;
  return tokens.slice(at + 1, at + 6).some(({ word }) => isArmedWord(word) || word === 'cells');
}

/** Whether the words before say no more than that people are counted: "14 persons", "20 casualties at least". */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const last = tokens[at - 1]?.word === 'least' ? tokens[at - 3] : tokens[at - 1];
  return /^(people|persons?|casualty|casualties|injuries|wounded)$/.test(last?.word ?? '');
}

function isOwnedByForce(tokens: readonly Token[], at: number): boolean {
  const isState = [0, 1, 2].some((offset) => isPhrase(tokens, at + offset, ['islamic', 'state']));
  return isState || populationFrom(tokens, at) === 'COMBATANTS';
}

/** "Kurdish forces suffer dozens of deaths". */
function isSuffered(tokens: readonly Token[], at: number): boolean {
  const [verb, ...subject] = tokens.slice(Math.max(0, at - 5), at).reverse();
  return /^(suffers?|suffered|sustains?|sustained)$/.test(verb?.word ?? '') && subject.some(({ word }) => isArmedWord(word));
}

/** "16 dead from the Islamic State", "416 dead among the SDF". */
function isOfForce(tokens: readonly Token[], at: number): boolean {
  if (!/^(of|from|among|amongst)$/.test(tokens[at]?.word ?? '')) return false;
  const near = tokens.slice(at + 1, at + 5);
  return near.some(({ word }) => isArmedWord(word)) || near.some((_, offset) => isPhrase(near, offset, ['islamic', 'state']));
}

function isArmedWord(word: string): boolean {
  return FORCE_WORDS.has(word) || PERSON_WORDS.get(word)?.population === 'COMBATANTS';
}

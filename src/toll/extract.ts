import { type Finding, findAll, isPlainCount } from './finding.ts';
import { isRole, REACH, type Reading } from './governor.ts';
import { type PeopleItem, readItems } from './items.ts';
import type { Metric, Population, TollMention } from './mention.ts';
import { populationOf } from './population.ts';
import { joinThousands } from './thousands.ts';
import { type Token, tokenize } from './tokens.ts';

/** Finds every number of people harmed in an English headline or sentence, in the order of the text. */
export function extractTolls(text: string): TollMention[] {
  const tokens = joinThousands(text, tokenize(text));
  const reading = { tokens, items: readItems(tokens) };
  const findings = findAll(reading);
  const telling = new Set([...findings.values()].filter(({ by }) => by !== 'own').map(({ at }) => at));
  return [...findings].flatMap(([at, finding]) => {
    const people = reading.items[at] as PeopleItem; // Only numbers of people are keys.
    const population = populationOf(reading, people, finding);
    return metricsOf(reading, finding, findings, telling)
      .filter(() => !isSpared(reading, finding, population))
      .map((metric) => mention(text, tokens, people, metric, population));
  });
}

function metricsOf(reading: Reading, finding: Finding, findings: ReadonlyMap<number, Finding>, telling: ReadonlySet<number>): readonly Metric[] {
  if (finding.by === 'among') {
    const whole = findings.get(finding.at);
    return whole && whole.by !== 'among' ? metricsOf(reading, whole, findings, telling) : [];
  }
  const item = reading.items[finding.at];
  if (finding.by !== 'own' || finding.metrics[0] !== 'CASUALTIES') return finding.metrics;
  if (item?.type === 'people' && !isPlainCount(item, reading.tokens)) return finding.metrics;
  return isUnderDeath(reading, finding.at, telling) ? ['KILLED'] : finding.metrics;
}

/** "casualties" means the dead where a word of death stands in the same clause and tells of no other number. */
function isUnderDeath({ items, tokens }: Reading, at: number, telling: ReadonlySet<number>): boolean {
  return ([1, -1] as const).some((step) => {
    for (let near = at + step; Math.abs(near - at) < REACH; near += step) {
      const item = items[near];
      if (item === undefined || isRole(item, 'stop') || tokens[item.from]?.text === ',') return false;
      const isDeath = item.type === 'toll' || (item.type === 'harm' && item.metrics[0] === 'KILLED' && !item.isUndoing);
      if (isDeath && !telling.has(near)) return true;
    }
    return false;
  });
}

/** "destroyed 5 hideouts": only armed people are destroyed. */
function isSpared({ items }: Reading, { at, by }: Finding, population: Population): boolean {
  const item = items[at];
  return by === 'harm' && item?.type === 'harm' && item.isUndoing && population !== 'COMBATANTS';
}

function mention(text: string, tokens: readonly Token[], people: PeopleItem, metric: Metric, population: Population): TollMention {
  const { from, bounds } = people.quantity;
  const { operator, low, best, high } = bounds;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[people.last - 1]?.end ?? start;
  return { metric, population, operator, low, best, high, quote: text.slice(start, end), start, end };
}

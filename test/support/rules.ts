/**
 * The rules of writing, on plain facts: what the service does with a graph, said again in the shortest way, to be held against it.
 * A fact is a line of text with a value: `is KEY` with the version of an entity, `name KEY`, `date KEY`, `retracted KEY`, and
 * `TYPE FROM TO` of a link, `marked TYPE FROM TO` once what it rests on was retracted.
 */
export interface Rules {
  facts: Map<string, string>;
  /** What each revision changed: fact, before, after. */
  readonly history: Delta[];
  stamps: number;
}
type Delta = readonly (readonly [fact: string, before: string | undefined, after: string | undefined])[];

export class Refusal extends Error {}

export function emptyRules(): Rules {
  return { facts: new Map(), history: [], stamps: 0 };
}

/** Does all of something or nothing of it, and says how it went: `ok`, or which error it is. */
export function outcome(rules: Rules, work: () => void): string {
  const before = new Map(rules.facts);
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    rules.facts = before;
    return error.message;
  }
  const delta = [...new Set([...before.keys(), ...rules.facts.keys()])]
    .map((fact) => [fact, before.get(fact), rules.facts.get(fact)] as const)
    .filter(([, then, now]) => then !== now);
  if (delta.length > 0) rules.history.push(delta);
  return 'ok';
}

/** Makes an entity; one that is there under its key may not be told otherwise. */
export function make(rules: Rules, key: string, values: Readonly<Record<string, string>>): void {
  const told = Object.entries(values).map(([name, value]) => [`${name} ${key}`, value] as const);
  const isThere = rules.facts.has(`is ${key}`);
  if (isThere && told.some(([fact, value]) => rules.facts.get(fact) !== value)) refuse('ConflictError');
  if (isThere) return;
  touch(rules, key);
  for (const [fact, value] of told) rules.facts.set(fact, value);
}

export function change(rules: Rules, key: string, values: Readonly<Record<string, string>>): void {
  if (!rules.facts.has(`is ${key}`)) refuse('NotFoundError');
  const other = Object.entries(values).filter(([name, value]) => rules.facts.get(`${name} ${key}`) !== value);
  if (other.length > 0) touch(rules, key);
  for (const [name, value] of other) rules.facts.set(`${name} ${key}`, value);
}

const one: Readonly<Record<string, readonly ('from' | 'to')[]>> = { PUBLISHED: ['to'], CONTAINS: ['to'], SUPERSEDES: ['from', 'to'], WITHIN: [] };
const acyclic = ['WITHIN', 'SUPERSEDES'];

export function draw(rules: Rules, type: string, from: string, to: string): void {
  if (from === to) refuse('InvalidInputError');
  if (![from, to].every((key) => rules.facts.has(`is ${key}`))) refuse('NotFoundError');
  if (rules.facts.has(`${type} ${from} ${to}`)) return;
  if (!fits(rules.facts, type, from, to)) refuse('ConflictError');
  rules.facts.set(`${type} ${from} ${to}`, stamp(rules));
}

/** Draws several links; which of them cannot be, by their place, is the refusal. */
export function drawAll(rules: Rules, links: readonly (readonly [type: string, from: string, to: string])[]): void {
  const wrong = links.flatMap(([type, from, to], index) => {
    try {
      draw(rules, type, from, to);
      return [];
    } catch (error) {
      return [`${index} ${(error as Error).message}`];
    }
  });
  if (wrong.length > 0) refuse(`BatchError ${wrong.join(', ')}`);
}

export function erase(rules: Rules, type: string, from: string, to: string): void {
  if (![from, to].every((key) => rules.facts.has(`is ${key}`)) || !rules.facts.delete(`${type} ${from} ${to}`)) refuse('NotFoundError');
  rules.facts.delete(`marked ${type} ${from} ${to}`);
}

/** Takes something back, with the claims that it contains; what these supersede is marked. */
export function retract(rules: Rules, key: string): void {
  if (!rules.facts.has(`is ${key}`)) refuse('NotFoundError');
  if (rules.facts.has(`retracted ${key}`)) refuse('ConflictError');
  const at = stamp(rules);
  const contained = linksOf(rules.facts, 'CONTAINS').flatMap(([from, to]) => (from === key ? [to] : []));
  for (const taken of [key, ...contained]) {
    if (!rules.facts.has(`retracted ${taken}`)) {
      rules.facts.set(`retracted ${taken}`, at);
      touch(rules, taken);
    }
    for (const [from, to] of linksOf(rules.facts, 'SUPERSEDES')) {
      const mark = `marked SUPERSEDES ${from} ${to}`;
      if (from === taken && !rules.facts.has(mark)) rules.facts.set(mark, at);
    }
  }
}

/** Reverses a revision, unless something that it left is another by now, or what it would bring back does not fit any more. */
export function undo(rules: Rules, revision: number): void {
  const delta = rules.history[revision] ?? [];
  const left = new Map(delta.map(([fact, , after]) => [fact, after]));
  const isVersion = (fact: string) => fact.startsWith('is ');
  for (const [fact, before, after] of delta) {
    const changed = before !== undefined && after !== undefined;
    const now = rules.facts.get(fact);
    if (!(isVersion(fact) && changed) && now !== after) refuse('ConflictError');
    if (isVersion(fact) && changed && now === undefined) refuse('ConflictError');
    const mark = `marked ${fact}`;
    if (isLink(fact) && before === undefined && rules.facts.get(mark) !== left.get(mark)) refuse('ConflictError');
  }
  for (const [fact, before, after] of delta) {
    const version = isVersion(fact) && before !== undefined && after !== undefined && rules.facts.get(fact) !== after;
    const value = version ? stamp(rules) : before;
    if (value === undefined) rules.facts.delete(fact);
    else rules.facts.set(fact, value);
  }
  const links = [...rules.facts.keys()].filter(isLink).map((fact) => fact.split(' ') as [string, string, string]);
  if (links.some(([, from, to]) => ![from, to].every((key) => rules.facts.has(`is ${key}`)))) refuse('ConflictError');
  const isAgain = ([, before, after]: Delta[number]) => before !== undefined && after === undefined;
  const isUnmarked = ([fact, before]: Delta[number]) => fact.startsWith('marked ') && before === undefined && rules.facts.has(fact.slice(7));
  const again = delta.filter((one) => (isLink(one[0]) && isAgain(one)) || isUnmarked(one)).map(([fact]) => fact.replace('marked ', '').split(' '));
  if (linksOf(rules.facts, 'SUPERSEDES').some(([from, to]) => rules.facts.has(`marked SUPERSEDES ${from} ${to}`) !== rules.facts.has(`retracted ${from}`)))
    refuse('ConflictError');
  if (again.some(([type = '', from = '', to = '']) => !fits(rules.facts, type, from, to))) refuse('ConflictError');
}

/** Whether a link is the only one that stands where there may be only one, leads round to nowhere, and is not by the word of what was taken back. */
function fits(facts: Rules['facts'], type: string, from: string, to: string): boolean {
  const others = linksOf(facts, type).filter(([begin, end]) => begin !== from || end !== to);
  const marked = (begin: string, end: string) => facts.has(`marked ${type} ${begin} ${end}`);
  const standing = marked(from, to) ? [] : others.filter(([begin, end]) => !marked(begin, end));
  const second = standing.some(([begin, end]) => (one[type]?.includes('from') && begin === from) || (one[type]?.includes('to') && end === to));
  const goesWithIt = type === 'CONTAINS' ? `retracted ${to}` : `marked ${type} ${from} ${to}`;
  const takenBack = ['CONTAINS', 'SUPERSEDES'].includes(type) && facts.has(`retracted ${from}`) && !facts.has(goesWithIt);
  return !second && !takenBack && !(acyclic.includes(type) && reaches(others, to, from));
}

function reaches(links: readonly (readonly [string, string])[], from: string, to: string): boolean {
  return from === to || links.some(([begin, end]) => begin === from && reaches(links, end, to)); // Nothing leads round, so it ends.
}

function linksOf(facts: Rules['facts'], type: string): [string, string][] {
  return [...facts.keys()].filter((fact) => fact.startsWith(`${type} `)).map((fact) => fact.split(' ').slice(1) as [string, string]);
}

function isLink(fact: string): boolean {
  return /^[A-Z]/.test(fact);
}

function touch(rules: Rules, key: string): void {
  rules.facts.set(`is ${key}`, stamp(rules));
}

function stamp(rules: Rules): string {
  rules.stamps += 1;
  return `${rules.stamps}`;
}

export function refuse(error: string): never {
  throw new Refusal(error);
}

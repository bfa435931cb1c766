import { type FieldNode, getArgumentValues, Kind, visit } from 'graphql';
import type { Context } from '../context.ts';
import { type PageArguments, rangeOf } from '../cursors.ts';
import { apart } from '../graph/apart.ts';
import type { PageArgs } from '../graph/keyed.ts';
import { nameOf } from '../graph/load.ts';
import type { AnyKeyed, Case, Plan } from '../graph/plan.ts';
import { type Asked, isNode, isOne, type Listed, type Loading } from '../graph/reading.ts';
import { allSoon, type Soon, soon } from '../graph/soon.ts';
import type { Label } from '../ids.ts';
import type { Below, Outline, Stop } from './outline.ts';

export interface Planned {
  readonly key: string;
  readonly plan: Plan;
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * One statement may bring so many rows, and have so many loads in it: beyond, loads of their own do better, since they ask for nothing twice.
 * So many cases are kept of a field at the root: one for each length of its page.
 */
const most = { rows: 5000, loads: 30, kept: 100 };

/** What a field at the root is going to load, with all that follows, for the values of its variables. What cannot be said ahead is left out. */
export function plansOf(stop: Stop, { asksForMore }: Outline, variables: Variables, context: Context): Soon<readonly Planned[]> {
  const given = getArgumentValues(stop.field, stop.node, variables as never);
  let loads = most.loads;

  if ('loads' in stop.reading) {
    const { by } = stop.reading.loads;
    return typeof by === 'function' ? [{ key: by(given as never), plan: loading('', stop.reading.loads, stop, most.rows) }] : [];
  }
  const listed = stop.reading.lists(given as never, context as never);
  return soon(askedOf(listed, given, stop), (asked) =>
    asked.flatMap((one) => (one.asked?.key == null ? [] : [{ key: one.asked.key, plan: listing('', one, listed, stop, most.rows) }])),
  );

  function below(stops: readonly Stop[], rows: number, labels?: readonly string[]): Plan[] {
    return merged(stops.flatMap((next) => following(next, rows, labels)));
  }

  /** What a field below loads for each row above; nothing when it cannot be said, or would be too much. */
  function following(next: Stop, rows: number, labels: readonly string[] | undefined): Plan[] {
    if (loads <= 0) return [];
    loads -= 1;
    if ('loads' in next.reading) {
      const { by } = next.reading.loads;
      return typeof by === 'string' ? [loading(next.row + by, next.reading.loads, next, rows, labels)] : [];
    }
    const listed = listedBy(next, variables, context);
    const asked = listed && askedOf(listed.listed, listed.given, next);
    if (!asked || asked instanceof Promise) return [];
    loads -= asked.reduce((sum, one) => sum + (one.asked ? (apart(one.asked.query)?.branches ?? 1) - 1 : 0), 0); // Each branch is planned like a load.
    if (loads < 0) return [];
    return asked.flatMap((one) =>
      one.asked && one.asked.key === null && one.range.limit <= rows ? [listing(`${next.row}id`, one, listed.listed, next, rows)] : [],
    );
  }

  function loading(by: string, how: Loading, here: Stop, rows: number, labels?: readonly string[]): Plan {
    const { query, args } = how;
    const caseOf = (keyed: AnyKeyed, { stops, looksAt }: Below): Case => ({ keyed, looksAt, next: below(stops, rows) });
    const make = (): [Label | null, Case][] =>
      isOne(query)
        ? [[null, caseOf(query, whole(here))]]
        : [...here.below]
            .filter(([type]) => !isNode(how) || !labels || labels.includes(type))
            .map(([type, its]) => [type as Label, caseOf(query[type] as AnyKeyed, its)]);
    return { by, args, params: args ?? {}, cases: cases(here, '', make) };
  }

  function listing(by: string, { asked, range, isCount }: Part, { labels }: Listed, here: Stop, rows: number): Plan {
    const { query: keyed, args } = asked as Asked;
    // Nobody asks whether more follow: then the row that would tell need not be read.
    const limit = asksForMore ? range.limit : range.limit - 1;
    const { stops, looksAt } = whole(here);
    const make = (): [null, Case][] => [[null, { keyed, looksAt, next: isCount ? [] : below(stops, rows / limit, labels) }]];
    const made = { by, args, cases: cases(here, `${keyed.query.name} ${limit} ${labels}`, make) };
    if (isCount) return { ...made, params: args };
    if (!isPlaced(here, keyed)) return { ...made, params: { ...args, limit } };
    const { after, ...shared } = args as PageArgs;
    return { ...made, params: { ...shared, limit }, position: after };
  }

  /** Whether the position of a page goes with the key: it is each request's own, and all that stands above it lets it through. */
  function isPlaced(here: Stop, keyed: AnyKeyed): boolean {
    if (!hasOwnPosition(here.node) || !isPlain(keyed)) return false;
    return here === stop || ('loads' in stop.reading && loadsPlainly(stop.reading.loads) && [...stop.below.values()].some(({ stops }) => stops.includes(here)));
  }

  /** Those of a field at the root are the same whenever it is asked, where nothing below it depends on variables; `name` tells them from others of it. */
  function cases(here: Stop, name: string, make: () => [Label | null, Case][]): Plan['cases'] {
    const kept = here === stop ? casesOf(stop) : null;
    const made = kept?.get(name) ?? new Map(make());
    if (kept && kept.size < most.kept) kept.set(name, made);
    return made;
  }
}

const casesKept = new WeakMap<Stop, Map<string, Plan['cases']> | null>();

/** The cases that are kept of a field at the root; null where each may be of its own. */
function casesOf(stop: Stop): Map<string, Plan['cases']> | null {
  const before = casesKept.get(stop);
  if (before !== undefined) return before;
  const kept = belowVaries(stop) ? null : new Map();
  casesKept.set(stop, kept);
  return kept;
}

function belowVaries({ below }: Stop): boolean {
  return [...below.values()].flatMap(({ stops }) => stops).some((next) => takesVariables(next.node) || belowVaries(next));
}

/** What is below what is of one type. */
function whole({ below }: Stop): Below {
  return below.values().next().value as Below;
}

function isPlain(keyed: AnyKeyed): boolean {
  return apart(keyed)?.isPlain === true;
}

function loadsPlainly({ query }: Loading): boolean {
  return isOne(query) ? isPlain(query) : Object.values(query).every(isPlain);
}

function hasOwnPosition({ arguments: given = [] }: FieldNode): boolean {
  return given.some(({ name, value }) => name.value === 'after' && value.kind === Kind.VARIABLE);
}

function takesVariables({ arguments: given = [] }: FieldNode): boolean {
  let takes = false;
  const note = () => {
    takes = true;
  };
  for (const one of given) visit(one, { Variable: note });
  return takes;
}

/** A page or a count, as it is asked for. */
interface Part {
  readonly asked: Asked | null;
  readonly range: PageArgs;
  readonly isCount: boolean;
}

/** Which parts of a list a selection asks for. */
function askedOf({ order, rows, count }: Listed, given: PageArguments, { parts }: Stop): Soon<Part[]> {
  const range = rangeOf(given, order);
  return allSoon([
    ...(parts.has('edges') || parts.has('info') ? [soon(rows(range), (asked) => ({ asked, range, isCount: false }))] : []),
    ...(parts.has('total') ? [soon(count(), (asked) => ({ asked, range: { after: '', limit: 1 }, isCount: true }))] : []),
  ]);
}

/** The list that a field is, or null when its arguments are not as they should be: its resolver is going to say so. */
function listedBy({ field, node, reading }: Stop, variables: Variables, context: Context): { listed: Listed; given: PageArguments } | null {
  if (!('lists' in reading)) return null;
  try {
    const given = getArgumentValues(field, node, variables as never);
    const listed = reading.lists(given as never, context as never);
    rangeOf(given, listed.order);
    return { listed, given };
  } catch {
    return null;
  }
}

/** Loads of the same are one load, after which all follows that follows any of them. */
function merged(plans: readonly Plan[]): Plan[] {
  if (plans.length < 2) return [...plans];
  const known = new Map<string, Plan>();
  for (const plan of plans) {
    const name = `${plan.by} ${[...plan.cases.values()].map(({ keyed }) => nameOf(keyed, plan.args)).join(' ')}`;
    const same = known.get(name);
    known.set(name, same ? together(same, plan) : plan);
  }
  return [...known.values()];
}

function together(one: Plan, other: Plan): Plan {
  const limitOf = ({ params }: Plan) => (params as { limit?: number }).limit ?? 0;
  const larger = limitOf(other) > limitOf(one) ? other : one;
  const cases = [...one.cases].map(
    ([label, { keyed, looksAt, next }]) => [label, { keyed, looksAt, next: merged([...next, ...(other.cases.get(label)?.next ?? [])]) }] as const,
  );
  return { ...larger, cases: new Map(cases) };
}

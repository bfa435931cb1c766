import type { State } from '../address/state.ts';
import { countedInWords, dayInWords, inWords } from '../page/words.ts';
import type { Claim, Conflict, MatrixData } from './load.ts';

/** What several sources may say something about: a number as of a day, or one statement and its relays. */
export interface Column {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly claims: readonly Claim[];
}

/** A source: whose word it is, or who printed it. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly claims: readonly Claim[];
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  /** The claim that stands in the cell; more of them are counted. */
  readonly claim: Claim;
  readonly more: number;
  readonly isRelay: boolean;
  /** Numbers of the contradictions it takes part in, from 1. */
  readonly conflicts: readonly number[];
}

export interface Grid {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly cells: readonly Cell[];
  /** Sources that were active then, and said nothing. */
  readonly silent: readonly { readonly id: string; readonly name: string }[];
}

const unnamed = { id: 'nobody', name: 'Nobody named' };

export function gridOf(data: MatrixData, { rows: by, hide }: State): Grid {
  const hidden = new Set(hide);
  const claims = data.claims.filter((claim) => !hidden.has(`source.${sourceOf(claim, by).id}`));
  const rows = rowsOf(claims, by);
  const columns = columnsOf(claims);
  const cells = rows.flatMap((row, index) => cellsOf(row, index, columns, data.conflicts));
  const speaking = new Set(rows.map(({ id }) => id));
  const silent = by === 'claimant' ? (data.event?.coverage.silent.edges.map(({ node }) => node).filter(({ id }) => !speaking.has(id)) ?? []) : [];
  return { rows, columns, cells, silent };
}

export function sourceOf(claim: Claim, by: State['rows']): { readonly id: string; readonly name: string } {
  return (by === 'claimant' ? claim.claimant : claim.report?.publisher) ?? unnamed;
}

function rowsOf(claims: readonly Claim[], by: State['rows']): Row[] {
  const rows = new Map<string, { id: string; name: string; claims: Claim[] }>();
  for (const claim of claims) {
    const source = sourceOf(claim, by);
    const row = rows.get(source.id) ?? { ...source, claims: [] };
    row.claims.push(claim);
    rows.set(source.id, row);
  }
  return [...rows.values()].sort(
    (one, other) =>
      Number(one.id === unnamed.id) - Number(other.id === unnamed.id) || other.claims.length - one.claims.length || (one.name < other.name ? -1 : 1),
  );
}

function columnsOf(claims: readonly Claim[]): Column[] {
  const columns = new Map<string, { key: string; group: string; label: string; order: string; claims: Claim[] }>();
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  for (const claim of claims) {
    const described = claim.metric ? countColumn(claim) : statementColumn(byId.get(claim.repeats?.id ?? '') ?? claim);
    const column = columns.get(described.key) ?? { ...described, claims: [] };
    column.claims.push(claim);
    columns.set(described.key, column);
  }
  return [...columns.values()].sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0));
}

const metricOrder = ['KILLED', 'CASUALTIES', 'INJURED', 'MISSING', 'ABDUCTED', 'DETAINED', 'DISPLACED'];
const populationOrder = ['CIVILIANS', 'ALL', 'COMBATANTS', 'SIDE_A', 'SIDE_B', 'CHILDREN', 'WOMEN', 'UNKNOWN'];

function countColumn(claim: Claim): { key: string; group: string; label: string; order: string } {
  const scope = claim.names.edges.map(({ node }) => node.label).sort();
  const group = `${countedInWords(claim.metric, claim.population)}${scope.length > 0 ? ` · ${scope.join(', ')}` : ''}`;
  const day = claim.asOf ?? claim.report?.publishedAt?.slice(0, 10) ?? null;
  const order = [
    metricOrder.indexOf(claim.metric ?? ''),
    scope.length > 0 ? 1 : 0,
    populationOrder.indexOf(claim.population ?? 'UNKNOWN'),
    scope.join(),
    day ?? '9',
  ].join('|');
  return { key: `${group}|${day}`, group, label: day ? `as of ${dayInWords(day).replace(/ \d{4}$/, '')}` : 'day not said', order: `0|${order}` };
}

function statementColumn(claim: Claim): { key: string; group: string; label: string; order: string } {
  return {
    key: claim.id,
    group: inWords(claim.claimType),
    label: claim.statement ?? claim.quote ?? claim.label,
    order: `1|${claim.claimType}|${claim.report?.publishedAt ?? ''}|${claim.id}`,
  };
}

function cellsOf(row: Row, index: number, columns: readonly Column[], conflicts: readonly Conflict[]): Cell[] {
  return columns.flatMap((column, at): Cell[] => {
    const own = row.claims.filter((claim) => column.claims.includes(claim));
    const [claim] = [...own].sort((one, other) => rank(one, own) - rank(other, own));
    if (!claim) return [];
    const numbers = conflicts.flatMap(({ a, b }, number) => (own.some(({ id }) => id === a.id || id === b.id) ? [number + 1] : []));
    return [{ row: index, column: at, claim, more: own.length - 1, isRelay: own.every(({ repeats }) => repeats !== null), conflicts: numbers }];
  });
}

/** Of several claims in a cell the one counts that no other there replaces, and a relay only when there is nothing else. */
function rank({ repeats, supersededBy }: Claim, among: readonly Claim[]): number {
  return (repeats ? 2 : 0) + (among.some(({ id }) => id === supersededBy?.claim.id) ? 1 : 0);
}

/** Of all claims in a column: in how many reports, of how many publishers, on how many independent origins. */
export function columnTotals({ claims }: Column): { readonly reports: number; readonly publishers: number; readonly origins: number } {
  const roots = claims.filter(({ repeats }) => repeats === null);
  const some = roots.length > 0 ? roots : claims;
  const most = (of: (claim: Claim) => number) => Math.max(0, ...some.map(of));
  return {
    reports: new Set(claims.flatMap(({ report }) => (report ? [report.id] : []))).size,
    publishers: new Set(claims.flatMap(({ report }) => (report?.publisher ? [report.publisher.id] : []))).size,
    // Different claimants of one column are counted each; copies of one claim are one.
    origins: Math.max(
      most(({ corroboration }) => corroboration.origins),
      new Set(some.flatMap(({ claimant }) => (claimant ? [claimant.id] : []))).size,
    ),
  };
}

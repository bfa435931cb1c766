import { draft, type LinkDraft, type NodeDraft, type Value } from '../entity/draft.ts';
import type { LinkType } from '../graph/model.ts';
import { checkPeriod } from '../link/rules.ts';
import { isText, longest } from '../write/checks.ts';
import { type CellProblem, type Cells, cellOf, columnsIn, keyFrom, linkValueFrom, partsOf, refusalOf, valueFrom } from './cell.ts';
import { checkOf, required, settable, togetherOf } from './check.ts';
import type { MappedEntity, TableMapping } from './mapping.ts';

/** What one row says, as drafts, and what of it cannot be meant. */
export interface RowDrafts {
  readonly nodes: readonly NodeDraft[];
  readonly links: readonly LinkDraft[];
  readonly problems: readonly CellProblem[];
}

interface Made {
  readonly node: NodeDraft;
  /** The cell's part that it was made of, with its column; null when it was made of the whole row. */
  readonly part: string | null;
  readonly cells: Cells;
}

/** Drafts of a row: every entity whose key's cells are there, and every relationship between two that are. */
export function rowDrafts({ entities, links }: TableMapping, row: Cells): RowDrafts {
  const problems: CellProblem[] = [];
  const refuse = (problem: CellProblem) => problems.push(problem);
  const made = new Map([...entities].map(([name, entity]) => [name, entitiesFrom(entity, row, refuse)]));

  const drawn = links.flatMap(({ type, from, to, role, evidence, set }): LinkDraft[] =>
    (made.get(from) ?? []).flatMap((one) =>
      (made.get(to) ?? []).flatMap((other): LinkDraft[] => {
        if (!goTogether(one, other) || one.node.id === other.node.id) return [];
        const { cells } = one.part === null ? other : one;
        const properties = Object.fromEntries(Object.entries(set).map(([property, value]) => [property, linkValueFrom(property, value, cells, refuse)]));
        const contradiction = refusalOf(() => checkPeriod(properties, []));
        if (contradiction !== null) refuse({ column: null, value: null, reason: contradiction });
        const proofs = evidence
          ? (made.get(evidence) ?? []).filter((proof) => goTogether(proof, one) && goTogether(proof, other)).map(({ node }) => node.id)
          : [];
        if (evidence && proofs.length === 0) return [];
        return [{ type: type as LinkType, from: one.node.id, to: other.node.id, role, evidence: proofs, properties }];
      }),
    ),
  );
  return { nodes: [...made.values()].flatMap((some) => some.map(({ node }) => node)), links: drawn, problems };
}

function entitiesFrom(entity: MappedEntity, row: Cells, refuse: (problem: CellProblem) => void): Made[] {
  if (entity.when !== undefined && cellOf(row, entity.when) === '') return [];
  const { each } = entity;
  if (!each) return entityFrom(entity, row, null, refuse);
  return partsOf(cellOf(row, each.column), each.split).flatMap((part) =>
    entityFrom(entity, new Map([...row, ['part', part]]), `${each.column}\n${part}`, refuse),
  );
}

function entityFrom({ type, key, set }: MappedEntity, cells: Cells, part: string | null, refuse: (problem: CellProblem) => void): Made[] {
  const written = keyFrom(key, cells);
  if (written === null) return [];
  if (written.length > longest.importedKey || !isText(written)) {
    refuse({
      column: columnsIn(key)[0] ?? null,
      value: written,
      reason: `the key of this ${type} should have at most ${longest.importedKey} characters, and no control characters`,
    });
    return [];
  }
  const shapes = settable(type);
  const properties: Record<string, Value> = {};
  const wrong: string[] = [];
  for (const [property, value] of Object.entries(set)) {
    const wanted = { property, shape: shapes[property] as never, check: checkOf(type, property) };
    properties[property] = valueFrom(wanted, value, cells, (problem) => {
      wrong.push(property);
      refuse(problem);
    });
  }
  const contradiction = wrong.length === 0 ? refusalOf(() => togetherOf(type)?.(properties, [])) : null;
  if (contradiction !== null) refuse({ column: null, value: null, reason: contradiction });
  const missing = required(type).find((property) => properties[property] == null && !wrong.includes(property));
  if (missing !== undefined) refuse({ column: null, value: null, reason: `every ${type} needs "${missing}", but the cells it is made of are empty` });
  return [{ node: draft(type, written, properties), part, cells }];
}

/** Two that are made of the parts of one column go together part by part; any other two of a row do. */
function goTogether(one: Pick<Made, 'part'>, other: Pick<Made, 'part'>): boolean {
  if (one.part === null || other.part === null) return true;
  const [column] = one.part.split('\n');
  return one.part === other.part || column !== other.part.split('\n')[0];
}

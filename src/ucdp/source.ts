import { z } from 'zod';
import type { Graph } from '../graph/graph.ts';
import { readQuery } from '../graph/query.ts';
import { idFromKey } from '../ids.ts';
import { comparedName } from '../text.ts';
import type { Article } from './article.ts';
import type { GedFile } from './file.ts';
import type { GedRow } from './row.ts';
import { goodRows, groupKey, type Survey, sourceKey } from './survey.ts';

/** Who the names of a file's sources are. The order of the rows makes no difference. */
export interface Sources {
  /** Whose word a row means by a compared name: the group of that name, of several the one that the event involves, else a source of its own. */
  named(name: string, row: GedRow): string;
  /** The same where no row is at hand: null when it is the name of several groups, so that it depends on the row who is meant. */
  everywhere(name: string): string | null;
  /** Who published an article, the same for all its events; null when the text does not say. */
  publisher(article: Article): string | null;
  /** The only group that has this name, when no source of its own has it; null otherwise. */
  onlyGroup(name: string): string | null;
}

const groupsByName = readQuery('group/by-compared-name', { names: z.array(z.string()) }, { name: z.string(), id: z.string() });

/** Finds who is meant by the names of a file, among the groups of the file and of the store. */
export async function findSources(graph: Graph, file: GedFile, { groupsByName: inFile, sources }: Survey): Promise<Sources> {
  const stored = await groupsInStore(graph, [...sources]);
  const groups = groupsCalled(sources, inFile, stored);
  const ambiguous = [...groups.keys()].filter((name) => (groups.get(name)?.size ?? 0) > 1);

  const named = (name: string, { sideA, sideB }: GedRow) => {
    const ids = [...(groups.get(name) ?? [])];
    if (ids.length <= 1) return ids[0] ?? ownSource(name);
    const involved = [sideA, sideB].map((side) => idFromKey('Group', groupKey(side)));
    const meant = ids.filter((id) => involved.includes(id));
    return meant.length === 1 ? (meant[0] as string) : ownSource(name);
  };
  const publishers = await ambiguousPublishers(file, new Set(ambiguous), named);

  return {
    named,
    everywhere: (name) => {
      const ids = [...(groups.get(name) ?? [])];
      return ids.length > 1 ? null : (ids[0] ?? ownSource(name));
    },
    publisher: ({ key, office }) => {
      if (office === null) return null;
      const name = comparedName(office);
      return publishers.get(key) ?? [...(groups.get(name) ?? [])][0] ?? ownSource(name);
    },
    onlyGroup: (name) => {
      const ids = [...(groups.get(name) ?? [])];
      return ids.length === 1 && !stored.has(ownSource(name)) ? (ids[0] as string) : null;
    },
  };
}

export function ownSource(name: string): string {
  return idFromKey('Group', sourceKey(name));
}

/** By id the name of every group of the store that has one of the names. */
async function groupsInStore(graph: Graph, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < names.length; start += 1000) {
    for (const { name, id } of await graph.read(groupsByName, { names: names.slice(start, start + 1000) })) found.set(id, name);
  }
  return found;
}

/** The ids of all groups that have each of the names; what an earlier import made for the name itself is none of them. */
function groupsCalled(names: ReadonlySet<string>, inFile: Survey['groupsByName'], stored: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  const add = (name: string, id: string) => {
    if (id !== ownSource(name)) groups.set(name, (groups.get(name) ?? new Set()).add(id));
  };
  for (const name of names) for (const key of inFile.get(name) ?? []) add(name, idFromKey('Group', key));
  for (const [id, name] of stored) add(name, id);
  return groups;
}

/**
 * Who published the articles whose office is the name of several groups: the one group that its events point to, else a source of its own.
 * Only such articles are looked for, and only if there are such names.
 */
async function ambiguousPublishers(file: GedFile, names: ReadonlySet<string>, named: Sources['named']): Promise<Map<string, string>> {
  const meant = new Map<string, string>();
  if (names.size === 0) return meant;
  for await (const row of goodRows(file)) {
    for (const { key, office } of row.articles) {
      const name = office === null ? null : comparedName(office);
      if (name === null || !names.has(name)) continue;
      const id = named(name, row);
      meant.set(key, (meant.get(key) ?? id) === id ? id : ownSource(name));
    }
  }
  return meant;
}

import type { Values } from '../entity/draft.ts';
import type { Run } from '../graph/graph.ts';
import { readLinkId } from '../link/ref.ts';
import { look } from '../write/look.ts';
import type { FoundLink } from '../write/looked.ts';
import { nothing } from '../write/plan.ts';
import { byIds } from '../write/refs.ts';

/** When something was taken back, and when this graph learned of that. */
export type Note = { readonly retractedAt: string; readonly retractionRecordedAt: string };

/** What is kept of a claim or a link that was taken back; null while it stands. */
export function noteOf({ retractedAt, retractionRecordedAt }: Values): Note | null {
  return retractedAt == null ? null : { retractedAt: String(retractedAt), retractionRecordedAt: String(retractionRecordedAt ?? retractedAt) };
}

/** The claims that a link stands on: those that say so and, where one replaces another, the one that replaces. */
export function groundsOf({ type, from, properties }: FoundLink): readonly string[] {
  return [...(type === 'SUPERSEDES' ? [from] : []), ...evidenceOf(properties)];
}

function evidenceOf({ evidence }: Values): readonly string[] {
  return (evidence ?? []) as readonly string[];
}

/** How a link was taken back: with the last of the claims that say so, or with the claim that replaces by it. Null while it stands. */
export function fallen({ type, from, properties }: FoundLink, of: (claim: string) => Note | null): Note | null {
  const replacing = type === 'SUPERSEDES' ? of(from) : null;
  const said = evidenceOf(properties).map(of);
  const all = said.filter((note) => note !== null);
  const saying = all.length > 0 && all.length === said.length ? all.reduce(last) : null;
  return replacing && saying && saying.retractedAt < replacing.retractedAt ? saying : (replacing ?? saying);
}

/** Not before both were taken back, nor before both were learned of. */
function last(one: Note, other: Note): Note {
  const later = (name: keyof Note) => [one[name], other[name]].sort()[1] as string;
  return { retractedAt: later('retractedAt'), retractionRecordedAt: later('retractionRecordedAt') };
}

/** Claims, and the links that stand on them, alone or with others. */
export interface Resting {
  /** The claims, and all others that the links stand on. */
  readonly entities: ReadonlyMap<string, Values>;
  readonly links: readonly FoundLink[];
}

/** What stands on claims: their replacements of others, and the links that they are evidence for. */
export async function resting(run: Run, claims: readonly string[]): Promise<Resting> {
  const { entities, links } = await look(run, byIds(claims, ['Claim']), { every: claims });
  const own = new Set(claims);
  const evidenceFor = links.flatMap(({ type, properties }) => ((type as string) === 'EVIDENCE_FOR' ? (readLinkId(String(properties.disc)) ?? []) : []));
  const evidenced = evidenceFor.length > 0 ? (await look(run, nothing, { links: evidenceFor })).links : [];
  const standing = [...links.filter(({ type, from }) => type === 'SUPERSEDES' && own.has(from)), ...evidenced];
  const beside = [...new Set(standing.flatMap(groundsOf))].filter((id) => !own.has(id));
  const others = beside.length > 0 ? (await look(run, byIds(beside, ['Claim']))).entities : [];
  return { entities: new Map([...entities, ...others]), links: standing };
}

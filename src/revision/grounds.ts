import type { Values } from '../entity/draft.ts';
import { ConflictError } from '../errors.ts';
import type { Run } from '../graph/graph.ts';
import { readLinkId } from '../link/ref.ts';
import { fallen, groundsOf, type Note, noteOf, resting } from '../retraction/grounds.ts';
import { linkBoard, refuseSecond } from '../write/board.ts';
import { type Change, isLinkChange, type LinkChange } from '../write/changes.ts';
import { look } from '../write/look.ts';
import { type FoundLink, idOfLink, type Looked } from '../write/looked.ts';
import { byIds } from '../write/refs.ts';

/** Tells which later revision of something stands in the way, and why. */
export type Later = (of: string, message: string) => Promise<never>;

/** Whether what was taken back stands again. */
export function standsAgain({ before, after }: Change): boolean {
  return before?.retractedAt != null && after !== null && after.retractedAt == null;
}

/** What was taken back may have left its place to another, and does not stand again beside that. */
export async function refuseOccupied(looked: Looked, changes: readonly LinkChange[], later: Later): Promise<void> {
  const gone = new Set(changes.filter(({ after }) => after === null).map(({ link }) => link));
  const board = linkBoard({ ...looked, links: looked.links.filter((link) => !gone.has(idOfLink(link))) }, (id) => id);
  for (const { link } of changes.filter(standsAgain)) {
    const parts = readLinkId(link);
    if (!parts) continue;
    try {
      refuseSecond(board, parts);
    } catch (error) {
      if (error instanceof ConflictError) await later(error.existingId ?? link, error.message);
      throw error;
    }
  }
}

/** What stands on what, as it would be: a claim on its report, a link on the claims that say so. Nothing stands without, and nothing is taken back that has it. */
export async function refuseGroundless(run: Run, looked: Looked, changes: readonly Change[], later: Later): Promise<void> {
  const told = new Map(changes.flatMap((change) => (isLinkChange(change) ? [] : [[change.entity, change] as const])));
  const turned = [...told.values()].filter(({ before, after }) => before && after && 'retractedAt' in after).map(({ entity }) => entity);
  const claims = turned.filter((id) => id.startsWith('claim_'));
  if (claims.length === 0 && !changes.some(isLinkChange)) return;

  const reports = claims.flatMap((id) => (standsAgain(told.get(id) as Change) ? [looked.entities.get(id)?.reportId] : [])).filter(isId);
  const rests = claims.length > 0 ? await resting(run, claims) : { entities: [], links: [] };
  const { entities: others } = reports.length > 0 ? await look(run, byIds(reports, ['Report'])) : { entities: [] };
  const entities = new Map([...looked.entities, ...rests.entities, ...others]);
  const note = (id: string) => noteOf({ ...entities.get(id), ...told.get(id)?.after });

  for (const id of claims.filter((claim) => note(claim) === null)) {
    const report = entities.get(id)?.reportId;
    const taken = isId(report) ? note(report) : null;
    if (taken) await later(String(report), `${id} rests on ${report}, which was taken back at ${taken.retractedAt}.`);
  }
  const links = changes.filter(isLinkChange);
  const changed = looked.links.filter((link) => links.some((change) => change.link === idOfLink(link)));
  for (const link of linksAfter([...changed, ...rests.links], links)) {
    const [is, would] = [noteOf(link.properties), fallen(link, note)];
    if ((is === null) !== (would === null)) await later(...mismatch(link, note));
  }
}

/** What keeps a link from being as it would have to be. */
function mismatch(link: FoundLink, note: (id: string) => Note | null): [of: string, message: string] {
  const id = idOfLink(link);
  const gone = groundsOf(link).find((claim) => note(claim) !== null);
  if (gone === undefined) return [id, `The link ${id} was taken back, but what it rests on stands by now.`];
  return [gone, `The link ${id} rests on ${gone}, which was taken back at ${note(gone)?.retractedAt}.`];
}

/** The links as they would be: those that stay, and those that are drawn again. */
function linksAfter(found: readonly FoundLink[], changes: readonly LinkChange[]): readonly FoundLink[] {
  const told = new Map(changes.map((change) => [change.link, change]));
  const stay = new Map(found.map((link) => [idOfLink(link), link]));
  const kept = [...stay].filter(([id]) => told.get(id)?.after !== null);
  const again = changes.filter(({ before }) => before === null).flatMap(({ link, after }) => drawn(link, after ?? {}));
  return [...kept.map(([id, link]) => ({ ...link, properties: { ...link.properties, ...told.get(id)?.after } as Values })), ...again];
}

function drawn(id: string, properties: Values): FoundLink[] {
  const parts = readLinkId(id);
  return parts ? [{ ...parts, properties }] : [];
}

function isId(id: unknown): id is string {
  return typeof id === 'string';
}

import { GraphQLError } from 'graphql';
import { type Counted, refuseUnlike } from '../claim/series.ts';
import type { NodeDraft } from '../entity/draft.ts';
import { grouped, type Stamp, stored } from '../entity/stored.ts';
import { type Board, linkBoard, placed, type SettledLink } from './board.ts';
import type { Change } from './changes.ts';
import { idOfLink, type Looked } from './looked.ts';
import { type Makes, namesResolved, settledMakes } from './makes.ts';
import type { Make, Plan } from './plan.ts';

/** What comes of a plan, once it is known what is there: the changes, and what each of its names and links turned out to be. */
export interface Settled {
  readonly changes: readonly Change[];
  readonly idOf: (name: string) => string;
  readonly links: readonly SettledLink[];
  readonly made: ReadonlySet<string>;
}

/** What is wrong with one of a plan's links; without it the first thing that is wrong is thrown. */
export type OnLinkError = (index: number, error: Error) => void;

/** Decides what a plan changes, or throws what stands against it. */
export function settle(plan: Plan, looked: Looked, stamp: Stamp, onLinkError?: OnLinkError): Settled {
  const makes = settledMakes(plan.makes, looked);
  const { idOf, missing } = namesResolved(plan, looked, makes);
  for (const error of missing.values()) if (!onLinkError) throw error;
  const labels = new Map([...[...looked.entities].map(([id, { label }]) => [id, String(label)] as const), ...makes.fresh.map(labelled)]);
  const board = linkBoard(looked, (id) => labels.get(id) ?? id);

  const tried = <Found>(index: number, attempt: () => Found): Found[] => {
    try {
      return [attempt()];
    } catch (error) {
      if (!onLinkError || !(error instanceof GraphQLError)) throw error;
      onLinkError(index, error);
      return [];
    }
  };
  const placedLinks = plan.links.flatMap((wanted, index) =>
    tried(index, () => {
      for (const name of [wanted.from, wanted.to, ...(wanted.evidence ?? [])]) refuseMissing(missing, name);
      return { link: placed(wanted, idOf, board, stamp, makes.existing), wanted, index };
    }),
  );
  const claims = claimsOn(board, looked, makes);
  // Once all are placed, for what a claim is about may come after what it replaces.
  const links = placedLinks.flatMap(({ link, wanted, index }) =>
    tried(index, () => {
      if (link.isNew) refuseUnlike(link, claims, wanted.far ?? [...wanted.path, 'to']);
      return link;
    }),
  );

  return {
    changes: [...makes.fresh.map((draft) => madeEntity(draft, stamp)), ...links.filter(({ isNew }) => isNew).map(madeLink)],
    idOf,
    links,
    made: new Set(makes.fresh.map(({ id }) => id)),
  };
}

/** A claim as it would be: what is found or made of it, and all links that begin at it. */
function claimsOn(board: Board, looked: Looked, { fresh }: Makes): (id: string) => Counted {
  const made = new Map(fresh.map(({ id, properties }) => [id, properties]));
  const links = grouped(board.links.values(), ({ from }) => from);
  return (id) => ({
    properties: looked.entities.get(id) ?? made.get(id) ?? {},
    links: links.get(id) ?? [],
  });
}

function refuseMissing(missing: ReadonlyMap<string, Error>, name: string): void {
  const error = missing.get(name);
  if (error) throw error;
}

function labelled(draft: NodeDraft): [string, string] {
  return [draft.id, String(stored(draft, new Map(), new Map(), { at: '', by: '' }).label)];
}

function madeEntity(draft: Make['draft'], { at, by }: Stamp): Change {
  const given = Object.fromEntries(Object.entries(draft.properties).filter(([, value]) => value != null));
  return { entity: draft.id, before: null, after: { ...given, keys: draft.keys, recordedAt: at, recordedBy: by, updatedAt: at } };
}

function madeLink(link: SettledLink): Change {
  return { link: idOfLink(link), before: null, after: link.properties };
}

import type { NodeDraft, Values } from '../entity/draft.ts';
import type { LinkType } from '../graph/model.ts';
import type { ChangeableLabel, EntityLabel } from '../ids.ts';
import type { Looked } from './looked.ts';

/** The way to a part of the input, as an InvalidInputError tells it. */
export type InputPath = readonly string[];

/** An entity that the input refers to, by id or by key. The rest of the plan calls it by `name` until it is found. */
export interface Wanted {
  readonly name: string;
  /** The ids it may have: its own, or those that its key gives to the kinds it may be. */
  readonly ids: readonly string[];
  readonly key: string | null;
  readonly labels: readonly ChangeableLabel[];
  /** What to call it when it is not there: the kind, and the id or key that was given. */
  readonly kind: string;
  readonly given: string;
  /** Whether all of it is needed, or only that it is there. */
  readonly whole?: boolean;
}

/** An entity that is to be made, unless its key has it already. */
export interface Make {
  readonly draft: NodeDraft & { readonly label: EntityLabel };
  /** What there may already be under its key: nothing that differs, or anything of its kind. */
  readonly existing: 'same' | 'any';
  /** What can only be said of it when the graph is known: where a quote stands in a text that is there. */
  readonly completed?: (looked: Looked) => Values;
  readonly path: InputPath;
}

/** A link that is to be there, between names. */
export interface WantedLink {
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  readonly role?: string | null | undefined;
  readonly evidence?: readonly string[];
  readonly note?: string | null | undefined;
  readonly properties?: Values;
  readonly path: InputPath;
  /** The way to what the input calls its far end; `path` and "to" when not given. */
  readonly far?: InputPath;
  /** Of one that comes back as it was: when it had been taken back, if it had. */
  readonly wasThere?: { readonly retractedAt: string | null };
  /** Whether it may be added to an entity that the same input would have made, had it not been there. */
  readonly adds?: boolean;
}

/** What a mutation wants of the graph, before anything of the graph is known. */
export interface Plan {
  readonly wanted: readonly Wanted[];
  readonly makes: readonly Make[];
  readonly links: readonly WantedLink[];
}

export const nothing: Plan = { wanted: [], makes: [], links: [] };

export function together(...plans: readonly Plan[]): Plan {
  return {
    wanted: plans.flatMap(({ wanted }) => wanted),
    makes: plans.flatMap(({ makes }) => makes),
    links: plans.flatMap(({ links }) => links),
  };
}

/** A part of a plan, and the name of the entity that it is about. */
export interface Named {
  readonly name: string;
  readonly plan: Plan;
}

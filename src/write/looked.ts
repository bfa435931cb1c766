import type { Values } from '../entity/draft.ts';
import type { LinkType } from '../graph/model.ts';
import { linkIdOf } from '../link/ref.ts';

/** A link as the graph has it. */
export interface FoundLink {
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  readonly properties: Values;
}

export function idOfLink({ type, from, to, properties }: FoundLink): string {
  return linkIdOf(type, from, to, String(properties.disc));
}

/** What a mutation found when it looked. */
export interface Looked {
  /** The earlier request with the same idempotency key. */
  readonly request: { readonly input: string; readonly at: string; readonly answer: string } | null;
  /** Entities by the names that the plan gives them. */
  readonly named: ReadonlyMap<string, { readonly id: string; readonly properties: Values }>;
  /** Properties by id: all of them where the plan asked for the whole. */
  readonly entities: ReadonlyMap<string, Values>;
  readonly links: readonly FoundLink[];
  /** Of relationships without cycles: where each of them leads on from where the plan's links end. */
  readonly steps: readonly { readonly type: LinkType; readonly from: string; readonly to: string; readonly labels: Values }[];
}

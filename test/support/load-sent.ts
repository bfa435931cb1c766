import { idFromKey } from '../../src/ids.ts';
import type { Answer } from './service.ts';

/** Asks, or gives null when there came no answer: that is what the load is for. */
export type Ask = (query: string, variables: Record<string, unknown>) => Promise<Answer | null>;

/** One thing that was sent, and what was said to it. */
export interface Request {
  readonly kind: 'report' | 'links' | 'counter';
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** Once it is known: the answer, or that it was told not to have happened. */
  answer?: Record<string, unknown>;
  refused?: boolean;
}

export const claimsEach = 5;
export const pool = 6;
export const ofOneClaim = 4;
export const event = (n: number) => idFromKey('Event', `load:event:${n % pool}`);
export const place = (n: number) => idFromKey('Place', `load:place:${n % pool}`);
export const counter = idFromKey('Report', 'load:counter');

export function isOpen({ answer, refused }: Request): boolean {
  return !answer && !refused;
}

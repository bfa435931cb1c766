import { InvalidInputError } from './errors.ts';
import type { PageArgs } from './graph/keyed.ts';

export const pageSize = { usual: 20, largest: 100 };

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly orderBy?: string | null;
  readonly filter?: object | null;
}

/** What of a list a page is made of: one row over, so that we know whether more follow. */
export function rangeOf({ first, after }: PageArguments, order: string): PageArgs {
  const size = sizeOf(first);
  return { after: after == null ? '' : positionOf(after, order), limit: size + 1 };
}

/** How many a page has, when it may have so many. */
export function sizeOf(first: number | null | undefined): number {
  if (first == null) return pageSize.usual;
  if (first < 1 || first > pageSize.largest) throw new InvalidInputError(['first'], `from 1 to ${pageSize.largest}`, first);
  return first;
}

/** A cursor names its order, so that it cannot be taken for a place in another one, and its length, so that a part of it cannot be taken for the whole. */
export function cursorAt(order: string, position: string): string {
  return Buffer.from(`${order} ${position.length}\n${position}`).toString('base64url');
}

/** The place that a cursor stands for, in the order it was given for. */
export function positionOf(cursor: string, order: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const position = text.slice(text.indexOf('\n') + 1);
  if (position && text === `${order} ${position.length}\n${position}`) return position;
  throw new InvalidInputError(['after'], `a cursor that this list gave in the order ${order}`, cursor);
}

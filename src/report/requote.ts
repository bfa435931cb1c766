import { quoteSpan } from '../claim/quote.ts';
import type { Values } from '../entity/draft.ts';
import { ConflictError, InvalidInputError } from '../errors.ts';
import type { Run } from '../graph/graph.ts';
import type { Change } from '../write/changes.ts';
import { edited } from '../write/edit.ts';
import { look } from '../write/look.ts';
import type { FoundLink } from '../write/looked.ts';
import { byIds } from '../write/refs.ts';

/** What claims quote of their report is a span of its text: with another text, where it stands in that one. Refuses a text in which a quote is no longer found. */
export async function requoted(
  run: Run,
  claims: readonly string[],
  text: string,
  at: string,
): Promise<{ changes: readonly Change[]; entities: ReadonlyMap<string, Values> }> {
  const { entities } = await look(run, byIds(claims, ['Claim']));
  return { changes: [...entities].flatMap(([id, claim]) => edited(id, claim, spanIn(text, id, claim), at)), entities };
}

/** The claims that a report contains, among all its links. */
export function containedIn(report: string, links: readonly FoundLink[]): string[] {
  return links.filter(({ type, from }) => type === 'CONTAINS' && from === report).map(({ to }) => to);
}

function spanIn(text: string, id: string, { quote, quoteStart }: Values): Values {
  if (typeof quote !== 'string') return {};
  const stays = typeof quoteStart === 'number' && text.startsWith(quote, quoteStart);
  try {
    return quoteSpan(stays ? { quote, quoteStart } : { quote }, text, []);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new ConflictError(`${id} quotes "${quote.slice(0, 200)}", which is not in the new text.`, id);
  }
}

import { InvalidInputError } from '../errors.ts';
import { isEntityLabel, labelOf } from '../ids.ts';
import { dateOf } from '../scalars.ts';
import { type Check, isText, longest } from '../write/checks.ts';

const form = /^\/view\/(?:graph|map|timeline|matrix)(?:\?[^#\s]*)?$/;

/** The address of one of the views, which holds all of its state: a path of this service, and nothing that leads elsewhere. */
export const viewAddress: Check = (value: string, path) => {
  if (value.length > longest.viewAddress || !form.test(value) || !isText(value)) {
    const expected = `the address of a view, such as "/view/graph?of=event_abcdefghijklmnopqrst", of at most ${longest.viewAddress} characters`;
    throw new InvalidInputError(path, expected, value.slice(0, 200));
  }
  const day = parametersOf(value).get('known');
  if (day && dateOf(day) === null) throw new InvalidInputError(path, 'the address of a view whose "known" is a day, such as 2025-03-10', day.slice(0, 200));
};

const parametersOf = (address: string) => new URLSearchParams(address.slice(address.indexOf('?') + 1));

/** The day as of which a view shows what was known; null for one that shows what is known when it is opened. */
export function pinnedTo(address: string): string | null {
  return dateOf(parametersOf(address).get('known') ?? '');
}

/** The entities that a view's address names, each once. */
export function entitiesIn(address: string): string[] {
  const ids = [...parametersOf(address).values()].flatMap((value) => value.match(/[a-z]+_[a-z2-7]{20}/g) ?? []);
  return [...new Set(ids)].filter((id) => isEntityLabel(labelOf(id)));
}

import { createHash } from 'node:crypto';
import type { Claim } from '../claim/ref.ts';
import { countedInWords } from '../claim/words.ts';
import type { InnerType, LinkType } from '../graph/model.ts';
import { idFromKey, isEntityLabel, type Label, newId } from '../ids.ts';
import { figureInWords } from '../series/bounds.ts';
import { comparedName, folded, nameTerms, searchText } from '../text.ts';

/** A value that both engines store as it is. */
export type Value = string | number | boolean | readonly string[] | null | undefined;
export type Values = Readonly<Record<string, Value>>;

/** An entity that is to be there. Its properties are the model's; what follows from them is added when it is written. */
export interface NodeDraft {
  readonly id: string;
  readonly label: Label;
  readonly keys: readonly string[];
  readonly properties: Values;
}

/** A relationship that is to be there, between ids. */
export interface LinkDraft {
  readonly type: LinkType | InnerType;
  readonly from: string;
  readonly to: string;
  readonly role?: string | null | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly note?: string | null | undefined;
  readonly properties?: Values;
}

/** An entity with a key has the id that the key gives; without one, a new id. */
export function draft(label: Label, key: string | null | undefined, properties: Values): NodeDraft {
  return { id: key ? idFromKey(label, key) : newId(label), label, keys: key ? [key] : [], properties };
}

/** Tells apart links of one type between the same ends: empty, or made of role and evidence. */
export function discriminator({ role, evidence = [] }: Pick<LinkDraft, 'role' | 'evidence'>): string {
  if (!role && evidence.length === 0) return '';
  return createHash('sha256')
    .update(JSON.stringify([role ?? '', ...[...evidence].sort()]))
    .digest('base64url')
    .slice(0, 12);
}

/** Between a sort key's value and the id: below every character that a value may hold, so that "ab" stands before "ab c". */
const separator = '\u0001';
const unknownLast = '~';

/** By which of their dates nodes stand in order. */
const dateOf: Partial<Record<Label, string>> = { Report: 'publishedAt', Event: 'from', View: 'savedAt' };

/** What is stored beside the model's own properties so that lists, search and names need no reckoning when they are read. */
export function derived({ id, label, properties }: NodeDraft): Values {
  const name = labelFor(label, properties);
  const shown = [...name].slice(0, 500).join('');
  const day = text(properties[dateOf[label] ?? '']);
  return {
    label: name,
    byLabel: shown + separator + id,
    ...(label in dateOf ? datedOrders(id, day) : {}),
    ...(label === 'Report' ? { newest: newestFirst(day), oldest: oldestFirst(day) } : {}),
    ...(label === 'Group' ? { comparedName: comparedName(name) } : {}),
    // What is behind the entities (a dataset's rows, dyads, conflicts) is found from them, not searched; nor are views.
    ...(isEntityLabel(label) ? searched(name, shown, properties) : {}),
    ...(isNamed(label) ? { nameTerms: nameTerms([name, ...texts(properties.aliases), ...texts(properties.namesInLanguages)]) } : {}),
  };
}

/** What a text can speak of by name. */
function isNamed(label: Label): boolean {
  return label === 'Group' || label === 'Community' || label === 'Place' || label === 'Person';
}

function searched(name: string, shown: string, properties: Values): Values {
  return {
    foldedName: folded(shown),
    foldedAliases: texts(properties.aliases).map(folded),
    searchText: searchText([
      name,
      ...texts(properties.aliases),
      ...texts(properties.namesInLanguages),
      text(properties.quote),
      text(properties.translation),
      text(properties.statement),
    ]),
  };
}

/** The sort keys of something dated. Both ascend, so that every list is read the same way and an unknown date comes last in either. */
export function datedOrders(id: string, day: string | null): { byNewest: string; byOldest: string } {
  return { byNewest: newestFirst(day) + id, byOldest: oldestFirst(day) + id };
}

function oldestFirst(day: string | null): string {
  return (day ?? unknownLast) + separator;
}

function newestFirst(day: string | null): string {
  return (day === null ? unknownLast : complemented(day)) + separator;
}

/** Each digit for its complement to nine: what is newest comes first. */
export function complemented(day: string): string {
  return day.replace(/\d/g, (digit) => String(9 - Number(digit)));
}

function labelFor(label: Label, properties: Values): string {
  if (label === 'Claim') return claimLabel(properties);
  if (label === 'Assessment') return text(properties.verdict) ?? assessmentLabel(properties);
  return text(properties.name) ?? text(properties.title) ?? text(properties.rowKey) ?? label;
}

/** How a number is labelled that is not simply asserted. */
const markOf: Readonly<Record<string, string>> = { DENIES: 'denied: ', UNCERTAIN: 'uncertain: ' };

/** A claim's number in words: "at least 1,500 civilians killed, as of 2025-03-14", "denied: 12 people killed"; without a number, what it states. */
function claimLabel(properties: Values): string {
  const { operator = null, low = null, best = null, high = null, metric = null, population, polarity = 'ASSERTS' } = properties as Partial<Claim>; // Checked when it was written.
  const number = figureInWords({ operator, low, best, high });
  if (number === null || properties.claimType !== 'CASUALTY_COUNT')
    return text(properties.label) ?? text(properties.statement) ?? text(properties.quote) ?? `${properties.claimType}`;
  const asOf = text(properties.asOf);
  return `${markOf[polarity] ?? ''}${countedInWords(number, metric, population ?? 'UNKNOWN')}${asOf ? `, as of ${asOf}` : ''}`;
}

function assessmentLabel({ best, low, high }: Values): string {
  return best == null ? 'Assessment' : `best ${best} (low ${low}, high ${high})`;
}

function text(value: Value): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function texts(value: Value): readonly string[] {
  return Array.isArray(value) ? value : [];
}

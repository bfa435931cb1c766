import { linkTypes, relationship } from './model.ts';

/**
 * What was known when. Query files say it in five words, which the text of a question about now does without, and which
 * the text of the same question as of a moment spells out, with the moment in `$known` and `$recorded`:
 * `known(node)` and `drawn(link)`: that it was there; `along(path)`: that all of a path was;
 * `known(node.reportId)`: that the relationship was there for which the node keeps this id of its other end;
 * `asKnown(node.status)`: the property as it was.
 *
 * Reports and claims are dated by publication, and from when they were recorded where that has no date; a relationship by its own `at`, else
 * by the first of the claims that it rests on (`knownFrom`), else by its ends alone. Everything is also dated by when it was recorded.
 */
export interface Moment {
  /** Only what was known before this; both are texts that every earlier instant stands before. */
  readonly known: string;
  /** Only what was recorded before this. */
  readonly recorded: string;
}

/** The end of time: after every instant. */
export const whenever = '~~';

/** The text for a question about now: exactly as if nobody had said anything of when. */
export function textForNow(text: string): string {
  return text
    .replaceAll(/\s+AND (known|drawn|along)\([\w.]+\)/g, '')
    .replaceAll(/\bWHERE (known|drawn|along)\([\w.]+\) AND /g, 'WHERE ')
    .replaceAll(/\s*\bWHERE (known|drawn|along)\([\w.]+\)/g, '')
    .replaceAll(/\basKnown\(([\w.]+)\)/g, '$1');
}

/** The text for the same question as of a moment. */
export function textAsOfThen(text: string): string {
  return text.replaceAll(/\b(known|drawn|along|asKnown)\((\w+)(?:\.(\w+))?\)/g, (said, word: string, it: string, property: string | undefined) => {
    if (word === 'asKnown') return asKnown(it, property as string);
    if (word === 'drawn') return drawn(it);
    if (word === 'along')
      return `(all(${it}_node IN nodes(${it}) WHERE ${known(`${it}_node`)}) AND all(${it}_link IN relationships(${it}) WHERE ${drawn(`${it}_link`)}))`;
    if (property === undefined) return known(it, labelIn(text, it));
    if (withItsNode.has(property)) return 'true';
    return ties[property]?.(it) ?? unheardOf(said);
  });
}

/** The text as of a moment without what had been recorded by then: a tenth less to look at, where all that is recorded counts. */
export function textOfKnown(textAsOf: string): string {
  return textAsOf.replaceAll(/ AND coalesce\([\w.]+, [\w.']+\) < \$recorded/g, '');
}

/** A property as it was at the moment: of what came later there was none yet. */
export function asKnown(it: string, property: string): string {
  if (property === 'status') return `CASE WHEN ${it}.retractedAt IS NULL OR ${retracted(it)} OR ${retractedFirst(it)} THEN ${it}.status END`;
  const first = ofRetraction.get(property);
  if (first !== undefined) return `CASE WHEN ${retracted(it)} THEN ${it}.${property} WHEN ${retractedFirst(it)} THEN ${it}.${first} END`;
  const condition = ties[property]?.(it);
  return condition ? `CASE WHEN ${condition} THEN ${it}.${property} END` : `${it}.${property}`;
}

function known(node: string, label: string | null = null): string {
  const published = `CASE WHEN ${node}.byOldest < '~' THEN ${node}.byOldest ELSE ${node}.recordedAt END`;
  const either = `CASE WHEN any(label IN labels(${node}) WHERE label IN ['Report', 'Claim']) THEN ${published} ELSE '' END`;
  const since = label === null ? either : dated.has(label) ? published : "''";
  return `(${since} < $known AND coalesce(${node}.recordedAt, ${node}.at) < $recorded)`;
}

const dated: ReadonlySet<string> = new Set(['Report', 'Claim']);

/** Of which label a text says that a name is, if it says one, and nowhere another: `(node:Claim)`, `(report:Entity:Report {…})`. */
function labelIn(text: string, name: string): string | null {
  const said = new Set([...text.matchAll(new RegExp(`\\(${name}((?::\\w+)+)(?![\\w|])`, 'g'))].map(([, labels]) => labels?.split(':').at(-1) as string));
  const [only] = said;
  return said.size === 1 && only !== undefined && only !== 'Entity' ? only : null;
}

function drawn(link: string): string {
  return `(coalesce(${link}.at, ${link}.knownFrom, '') < $known AND coalesce(${link}.recordedAt, '') < $recorded)`;
}

/** What is kept of a retraction, and what of the one that was told before it, as of a later day. */
const ofRetraction: ReadonlyMap<string, string> = new Map([
  ['retractedAt', 'firstRetractedAt'],
  ['retractionReason', 'firstRetractionReason'],
  ['retractionDependants', 'retractionDependants'],
]);

function retracted(it: string): string {
  return `(${it}.retractedAt < $known AND coalesce(${it}.retractionRecordedAt, ${it}.retractedAt) < $recorded)`;
}

function retractedFirst(it: string): string {
  return `(${it}.firstRetractedAt < $known AND coalesce(${it}.firstRetractionRecordedAt, ${it}.firstRetractedAt) < $recorded)`;
}

/** What a dataset's row says of itself, and what a claim is, is there as soon as the row or the claim. */
const withItsNode: ReadonlySet<string> = new Set(['dyadId', 'conflictId', 'claimType', 'metric', 'population']);

/** By the property that keeps the id of another end: that the relationship to it was there. */
const ties: Readonly<Record<string, (it: string) => string>> = {
  ...Object.fromEntries(
    linkTypes.flatMap((type) => {
      const { owner } = relationship(type);
      if (!owner) return [];
      const [left, right] = owner.end === 'to' ? ['<-', '-'] : ['-', '->'];
      const tie = (it: string) => `EXISTS { MATCH (${it})${left}[${it}_tie:${type}]${right}(:Entity) WHERE ${drawn(`${it}_tie`)} }`;
      return [[owner.property, tie]];
    }),
  ),
  // A claim keeps its report's publisher too.
  publisherId: (it) =>
    `(EXISTS { MATCH (${it})<-[${it}_tie:PUBLISHED]-(:Entity) WHERE ${drawn(`${it}_tie`)} }` +
    ` OR EXISTS { MATCH (${it})<-[${it}_in:CONTAINS]-(:Report)<-[${it}_by:PUBLISHED]-(:Entity) WHERE ${drawn(`${it}_in`)} AND ${drawn(`${it}_by`)} })`,
  revisionId: (it) => `EXISTS { MATCH (${it}_revision:Entity:Revision {id: ${it}.revisionId}) WHERE ${known(`${it}_revision`)} }`,
};

function unheardOf(said: string): never {
  throw new Error(`"${said}" is about a property that no relationship is known by.`);
}

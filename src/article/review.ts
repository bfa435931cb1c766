import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Article } from './article.ts';
import type { Known, Mention } from './names.ts';
import type { NewPlace } from './new-place.ts';
import type { Reading, SuggestedClaim } from './reading.ts';
import type { Silence } from './silence.ts';

/** What is said of an article beside its text. */
export interface About {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly event?: string | undefined;
}

const inOneLine = { lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const;
/** So many of one name are listed; who means another finds it by search. */
const mostListed = 20;

/** A text's hash, as it is stored with the report. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The external key of an article: its address, where one is given that can be a key, else its text. */
export function keyOf(text: string, url: string | undefined): string {
  return url && url.length <= 280 && !/\s/.test(url) ? `article:${url}` : `article:sha256:${hashOf(text)}`;
}

/** The file that a reviewer goes through: each suggestion with its words first, why it is suggested beside it, and the text at the end. */
export function reviewFile(name: string, article: Article, about: About, reading: Reading, publishers: readonly Known[]): string {
  const { claims, silences } = reading;
  const suggested = [...claims.map(claimLines), ...silences.map(silenceLines)];
  const entities = mentioned(reading.mentions);
  return [
    comment(`What ${name} says, to be reviewed: ${suggested.length} suggested claims, ${entities.length} names that the graph knows. Nothing is recorded yet.`),
    comment('Delete what it does not say, set right what is not quite so, and record what is left:'),
    '#   attested import article --accept THIS-FILE',
    comment('Whom and what a line means is told by id, by key, or as a group to be made: {new: {name: A resident, kind: UNORGANISED}}.'),
    '',
    ...reportLines(article, about, publishers),
    '',
    comment('The event that the claims are about, by id or key. Without one they are about none.'),
    entry({ event: about.event ?? null }),
    '',
    comment('The numbers of people harmed that it tells, and who is said to have given none.'),
    ...(suggested.length > 0 ? ['claims:', ...suggested.flat()] : ['claims: []']),
    '',
    comment('Whom and what it mentions.'),
    ...(entities.length + reading.newPlaces.length > 0
      ? ['mentions:', ...entities.flatMap(mentionLines), ...newPlaceLines(reading.newPlaces)]
      : ['mentions: []']),
    '',
    comment('The text, exactly as it was read: quotes are looked for in it.'),
    entry({ sha256: hashOf(article.text) }),
    stringify({ text: article.text }, { lineWidth: 0, blockQuote: 'literal' }).replace(/\n$/, ''),
    '',
  ].join('\n');
}

function reportLines(article: Article, about: About, publishers: readonly Known[]): string[] {
  const publisher = about.publisher ?? article.publisher;
  const publishedAt = about.published ?? article.published;
  return [
    'report:',
    ...[
      comment('What has this key already is recorded once.'),
      entry({ key: keyOf(article.text, about.url) }),
      entry({ title: about.title ?? article.title ?? 'Untitled' }),
      entry({ kind: 'ARTICLE' }),
      ...(about.url ? [entry({ url: about.url })] : []),
      ...(publishedAt ? [entry({ publishedAt })] : [comment('publishedAt: 2025-03-10')]),
      ...(article.language ? [entry({ language: article.language })] : []),
      ...(article.byline ? [entry({ byline: article.byline })] : []),
      ...(publisher ? publisherLines(publisher, publishers) : [comment('publisher: the id or key of who published it, or {new: {name: …, kind: NEWSPAPER}}')]),
    ].map(indented),
  ];
}

function publisherLines(given: string, publishers: readonly Known[]): string[] {
  const [one, ...others] = publishers;
  if (one && others.length === 0) return [comment(one.label), entry({ publisher: refTo(one) })];
  if (one)
    return [
      comment(`Several are called "${given}"; leave the one that is meant.`),
      ...publishers.slice(0, mostListed).map((known) => choice(`publisher: ${scalar(refTo(known))}`, known)),
    ];
  if (/^group_[a-z2-7]{20}$|^\S+:\S+$/.test(given)) return [entry({ publisher: given })];
  return [comment('Not in the graph: it will be made.'), entry({ publisher: { new: { name: given, kind: 'UNKNOWN' } } })];
}

function claimLines({ quote, start, metric, population, operator, low, best, high, sentence, speech }: SuggestedClaim): string[] {
  const bounds = Object.fromEntries(Object.entries({ low, best, high }).filter(([, value]) => value !== null));
  const [first = '', ...rest] = entry({ quote, at: start, metric, population, operator, ...bounds, basis: 'CODED' }).split('\n');
  return ['', comment(shortened(sentence.quote)), `- ${first}`, ...rest.map(indented), ...claimantLines(speech).map(indented)].map(indented);
}

function silenceLines({ quote, start, metric, sentence, speech }: Silence): string[] {
  const [first = '', ...rest] = entry({ quote, at: start, polarity: 'NO_STATEMENT', metric, basis: 'CODED' }).split('\n');
  return ['', comment(shortened(sentence.quote)), `- ${first}`, ...rest.map(indented), ...claimantLines(speech).map(indented)].map(indented);
}

function claimantLines(speech: SuggestedClaim['speech']): string[] {
  if (!speech) return [comment('The text does not tell on whose word.')];
  const { candidates, described } = speech.speaker;
  const from = `from "${shortened(speech.phrase.quote)}"`;
  const [one, ...others] = candidates;
  if (one && others.length === 0) return [comment(`${one.label}, ${from}`), entry({ claimant: refTo(one) })];
  if (one)
    return [
      comment(`Several are called so, ${from}; leave the one that is meant:`),
      ...candidates.slice(0, mostListed).map((known) => choice(`claimant: ${scalar(refTo(known))}`, known)),
    ];
  const made = described ? stringify({ new: described }, { ...inOneLine, collectionStyle: 'flow' }).trim() : '';
  return [comment(`Not in the graph, ${from}; to have it made:`), comment(`claimant: ${made}`)];
}

/** Each entity once, with how often it is mentioned; a name that several have once for all of them. */
function mentioned(mentions: readonly Mention[]): { quote: string; count: number; candidates: readonly Known[] }[] {
  const found = new Map<string, { quote: string; count: number; candidates: readonly Known[] }>();
  for (const { quote, candidates } of mentions) {
    const name = candidates.map(({ id }) => id).join();
    found.set(name, { quote, candidates, ...found.get(name), count: (found.get(name)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

function mentionLines({ quote, count, candidates }: { quote: string; count: number; candidates: readonly Known[] }): string[] {
  const times = count === 1 ? 'once' : `${count} times`;
  const [one, ...others] = candidates;
  if (one && others.length === 0) return [`  - ${scalar(refTo(one))} ${comment(`${one.label}: "${quote}", ${times}`)}`];
  return [
    comment(`Several are called "${quote}" (${times}): take the # away from what is meant.`),
    ...candidates.slice(0, mostListed).map((known) => choice(`- ${scalar(refTo(known))}`, known)),
  ].map(indented);
}

function newPlaceLines(places: readonly NewPlace[]): string[] {
  if (places.length === 0) return [];
  return [
    comment('It names places that the graph does not have: take the # away from those that are to be made.'),
    ...places.map(({ name, kind }) => comment(`- ${stringify({ newPlace: { name, kind } }, { ...inOneLine, collectionStyle: 'flow' }).trim()}`)),
  ].map(indented);
}

/** A key tells a reader more than an id. */
function refTo({ id, keys }: Known): string {
  return keys[0] ?? id;
}

function entry(value: object): string {
  return stringify(value, inOneLine).trimEnd();
}

function scalar(text: string): string {
  return stringify(text, inOneLine).trim();
}

/** One line, whatever stands in it: a comment ends with its line. */
function comment(text: string): string {
  return `# ${text.replace(/[\s\p{C}]+/gu, ' ').trim()}`;
}

/** A line that holds once its first # is taken away. */
function choice(line: string, { label, kind }: Known): string {
  return `${comment(line)} ${comment(kind ? `${label}, ${kind}` : label)}`;
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function indented(lines: string): string {
  return lines === '' ? '' : lines.replace(/^/gm, '  ');
}

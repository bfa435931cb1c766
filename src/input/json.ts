import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { findNodeAtLocation, type ParseError, parseTree, visit } from 'jsonc-parser';
import type { z } from 'zod';
import { StartError } from '../errors.ts';
import { aOrAn } from '../text.ts';
import { lineAndColumn, notUtf8, otherKind } from './kind.ts';

type Path = readonly (string | number)[];

/** A JSON document that has been read; what is wrong with its content can be said with line and column. */
export interface JsonFile {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  /** The error for a value that is not what it should be: names the file, the line and the column. */
  readonly wrong: (path: Path, expected: string, given: unknown) => StartError;
}

/** A whole document stands in memory while it is read: what is larger is refused, with the sentence that says so. */
const largest = 256 * 1024 * 1024;

/** Reads a JSON file. One that is no JSON in UTF-8 is a StartError that says what it is instead, and where. */
export function readJson(path: string, whatItIs: string): JsonFile {
  return parseJson(path, fileBytes(path), whatItIs);
}

/** The same for bytes that are at hand. */
export function parseJson(path: string, bytes: Uint8Array, whatItIs: string): JsonFile {
  const other = otherKind(bytes);
  if (other) throw new StartError(`${path} should be ${whatItIs}, but ${other}.`);
  const text = decoded(path, bytes);
  return {
    path,
    name: basename(path),
    value: parsed(path, text, whatItIs),
    wrong: (at, expected, given) => new StartError(`${place(path, text, at)}: ${named(at)} should be ${expected}, but is ${shown(given)}.`),
  };
}

/** The document in the shape that is expected, or the first thing that is wrong with it. */
export function shapedAs<Shape extends z.ZodType>(file: JsonFile, shape: Shape): z.output<Shape> {
  const read = shape.safeParse(file.value);
  if (read.success) return read.data;
  const [issue] = read.error.issues as [z.core.$ZodIssue];
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  throw file.wrong(path, expectedBy(issue), valueAt(file.value, path));
}

/** What a check expected, in words. */
export function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') return issue.expected === 'int' ? 'a whole number' : aOrAn(issue.expected);
  return issue.message;
}

export function fileBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > largest) throw new StartError(`${path} should have at most ${largest / 1024 / 1024} MB, but has ${Math.ceil(size / 1024 / 1024)} MB: split it.`);
    return readFileSync(path);
  } catch (error) {
    throw unopened(path, error);
  }
}

/** The sentence for a file that cannot be opened; any other error as it is. */
export function unopened(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new StartError(`There is no file ${path}.`);
  if (code === 'EISDIR') return new StartError(`${path} should be a file, but is a folder.`);
  if (code === 'EACCES' || code === 'EPERM') return new StartError(`The file ${path} may not be read by this user.`);
  return error;
}

export function decoded(path: string, bytes: Uint8Array): string {
  const wrong = notUtf8(bytes);
  if (wrong) throw new StartError(`${path}, line ${wrong.line}, column ${wrong.column}: should be UTF-8, but is not. Save it as UTF-8 and try again.`);
  return new TextDecoder('utf-8').decode(bytes);
}

function parsed(path: string, text: string, whatItIs: string): unknown {
  const refuse = (offset: number, reason: string) => {
    const { line, column } = lineAndColumn(text, offset);
    return new StartError(`${path}, line ${line}, column ${column}: ${reason}`);
  };
  const deep = tooDeep(text);
  if (deep !== null) throw refuse(deep, `should be ${whatItIs}, but is nested in more than ${deepest} levels here.`);
  const nul = /(?<!\\)(?:\\\\)*\\u0000/.exec(text);
  if (nul) throw refuse(nul.index, 'a text should have no NUL character.');
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(firstMistake(text), `should be ${whatItIs}, but cannot be read on from here as JSON.`);
  }
}

/** No document that is meant is nested as deeply, and whoever follows it down would run out of stack. */
const deepest = 100;

/** Where the nesting goes too deep; null when it never does. */
function tooDeep(text: string): number | null {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (isInText && mark === '\\')
      at += 1; // Whatever it escapes ends nothing.
    else if (mark === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth > deepest) return at;
  }
  return null;
}

function firstMistake(text: string): number {
  const mistakes: number[] = [];
  const onError = (_: ParseError['error'], offset: number) => mistakes.push(offset);
  visit(text, { onError }, { disallowComments: true, allowTrailingComma: false });
  return mistakes[0] ?? 0;
}

function place(path: string, text: string, at: Path): string {
  const root = parseTree(text);
  const node = root && nearest(root, at);
  const { line, column } = lineAndColumn(text, node?.offset ?? 0);
  return `${path}, line ${line}, column ${column}`;
}

/** The value at the path, or the nearest around it; each step leaves one part of the path off, so it ends at the root. */
function nearest(root: NonNullable<ReturnType<typeof parseTree>>, at: Path): ReturnType<typeof parseTree> {
  return at.length === 0 ? root : (findNodeAtLocation(root, [...at]) ?? nearest(root, at.slice(0, -1)));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, part) => (inside as Record<string | number, unknown> | undefined)?.[part], value);
}

function named(path: Path): string {
  return path.length === 0
    ? 'the document'
    : path
        .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
        .join('')
        .replace(/^\./, '');
}

function shown(given: unknown): string {
  if (given === undefined) return 'not there';
  const text = JSON.stringify(given) ?? String(given);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

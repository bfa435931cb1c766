import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { StartError } from '../errors.ts';
import { expectedBy } from './json.ts';

export type YamlPath = readonly PropertyKey[];

/** A YAML document that has been read; what is wrong with its content can be said with its line. */
export interface YamlFile {
  readonly value: unknown;
  /** "map.yaml, line 3: claims.0.quote", for the beginning of a sentence. */
  readonly at: (path: YamlPath) => string;
}

/** Reads YAML. What is none is a StartError that names the file, the line and the mistake. */
export function parseYaml(path: string, text: string, whatItIs: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [mistake] = document.errors;
  if (mistake)
    throw new StartError(
      `${path}, line ${lines.linePos(mistake.pos[0]).line}: should be YAML, but: ${(mistake.message.split('\n')[0] as string).replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '')}.`,
    );
  return {
    value: readOut(path, document, whatItIs),
    at: (keys) => `${path}, line ${lineOf(document.contents, keys, lines)}: ${keys.map(String).join('.') || whatItIs.replace(/^an? /, 'the ')}`,
  };
}

/** The document in the shape that is expected; the first thing that is wrong with it is a StartError. */
export function shapedAs<Shape extends z.ZodType>(file: YamlFile, shape: Shape): z.output<Shape> {
  const read = shape.safeParse(file.value);
  if (read.success) return read.data;
  const [issue] = read.error.issues as [z.core.$ZodIssue];
  const extra = issue.code === 'unrecognized_keys' ? `have no "${issue.keys[0]}"` : `be ${expectedBy(issue)}`;
  throw new StartError(`${file.at(issue.path)} should ${extra}.`);
}

/** YAML can say more than a file needs: what grows without end when it is read out is refused. */
function readOut(path: string, document: ReturnType<typeof parseDocument>, whatItIs: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    throw new StartError(`${path} should be ${whatItIs}, but cannot be read: ${(error as Error).message.split('\n')[0]}.`);
  }
}

function lineOf(contents: unknown, keys: YamlPath, lines: LineCounter): number {
  let node = contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const key of keys) {
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    const inner = (pair?.value ?? (node as { get?: (key: unknown, keep: boolean) => unknown })?.get?.(key, true)) as Node | undefined;
    if (!inner && !pair) break;
    offset = (pair?.key as Node | undefined)?.range?.[0] ?? inner?.range?.[0] ?? offset;
    node = inner ?? null;
  }
  return lines.linePos(offset).line;
}

/** What `node --cpu-prof` writes, as far as it is read here. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface Share {
  readonly name: string;
  /** Percent of the busy time spent in it, and in it together with all that it called. */
  readonly self: number;
  readonly total: number;
}

const idle = new Set(['(idle)', '(program)', '(root)']);

/** The busy time by package and by function, the largest first. A function that calls itself is counted once. */
export function timesOf({ nodes, samples, timeDeltas }: Profile): { byPlace: Share[]; byFunction: Share[]; busyMs: number } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const own = new Map<number, number>();
  samples.forEach((id, place) => {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[place] ?? 0));
  });

  const places = new Map<string, { self: number; total: number }>();
  const functions = new Map<string, { self: number; total: number }>();
  let busy = 0;
  for (const [id, time] of own) {
    const frame = byId.get(id)?.callFrame;
    if (!frame || idle.has(frame.functionName)) continue;
    busy += time;
    add(places, placeOf(frame.url), 'self', time);
    add(functions, nameOf(frame), 'self', time);
    const line = stack(id);
    for (const name of new Set(line.map(({ url }) => placeOf(url)))) add(places, name, 'total', time);
    for (const name of new Set(line.map(nameOf))) add(functions, name, 'total', time);
  }
  return { byPlace: shares(places, busy), byFunction: shares(functions, busy), busyMs: busy / 1000 };

  function stack(id: number) {
    const line: Profile['nodes'][number]['callFrame'][] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const frame = byId.get(at)?.callFrame;
      if (frame && !idle.has(frame.functionName)) line.push(frame);
    }
    return line;
  }
}

function add(to: Map<string, { self: number; total: number }>, name: string, what: 'self' | 'total', time: number): void {
  const sums = to.get(name) ?? { self: 0, total: 0 };
  sums[what] += time;
  to.set(name, sums);
}

function shares(sums: Map<string, { self: number; total: number }>, busy: number): Share[] {
  const percent = (time: number) => Math.round((time / busy) * 1000) / 10;
  return [...sums]
    .map(([name, { self, total }]) => ({ name, self: percent(self), total: percent(total) }))
    .sort((one, other) => other.self - one.self || other.total - one.total);
}

/** A package by its name, our own code by its file, the rest as node's. */
function placeOf(url: string): string {
  const inPackage = [...url.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1];
  if (inPackage) return inPackage;
  const own = /\/dist\/(.+)$/.exec(url)?.[1];
  if (own) return `attested ${own}`;
  return url === '' ? '(engine)' : 'node';
}

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const file = url.split('/').at(-1) ?? '';
  return `${functionName || '(anonymous)'} ${placeOf(url)}${url === '' ? '' : ` ${file}:${lineNumber + 1}`}`;
}

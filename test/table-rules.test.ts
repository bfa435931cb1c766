import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/input/csv.ts';
import { checkTable } from '../src/table/import.ts';
import { readMap } from '../src/table/map.ts';
import type { TableMapping } from '../src/table/mapping.ts';
import type { TableFile } from '../src/table/rows.ts';
import { followed } from '../src/write/cycles.ts';

const table = (...lines: readonly string[]): TableFile => ({
  path: 'table.csv',
  bytes: async function* () {
    yield Buffer.from(lines.join('\n'));
  },
});

/** A map with one relationship of a type, between what the columns `a` and `b` name. */
const joining = (type: string, [from, to]: readonly [string, string]): TableMapping => {
  const set = { Claim: 'claimType: CONTEXT, statement: x', Report: 'title: x', Event: 'title: x' };
  const entity = (kind: string, column: string) =>
    `{ type: ${kind}, key: "rules:${kind}:{${column}}", set: { ${set[kind as keyof typeof set] ?? `name: "{${column}}"`} } }`;
  return readMap('rules', `entities:\n  a: ${entity(from, 'a')}\n  b: ${entity(to, 'b')}\nlinks: [{ type: ${type}, from: a, to: b }]\n`);
};

/** A line for each of what is wrong. */
async function problemsIn(map: TableMapping, ...pairs: readonly string[]): Promise<string[]> {
  const problems: Problem[] = [];
  await checkTable(table('a,b', ...pairs), map, (problem) => problems.push(problem));
  return problems.map(({ line, reason }) => `${line}: ${reason}`);
}

describe('what a relationship may be only once is refused of rows that draw it twice', () => {
  it.each([
    ['ATTRIBUTED_TO', ['Claim', 'Group'], ['1,x', '1,y'], 'Claim rules:Claim:1 already has one as claimant, in line 2, and can have only one'],
    ['ABOUT', ['Claim', 'Event'], ['1,x', '1,y'], 'Claim rules:Claim:1 already has one as event, in line 2, and can have only one'],
    ['CONTAINS', ['Report', 'Claim'], ['x,1', 'y,1'], 'Claim rules:Claim:1 already has one as report, in line 2, and can have only one'],
    ['PUBLISHED', ['Group', 'Report'], ['x,1', 'y,1'], 'Report rules:Report:1 already has one as publisher, in line 2, and can have only one'],
    ['REPEATS', ['Claim', 'Claim'], ['1,2', '1,3'], 'Claim rules:Claim:1 already has one as repeats, in line 2, and can have only one'],
    ['SUPERSEDES', ['Claim', 'Claim'], ['1,2', '1,3'], 'Claim rules:Claim:1 already has one as supersedes, in line 2, and can have only one'],
    ['SUPERSEDES', ['Claim', 'Claim'], ['2,1', '3,1'], 'Claim rules:Claim:1 already has one as supersededBy, in line 2, and can have only one'],
    ['PART_OF', ['Group', 'Group'], ['1,2', '1,3'], 'Group rules:Group:1 already has one as partOf, in line 2, and can have only one'],
  ] as const)('%s: %s', async (type, ends, rows, reason) => {
    expect(await problemsIn(joining(type, ends), ...rows)).toEqual([`3: ${reason}`]);
  });

  it('and not of rows that draw the same again, or of one that may be drawn many times', async () => {
    expect(await problemsIn(joining('ATTRIBUTED_TO', ['Claim', 'Group']), '1,x', '2,x', '1,x')).toEqual([]);
    expect(await problemsIn(joining('CONTAINS', ['Report', 'Claim']), 'x,1', 'x,2', 'x,1')).toEqual([]);
    expect(await problemsIn(joining('CITES', ['Report', 'Report']), '1,2', '1,3', '3,1')).toEqual([]);
  });

  it('nor may a claim that only relays another replace it', async () => {
    const map = readMap(
      'rules',
      'entities: {}\nclaims:\n  a: { key: "a:{a}", set: { claimType: OCCURRENCE } }\n  b: { key: "b:{b}", set: { claimType: OCCURRENCE } }\nlinks: [{ type: REPEATS, from: a, to: b }, { type: SUPERSEDES, from: a, to: b }]\n',
    );

    expect(await problemsIn(map, '1,2')).toEqual([
      '2: Claim a:1 REPEATS Claim b:2 already, in line 2, and a claim that only relays another does not replace it',
    ]);
  });
});

describe('what leads on may not lead back', () => {
  it.each([
    ['WITHIN', 'Place', ['1,2', '2,3', '9,1', '3,1'], '5: WITHIN may not lead back to where it begins, but this would: 1 → 2 → 3 → 1'],
    ['SUPERSEDES', 'Claim', ['1,2', '2,1'], '3: SUPERSEDES may not lead back to where it begins, but this would: 1 → 2 → 1'],
    ['REPEATS', 'Claim', ['3,1', '1,2', '2,3'], '4: REPEATS may not lead back to where it begins, but this would: 3 → 1 → 2 → 3'],
    ['PART_OF', 'Event', ['1,2', '2,1'], '3: PART_OF may not lead back to where it begins, but this would: 1 → 2 → 1'],
  ])('%s', async (type, kind, rows, said) => {
    const problems = await problemsIn(joining(type, [kind, kind]), ...rows);

    expect(problems.map((problem) => problem.replaceAll(`${kind} rules:${kind}:`, ''))).toEqual([said]);
  });

  it('which is said in short of a long way round', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at},${(at + 1) % 20_000}`);

    const [problem, ...others] = await problemsIn(joining('PART_OF', ['Event', 'Event']), ...rows);

    expect(others).toEqual([]);
    expect(problem?.replaceAll('Event rules:Event:', '')).toBe(
      '20001: PART_OF may not lead back to where it begins, but this would: 0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → … 19989 others … → 19999 → 0',
    );
  });

  it('and ways that part and meet again lead on', async () => {
    expect(await problemsIn(joining('WITHIN', ['Place', 'Place']), '1,2', '1,3', '2,4', '3,4', '1,4')).toEqual([]);
  });

  const chain = Array.from({ length: 13 }, (_, at) => `${at},${at + 1}`);
  it.each([
    ['from below', chain],
    ['from above', [...chain].reverse()],
  ])('nor further than it is followed, %s', async (_, rows) => {
    const map = joining('WITHIN', ['Place', 'Place']);
    const line = rows.indexOf('0,1') + 2;

    expect(await problemsIn(map, ...rows)).toEqual([`${line}: WITHIN leads on from Place rules:Place:0 for more than 12 steps, further than it is followed`]);
    expect(await problemsIn(map, ...rows.filter((row) => row !== '0,1'))).toEqual([]);
  });

  it('and is followed once, however long it is', () => {
    const length = 300_000;
    const steps = new Map(Array.from({ length }, (_, at) => [`${at}`, new Set([`${at + 1}`])] as const));

    expect(followed(steps).longest.get('0')).toBe(length);
    expect(followed(new Map([...steps, [`${length}`, new Set(['1'])]])).rounds.map((round) => [round.length, round[0], round.at(-1)])).toEqual([
      [length + 1, '1', '1'],
    ]);
  });
});

describe('claims are joined only where they say something alike', () => {
  /** Counts of one event or another, by whoever says so, each with what it is joined to. */
  const counts = (type: string) =>
    readMap(
      'rules',
      `entities:
  event: { type: Event, key: "rules:event:{event}", set: { title: x } }
  scope: { type: Place, key: "rules:place:{scope}", set: { name: "{scope}" } }
  source: { type: Group, key: "rules:source:{who}", set: { name: "{who}" } }
claims:
  count: { key: "rules:claim:{id}", event: event, claimant: source, names: [{ entity: scope, role: SCOPE }], set: { claimType: CASUALTY_COUNT, metric: "{metric}", population: ALL, operator: EXACT, low: 1, best: 1, high: 1 } }
  other: { key: "rules:claim:{other}", set: { claimType: CASUALTY_COUNT, metric: "{metric}", population: ALL, operator: EXACT, low: 1, best: 1, high: 1 } }
links: [{ type: ${type}, from: count, to: other }]
`,
    );
  const problemsOf = async (type: string, ...rows: readonly string[]): Promise<string[]> => {
    const problems: Problem[] = [];
    await checkTable(table('id,event,scope,who,metric,other', ...rows), counts(type), (problem) => problems.push(problem));
    return problems.map(({ line, reason }) => `${line}: ${reason}`);
  };

  it.each([
    ['SUPERSEDES', '2,e,,ada,INJURED,1', 'a claim of the same series: its metric is KILLED, not INJURED'],
    ['SUPERSEDES', '2,f,,ada,KILLED,1', 'a claim of the same series: its event is Event rules:event:e, not Event rules:event:f'],
    ['SUPERSEDES', '2,e,,bo,KILLED,1', 'a claim of the same series: its claimant is Group rules:source:ada, not Group rules:source:bo'],
    ['SUPERSEDES', '2,e,x,ada,KILLED,1', 'a claim of the same series: its scope is all of the event, not Place rules:place:x'],
    ['REPEATS', '2,f,,bo,KILLED,1', 'a claim with the same event, since that is what REPEATS joins: its event is Event rules:event:e, not Event rules:event:f'],
    ['PART_OF_TOTAL', '2,e,x,bo,INJURED,1', 'a claim with the same metric, since that is what PART_OF_TOTAL joins: its metric is KILLED, not INJURED'],
  ])('%s: %s', async (type, row, expected) => {
    const problem = `: Claim rules:claim:2 ${type} Claim rules:claim:1, which should be ${expected}`;

    expect(await problemsOf(type, '1,e,,ada,KILLED,', row)).toEqual([`3${problem}`]);
  });

  it('whichever row comes first', async () => {
    expect(await problemsOf('SUPERSEDES', '2,f,,ada,KILLED,1', '1,e,,ada,KILLED,')).toEqual([
      '2: Claim rules:claim:2 SUPERSEDES Claim rules:claim:1, which should be a claim of the same series: its event is Event rules:event:e, not Event rules:event:f',
    ]);
  });

  it('and may be where they do', async () => {
    expect(await problemsOf('SUPERSEDES', '2,e,x,ada,KILLED,1', '1,e,x,ada,KILLED,')).toEqual([]);
    expect(await problemsOf('REPEATS', '2,e,x,bo,KILLED,1', '1,e,,ada,KILLED,')).toEqual([]);
  });
});

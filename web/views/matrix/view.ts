import type { State } from '../address/state.ts';
import type { LegendItem, Table, View } from '../page/view.ts';
import { amountInWords, inWords, plural, polarityInWords, publishedInWords, replacedInWords } from '../page/words.ts';
import { polaritySign } from '../timeline/lanes.ts';
import { columnTotals, gridOf, sourceOf } from './grid.ts';
import { loadMatrix, type MatrixData } from './load.ts';
import { matrixScene } from './scene.ts';

export const matrix: View<MatrixData> = {
  name: 'matrix',
  isPlane: false,
  load: loadMatrix,
  title: ({ event }) => event?.label ?? 'No event',
  summary,
  emptiness: ({ event, claims }, state) =>
    event && claims.length > 0
      ? null
      : {
          says: event
            ? 'No claims about this event match.'
            : `A matrix is about one event, and ${state.about ? 'no event has this id.' : 'this address names none: search for it above.'}`,
          widen: [
            ...(state.known ? [{ label: 'As known today', change: { known: '' } }] : []),
            ...(state.metric !== 'all' ? [{ label: 'Every kind of claim', change: { metric: 'all' as const } }] : []),
            ...(state.hide.length > 0 ? [{ label: 'Every source', change: { hide: [] } }] : []),
          ],
        },
  scene: matrixScene,
  tables,
  legend,
  asksFor: ['about', 'known', 'metric'],
};

function summary(data: MatrixData, state: State): string {
  const { rows, columns, silent } = gridOf(data, state);
  const { event, claims, total, conflictTotal } = data;
  return [
    `${plural(rows.length, 'source')} and ${plural(columns.length, 'statement')}, from ${plural(claims.length, 'claim')}${state.known ? ', as known then' : ''}.`,
    event
      ? `${plural(event.corroboration.reports, 'report')} of ${plural(event.corroboration.publishers, 'known publisher')} rest on ${plural(event.corroboration.origins, 'independent origin')}.`
      : '',
    `${plural(conflictTotal, 'contradiction')}.`,
    silent.length > 0 ? `${plural(silent.length, 'source')} active then said nothing.` : '',
    total > claims.length && state.metric === 'all' ? `Only ${claims.length} of ${total} claims are shown.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function tables(data: MatrixData, state: State): Table[] {
  const grid = gridOf(data, state);
  const byId = new Map(data.claims.map((claim) => [claim.id, claim]));
  const says = (id: string) => {
    const claim = byId.get(id);
    return claim ? `${claim.claimant?.name ?? 'Nobody named'}: ${claim.quote ? `“${claim.quote}”` : claim.label}` : 'a claim that is not shown';
  };
  const all: Table[] = [
    {
      caption: 'Contradictions: not both can be true',
      columns: [
        { label: 'No.', kind: 'number' },
        { label: 'Why', kind: 'long' },
        { label: 'One claim', kind: 'long' },
        { label: 'The other', kind: 'long' },
      ],
      rows: data.conflicts.map(({ a, b, explanation }, index) => ({ id: a.id, cells: [index + 1, explanation, says(a.id), says(b.id)] })),
    },
    {
      caption: 'Claims, by source',
      columns: [
        { label: state.rows === 'claimant' ? 'Source' : 'Publisher' },
        { label: 'Says' },
        { label: 'About' },
        { label: 'What', kind: 'long' },
        { label: 'As of', kind: 'date' },
        { label: 'Published' },
        { label: 'Relay' },
        { label: 'Replaced' },
        { label: 'Quote', kind: 'long' },
        { label: 'Report', kind: 'long' },
      ],
      rows: grid.rows.flatMap((row) =>
        row.claims.map((claim) => ({
          id: claim.id,
          cells: [
            sourceOf(claim, state.rows).name,
            polarityInWords[claim.polarity] ?? claim.polarity,
            inWords(claim.claimType),
            claim.metric && (claim.best ?? claim.low ?? claim.high) !== null ? amountInWords(claim) : (claim.statement ?? claim.label),
            claim.asOf,
            claim.report ? publishedInWords(claim.report) : null,
            claim.repeats ? 'relay' : null,
            claim.supersededBy ? (replacedInWords[claim.supersededBy.basis] ?? 'replaced') : null,
            claim.quote,
            claim.report?.title ?? null,
          ],
        })),
      ),
    },
    {
      caption: 'On how much each statement rests',
      columns: [
        { label: 'About' },
        { label: 'Statement', kind: 'long' },
        { label: 'Reports', kind: 'number' },
        { label: 'Publishers', kind: 'number' },
        { label: 'Origins', kind: 'number' },
      ],
      rows: grid.columns.map((column) => {
        const { reports, publishers, origins } = columnTotals(column);
        return { id: column.claims[0]?.id ?? '', cells: [column.group, column.label, reports, publishers, origins] };
      }),
    },
    { caption: 'Active then, and silent', columns: [{ label: 'Source' }], rows: grid.silent.map(({ id, name }) => ({ id, cells: [name] })) },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

function legend(data: MatrixData, { rows, hide }: State): LegendItem[] {
  const box = (more: object) => ({ mark: 'rect', x: 3, y: 2, w: 30, h: 16, round: 4, stroke: 'claim', width: 2, ...more }) as const;
  const number = (fill: 'ink' | 'quiet') => ({ mark: 'text', x: 18, y: 14, text: '973', size: 11, fill, anchor: 'middle' }) as const;
  const most = gridOf(data, { ...emptyHide, rows } as State).rows[0];
  return [
    { marks: [box({}), number('ink')], says: 'A number that stands' },
    { marks: [box({ width: 1 }), number('quiet')], says: 'Replaced by a later one of the same source' },
    { marks: [box({ stroke: 'report', width: 1, dash: [3, 3] }), number('quiet')], says: 'A relay: never a second witness' },
    { marks: [{ mark: 'circle', x: 18, y: 10, r: 5.5, fill: 'claim' }], says: 'Asserts' },
    { marks: polaritySign('DENIES', 18, 10), says: 'Denies' },
    { marks: polaritySign('UNCERTAIN', 18, 10), says: 'Leaves it open' },
    { marks: polaritySign('NO_STATEMENT', 18, 10), says: 'Said it has no number' },
    { marks: [{ mark: 'circle', x: 18, y: 10, r: 2, fill: 'quiet' }], says: 'Silent, though active then; blank: nothing known' },
    {
      marks: [
        { mark: 'circle', x: 18, y: 10, r: 7.5, fill: 'deny' },
        { mark: 'text', x: 18, y: 13.5, text: '1', size: 10, weight: 700, fill: 'paper', anchor: 'middle' },
      ],
      says: 'Contradiction, by number',
    },
    {
      marks: [{ mark: 'text', x: 18, y: 14, text: '+2', size: 11, fill: 'quiet', anchor: 'middle' }],
      says: 'More claims of that source for that day: earlier ones, relays',
    },
    ...(most && most.id !== 'nobody' ? [{ marks: [], says: `Without ${most.name}`, hides: `source.${most.id}` }] : []),
    ...hide
      .filter((name) => name.startsWith('source.') && name !== `source.${most?.id}`)
      .map((name): LegendItem => ({ marks: [], says: 'Without another source', hides: name })),
  ];
}

const emptyHide = { hide: [] as readonly string[] };

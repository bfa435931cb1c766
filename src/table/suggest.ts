import { stringify } from 'yaml';
import { thousands } from './cell.ts';
import { readMap } from './map.ts';
import { rowKeyOf } from './row-key.ts';
import { columnsOf, type TableFile } from './rows.ts';
import { type Column, givenIn, isCalled, quoted, sampleOf } from './sample.ts';
import { wordOf } from './word.ts';

/**
 * A first mapping, guessed from the names of the columns and what stands in the first rows: an event for each row, with its day, place, parties,
 * sources and dead where columns look like them. It loads as it is; whoever knows the table makes it right.
 */
export async function suggestMap(file: TableFile): Promise<string> {
  const columns = await sampleOf(file);
  const word = wordOf(file.path);
  const { map, remarks, misfits } = guess(columns, word);
  const written = stringify(map, { lineWidth: 0 });
  const comments = [
    `A first guess for ${file.path.replaceAll(/\s+/g, ' ')}: see docs/csv-map.md for what a map can say.`,
    `Keys begin with "${word}", after the file. What two tables have under one key is one: another table needs another word.`,
    ...remarks,
    ...unusedIn(columns, columnsOf(readMap('the suggested map', written)), misfits),
  ];
  return `${comments.map((comment) => `# ${comment}\n`).join('')}${written}`;
}

/** Which columns a map does not use, and why where it is known. */
function unusedIn(columns: readonly Column[], used: ReadonlySet<string>, misfits: ReadonlyMap<string, string>): string[] {
  const unused = columns.filter(({ name }) => !used.has(name));
  const reasonOf = (column: Column) => (usable(column) ? misfits.get(column.name) : 'its name has a brace or a bar, which cannot stand in a text');
  const known = unused.filter(reasonOf).map((column) => `Not used: ${quoted(column.name)}, since ${reasonOf(column)}.`);
  const others = unused.filter((column) => !reasonOf(column)).map(({ name }) => quoted(name));
  return [...known, ...(others.length > 0 ? [`Not used: ${others.join(', ')}.`] : [])];
}

interface Guess {
  readonly map: object;
  readonly remarks: readonly string[];
  /** Columns whose name would do but for one of their cells, each with what is against it. */
  readonly misfits: ReadonlyMap<string, string>;
}

/** What the cells of a column have to be, with the word for it. */
interface Kind {
  readonly word: string;
  readonly fits: (cell: string) => boolean;
}

const braced = (column: Column) => `{${column.name}}`;
// A name with a brace in it cannot stand in a text.
const usable = ({ name }: Column) => !/[{}|]/.test(name);

function guess(all: readonly Column[], word: string): Guess {
  const table = all.filter(usable);
  const misfits = new Map<string, string>();
  const called = (pattern: RegExp, kind?: Kind) =>
    table.find((column) => {
      if (!isCalled(column, pattern)) return false;
      const misfit = kind && givenIn(column).find(({ text }) => !kind.fits(text));
      if (misfit) misfits.set(column.name, `${quoted(misfit.text)} in line ${misfit.line} is no ${kind.word}`);
      return !misfit;
    });
  const dead = called(/fatal|killed|deaths?$|dead/, count);
  const injured = called(/injur|wounded/, count);
  const { columns: ids, remarks } = rowKeyOf(table, [dead, injured]);
  if (ids.length === 0) return { map: { entities: {} }, remarks, misfits };
  const id = ids.map(braced).join(':');

  const date = called(/date|day|^when$/, day);
  const [latitude, longitude] = [called(/^lat(itude)?$|^y$/, degrees), called(/^(lon|lng|long)(gitude)?$|^x$/, degrees)];
  const place = called(/^(location|place|city|town|village|site)$/) ?? called(/location|place|where|admin/);
  const title = called(/^(title|headline|name|event|summary|description|notes?)$/) ?? called(/title|headline|description|event type/);
  const source = called(/^(sources?|reported by|publisher)$/);
  const parties = table.filter(({ name }) => /^(actor|side|party|group|perpetrator)[ _-]?[12ab]?$/i.test(name)).slice(0, 4);
  const key = (kind: string, template: string) => `${word}:${kind}:${template}`;

  const entities: Record<string, object> = {
    event: {
      type: 'Event',
      key: key('event', id),
      set: { title: title ? braced(title) : `Event ${ids.map(braced).join(' ')}`, ...(date ? { from: { column: date.name, order: orderOf(date) } } : {}) },
    },
  };
  const links: object[] = [];
  if (place) {
    const where = latitude && longitude ? { latitude: braced(latitude), longitude: braced(longitude) } : {};
    const spot = latitude && longitude ? `@${braced(latitude)},${braced(longitude)}` : '';
    entities.place = { type: 'Place', key: key('place', `{${place.name}|compared}${spot}`), set: { name: braced(place), ...where } };
    links.push({ type: 'OCCURRED_AT', from: 'event', to: 'place' });
  }
  parties.forEach((party, at) => {
    entities[`party${at + 1}`] = { type: 'Group', key: key('group', `{${party.name}|compared}`), set: { name: braced(party) } };
    links.push({ type: 'INVOLVES', from: 'event', to: `party${at + 1}`, role: 'PARTICIPANT' });
  });
  if (source) {
    const each = { column: source.name, split: ';' };
    entities.source = { type: 'Group', each, key: key('source', '{part|compared}'), set: { name: '{part}' } };
  }
  const counts = [
    ['killed', 'KILLED', dead],
    ['injured', 'INJURED', injured],
  ] as const;
  const claims = Object.fromEntries(
    counts.flatMap(([name, metric, column]) => {
      if (!column) return [];
      const number = { low: braced(column), best: braced(column), high: braced(column) };
      const set = { claimType: 'CASUALTY_COUNT', metric, population: 'ALL', operator: 'EXACT', basis: 'CODED', ...number };
      return [[name, { key: key('claim', `${id}:${name}`), when: column.name, event: 'event', set }]];
    }),
  );
  const reported = source
    ? {
        reported: {
          key: key('claim', `${id}:reported:{part|compared}`),
          each: { column: source.name, split: ';' },
          event: 'event',
          claimant: 'source',
          set: { claimType: 'OCCURRENCE' },
        },
      }
    : {};
  const map = {
    entities,
    ...(Object.keys({ ...claims, ...reported }).length > 0 ? { claims: { ...claims, ...reported } } : {}),
    ...(links.length > 0 ? { links } : {}),
  };
  return { map, remarks, misfits };
}

const dated = /^(\d{4}-\d{1,2}-\d{1,2}.*|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[ -][A-Za-z]{3,9}\.?[ -]\d{4})$/;
const day: Kind = { word: 'day', fits: (cell) => dated.test(cell) };
const degrees: Kind = { word: 'number', fits: (cell) => /^[-+]?\d+(\.\d+)?$/.test(cell) };
const count: Kind = { word: 'count', fits: (cell) => /^\d+$/.test(cell) || thousands.test(cell) };

/** The order of day and month that fits every sample; where both fit, day before month. */
function orderOf(column: Column): 'ymd' | 'dmy' | 'mdy' {
  const cells = givenIn(column).map(({ text }) => text);
  const numbers = cells.map((cell) => cell.split(/[./-]/).map(Number));
  if (cells.every((cell) => /^\d{4}|[A-Za-z]/.test(cell))) return 'ymd';
  return numbers.some(([, second = 0]) => second > 12) ? 'mdy' : 'dmy';
}

import type { placeKinds } from '../place/ref.ts';

export type PlaceKind = keyof typeof placeKinds;

/** What the attributes of a boundary say: which place it is, and within which others it lies, the smallest first. */
export interface Attributes {
  readonly self: NamedUnit;
  readonly parents: readonly NamedUnit[];
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** Whether an English and an Arabic name stood in each other's column; each was taken by its script. */
  readonly swapped: boolean;
}

export interface NamedUnit {
  readonly pcode: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** Names by language (BCP 47). */
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly aliases: readonly string[];
}

type Columns = ReadonlyMap<string, string>;

/**
 * Reads the columns of an OCHA boundary: `PCODE`, `NAME_EN`, `NAME_AR` with `ADM0_…` to `ADM4_…` and `AREA_…` for what lies around it,
 * or, without `PCODE`, the deepest `ADMn_PCODE` as its own. Null when there is no p-code.
 */
export function attributesOf(properties: Readonly<Record<string, unknown>>): Attributes | null {
  const columns = columnsOf(properties);
  const around = [4, 3, 2, 1, 0].filter((level) => columns.has(`ADM${level}_PCODE`));
  const own = columns.get('PCODE');
  const ownLevel = own === undefined ? around[0] : (around[0] ?? -1) + 1;
  const pcode = own ?? columns.get(`ADM${ownLevel}_PCODE`);
  if (pcode === undefined || ownLevel === undefined) return null;

  const names = own === undefined ? namesFrom(columns, `ADM${ownLevel}_`) : namesFrom(columns, 'NAME_');
  const levels = around.filter((level) => own !== undefined || level !== ownLevel);
  const parents = levels.map((level) => parentAt(columns, `ADM${level}_`, kindAt(level)));
  const area = columns.has('AREA_PCODE') ? [parentAt(columns, 'AREA_', 'NEIGHBOURHOOD')] : [];
  const all = [...area, ...parents];

  return {
    self: {
      pcode,
      kind: kindAt(ownLevel),
      name: names.name ?? pcode,
      names: names.names,
      aliases: [columns.get('NAM_EN_REF'), columns.get('NAM_AR_REF')].filter((alias) => alias !== undefined && !names.all.includes(alias)) as string[],
    },
    parents: all.map(({ unit }) => unit),
    point: pointOf(columns),
    swapped: names.swapped || all.some(({ swapped }) => swapped),
  };
}

function kindAt(level: number): PlaceKind {
  return (['COUNTRY', 'ADM1', 'ADM2', 'ADM3', 'TOWN'] as const)[level] ?? 'NEIGHBOURHOOD';
}

/** Columns by name in capitals; blanks at the ends and line breaks within are no part of a name, and `<Null>` is none. */
function columnsOf(properties: Readonly<Record<string, unknown>>): Columns {
  const columns = new Map<string, string>();
  for (const [column, value] of Object.entries(properties)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = String(value).replace(/\s+/gu, ' ').trim();
    if (text !== '' && !/^<null>$/i.test(text)) columns.set(column.toUpperCase(), text);
  }
  return columns;
}

function parentAt(columns: Columns, prefix: string, kind: PlaceKind): { unit: NamedUnit; swapped: boolean } {
  const pcode = columns.get(`${prefix}PCODE`) as string;
  const { name, names, swapped } = namesFrom(columns, prefix);
  return { unit: { pcode, kind, name: name ?? pcode, names, aliases: [] }, swapped };
}

const arabic = /\p{Script=Arabic}/u;

/** The names in every language that has a column with this prefix: `NAME_EN`, `NAME_AR`. Newer releases call them `_NAME` and `_NAME1`. */
function namesFrom(columns: Columns, prefix: string) {
  const found = [...columns].flatMap(([column, name]) => {
    const language = column.startsWith(prefix) ? /^([A-Z]{2})$/.exec(column.slice(prefix.length))?.[1]?.toLowerCase() : undefined;
    return language ? [{ language, name }] : [];
  });
  const latin = columns.get(`${prefix}NAME`);
  const other = columns.get(`${prefix}NAME1`);
  const given = [...found, ...(latin ? [{ language: 'en', name: latin }] : []), ...(other && arabic.test(other) ? [{ language: 'ar', name: other }] : [])];
  const names = inTheirScript(given);
  return {
    name: (names.find(({ language }) => language === 'en') ?? names[0])?.name,
    names: names.filter(({ language }) => language !== 'en'),
    all: names.map(({ name }) => name),
    swapped: names !== given,
  };
}

/** English and Arabic change places when each stands in the other's script. */
function inTheirScript(names: readonly { language: string; name: string }[]) {
  const english = names.find(({ language }) => language === 'en')?.name;
  const inArabic = names.find(({ language }) => language === 'ar')?.name;
  if (!english || !inArabic || !arabic.test(english) || arabic.test(inArabic)) return names;
  return names.map(({ language, name }) => ({ language, name: language === 'en' ? inArabic : language === 'ar' ? english : name }));
}

function pointOf(columns: Columns) {
  const [latitude, longitude] = [Number(columns.get('LATITUDE') ?? Number.NaN), Number(columns.get('LONGITUDE') ?? Number.NaN)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

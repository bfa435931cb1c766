import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draft } from '../src/entity/draft.ts';
import { writeDrafts } from '../src/entity/write.ts';
import { engines, openService, type Service, serviceOver } from './support/service.ts';

const labels = 'query ($text: String!, $types: [EntityType!]) { search(text: $text, types: $types, first: 100) { totalCount edges { node { label } } } }';
const page =
  'query ($text: String!, $after: String) { search(text: $text, first: 7, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }';

/** Names whose every script and sign the engines' own full-text tokenizers have to get right. */
const peculiar = [
  'Bāniyās al-Qadīma',
  'Šabībīya 12٣',
  'المَرْصَدُ السُّورِيُّ',
  '中国人权',
  'ไทยรัฐ',
  'ひらがなカタカナ',
  '한국어 신문',
  'Ελλάδας Σίσυφος',
  'Ђорђе Ёлкин',
  'हिन्दी समाचार',
  'İSTANBUL ÇAĞDAŞ',
  'Straße ﬁnal',
  'Ｆｕｌｌ ｗｉｄｔｈ',
  '①② Ⅻ ½',
  '𝒜𝓁𝑒𝓅𝓅𝑜',
  'R2D2 x',
  `${'longword'.repeat(40)} end`,
];

describe.each(engines)('search on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
    const nodes = [
      ...peculiar.map((name, index) => draft('Group', `test:peculiar:${index}`, { name })),
      ...['Zenith', 'Zenith Two', 'Under the zenith', 'The two at zenith'].map((name) => draft('Group', `test:${name}`, { name })),
      draft('Person', 'test:alias', { name: 'Somebody', aliases: ['Zénith'] }),
      draft('Place', 'test:place', { name: 'A zenith of places' }),
      ...Array.from({ length: 60 }, (_, index) => draft('Place', `test:lines:${index}`, { name: `Two lines\nof ${index % 3}, manifold` })),
    ];
    await service.graph.write((run) => writeDrafts(run, { nodes, links: [] }, { at: '2025-01-01T00:00:00.000Z', by: 'test' }));
  });
  afterAll(() => service.close());

  const found = async (text: string, types: string[] | null = null): Promise<string[]> => {
    const { search } = await service.data(labels, { text, types });
    const names = search.edges.map(({ node }: { node: { label: string } }) => node.label);
    expect(search.totalCount).toBe(names.length);
    return names;
  };

  it('gives the equal name first, also of an alias, then what begins with it, then what has all the words, each by label', async () => {
    expect(await found('zenith')).toEqual(['Somebody', 'Zenith', 'Zenith Two', 'A zenith of places', 'The two at zenith', 'Under the zenith']);
    expect(await found('  TWO   zénith ')).toEqual(['The two at zenith', 'Zenith Two']);
  });

  it('finds a name by its beginning', async () => {
    expect(await found('zenit')).toEqual(['Zenith', 'Zenith Two']);
  });

  it('finds only the kinds asked for', async () => {
    expect(await found('zenith', ['PLACE', 'PERSON'])).toEqual(['Somebody', 'A zenith of places']);
    expect(await found('zenith', [])).toEqual([]);
  });

  it.each(peculiar)('finds "%s" by itself and by each of its words', async (name) => {
    for (const text of [name, ...name.split(' ')]) expect(await found(text)).toContain(name);
  });

  it('finds Arabic however it is spelled, and Latin with or without its marks', async () => {
    expect(await found('اللاذقيه', ['PLACE'])).toEqual(['Latakia', 'Latakia (city)']);
    expect(await found('المرصد السوري')).toContain('المَرْصَدُ السُّورِيُّ');
    expect(await found('baniyas', ['PLACE', 'GROUP'])).toEqual(['Baniyas', 'Bāniyās al-Qadīma']);
  });

  it('looks at titles, quotes and statements, and tells the sample apart', async () => {
    expect(await found('massacred nearly')).toEqual([
      'Nearly 1,000 Civilians Massacred in Syria by HTS Forces: Monitor',
      'nearly 1,000 civilians killed, as of 2025-03-10',
    ]);
    expect((await found('SOHR'))[0]).toBe('SOHR');
    expect((await found('Syrian Observatory for Human Rights'))[0]).toBe('SOHR');
  });

  it.each(['', ' ', '!!!', '+-&&||!(){}[]^"~*?:\\/', '\u0000', '\ud800'])('finds nothing by "%s", which has no word', async (text) => {
    expect(await found(text)).toEqual([]);
  });

  it.each(['zenith*', '"zenith"', '+zenith', '(zenith', 'zenith\\'])('takes %s as text with the one word zenith', async (text) => {
    expect(await found(text)).toEqual((await found('zenith')).sort());
  });

  it.each(['zenith~2', 'searchText:zenith', "zenith' OR 1=1", 'zenith AND', 'NOT zenith', 'zenith^9', 'zenith || SOHR'])(
    'takes %s as several words',
    async (text) => {
      expect(await found(text)).toEqual([]);
    },
  );

  it.each([
    ['x', 'x'.repeat(10_000), 0],
    ['one word many times', 'zenith '.repeat(1400), 6],
    ['many words', Array.from({ length: 1500 }, (_, index) => `word${index}`).join(' '), 0],
    ['many words, one of them known', `zenith ${Array.from({ length: 1500 }, (_, index) => `w${index}`).join(' ')}`, 0],
    ['a script without blanks', '中'.repeat(10_000), 1],
  ])('takes ten thousand characters: %s', async (_, text, count) => {
    expect((await found(text)).length).toBe(count);
  });

  it('gives every one once when read in pages', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { search } = (await service.data(page, { text: 'lines manifold', after })) as never as { search: Connection };
      ids.push(...search.edges.map(({ node }) => node.id));
      after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
    } while (after);

    expect(new Set(ids).size).toBe(60);
    expect(ids.length).toBe(60);
  });

  it('takes one round trip to find, one for each kind to show, and counts only when asked', async () => {
    const fresh = serviceOver(service.graph, { prefetchFrom: 0 });
    await fresh.data('{ search(text: "zenith") { edges { node { id } } } }');
    expect(fresh.ran().sort()).toEqual(['entity/by-id[Group]', 'entity/by-id[Person]', 'entity/by-id[Place]', 'search/by-text']);

    await fresh.data('{ search(text: "zenith") { totalCount } }');
    expect(fresh.ran()).toEqual(['search/by-text count']);
  });

  it.each([
    ['first: 101', 'A page may have 100 rows, but "search" asks for the first 101.'],
    ['first: 0', 'first should be from 1 to 100, but was "0".'],
    ['after: "banana"', 'after should be a cursor that this list gave in the order RANK, but was "banana".'],
  ])('refuses %s', async (argument, message) => {
    const { errors } = await service.ask(`{ search(text: "x", ${argument}) { totalCount } }`);

    expect(errors?.map((error) => error.message)).toEqual([message]);
  });
});

interface Connection {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareGraph } from '../../src/graph/open.ts';
import { type Query, queries } from '../../src/graph/query.ts';
import { rawQuery } from '../support/raw.ts';
import { engines, openService, type Service } from '../support/service.ts';

const article = readFileSync(new URL('../../../shared/seed/article.txt', import.meta.url), 'utf8');

const question = `query ($text: String!) { readArticle(text: $text) {
  sha256
  mentions(first: 100) { totalCount edges { node { quote start end isAmbiguous candidates { type label keys } } } }
  claims(first: 100) { edges { node {
    metric population operator low best high quote start end sentenceStart sentenceEnd
    claimant { quote start end candidates { label } newGroup { name kind } }
  } } }
} }`;

interface Placed {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}
interface ReadMention extends Placed {
  readonly isAmbiguous: boolean;
  readonly candidates: readonly { readonly label: string }[];
}
interface ReadClaim extends Placed, Readonly<Record<'operator' | 'population' | 'low' | 'best' | 'high', unknown>> {
  readonly claimant: (Placed & { readonly candidates: readonly { readonly label: string }[]; readonly newGroup: { readonly name: string } | null }) | null;
}

const setVersion = queries.get('model/set-version') as unknown as Query<{ version: number }, unknown>;

describe.each(engines)('an article, read on %s', (engine) => {
  let service: Service;
  const read = async (text: string): Promise<{ sha256: string; mentions: ReadMention[]; claims: ReadClaim[] }> => {
    const { readArticle } = await service.data(question, { text });
    const nodes = <Node>(list: { edges: { node: Node }[] }) => list.edges.map(({ node }) => node);
    return { ...readArticle, mentions: nodes(readArticle.mentions), claims: nodes(readArticle.claims) };
  };
  const who = ({ claimant }: ReadClaim) =>
    claimant && [...claimant.candidates.map(({ label }) => label), ...(claimant.newGroup ? [`new: ${claimant.newGroup.name}`] : [])].join(' or ');

  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  it('tells six numbers with their operator and whose word they are, and where they stand', async () => {
    const { claims, sha256 } = await read(article);

    expect(claims.map((claim) => [claim.quote, claim.operator, claim.low, claim.best, claim.high, claim.population, who(claim)])).toEqual([
      ['Nearly 1,000', 'NEARLY', null, 1000, 1000, 'CIVILIANS', 'SOHR'],
      ['nearly 1,000', 'NEARLY', null, 1000, 1000, 'CIVILIANS', 'SOHR'],
      ['973', 'EXACT', 973, 973, 973, 'CIVILIANS', 'SOHR'],
      ['830', 'EXACT', 830, 830, 830, 'UNKNOWN', 'SOHR'],
      ['231', 'EXACT', 231, 231, 231, 'COMBATANTS', 'SOHR'],
      ['Over 250', 'MORE_THAN', 251, null, null, 'COMBATANTS', null],
      ['Thousands', 'AT_LEAST', 2000, null, null, 'UNKNOWN', null],
      ['at least 20', 'AT_LEAST', 20, null, null, 'ALL', 'Ali Sheha'],
    ]);
    expect(claims.every(({ quote, start, end }) => article.slice(start, end) === quote)).toBe(true);
    expect(sha256).toBe(createHash('sha256').update(article).digest('hex'));
  });

  it('tells who gave no number, and which places the graph does not have', async () => {
    const { readArticle } = await service.data(
      `query ($text: String!) { readArticle(text: $text) {
        silences(first: 1) { totalCount edges { node { quote metric start claimant { newGroup { name kind } } } } }
        newPlaces(first: 1) { totalCount pageInfo { hasNextPage } edges { node { name kind quote start } } }
      } }`,
      { text: `${article} Shells hit the town of Jableh and Qara district.` },
    );

    expect(readArticle).toEqual({
      silences: {
        totalCount: 1,
        edges: [
          {
            node: {
              quote: 'have not provided a casualty count',
              metric: 'CASUALTIES',
              start: article.indexOf('have not provided'),
              claimant: { newGroup: { name: 'Authorities', kind: 'STATE' } },
            },
          },
        ],
      },
      newPlaces: {
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        edges: [{ node: { name: 'Jableh', kind: 'TOWN', quote: 'Jableh', start: article.length + ' Shells hit the town of '.length } }],
      },
    });
  });

  it('finds whom and what it mentions, and lists both that are called Latakia', async () => {
    const { mentions } = await read(article);
    const found = new Set(mentions.flatMap(({ candidates }) => candidates.map(({ label }) => label)));
    const latakia = mentions.filter(({ quote }) => quote === 'Latakia');

    expect(
      ['Syria', 'Latakia', 'Tartus', 'Baniyas', 'Britain', 'SOHR', 'AFP', 'Alawites', 'Ali Sheha', 'Rami Abdurrahman'].filter((name) => !found.has(name)),
    ).toEqual([]);
    expect(latakia).toHaveLength(2);
    expect(latakia[0]).toMatchObject({ isAmbiguous: true, candidates: [{ label: 'Latakia' }, { label: 'Latakia (city)' }] });
    expect(mentions.filter(({ isAmbiguous }) => isAmbiguous)).toHaveLength(2);
    expect(mentions.every(({ quote, start, end }) => article.slice(start, end) === quote)).toBe(true);
  });

  it('looks all names up in one round trip, however long the text', async () => {
    const names = Array.from({ length: 1500 }, (_, index) => `Nobody${index} of Baniyas${index % 7}`).join(', ');
    service.ran();

    await service.data('query ($text: String!) { readArticle(text: $text) { mentions { totalCount } claims { totalCount } } }', {
      text: `${names} ${article}`,
    });

    expect(service.ran()).toEqual(['entity/named']);
  });

  it('knows names in Arabic, also behind a particle, and spellings with and without marks', async () => {
    const { mentions } = await read(
      'قال المرصد السوري لحقوق الإنسان إن القتلى في بانياس واللاذقية. Bāniyās; TARTOUS; al-Bahlūlīyah; Al Bahluliyah; Agence France Presse',
    );

    expect(mentions.map(({ quote, candidates }) => [quote, candidates[0]?.label])).toEqual([
      ['المرصد السوري لحقوق الإنسان', 'SOHR'],
      ['بانياس', 'Baniyas'],
      ['اللاذقية', 'Latakia'],
      ['Bāniyās', 'Baniyas'],
      ['TARTOUS', 'Tartus'],
      ['Al Bahluliyah', 'Al-Bahluliyah'],
      ['Agence France Presse', 'AFP'],
    ]);
  });

  it('finds what was renamed by its new name only', async () => {
    const { createPlace } = await service.data('mutation { createPlace(input: { name: "Oldtown", aliases: ["Altstadt"] }) { ... on Place { id } } }');
    const text = 'Shells fell on Oldtown, on Altstadt and on Newtown.';
    const before = (await read(text)).mentions.map(({ quote }) => quote);

    await service.data(`mutation { updatePlace(id: "${createPlace.id}", input: { name: "Newtown" }) { ... on Place { id } } }`);

    expect(before).toEqual(['Oldtown', 'Altstadt']);
    expect((await read(text)).mentions.map(({ quote }) => quote)).toEqual(['Altstadt', 'Newtown']);
  });

  it('knows the names in a store that an older version wrote', async () => {
    await service.graph.write(async (run) => {
      await run(rawQuery('MATCH (node:Entity) WHERE node.nameTerms IS NOT NULL REMOVE node.nameTerms RETURN count(node) AS forgotten'), {});
      await run(setVersion, { version: 2 });
    });
    const before = (await read('Baniyas')).mentions.length;

    await prepareGraph(service.graph);

    expect([before, (await read('Baniyas')).mentions.length]).toEqual([0, 1]);
  });

  it('pages through mentions, and refuses a text that is too long or none', async () => {
    const page =
      'query ($text: String!, $after: String) { readArticle(text: $text) { mentions(first: 10, after: $after) { edges { node { start } } pageInfo { endCursor hasNextPage } } } }';
    const starts: number[] = [];
    let after: string | null = null;
    for (let left = 10; left > 0; left -= 1) {
      const { mentions }: { mentions: { edges: { node: { start: number } }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } } = (
        await service.data(page, { text: article, after })
      ).readArticle;
      starts.push(...mentions.edges.map(({ node }) => node.start));
      after = mentions.pageInfo.endCursor;
      if (!mentions.pageInfo.hasNextPage) break;
    }
    const refused = await Promise.all(['x'.repeat(50_001), '   ', 'a\u0000b'].map((text) => service.ask(page, { text })));

    expect(starts).toEqual((await read(article)).mentions.map(({ start }) => start));
    expect(refused.map(({ errors }) => errors?.[0]?.message)).toEqual([
      'text should be at most 50000 characters, but was "50001 characters".',
      'text should be text without control characters, but was "\\"   \\"".'.replaceAll('\\"', '"'),
      expect.stringContaining('text should be text without control characters'),
    ]);
  });
});

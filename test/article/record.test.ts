import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedFrom } from '../../src/article/accepted.ts';
import { readArticle } from '../../src/article/read.ts';
import { recordAccepted } from '../../src/article/record.ts';
import { reviewed } from '../../src/cli/read-article.ts';
import { dump } from '../support/dump.ts';
import { attested, emptyFolder } from '../support/process.ts';
import { engines, openService, type Service } from '../support/service.ts';

const path = new URL('../../../shared/seed/article.txt', import.meta.url);
const about = { title: 'Nearly a thousand', publisher: 'Agence France-Presse', published: '2025-03-10', event: 'sample:event:coast-march-2025' };

describe.each(engines)('a reviewed article on %s', (engine) => {
  let service: Service;
  let review: string;
  const accept = async (file: string) => recordAccepted(service.graph, acceptedFrom('review.yaml', file));

  beforeAll(async () => {
    service = await openService(engine);
    const text = Buffer.concat([readFileSync(path), Buffer.from('\nShells hit the town of Jableh.\n')]);
    review = await reviewed(service.graph, 'article.txt', readArticle('article.txt', text), about);
  });
  afterAll(() => service.close());

  it('asks the graph once, and writes nothing', async () => {
    const before = await dump(service.graph);

    expect(review).toContain('publisher: sample:group:afp');
    expect(await dump(service.graph)).toBe(before);
  });

  it.each([
    [
      'quote: "973"',
      'quote: "974"',
      /^review\.yaml, line \d+: claims\.2\.quote should be a span of the report's text, .* but is "974"\. Nothing was recorded\.$/,
    ],
    ['at: 471', 'at: 470', /^review\.yaml, line \d+: claims\.2\.at should be where the quote stands in the report's text, which is first at 471, but is "470"/],
    [
      'claimant: sample:person:ali-sheha',
      'claimant: sample:person:ali-shehu',
      /^review\.yaml, line \d+: claims\.7\.claimant: No group or person has the id or key/,
    ],
    ['- sample:group:afp', '- group_aaaaaaaaaaaaaaaaaaaa', /^review\.yaml, line \d+: mentions\.\d+: No .* has the id or key "group_aaaaaaaaaaaaaaaaaaaa"/],
    [
      'event: sample:event:coast-march-2025',
      'event: sample:place:baniyas',
      /^review\.yaml, line \d+: event: No event has the id or key "sample:place:baniyas"/,
    ],
    ['operator: NEARLY', 'operator: NEARBY', /^review\.yaml, line \d+: claims\.0\.operator should be one of EXACT/],
    ['best: 830', 'best: many', /^review\.yaml, line \d+: claims\.3\.best should be a number\.$/],
    ['basis: CODED', 'asOf: 2025-02-30', /^review\.yaml, line \d+: claims\.0\.asOf cannot be recorded: /],
    ['basis: CODED', 'bases: CODED', /^review\.yaml, line \d+: claims\.0 should have no "bases"\.$/],
    ['claims:', 'claims: [', /^review\.yaml, line \d+: should be YAML, but: /],
    ['  A so-called', '  The so-called', /^review\.yaml, line \d+: text should be as it was read, but was changed since/],
  ])('in which "%s" became "%s" is refused with its line, and nothing of it recorded', async (was, is, message) => {
    const before = await dump(service.graph);
    const line = review.slice(0, review.indexOf(was)).split('\n').length;

    const refused = await accept(review.replace(was, is)).catch((error: Error) => error);

    expect(refused).toMatchObject({ name: 'StartError', message: expect.stringMatching(message) });
    expect(Math.abs(Number(/line (\d+)/.exec((refused as Error).message)?.[1]) - line)).toBeLessThanOrEqual(9);
    expect(await dump(service.graph)).toBe(before);
  });

  it('is recorded as it was left: what was deleted is not there, what was chosen is, and twice is once', async () => {
    const kept = review
      .replace(/\n {2}# [^\n]*\n {2}- quote: Thousands[\s\S]*?(?=\n\n)/, '')
      .replace('# - sample:place:latakia-city', '- sample:place:latakia-city')
      .replace('# - { newPlace: { name: Jableh', '- { newPlace: { name: Jableh')
      .replace('# The text does not tell on whose word.', 'claimant: {new: {name: Unnamed sources, kind: UNORGANISED}}');

    const recorded = await accept(kept);
    const between = await dump(service.graph);
    const again = await accept(kept);
    const { report } = await service.data(
      `{ report(id: "${recorded.id}") { title sha256 publishedAtRaw publisher { name } mentions(first: 100) { edges { node { label } } }
        claims(first: 100) { edges { node { label quote quoteStart basis polarity claimant { name } event { keys } } } } } }`,
    );
    const claims = report.claims.edges
      .map(({ node }: { node: { quoteStart: number; claimant: { name: string } | null; quote: string } }) => node)
      .sort((one: { quoteStart: number }, other: { quoteStart: number }) => one.quoteStart - other.quoteStart);

    expect(again).toEqual(recorded);
    expect(await dump(service.graph)).toBe(between);
    expect(report).toMatchObject({ title: 'Nearly a thousand', publisher: { name: 'AFP' }, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(claims.map((claim: { quote: string; claimant: { name: string } | null }) => [claim.quote, claim.claimant?.name ?? null])).toEqual([
      ['Nearly 1,000', 'SOHR'],
      ['nearly 1,000', 'SOHR'],
      ['973', 'SOHR'],
      ['830', 'SOHR'],
      ['231', 'SOHR'],
      ['Over 250', 'Unnamed sources'],
      ['have not provided a casualty count', null],
      ['at least 20', 'Ali Sheha'],
    ]);
    expect(
      claims.every(
        ({ event, basis }: { event: { keys: string[] }; basis: string }) => event.keys.includes('sample:event:coast-march-2025') && basis === 'CODED',
      ),
    ).toBe(true);
    expect(report.mentions.edges.map(({ node }: { node: { label: string } }) => node.label)).toEqual(
      expect.arrayContaining(['Latakia (city)', 'Alawites', 'AFP', 'Jableh']),
    );
    expect(report.mentions.edges).toHaveLength(14);
    expect(claims.filter(({ polarity }: { polarity: string }) => polarity === 'NO_STATEMENT')).toHaveLength(1);
  });
});

it('attested import article tells in one line what is wrong, with exit code 1', async () => {
  const folder = emptyFolder();
  const picture = join(folder, 'picture.txt');
  writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]));

  const [binary, neither] = await Promise.all([
    attested(['import', 'article', picture], { ATTESTED_STORE: join(folder, 'store') }).ended,
    attested(['import', 'article'], { ATTESTED_STORE: join(folder, 'store') }).ended,
  ]);

  expect(binary).toMatchObject({ code: 1, stdout: '', stderr: `${picture}, line 1, column 1: should be UTF-8, but is not. Save it as UTF-8 and try again.\n` });
  expect(neither).toMatchObject({ code: 1, stderr: 'Give either an article to be read, or a reviewed file with --accept.\n' });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draft, type LinkDraft } from '../src/entity/draft.ts';
import { writeDrafts } from '../src/entity/write.ts';
import { orderedTypes } from '../src/graph/model.ts';
import { engines, openService, type Service } from './support/service.ts';

const hub = draft('Group', 'hub:hub', { name: 'Hub', kind: 'MONITOR' });
const other = draft('Group', 'hub:other', { name: 'Other', kind: 'MONITOR' });
const number = (index: number) => `${index}`.padStart(3, '0');
const several = <Made>(count: number, make: (index: number) => Made) => Array.from({ length: count }, (_, index) => make(index));

const reports = several(120, (index) =>
  draft('Report', `hub:report:${index}`, {
    title: `Report ${number(index)}`,
    ...(index % 3 === 0 ? {} : { publishedAt: index % 3 === 1 ? '2020-01-01' : '2021-01-01' }),
  }),
);
const claims = several(110, (index) => draft('Claim', `hub:claim:${index}`, { claimType: 'OCCURRENCE', statement: `Statement ${number(index % 100)}` }));
const events = several(60, (index) => draft('Event', `hub:event:${index}`, { title: `Event ${number(index % 50)}`, from: '2020-01-01' }));
const assessments = several(30, (index) => draft('Assessment', `hub:assessment:${index}`, { method: `Method ${number(index)}` }));

const to = (type: LinkDraft['type'], from: readonly { id: string }[], more: Partial<LinkDraft> = {}): LinkDraft[] =>
  from.map(({ id }) => ({ type, from: id, to: hub.id, ...more }));
const links: LinkDraft[] = [
  ...reports.map(({ id }): LinkDraft => ({ type: 'PUBLISHED', from: hub.id, to: id })),
  ...claims.map(({ id }, index): LinkDraft => ({ type: 'CONTAINS', from: reports[index]?.id ?? '', to: id })),
  ...to('ATTRIBUTED_TO', claims),
  ...to('INVOLVES', events, { role: 'SIDE_A' }),
  ...to('INVOLVES', events.slice(0, 10), { role: 'VICTIM' }), // Some twice, each in a role.
  ...to('NAMES', claims.slice(20, 50), { role: 'SUBJECT' }),
  ...to('MENTIONS', reports.slice(5, 25)),
  ...to('CITES', reports.slice(100)),
  ...to('BY', assessments),
  { type: 'MEMBER_OF', from: hub.id, to: other.id, evidence: [claims[0]?.id ?? ''] },
  { type: 'ALLIED_WITH', from: other.id, to: hub.id, evidence: [claims[1]?.id ?? ''] },
];
const ofHub = links.filter(({ from, to: end }) => from === hub.id || end === hub.id);

/** A report is known from its publication, else from when it was recorded, as a claim is with it; with it what begins or ends at it. */
const published = new Map(
  [...reports, ...claims].map(({ id }, index) => [id, (index % 120) % 3 === 1 ? '2020-01-01' : (index % 120) % 3 === 2 ? '2021-01-01' : '2025-04-01']),
);
const knownBy = (day: string) =>
  ofHub.filter(({ from, to: end, evidence }) => [from, end, ...(evidence ?? [])].every((id) => (published.get(id) ?? '') <= day));

interface Listed {
  readonly type: string;
  readonly from: { readonly id: string; readonly label: string };
  readonly to: { readonly id: string; readonly label: string };
  readonly role: string | null;
}

const named = ({ type, from, to: end, role = null }: { type: string; from: string; to: string; role?: string | null | undefined }) =>
  `${type} ${from} ${end} ${role ?? ''}`;

describe.each(engines)('all relationships of somebody who has hundreds, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
    const nodes = [hub, other, ...reports, ...claims, ...events, ...assessments];
    await service.graph.write((run) => writeDrafts(run, { nodes, links }, { at: '2025-04-01T00:00:00.000Z', by: 'test' }));
  });
  afterAll(() => service.close());

  const allPages = async (args: string, asOf = '') => {
    const found: Listed[] = [];
    let total = 0;
    for (let after: string | null = null; ; ) {
      const { group } = await service.data(
        `query ($id: ID!, $after: String) ${asOf} { group(id: $id) { links(first: 47, after: $after ${args}) { totalCount pageInfo { hasNextPage endCursor } edges { node { type role from { id label } to { id label } } } } } }`,
        { id: hub.id, after },
      );
      found.push(...group.links.edges.map(({ node }: { node: Listed }) => node));
      total = group.links.totalCount;
      if (!group.links.pageInfo.hasNextPage) return { found, total };
      after = group.links.pageInfo.endCursor;
    }
  };
  const placeOf = ({ type, from, to: end }: Listed) => {
    const far = from.id === hub.id ? end : from;
    return `${type} ${far.label}\u0001${far.id}`;
  };

  it.each([
    ['every one', '', () => true],
    ['those that end there', ', direction: IN', ({ to: end }: LinkDraft) => end === hub.id],
    ['those that begin there', ', direction: OUT', ({ from }: LinkDraft) => from === hub.id],
    ['those of some types', ', through: [BY, INVOLVES, PUBLISHED]', ({ type }: LinkDraft) => ['BY', 'INVOLVES', 'PUBLISHED'].includes(type)],
    ['none of a type that points the other way', ', through: [PUBLISHED, NAMES], direction: IN', ({ type }: LinkDraft) => type === 'NAMES'],
  ])('are %s once, page by page in their order, and as many as are counted', async (_, args, isMeant) => {
    const { found, total } = await allPages(args);

    expect(found.map(({ from, to: end, ...rest }) => named({ from: from.id, to: end.id, ...rest })).toSorted()).toEqual(
      ofHub.filter(isMeant).map(named).toSorted(),
    );
    expect(found.map(placeOf)).toEqual(found.map(placeOf).toSorted());
    expect(total).toBe(found.length);
  });

  it.each(['2019-12-31', '2020-06-01', '2022-01-01', '2025-04-01'])('are those that could be known by %s', async (day) => {
    const { found, total } = await allPages('', `@asOf(known: "${day}")`);

    expect(found.map(({ from, to: end, ...rest }) => named({ from: from.id, to: end.id, ...rest })).toSorted()).toEqual(knownBy(day).map(named).toSorted());
    expect(found.map(placeOf)).toEqual(found.map(placeOf).toSorted());
    expect(total).toBe(found.length);
  });

  it.each(['', '@asOf(known: "2020-06-01")'])('are drawn by the first of each type and direction, with how many were left out %s', async (asOf) => {
    const ofThen = asOf ? knownBy('2020-06-01') : ofHub;
    const { neighbourhood } = await service.data(
      `query ($id: ID!) ${asOf} { neighbourhood(of: [$id], perNode: 7) { links { type role from { id label } to { id label } } omitted { through shown total } } }`,
      { id: hub.id },
    );
    const { found } = await allPages('', asOf);
    const kindOf = (link: Listed) => `${link.type} ${link.from.id === hub.id}`;
    const first = found.filter((link, at) => found.slice(0, at).filter((before) => kindOf(before) === kindOf(link)).length < 7);

    const drawn = (some: readonly Listed[]) => some.map(({ from, to: end, ...rest }) => named({ from: from.id, to: end.id, ...rest })).toSorted();
    expect(drawn(neighbourhood.links)).toEqual(drawn(first));
    expect(neighbourhood.omitted).toEqual(
      [...new Set(ofThen.map(({ type }) => type))]
        .toSorted()
        .map((type) => ({
          through: type,
          shown: Math.min(7, ofThen.filter((link) => link.type === type).length),
          total: ofThen.filter((link) => link.type === type).length,
        }))
        .filter(({ shown, total }) => shown < total),
    );
  });

  it('includes each type that keeps its place with the relationship and may lead there', () => {
    expect(orderedTypes.filter((type) => type !== 'OCCURRED_AT').filter((type) => !ofHub.some((link) => link.type === type))).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareGraph } from '../src/graph/open.ts';
import { rawQuery } from './support/raw.ts';
import { engines, openService, type Service } from './support/service.ts';

describe.each(engines)('the lists of somebody who thousands of relationships may lead to, on %s', (engine) => {
  let service: Service;
  let party: string;
  const events: string[] = [];
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
    party = (await service.data('mutation { createGroup(input: { name: "A party" }) { ... on Group { id } } }')).createGroup.id;
    for (const [title, from] of [
      ['Beta', '2020-02-02'],
      ['Alpha', '2020-03-03'],
      ['Gamma', '2020-01-01'],
    ]) {
      const { createEvent } = await service.data(
        'mutation ($input: CreateEventInput!) { createEvent(input: $input) { ... on Event { id } ... on Error { message } } }',
        {
          input: { title, from },
        },
      );
      events.push(createEvent.id);
      await service.data('mutation ($input: LinkInput!) { link(input: $input) { ... on Link { id } ... on Error { message } } }', {
        input: { type: 'INVOLVES', from: createEvent.id, to: party, role: 'SIDE_A' },
      });
    }
  });
  afterAll(() => service.close());

  /** Titles, page by page, each page of one. */
  const listed = async (orderBy: string) => {
    const titles: string[] = [];
    for (let after: string | null = null; ; ) {
      const { group } = await service.data(
        `query ($id: ID!, $after: String) { group(id: $id) { involvedIn(first: 1, after: $after, orderBy: ${orderBy}) { pageInfo { hasNextPage endCursor } edges { node { title } } } } }`,
        { id: party, after },
      );
      titles.push(...group.involvedIn.edges.map(({ node }: { node: { title: string } }) => node.title));
      if (!group.involvedIn.pageInfo.hasNextPage) return titles.join(' ');
      after = group.involvedIn.pageInfo.endCursor;
    }
  };
  const orders = async () => [await listed('BY_LABEL'), await listed('NEWEST_FIRST'), await listed('OLDEST_FIRST')];
  const change = (id: string | undefined, input: object) =>
    service.data('mutation ($id: ID!, $input: UpdateEventInput!) { updateEvent(id: $id, input: $input) { __typename ... on Error { message } } }', {
      id,
      input,
    });
  const undone = async (id: string | undefined) => {
    const { history } = await service.data('query ($id: ID!) { history(of: $id, first: 1) { edges { node { id } } } }', { id });
    return service.data('mutation ($id: ID!) { undo(revision: $id) { __typename ... on Error { message } } }', { id: history.edges[0].node.id });
  };

  it('stand in each of their orders', async () => {
    expect(await orders()).toEqual(['Alpha Beta Gamma', 'Alpha Beta Gamma', 'Gamma Beta Alpha']);
  });

  it('follow what the entities at their other end are called and dated, and go back with them', async () => {
    await change(events[0], { title: 'Zeta', from: '2020-04-04' });
    const changed = await orders();
    await undone(events[0]);

    expect(changed).toEqual(['Alpha Gamma Zeta', 'Zeta Alpha Gamma', 'Gamma Alpha Zeta']);
    expect(await orders()).toEqual(['Alpha Beta Gamma', 'Alpha Beta Gamma', 'Gamma Beta Alpha']);
  });

  it('have a relationship that was taken away and put back where it would stand now', async () => {
    const { event } = await service.data('query ($id: ID!) { event(id: $id) { involved { edges { link { id } } } } }', { id: events[0] });
    const { id } = event.involved.edges[0].link;
    await service.data('mutation ($id: ID!) { unlink(id: $id, reason: "To see") { __typename } }', { id });
    const without = await listed('BY_LABEL');
    await undone(events[0]);

    expect([without, await listed('BY_LABEL')]).toEqual(['Alpha Gamma', 'Alpha Beta Gamma']);
  });

  it('are there in a store of an older version when it is opened', async () => {
    await service.graph.write(async (run) => {
      await run(rawQuery('MATCH ()-[link:INVOLVES]->() REMOVE link.endId, link.byLabel, link.byNewest, link.byOldest RETURN count(link) AS forgotten'), {});
      await run(rawQuery("MATCH (store:Store {id: 'attested'}) SET store.version = 3 RETURN store.version AS version"), {});
    });

    await prepareGraph(service.graph);

    expect(await orders()).toEqual(['Alpha Beta Gamma', 'Alpha Beta Gamma', 'Gamma Beta Alpha']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openService, type Service } from './support/service.ts';

const event = 'event_adobmewqtequ5cmqvdu6';
const asked = `id name description address known createdBy gone retracted`;
const failure = `... on Error { __typename message }`;

describe.each(engines)('saved views on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  const save = async (input: object, more = '') =>
    (await service.data(`mutation ($input: SaveViewInput!) { saveView(input: $input${more}) { ... on View { ${asked} updatedAt } ${failure} } }`, { input }))
      .saveView;

  it('are kept with name, description and state, pinned to a day or live', async () => {
    const pinned = await save({
      name: 'The toll on 10 March',
      description: 'As the monitors knew it then.',
      address: `/view/timeline?of=${event}&known=2025-03-10`,
    });
    const live = await save({ name: 'Who says what', address: `/view/matrix?about=${event}` });

    const { view, views } = await service.data(`query ($id: ID!) { view(id: $id) { ${asked} } views(first: 2) { totalCount edges { node { name known } } } }`, {
      id: pinned.id,
    });

    expect(view).toMatchObject({
      name: 'The toll on 10 March',
      description: 'As the monitors knew it then.',
      address: `/view/timeline?of=${event}&known=2025-03-10`,
      known: '2025-03-10',
      createdBy: 'anonymous',
      gone: [],
      retracted: [],
    });
    expect(live.id).toMatch(/^view_[a-z2-7]{20}$/);
    expect(views).toEqual({
      totalCount: 2,
      edges: [{ node: { name: 'Who says what', known: null } }, { node: { name: 'The toll on 10 March', known: '2025-03-10' } }],
    });
  });

  it('do not stand among the others when they are only kept for a short link, until somebody gives them a name', async () => {
    const { id, updatedAt } = await save({ name: 'A long address', address: `/view/graph?of=${event}&hide=node.claim`, unlisted: true });
    const found = async () => {
      const { view, views } = await service.data(`query ($id: ID!) { view(id: $id) { unlisted } views(first: 100) { totalCount edges { node { id } } } }`, {
        id,
      });
      const ids = views.edges.map(({ node }: { node: { id: string } }) => node.id);
      return { unlisted: view.unlisted, stands: ids.includes(id), isCounted: views.totalCount === ids.length };
    };
    const before = await found();

    await service.data(
      `mutation ($id: ID!, $seen: DateTime) { updateView(id: $id, input: { name: "Mine", unlisted: null }, ifVersion: $seen) { ... on View { id } } }`,
      {
        id,
        seen: updatedAt,
      },
    );

    expect(before).toEqual({ unlisted: true, stands: false, isCounted: true });
    expect(await found()).toEqual({ unlisted: false, stands: true, isCounted: true });
  });

  it('are not pinned to what is no day, which would be live without a word', async () => {
    const refused = await save({ name: 'Pinned', address: `/view/timeline?of=${event}&known=2025-3-10` });

    expect(refused).toEqual({
      __typename: 'InvalidInputError',
      message: 'input.address should be the address of a view whose "known" is a day, such as 2025-03-10, but was "2025-3-10".',
    });
  });

  it('are saved once under one idempotency key', async () => {
    const input = { name: 'Once', address: `/view/map?of=${event}` };

    const one = await save(input, ', idempotencyKey: "save-once"');
    const again = await save(input, ', idempotencyKey: "save-once"');

    expect(again.id).toBe(one.id);
  });

  it('are changed only in the version that was seen, and keep their history', async () => {
    const { id, updatedAt } = await save({ name: 'First', address: `/view/map?of=${event}` });
    const update = async (input: object) =>
      (
        await service.data(
          `mutation ($id: ID!, $input: UpdateViewInput!, $seen: DateTime) { updateView(id: $id, input: $input, ifVersion: $seen) { ... on View { name description } ${failure} ... on ConflictError { existing { id } } } }`,
          { id, input, seen: updatedAt },
        )
      ).updateView;

    const changed = await update({ name: 'Second', description: 'Better.' });
    const late = await update({ name: 'Third' });
    const { history } = await service.data(
      `query ($id: ID!) { history(of: $id) { edges { node { mutation changes { kind entity { id } properties { name before after } } } } } }`,
      { id },
    );

    expect(changed).toEqual({ name: 'Second', description: 'Better.' });
    expect(late).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('Look at it again'), existing: null });
    expect(history.edges[0].node).toEqual({
      mutation: 'updateView',
      changes: [
        {
          kind: 'CHANGED',
          entity: null,
          properties: [
            { name: 'name', before: 'First', after: 'Second' },
            { name: 'description', before: null, after: 'Better.' },
          ],
        },
      ],
    });
  });

  it('are deleted, and come back when that is undone', async () => {
    const { id } = await save({ name: 'Not for long', address: `/view/graph?of=${event}` });

    const { deleteView } = await service.data(`mutation ($id: ID!) { deleteView(id: $id) { ... on DeletedView { id name } ${failure} } }`, { id });
    const { view: gone, history } = await service.data(`query ($id: ID!) { view(id: $id) { name } history(of: $id) { edges { node { id } } } }`, { id });
    await service.data(`mutation ($revision: ID!) { undo(revision: $revision) { ... on Revision { id } ${failure} } }`, {
      revision: history.edges[0].node.id,
    });
    const { view: back, views } = await service.data(`query ($id: ID!) { view(id: $id) { name address } views { edges { node { id } } } }`, { id });

    expect(deleteView).toEqual({ id, name: 'Not for long' });
    expect(gone).toBeNull();
    expect(back).toEqual({ name: 'Not for long', address: `/view/graph?of=${event}` });
    expect(views.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(id);
  });

  it('open all the same when what they show was removed or taken back, and say so', async () => {
    const { createGroup, createReport } = await service.data(`mutation {
      createGroup(input: { name: "Made in error" }) { ... on Group { id } }
      createReport(input: { title: "Taken back later", publishedAt: "2025-03-09" }) { ... on Report { id } }
    }`);
    const { id } = await save({ name: 'Both', address: `/view/graph?of=${createGroup.id},${createReport.id}&pin=${createGroup.id}~3~4` });
    const { history } = await service.data(`query ($id: ID!) { history(of: $id) { edges { node { id } } } }`, { id: createGroup.id });

    await service.data(
      `mutation ($revision: ID!, $report: ID!) {
        undo(revision: $revision) { ... on Revision { id } ${failure} }
        retractReport(id: $report, reason: "It was another day.") { ... on Report { id } ${failure} }
      }`,
      { revision: history.edges[0].node.id, report: createReport.id },
    );
    const { view } = await service.data(`query ($id: ID!) { view(id: $id) { address gone retracted } }`, { id });

    expect(view).toEqual({
      address: `/view/graph?of=${createGroup.id},${createReport.id}&pin=${createGroup.id}~3~4`,
      gone: [createGroup.id],
      retracted: [createReport.id],
    });
  });

  it.each([
    ['https://example.org/view/graph'],
    ['//example.org/view/graph'],
    ['javascript:alert(1)'],
    ['/view/graph?of=x y'],
    ['/view/graph#here'],
    ['/graphql?query={x}'],
    [`/view/graph?find=${'long '.repeat(20)}`],
  ])('lead nowhere but to a view: not to %s', async (address) => {
    expect(await save({ name: 'Elsewhere', address })).toMatchObject({ __typename: 'InvalidInputError', message: expect.stringContaining('input.address') });
  });
});

import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpService, openHttp } from '../support/http.ts';
import { emptyGraph } from '../support/service.ts';

let http: HttpService;
beforeAll(async () => {
  http = await openHttp(await emptyGraph('embedded'));
});
afterAll(() => http.close());

describe('GraphQL over HTTP, as its specification has it', () => {
  const audits = serverAudits({ url: () => `${http.url}/graphql` });

  it('is audited in full', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const { status, ...found } = await audit.fn();

    expect({ status, ...(status === 'ok' ? {} : found) }).toEqual({ status: 'ok' });
  });
});

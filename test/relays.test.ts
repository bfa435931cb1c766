import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openService, type Service } from './support/service.ts';

describe.each(engines)('what relays what on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
  });
  afterAll(() => service.close());

  let made = 0;
  const event = async () => {
    made += 1;
    return (await service.data(`mutation { createEvent(input: {title: "Event ${made}", from: "2025-01-05"}) { ... on Event { id } } }`)).createEvent
      .id as string;
  };
  const group = (name: string) => `newGroup: {key: "test:group:${name}", name: "${name}", kind: MONITOR}`;

  /** A report of one claim about an event: the claim's id, or what is wrong with it. */
  async function reported(
    about: string,
    { publisher, ...said }: { publisher: string; claimant?: string; polarity?: string; repeats?: string },
  ): Promise<string> {
    made += 1;
    const { claimant, polarity, repeats } = said;
    const more = [
      claimant && `claimant: {${group(claimant)}}`,
      polarity && `polarity: ${polarity}`,
      repeats && `repeats: {id: "${repeats}"}`,
      `event: {id: "${about}"}`,
    ].filter(Boolean);
    const { recordReport } = await service.data(`mutation {
      recordReport(input: {
        title: "Report ${made}", publishedAt: "2025-01-06", publisher: {${group(publisher)}}
        claims: [{claimType: CASUALTY_COUNT, metric: KILLED, best: 50, ${more.join(', ')}}]
      }) { ... on Report { id claims { edges { node { id } } } } ... on Error { message } }
    }`);
    return recordReport.message ?? recordReport.claims.edges[0].node.id;
  }

  const corroboration = async (claim: string) => {
    const counts = '{ reports origins unknownOrigins originSources { name } }';
    return (await service.data(`{ claim(id: "${claim}") { corroboration ${counts} } }`)).claim.corroboration;
  };

  it('is one statement, wherever on a long way from one to the next one asks', async () => {
    const about = await event();
    const way: string[] = [];
    for (let step = 0; step < 12; step += 1)
      way.push(await reported(about, { publisher: `p${step}`, ...(step > 0 ? { repeats: way[step - 1] as string } : { claimant: 'ada' }) }));

    for (const claim of [way[0], way[5], way[11]] as string[]) expect(await corroboration(claim)).toMatchObject({ reports: 12, origins: 1, unknownOrigins: 0 });
  });

  it('is of the same event and the same polarity, also when it is recorded in one go', async () => {
    const [one, other] = [await event(), await event()];
    const said = await reported(one, { publisher: 'p', claimant: 'ada' });

    expect(await reported(other, { publisher: 'q', repeats: said })).toContain('a claim with the same event, since that is what REPEATS joins');
    expect(await reported(one, { publisher: 'q', polarity: 'DENIES', repeats: said })).toContain('a claim with the same polarity');
    expect(await reported(one, { publisher: 'q', repeats: said })).toMatch(/^claim_/);
  });

  it('makes nobody an origin any more once it was taken back', async () => {
    const about = await event();
    const lone = await reported(about, { publisher: 'p' });
    const relay = await reported(about, { publisher: 'q', repeats: lone });
    expect(await corroboration(lone)).toMatchObject({ origins: 1, unknownOrigins: 0, originSources: [{ name: 'p' }] });

    await service.data(`mutation { retractClaim(id: "${relay}", reason: "not said") { ... on Claim { id } } }`);

    expect(await corroboration(lone)).toMatchObject({ origins: 0, unknownOrigins: 1, originSources: [] });
  });

  it('says nothing of silence where somebody was quoted by another', async () => {
    const about = await event();
    const elsewhere = await event();
    await reported(elsewhere, { publisher: 'quoted' });
    await reported(elsewhere, { publisher: 'silent' });
    await reported(about, { publisher: 'p', claimant: 'quoted' });

    const { silent } = (await service.data(`{ event(id: "${about}") { coverage { silent(first: 100) { edges { node { name } } } } } }`)).event.coverage;
    const names = silent.edges.map(({ node }: { node: { name: string } }) => node.name);

    expect(names).toContain('silent');
    expect(names).not.toContain('quoted');
  });
});

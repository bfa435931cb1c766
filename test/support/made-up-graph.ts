/** The answer to a question for a neighbourhood that is the same each time: hubs with many neighbours, and links between them. */
export function madeUp(entities: number, relationships: number) {
  const id = (index: number) => `claim_${index.toString(2).padStart(20, '0').replaceAll('0', 'a').replaceAll('1', 'b')}`;
  const nodes = Array.from({ length: entities }, (_, index) => ({ __typename: 'Claim', id: id(index), type: 'CLAIM', label: `Entity number ${index}` }));
  let state = 7;
  const next = (most: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const links = Array.from({ length: relationships }, (_, index) => {
    const from = index < entities - 1 ? index + 1 : next(entities);
    const to = index < entities - 1 ? next(Math.max(1, Math.floor((index + 1) / 10))) : next(entities);
    const [one, other] = [nodes[from], nodes[to]];
    return { id: `REPEATS.${one?.id}.${other?.id}~${index}`, type: 'REPEATS', role: null, from: one, to: other, properties: [], evidence: [] };
  });
  return { seed: id(0), answer: { data: { neighbourhood: { nodes, links, omitted: [], truncated: false } } } };
}

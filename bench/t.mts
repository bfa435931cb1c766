import { compare } from './compare.ts';
import { startOurs, startPeer } from './contestants.ts';
import { openStore } from './database.ts';
import { hammer } from './load.ts';
import { operations } from './operations.ts';

const store = await openStore('');
const ours = await startOurs(store.database),
  peer = await startPeer(store.database);
for (const op of operations) {
  if (process.argv[2] && !process.argv[2].split(',').includes(op.name)) continue;
  const t = Date.now();
  const c = await compare(op, store, ours, peer);
  const dt = Date.now() - t;
  console.log(
    op.name,
    c.same,
    c.difference?.slice(0, 400),
    c.variables.length,
    dt,
    'failure' in c.ours ? c.ours.failure : '',
    'failure' in c.peer ? c.peer.failure.slice(0, 200) : '',
  );
  for (const [s, q] of [
    [ours, c.ours],
    [peer, c.peer],
  ] as const)
    if (!('failure' in q)) {
      const o = await hammer(s.url, q.questions, { clients: 1, requests: 16, seconds: 3 });
      console.log('  ', s.name, o.latencies.map((x) => Math.round(x)).join(' '), q.questions[0]!.expected.length);
    }
}
await store.close();
await ours.stop();
await peer.stop();

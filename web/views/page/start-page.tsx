import { useEffect, useState } from 'preact/hooks';
import { viewNames, writeAddress } from '../address/state.ts';
import { createAsk } from '../api/ask.ts';
import { Start, type StartAnswer } from '../operations/start.ts';
import { Trouble } from './trouble.tsx';
import { dayInWords, figure, plural } from './words.ts';

const views = [
  ['timeline', 'Timeline', 'How the toll grew, step by step: each number with its source, what it replaced, and who only relayed it.'],
  ['matrix', 'Source × claim', 'Who asserts, denies, leaves open or stays silent, and which statements cannot both be true.'],
  ['graph', 'Graph', 'Who is connected with whom, by which relationship, and on which words that rests.'],
  ['map', 'Map', 'Where it happened, drawn as precisely as it is known and no more.'],
] as const;

/** The first page: search, the sample event in four views, the example questions. */
export function StartPage() {
  const [found, setFound] = useState<StartAnswer | null>(null);
  const [error, setError] = useState('');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setError('');
    createAsk(controller.signal, () => {})(Start, {})
      .then(setFound)
      .catch((problem: Error) => !controller.signal.aborted && setError(problem.message));
    return () => controller.abort();
  }, [attempt]);

  const event = found ? (found.sample ?? found.events.edges[0]?.node ?? null) : null;
  return (
    <main class="start">
      <h1>Who reported what, where</h1>
      <p class="lead">
        Three headlines may be three witnesses, or one. Attested keeps every number with the source that gave it, the report that printed it, the words it
        stands in, and what replaced, repeated or contradicted it.
      </p>
      {error && <Trouble message={error} operation="Start" onRetry={() => setAttempt(attempt + 1)} />}
      <section aria-labelledby="event">
        <h2 id="event" dir="auto">
          {event ? ('label' in event ? event.label : event.title) : found ? 'Nothing is in this graph yet' : error ? 'Four ways to look' : 'Loading…'}
        </h2>
        {found && !event && (
          <p>
            Start the service with <code>--sample</code>, or import your own data: <code>attested import --help</code>.
          </p>
        )}
        <ul class="cards">
          {views.map(([view, title, says]) => (
            <li key={view}>
              <a class="card" href={event ? writeAddress(view, view === 'matrix' ? { about: event.id } : { of: [event.id] }) : `/view/${view}`}>
                <h3>{title}</h3>
                <p>{says}</p>
              </a>
            </li>
          ))}
        </ul>
        {found && (
          <p class="count">
            In this graph: {plural(found.events.totalCount, 'event')}, {plural(found.reports.totalCount, 'report')}, {plural(found.claims.totalCount, 'claim')},{' '}
            {plural(found.groups.totalCount, 'group')}.
          </p>
        )}
      </section>
      {found && found.events.totalCount > 1 && (
        <section aria-labelledby="newest">
          <h2 id="newest">
            Newest events{' '}
            <span class="count">
              {figure(found.events.edges.length)} of {figure(found.events.totalCount)}
            </span>
          </h2>
          <ul class="list">
            {found.events.edges.map(({ node }) => (
              <li key={node.id}>
                <a href={writeAddress('timeline', { of: [node.id] })} dir="auto">
                  {node.title}
                </a>{' '}
                {node.from && dayInWords(node.from)}
              </li>
            ))}
          </ul>
          <p>
            <a href="/view/map">All events on the map</a>
          </p>
        </section>
      )}
      {found && found.views.edges.length > 0 && (
        <section aria-labelledby="saved">
          <h2 id="saved">
            Saved views{' '}
            <span class="count">
              {figure(found.views.edges.length)} of {figure(found.views.totalCount)}
            </span>
          </h2>
          <ul class="list">
            {found.views.edges.map(({ node }) => (
              <li key={node.id} dir="auto">
                <a href={savedPath(node)}>{node.name}</a>{' '}
                <span class="count">
                  {viewOf(node)}, {node.known ? `as known on ${dayInWords(node.known)}` : 'live'}, saved {dayInWords(node.createdAt)}
                  {node.createdBy !== 'anonymous' && ` by ${node.createdBy}`}
                </span>
                {node.description && <p>{node.description}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="questions-title">
        <h2 id="questions-title">Questions to begin with</h2>
        <ul class="list">
          {questions().map(({ title, query }) => (
            <li key={title}>
              <a href={`/graphql?query=${encodeURIComponent(query)}`}>{title}</a>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

type Kept = StartAnswer['views']['edges'][number]['node'];

const viewOf = ({ address }: Kept) => viewNames.find((name) => address.startsWith(`/view/${name}`)) ?? 'graph';
const savedPath = (kept: Kept) => writeAddress(viewOf(kept), { view: kept.id });

/** The example questions, each with the first line of its comment. */
function questions(): { readonly title: string; readonly query: string }[] {
  const texts = JSON.parse(document.getElementById('questions')?.textContent ?? '[]') as string[];
  return texts.map((query) => ({ query, title: /^#\s*(.+)/.exec(query)?.[1] ?? 'A question' }));
}

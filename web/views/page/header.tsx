import type { Address, State, ViewName } from '../address/state.ts';
import { writeAddress } from '../address/state.ts';
import { SearchBox } from './search-box.tsx';

const names: Readonly<Record<Exclude<ViewName, 'start'>, string>> = { graph: 'Graph', timeline: 'Timeline', matrix: 'Matrix', map: 'Map' };

/** The bar on every page: home, search, the four views of what is looked at. */
export function Header({ address }: { address: Address | null }) {
  const subject = address ? subjectOf(address.state) : [];
  return (
    <header class="bar">
      <a class="brand" href="/">
        Attested
      </a>
      <SearchBox />
      {address && subject.length > 0 && (
        <nav class="tabs" aria-label="Views">
          {(['timeline', 'matrix', 'graph', 'map'] as const)
            .filter((name) => name === address.view || isFor(name, subject))
            .map((name) => (
              <a key={name} href={addressOf(name, subject, address.state)} aria-current={name === address.view ? 'page' : undefined}>
                {names[name]}
              </a>
            ))}
        </nav>
      )}
      <a class="ask" href="/record">
        Record
      </a>
      <a class="ask last" href="/graphql">
        GraphQL
      </a>
    </header>
  );
}

function subjectOf({ of, about, where }: State): readonly string[] {
  if (of.length > 0) return of;
  return about ? [about] : where ? [where] : [];
}

/** What a view can be of; whether there is such an entity the id says. */
const subjects: Readonly<Record<Exclude<ViewName, 'start'>, RegExp>> = {
  timeline: /^(event|group|person|place)_/,
  matrix: /^event_/,
  graph: /^/,
  map: /^(event|place)_/,
};

const isFor = (view: keyof typeof subjects, subject: readonly string[]) => subject.some((id) => subjects[view].test(id));

function addressOf(view: ViewName, subject: readonly string[], { known }: State): string {
  const [first = ''] = subject;
  const isPlace = first.startsWith('place_');
  if (view === 'matrix') return writeAddress(view, { about: first, known });
  if (view === 'map') return writeAddress(view, { ...(isPlace ? { where: first } : { of: subject }), known });
  return writeAddress(view, { of: subject, known });
}

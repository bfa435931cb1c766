import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ViewName } from '../address/state.ts';
import { KeysDialog } from './dialog.tsx';
import { Header } from './header.tsx';
import { useLater } from './later.ts';
import { useRouter } from './router.ts';
import { StartPage } from './start-page.tsx';
import { NotShown } from './trouble.tsx';
import type { View } from './view.ts';
import { ViewPage } from './view-page.tsx';

// biome-ignore lint/suspicious/noExplicitAny: each view has data of its own kind, which only it looks into.
type AnyView = View<any>;

const views: Readonly<Record<Exclude<ViewName, 'start'>, () => Promise<AnyView>>> = {
  graph: async () => (await import('../graph/view.ts')).graph,
  map: async () => (await import('../map/view.ts')).map,
  timeline: async () => (await import('../timeline/view.ts')).timeline,
  matrix: async () => (await import('../matrix/view.ts')).matrix,
};

/** The page on which reports are recorded comes when it is asked for, as the views do. */
function Recording() {
  const { part, isMissing } = useLater('record', () => import('../record/record-page.tsx'));
  return part ? <part.RecordPage /> : <Waiting isMissing={isMissing} />;
}

/** All that a page says stands in its address, so that it can be loaded anew: with the scripts that there are now. */
function Waiting({ isMissing }: { isMissing: boolean }) {
  if (isMissing)
    return (
      <NotShown
        message="A part of this page could not be loaded: the connection may be down, or the service may have been renewed since the page was opened."
        onRetry={() => location.reload()}
      />
    );
  return (
    <main class="waiting">
      <p class="skeleton">Loading…</p>
    </main>
  );
}

export function start(): void {
  const place = document.getElementById('app');
  if (!place) return;
  place.replaceChildren();
  render(<App />, place);
}

function App() {
  const router = useRouter();
  const { address } = router;
  const name = address?.view;
  const { part: view, isMissing } = useLater<AnyView>(name ?? 'start', name && name !== 'start' ? views[name] : null);
  const [hasKeys, setKeys] = useState(false);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        document.querySelector('dialog[open]') ||
        event.target instanceof HTMLInputElement ||
        event.target instanceof HTMLSelectElement ||
        event.target instanceof HTMLTextAreaElement ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return;
      if (event.key === '/') document.getElementById('search')?.focus();
      else if (event.key === '?') setKeys(true);
      else if (event.key === 'Escape' && router.address?.state.sel) router.go({ sel: '' });
      else if (event.key === 't' && router.address && router.address.view !== 'start')
        router.go({ as: router.address.state.as === 'table' ? 'picture' : 'table' }, { replaces: true });
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [router]);

  return (
    <>
      <Header address={address} />
      {address && address.problems.length > 0 && (
        <div class="banner" role="status">
          {address.problems.map(({ key, given, expected }) => (
            <p key={key}>
              The address says{' '}
              <code>
                {key}={given.slice(0, 80)}
              </code>
              , which is left aside: {expected.startsWith('not in') ? `${key} is ${expected}` : `${key} should be ${expected}`}.
            </p>
          ))}
        </div>
      )}
      {location.pathname === '/record' ? (
        <Recording />
      ) : address?.view === 'start' ? (
        <StartPage />
      ) : router.problem ? (
        <NotShown message={`The saved view could not be loaded. ${router.problem}`} operation="Saved" onRetry={router.reload} />
      ) : address && view ? (
        <ViewPage key={view.name} view={view} router={router} address={address} onKeys={() => setKeys(true)} />
      ) : (
        <Waiting isMissing={isMissing} />
      )}
      {hasKeys && <KeysDialog onClose={() => setKeys(false)} />}
    </>
  );
}

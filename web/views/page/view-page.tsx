import { useEffect, useState } from 'preact/hooks';
import type { Address } from '../address/state.ts';
import { Controls } from './controls.tsx';
import { DataDialog } from './data-dialog.tsx';
import { GraphQLDialog } from './dialog.tsx';
import { type Loading, useLoad } from './load.ts';
import type { Router } from './router.ts';
import { SaveDialog, SavedNote } from './save-dialog.tsx';
import { Shown } from './shown.tsx';
import { Trouble } from './trouble.tsx';
import { useLinking } from './use-linking.tsx';
import type { PageDialog, View } from './view.ts';

interface PageProps<Data> {
  readonly view: View<Data>;
  readonly router: Router;
  readonly address: Address;
  readonly onKeys: () => void;
}

/** One view: its bar, its picture with legend and panel, and its tables. */
export function ViewPage<Data>({ view, router, address: { state }, onKeys }: PageProps<Data>) {
  const loading = useLoad(view, state);
  const [dialog, setDialog] = useState<PageDialog | null>(null);
  const close = () => setDialog(null);
  const linking = useLinking(state, router, loading.retry);
  const [isWhole, setWhole] = useState(false);
  const { data } = loading;
  const nothing = data ? view.emptiness(data, state) : null;
  const select = (id: string) => router.go({ sel: id });
  const subjects = data ? view.title(data) : '';

  useEffect(() => {
    if (subjects) document.title = `${subjects} — ${view.name} — Attested`;
  }, [subjects, view.name]);

  return (
    <main class={state.as === 'table' ? 'view table-mode' : 'view'} aria-busy={loading.isBusy || (data !== null && !nothing && !isWhole)}>
      <div class="heading">
        <h1 dir="auto">{subjects || (loading.error ? 'Not to be shown' : 'Loading…')}</h1>
        <p class="summary" role="status">
          {data && !nothing ? view.summary(data, state) : ''}
        </p>
      </div>
      {router.saved && <SavedNote saved={router.saved} />}
      {linking.note}
      <Controls view={view.name} state={state} go={router.go} days={(data && view.days?.(data)) || []} />
      <Progress loading={loading} />
      {loading.error && <Trouble message={loading.error.message} operation={loading.error.operation} onRetry={loading.retry} />}
      {nothing && (
        <div class="empty">
          <p>{nothing.says}</p>
          {nothing.widen.map(({ label, change }) => (
            <button type="button" key={label} onClick={() => router.go(change)}>
              {label}
            </button>
          ))}
        </div>
      )}
      {data && !nothing && (
        <Shown
          view={view}
          data={data}
          state={state}
          router={router}
          onSelect={select}
          onKeys={onKeys}
          onDialog={setDialog}
          linking={linking}
          isBusy={loading.isBusy}
          isWhole={isWhole}
          onPicture={() => setWhole(true)}
        />
      )}
      {!data && !loading.error && <div class="skeleton box" aria-hidden="true" />}
      {linking.dialog}
      {dialog === 'data' && <DataDialog data={data} counts={(data && view.counts?.(data)) ?? null} known={state.known} onClose={close} />}
      {dialog === 'question' && <GraphQLDialog asked={loading.asked} onClose={close} />}
      {dialog === 'save' && <SaveDialog view={view.name} state={state} title={subjects} saved={router.saved} router={router} onClose={close} />}
    </main>
  );
}

function Progress<Data>({ loading }: { loading: Loading<Data> }) {
  if (!loading.slow) return null;
  return (
    <p class="progress" role="status">
      Still asking: {loading.slow}.{' '}
      <button type="button" onClick={loading.cancel}>
        Cancel
      </button>
    </p>
  );
}

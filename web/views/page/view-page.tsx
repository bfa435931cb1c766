import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { rounded } from '../address/keys.ts';
import type { Address, State } from '../address/state.ts';
import type { Target } from '../draw/mark.ts';
import { Controls } from './controls.tsx';
import { GraphQLDialog } from './dialog.tsx';
import { Legend } from './legend.tsx';
import { type Loading, useLoad } from './load.ts';
import { useMeasure } from './measure.ts';
import { Panel } from './panel.tsx';
import { Picture } from './picture.tsx';
import type { Router } from './router.ts';
import { SaveDialog, SavedNote } from './save-dialog.tsx';
import { DataTable } from './table.tsx';
import { Tools } from './tools.tsx';
import { type Linking, useLinking } from './use-linking.tsx';
import type { View } from './view.ts';

interface PageProps<Data> {
  readonly view: View<Data>;
  readonly router: Router;
  readonly address: Address;
  readonly onKeys: () => void;
}

/** One view: its bar, its picture with legend and panel, and its tables. */
export function ViewPage<Data>({ view, router, address: { state }, onKeys }: PageProps<Data>) {
  const loading = useLoad(view, state);
  const [dialog, setDialog] = useState<'question' | 'save' | null>(null);
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
        <h1 dir="auto">{subjects || 'Loading…'}</h1>
        <p class="summary" role="status">
          {data && !nothing ? view.summary(data, state) : ''}
        </p>
      </div>
      {router.saved && <SavedNote saved={router.saved} />}
      {linking.note}
      <Controls view={view.name} state={state} go={router.go} days={(data && view.days?.(data)) || []} />
      <Progress loading={loading} />
      {loading.error && <Trouble loading={loading} />}
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

function Trouble<Data>({ loading }: { loading: Loading<Data> }) {
  return (
    <div class="trouble" role="alert">
      <p>{loading.error?.message}</p>
      <p class="count">While asking: {loading.error?.operation}</p>
      <button type="button" onClick={loading.retry}>
        Try again
      </button>
    </div>
  );
}

interface ShownProps<Data> {
  readonly view: View<Data>;
  readonly data: Data;
  readonly state: State;
  readonly router: Router;
  readonly onSelect: (id: string) => void;
  readonly onKeys: () => void;
  readonly onDialog: (which: 'question' | 'save') => void;
  readonly linking: Linking;
  readonly isBusy: boolean;
  /** Whether the picture has been there once: the tables come after it. */
  readonly isWhole: boolean;
  readonly onPicture: () => void;
}

function Shown<Data>({ view, data, state, router, onSelect, onKeys, onDialog, linking, isBusy, isWhole, onPicture }: ShownProps<Data>) {
  const measure = useMeasure();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const tables = useMemo(() => view.tables(data, state), [view, data, state.rows, state.hide.join()]);
  const legend = useMemo(() => view.legend(data, state), [view, data, state.rows, state.hide.join()]);
  const picture = useMemo(() => {
    if (!measure || !size) return null;
    const space = { ...size, measure };
    const fitted = view.fit?.(data, state, space);
    return { scene: view.scene(data, state, space), camera: fitted ? rounded(fitted) : { x: 0, y: 0, k: 1 }, measure, size };
  }, [view, data, measure, size?.width, size?.height, state.hide.join(), state.find, state.clock, state.rows, state.from, state.to, state.metric]);
  useEffect(() => {
    if (picture === null || isWhole) return;
    const frame = requestAnimationFrame(() => setTimeout(onPicture));
    return () => cancelAnimationFrame(frame);
  }, [picture === null, isWhole]);
  const toggle = (name: string) => router.go({ hide: state.hide.includes(name) ? state.hide.filter((one) => one !== name) : [...state.hide, name].sort() });
  const detail = state.sel ? (view.detail?.(data, state.sel) ?? null) : null;

  return (
    <>
      <Tools
        view={view}
        data={data}
        state={state}
        picture={isBusy ? null : picture}
        tables={tables}
        onKeys={onKeys}
        onDialog={onDialog}
        onAs={(as) => router.go({ as }, { replaces: true })}
      />
      <div class={state.sel ? 'stage with-panel' : 'stage'}>
        <div class="stage-picture" ref={place}>
          {picture && state.as === 'picture' && (
            <Picture
              scene={picture.scene}
              isPlane={view.isPlane}
              camera={state.at ?? picture.camera}
              size={picture.size}
              measure={picture.measure}
              selected={state.sel}
              label={view.summary(data, state)}
              onCamera={(at) => router.go({ at }, { replaces: true })}
              onFit={() => router.go({ at: null }, { replaces: true })}
              onSelect={(target) => onSelect(target.id)}
              onExpand={(target) => router.go({ ...expanded(state, target), at: state.at ?? picture.camera })}
            />
          )}
        </div>
        {state.sel && (
          <Panel state={state} detail={detail} onSelect={onSelect} onClose={() => router.go({ sel: '' })} onSeen={linking.onSeen} onLink={linking.onLink} />
        )}
      </div>
      {state.as === 'picture' && <Legend items={legend} hidden={state.hide} onToggle={toggle} />}
      <div class="tables">
        {isWhole && tables.map((table) => <DataTable key={table.caption} table={table} find={state.find} selected={state.sel} onSelect={onSelect} />)}
      </div>
      {view.credits && (
        <footer class="credits">
          {view.credits(data).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </footer>
      )}
    </>
  );
}

/** A stub opens 25 more of its relationship; the state remembers how far. */
function expanded({ open }: State, { stub }: Target): Partial<State> {
  if (!stub) return {};
  const before = open.find(({ id, through }) => id === stub.id && through === stub.through);
  if (!before) return { open: [...open, { ...stub, pages: 1 }] };
  return { open: open.map((one) => (one === before ? { ...one, pages: one.pages + 1 } : one)) };
}

function useSize(place: { readonly current: HTMLDivElement | null }): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => {
      const width = Math.floor(element.clientWidth);
      const height = Math.round(Math.max(340, Math.min(680, innerHeight - 260, width * 1.35)));
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return size;
}

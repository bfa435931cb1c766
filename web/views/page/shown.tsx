import { useEffect, useMemo, useRef } from 'preact/hooks';
import { rounded } from '../address/keys.ts';
import type { State } from '../address/state.ts';
import type { Target } from '../draw/mark.ts';
import { Legend } from './legend.tsx';
import { useMeasure } from './measure.ts';
import { Panel } from './panel.tsx';
import { Picture } from './picture.tsx';
import type { Router } from './router.ts';
import { useSize } from './size.ts';
import { DataTable } from './table.tsx';
import { Tools } from './tools.tsx';
import type { Linking } from './use-linking.tsx';
import type { PageDialog, View } from './view.ts';

interface ShownProps<Data> {
  readonly view: View<Data>;
  readonly data: Data;
  readonly state: State;
  readonly router: Router;
  readonly onSelect: (id: string) => void;
  readonly onKeys: () => void;
  readonly onDialog: (which: PageDialog) => void;
  readonly linking: Linking;
  readonly isBusy: boolean;
  /** Whether the picture has been there once: the tables come after it. */
  readonly isWhole: boolean;
  readonly onPicture: () => void;
}

/** What a view shows once its answer is there: tools, picture, panel, legend, tables. */
export function Shown<Data>({ view, data, state, router, onSelect, onKeys, onDialog, linking, isBusy, isWhole, onPicture }: ShownProps<Data>) {
  const measure = useMeasure();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const basis = view.basis?.(data) ?? data;
  const tables = useMemo(() => (isWhole ? view.tables(data, state) : []), [view, basis, isWhole, state.rows, state.hide.join()]);
  const legend = useMemo(() => view.legend(data, state), [view, data, state.rows, state.hide.join(), state.fold.join()]);
  const picture = useMemo(() => {
    if (!measure || !size) return null;
    const space = { ...size, measure };
    const fitted = view.fit?.(data, state, space);
    return { scene: view.scene(data, state, space), camera: fitted ? rounded(fitted) : { x: 0, y: 0, k: 1 }, measure, size };
  }, [
    view,
    basis,
    measure,
    size?.width,
    size?.height,
    state.hide.join(),
    state.fold.join(),
    state.find,
    state.clock,
    state.rows,
    state.from,
    state.to,
    state.metric,
  ]);
  useEffect(() => {
    if (picture === null || isWhole) return;
    const frame = requestAnimationFrame(() => setTimeout(onPicture));
    return () => cancelAnimationFrame(frame);
  }, [picture === null, isWhole]);
  const fold = (id: string) => router.go({ fold: toggled(state.fold, id), at: state.at ?? picture?.camera ?? null });
  const isFoldable = (id: string) => state.fold.includes(id) || (view.isFoldable?.(data, id) ?? false);
  const toggle = (name: string) => router.go({ hide: toggled(state.hide, name) });
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
              onFold={(id) => isFoldable(id) && fold(id)}
              onExpand={(target) => router.go({ ...expanded(state, target), at: state.at ?? picture.camera })}
            />
          )}
        </div>
        {state.sel && (
          <Panel
            state={state}
            detail={detail}
            onSelect={onSelect}
            onClose={() => router.go({ sel: '' })}
            onSeen={linking.onSeen}
            onLink={linking.onLink}
            fold={isFoldable(state.sel) ? { isFolded: state.fold.includes(state.sel), toggle: () => fold(state.sel) } : null}
          />
        )}
      </div>
      {state.as === 'picture' && <Legend items={legend} hidden={state.hide} onToggle={toggle} />}
      <div class="tables">
        {tables.map((table) => (
          <DataTable key={table.caption} table={table} find={state.find} selected={state.sel} onSelect={onSelect} />
        ))}
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

const toggled = (names: readonly string[], name: string) => (names.includes(name) ? names.filter((one) => one !== name) : [...names, name].sort());

/** A stub opens 25 more of its relationship; the state remembers how far. */
function expanded({ open }: State, { stub }: Target): Partial<State> {
  if (!stub) return {};
  const before = open.find(({ id, through }) => id === stub.id && through === stub.through);
  if (!before) return { open: [...open, { ...stub, pages: 1 }] };
  return { open: open.map((one) => (one === before ? { ...one, pages: one.pages + 1 } : one)) };
}

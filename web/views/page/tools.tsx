import { useState } from 'preact/hooks';
import type { Camera } from '../address/keys.ts';
import type { State } from '../address/state.ts';
import type { Scene, Window } from '../draw/mark.ts';
import { light } from '../draw/palette.ts';
import type { Measure } from '../draw/text.ts';
import { asCsv, asPng, asSvg, type Export, save } from './export.ts';
import { addressToKeep } from './saved.ts';
import type { PageDialog, Table, View } from './view.ts';
import { dayInWords } from './words.ts';

interface Props<Data> {
  readonly view: View<Data>;
  readonly data: Data;
  readonly state: State;
  readonly picture: { readonly scene: Scene; readonly camera: Camera; readonly measure: Measure } | null;
  readonly tables: readonly Table[];
  readonly onKeys: () => void;
  readonly onDialog: (which: PageDialog) => void;
  readonly onAs: (as: State['as']) => void;
}

/** Share, export, the question behind it, the keys. */
export function Tools<Data>({ view, data, state, picture, tables, onKeys, onDialog, onAs }: Props<Data>) {
  const [says, setSays] = useState('');
  const footer = footerOf(view, data, state);
  const name = `attested-${view.name}`;

  async function share(): Promise<void> {
    const link = location.href;
    try {
      await navigator.clipboard.writeText(link);
      setSays('The link is copied.');
    } catch {
      setSays(`Copy this link: ${link}`); // Without permission for the clipboard the link can still be read.
    }
  }

  async function png(): Promise<void> {
    try {
      save(`${name}.png`, await asPng(exported()));
      setSays('Saved as PNG.');
    } catch {
      setSays('This browser does not let the picture be read. SVG works, and looks the same.');
    }
  }

  /** Always of one size and in light colours, so that one address gives one file. */
  function exported(): Export {
    const measure = picture?.measure ?? (() => 0);
    const space = { width: 1280, height: 800, measure };
    const scene = view.scene(data, state, space);
    const at = state.at ?? view.fit?.(data, state, space) ?? { x: 0, y: 0, k: 1 };
    const window: Window = view.isPlane
      ? { ...space, at, isPlane: true }
      : { width: scene.width, height: scene.height, at: { x: 0, y: 0, k: 1 }, isPlane: false };
    return { scene, window, measure, palette: light, title: view.title(data), footer };
  }

  return (
    <div class="tools">
      <div class="switch" role="group" aria-label="Picture or table">
        <button type="button" aria-pressed={state.as === 'picture'} onClick={() => onAs('picture')}>
          Picture
        </button>
        <button type="button" aria-pressed={state.as === 'table'} onClick={() => onAs('table')}>
          Table
        </button>
      </div>
      <button type="button" onClick={share}>
        Share
      </button>
      <button type="button" onClick={() => onDialog('save')}>
        Save
      </button>
      <button type="button" onClick={png} disabled={!picture}>
        PNG
      </button>
      <button type="button" onClick={() => save(`${name}.svg`, new Blob([asSvg(exported())], { type: 'image/svg+xml' }))} disabled={!picture}>
        SVG
      </button>
      <button type="button" onClick={() => save(`${name}.csv`, new Blob([asCsv(tables, footer)], { type: 'text/csv' }))}>
        CSV
      </button>
      <button type="button" onClick={() => onDialog('data')}>
        Data…
      </button>
      <button type="button" onClick={() => onDialog('question')}>
        Show the GraphQL
      </button>
      <button type="button" onClick={onKeys} aria-label="Keys">
        ?
      </button>
      <span class="says" role="status">
        {says}
      </span>
    </div>
  );
}

function footerOf<Data>(view: View<Data>, data: Data, state: State): string[] {
  return [
    `${view.title(data)} — ${view.summary(data, state)}`,
    `As known ${state.known ? `on ${dayInWords(state.known)}` : 'at present'} · ${addressToKeep(view.name, state)}`,
    ...(view.credits?.(data) ?? []),
    'Each number, name and quote is as its source gave it; reports belong to their publishers. Attested.',
  ];
}

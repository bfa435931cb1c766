import type { Camera } from '../address/keys.ts';
import type { State, ViewName } from '../address/state.ts';
import type { Ask } from '../api/ask.ts';
import type { Mark, Scene } from '../draw/mark.ts';
import type { Measure } from '../draw/text.ts';

export interface Column {
  readonly label: string;
  readonly kind?: 'number' | 'date' | 'text' | 'long';
}

export interface Row {
  /** What is selected when the row is. */
  readonly id: string;
  readonly cells: readonly (string | number | null)[];
}

/** The same as the picture, to be read. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A table for other programs: the names of its columns, and rows. */
export interface Counts {
  readonly title: string;
  readonly words: string;
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row['cells'][];
}

export interface LegendItem {
  /** Drawn in a box of 36 by 20. */
  readonly marks: readonly Mark[];
  readonly says: string;
  /** A kind of thing that this entry hides and shows again. */
  readonly hides?: string;
}

/** What stands in the panel when something is selected that is no entity. */
export interface Detail {
  readonly title: string;
  readonly lines: readonly string[];
  readonly claims: readonly string[];
  readonly ends: readonly { readonly id: string; readonly label: string }[];
}

/** Why a picture is empty, and states in which there would be more. */
export interface Emptiness {
  readonly says: string;
  readonly widen: readonly { readonly label: string; readonly change: Partial<State> }[];
}

export interface Space {
  readonly width: number;
  readonly height: number;
  readonly measure: Measure;
}

/** A view: what it asks, and what it makes of the answer. All but `load` depends on nothing else than what it is given. */
export interface View<Data> {
  readonly name: ViewName;
  /** Looked at as a plane with a camera, or scrolled like a page. */
  readonly isPlane: boolean;
  /** `show` takes what can be shown before all is there. */
  readonly load: (state: State, ask: Ask, signal: AbortSignal, show: (data: Data) => void) => Promise<Data>;
  readonly title: (data: Data) => string;
  /** What of the answer the picture and the tables are made of, where more of it comes later: they are made again only when this is another. */
  readonly basis?: (data: Data) => unknown;
  /** What is shown, and what is left out. */
  readonly summary: (data: Data, state: State) => string;
  readonly emptiness: (data: Data, state: State) => Emptiness | null;
  readonly scene: (data: Data, state: State, space: Space) => Scene;
  readonly tables: (data: Data, state: State) => readonly Table[];
  /** What is counted in the picture without being named in it, with the columns of a file. */
  readonly counts?: (data: Data) => Counts | null;
  readonly legend: (data: Data, state: State) => readonly LegendItem[];
  readonly detail?: (data: Data, id: string) => Detail | null;
  /** Whether what hangs on an entity can be folded into one counted thing. */
  readonly isFoldable?: (data: Data, id: string) => boolean;
  /** The camera that shows everything. */
  readonly fit?: (data: Data, state: State, space: Space) => Camera;
  /** The days on which something became known, for the slider. */
  readonly days?: (data: Data) => readonly string[];
  /** Parts of the address whose change needs another answer. */
  readonly asksFor: readonly (keyof State)[];
  /** Who is to be named under the picture, beside the reports' publishers. */
  readonly credits?: (data: Data) => readonly string[];
}

export type PageDialog = 'question' | 'save' | 'data';

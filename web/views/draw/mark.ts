/** The colours of a picture, by what they say; a palette gives each its value in light and dark. */
export type Colour =
  | 'paper'
  | 'ink'
  | 'quiet'
  | 'hair'
  | 'wash'
  | 'accent'
  | 'group'
  | 'community'
  | 'place'
  | 'person'
  | 'report'
  | 'event'
  | 'claim'
  | 'assessment'
  | 'deny'
  | 'focus';

interface Styled {
  readonly fill?: Colour;
  readonly stroke?: Colour;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
  /** Lines across instead of a full area. */
  readonly hatch?: boolean;
}

export interface LineMark extends Styled {
  readonly mark: 'line';
  readonly points: readonly number[];
  /** Pixels left free at either end, for what stands there. */
  readonly gap?: readonly [number, number];
  readonly arrow?: boolean;
  /** Pixels by which the middle is moved aside. */
  readonly bend?: number;
}

export interface AreaMark extends Styled {
  readonly mark: 'area';
  readonly rings: readonly (readonly number[])[];
}

export interface CircleMark extends Styled {
  readonly mark: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** A shape of so many corners instead, turned by so many degrees. */
  readonly corners?: number;
  readonly turn?: number;
  /** The radius is a length in the world, not on the screen. */
  readonly trueScale?: boolean;
  /** No label with a rank lies on it, unless that label has to be there. */
  readonly isClear?: boolean;
}

export interface RectMark extends Styled {
  readonly mark: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly round?: number;
}

export interface TextMark {
  readonly mark: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: Colour;
  readonly weight?: 400 | 600 | 700;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Pixels from the point that the text belongs to. */
  readonly dx?: number;
  readonly dy?: number;
  /** Where else a label with a rank may stand when there is no room at `dy`. */
  readonly elseDy?: number;
  /** It rather covers a sign than being left out. */
  readonly isNeeded?: boolean;
  readonly halo?: boolean;
  /** Degrees, clockwise. */
  readonly turn?: number;
  readonly opacity?: number;
  /** Of labels that would cover each other the higher one is drawn; without it a text is always drawn. */
  readonly rank?: number;
  /** How wide a label with a rank may be, in pixels; of a longer one the end is left out. */
  readonly most?: number;
}

export type Mark = LineMark | AreaMark | CircleMark | RectMark | TextMark;

/** Something in the picture that can be pointed at, reached by keyboard, and read out. */
export interface Target {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Half its extent, in pixels. */
  readonly rx: number;
  readonly ry: number;
  /** What it is, in words; of thousands only one is ever asked. */
  readonly says: string;
  /** Where the arrow keys lead from here before anything else. */
  readonly next?: readonly string[];
  /** Expands instead of being selected. */
  readonly stub?: { readonly id: string; readonly through: string };
  /** Unfolds what is folded beside this entity instead of being selected. */
  readonly fold?: string;
  /** Which of the fixed margins it stands in. */
  readonly fix?: Layer['fix'];
}

/** A line in the picture that can be pointed at. By keyboard it is reached in its table. */
export interface LineTarget {
  readonly id: string;
  readonly points: readonly [number, number, number, number];
  /** Pixels by which the middle is moved aside. */
  readonly bend: number;
  readonly says: string;
}

export interface Layer {
  readonly marks: readonly Mark[];
  /** Stays where it is when the picture is scrolled: sideways (`x`), up and down (`y`), or both. */
  readonly fix?: 'x' | 'y' | 'both';
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly Layer[];
  readonly targets: readonly Target[];
  /** Made when somebody points. */
  readonly lines?: () => readonly LineTarget[];
}

/** Where the window lies on a scene: scrolled by so much, or looking at a world point. */
export interface Window {
  readonly width: number;
  readonly height: number;
  readonly at: { readonly x: number; readonly y: number; readonly k: number };
  readonly isPlane: boolean;
}

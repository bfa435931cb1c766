import type { State } from '../address/state.ts';
import type { Mark, Target } from '../draw/mark.ts';
import type { Space } from '../page/view.ts';
import type { Axis } from './axis.ts';

/** One horizontal strip: its marks, with y counted from its top, and how high it is. */
export interface Lane {
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly targets: readonly Target[];
  /** A wash behind it. */
  readonly isHead?: boolean;
}

/** What every lane is drawn with. */
export interface Ground {
  readonly axis: Axis;
  readonly left: number;
  readonly right: number;
  readonly labelX: number;
  readonly labelWidth: number;
  /** Labels stand above their lane, since there is no room beside it. */
  readonly isNarrow: boolean;
  /** Where what has no date stands. */
  readonly unknownX: number;
  readonly hasUnknown: boolean;
  readonly measure: Space['measure'];
  readonly clock: State['clock'];
}

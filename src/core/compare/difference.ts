/** How a row differs. `moved`: the same bytes in another order. */
export const differenceKinds = ['added', 'removed', 'changed', 'moved'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A row that differs. Row numbers are 0-based; null on the side that has no such row. */
export interface Difference {
  kind: DifferenceKind;
  oldRow: number | null;
  newRow: number | null;
}

/** How many rows differ, and how. `unchanged` rows have the same bytes in the same order. */
export interface DifferenceCounts extends Record<DifferenceKind, number> {
  unchanged: number;
  oldRows: number;
  newRows: number;
}

/** Many differences as columns, to cross threads without a copy. -1 stands for no row; `kinds` are positions in `differenceKinds`. */
export interface DifferenceBatch {
  kinds: Uint8Array;
  oldRows: Int32Array;
  newRows: Int32Array;
}

/** A row's place in an order of all rows. */
export interface OrderedRow {
  /** 0-based */
  row: number;
  /** 1-based place in the order. */
  place: number;
  /** From 1, all of about the same size; null for a row without a value. */
  bucket: number | null;
}

/** Rows by their values, the smallest first; equal ones keep their order, and those without a value come last. */
export function orderRows(values: readonly (number | null)[], buckets: number): OrderedRow[] {
  const rows = values.map((value, row) => ({ value, row }));
  const withValue = rows.filter((each): each is { value: number; row: number } => each.value !== null);
  const sorted = withValue.toSorted((a, b) => a.value - b.value);
  const without = rows.filter(({ value }) => value === null);
  return [
    ...sorted.map(({ row }, at) => ({
      row,
      place: at + 1,
      bucket: Math.floor((at * buckets) / sorted.length) + 1,
    })),
    ...without.map(({ row }, at) => ({ row, place: sorted.length + at + 1, bucket: null })),
  ];
}

import type { Point, RowsBehind } from './figure';
import { noRows } from './row-set';
import { wilsonInterval } from './wilson';

/** A share with its Wilson interval; a share of nothing is NaN. */
export function sharePoint(label: string, right: number, total: number, rows: RowsBehind): Point {
  return { label, value: right / total, ...wilsonInterval(right, total), count: total, part: right, rows };
}

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/**
 * A mean of shares over rows with the interval of the normal approximation, from how much the rows differ (Miller 2024, Adding Error Bars to
 * Evals). `squares` is the sum of their squares. No interval from a single row.
 */
export function meanPoint(
  label: string,
  { sum, squares, rows }: { sum: number; squares: number; rows: number },
  behind: RowsBehind,
): Point {
  const value = sum / rows;
  const variance = Math.max(0, squares - rows * value * value) / Math.max(1, rows - 1);
  const reach = Z * Math.sqrt(variance / rows);
  const interval =
    rows > 1
      ? { low: Math.max(0, value - reach), high: Math.min(1, value + reach) }
      : { low: null, high: null };
  return { label, value, ...interval, count: rows, rows: behind };
}

/** A value that has no interval. */
export function plainPoint(label: string, value: number, count: number, rows: RowsBehind = noRows): Point {
  return { label, value, low: null, high: null, count, rows };
}

import type { Point, RowsBehind } from './figure';
import { noRows } from './row-set';
import { wilsonInterval } from './wilson';

/** A share with its Wilson interval. */
export function sharePoint(label: string, right: number, total: number, rows: RowsBehind): Point {
  const value = total === 0 ? 0 : right / total;
  return { label, value, ...wilsonInterval(right, total), count: total, rows };
}

/** A value that has no interval. */
export function plainPoint(label: string, value: number, count: number, rows: RowsBehind = noRows): Point {
  return { label, value, low: null, high: null, count, rows };
}

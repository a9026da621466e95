import type { Point } from '../../src/core/measure/figure';
import { heightOf } from './chart-scale';
import type { Axis } from './chart-scale';

/** The bounds of a value's interval, as a line with a foot and a head; nothing where it has none. */
export function IntervalMark({ point: { low, high }, axis, x }: { point: Point; axis: Axis; x: number }) {
  if (low === null || high === null) return null;
  const [foot, head] = [heightOf(low, axis), heightOf(high, axis)];
  return <path class="interval" d={`M${x} ${foot}V${head}M${x - 4} ${foot}h8M${x - 4} ${head}h8`} />;
}

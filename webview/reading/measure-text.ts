import type { Measure } from '../../src/core/profile/reading';

/** `pass_rate 0.25`: a number as short as tells it. */
export function measureText({ name, value }: Measure): string {
  return `${name} ${Number.isInteger(value) ? value : Number(value.toPrecision(4))}`;
}

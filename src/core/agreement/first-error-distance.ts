/** Where two annotators put the first wrong step of one trace: 0-based, null where they found none. */
export type FirstErrors = [number | null, number | null];

export interface FirstErrorDistance {
  traces: number;
  /** Both found none, or the same step. */
  same: number;
  /** One found an error where the other found none. */
  oneOnly: number;
  /** Of traces where both found one: how many steps apart, by distance; `apart[0]` are the same step. */
  apart: number[];
  /** Mean distance in steps where both found one; null where that never was. */
  mean: number | null;
}

/** How far apart two annotators' first errors are, trace by trace. */
export function firstErrorDistance(pairs: readonly FirstErrors[]): FirstErrorDistance {
  const apart: number[] = [];
  let neither = 0;
  let oneOnly = 0;
  for (const [a, b] of pairs) {
    if (a === null && b === null) neither++;
    else if (a === null || b === null) oneOnly++;
    else {
      const steps = Math.abs(a - b);
      while (apart.length <= steps) apart.push(0);
      apart[steps] = (apart[steps] ?? 0) + 1;
    }
  }
  const both = apart.reduce((sum, count) => sum + count, 0);
  const steps = apart.reduce((sum, count, distance) => sum + count * distance, 0);
  return {
    traces: pairs.length,
    same: neither + (apart[0] ?? 0),
    oneOnly,
    apart,
    mean: both === 0 ? null : steps / both,
  };
}

/** What a ratio of ours to the limit has to be. */
export type Goal = { atLeast: number } | { atMost: number };

/** One line of the report. For speeds a ratio above 1 means that ours is faster than the limit; for times and sizes, worse. */
export interface Measure {
  what: string;
  limitIs: string;
  limit: number;
  ours: number;
  unit: 'MB/s' | 'ms' | 'us' | 'MB' | '%' | 'pairs/s';
  /** ours / limit */
  ratio: number;
  goal?: Goal;
  met?: boolean;
}

export function measure(line: Omit<Measure, 'ratio' | 'met'>): Measure {
  const ratio = line.ours / line.limit;
  return line.goal ? { ...line, ratio, met: meets(ratio, line.goal) } : { ...line, ratio };
}

function meets(ratio: number, goal: Goal): boolean {
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
}

/** The best time in milliseconds of `rounds` runs of each, in turn, after one of each that does not count. */
export async function bestOfEach(
  rounds: number,
  ours: () => Promise<void> | void,
  limit: () => Promise<void> | void,
): Promise<{ ours: number; limit: number }> {
  const best = { ours: Infinity, limit: Infinity };
  for (let round = 0; round <= rounds; round++) {
    const times = { limit: await time(limit), ours: await time(ours) };
    if (round === 0) continue;
    best.ours = Math.min(best.ours, times.ours);
    best.limit = Math.min(best.limit, times.limit);
  }
  return best;
}

export async function time(run: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

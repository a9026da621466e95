/** Tries at one problem, and how many of them were right. */
export interface Tries {
  tries: number;
  right: number;
}

/**
 * The chance that at least one of `k` tries, drawn from those made, is right: the unbiased estimator 1 - C(n-c, k) / C(n, k)
 * (Chen et al. 2021), as a product, so that nothing overflows. Null when fewer than `k` tries were made.
 */
export function passAtK({ tries, right }: Tries, k: number): number | null {
  if (k < 1 || k > tries) return null;
  if (tries - right < k) return 1;
  let none = 1;
  for (let at = tries - right + 1; at <= tries; at++) none *= 1 - k / at;
  return 1 - none;
}

/** One point of a curve over k. */
export interface PassPoint {
  k: number;
  /** Problems with at least k tries. */
  problems: number;
  /** Mean of pass@k over them. */
  value: number;
  /** Of the mean, over problems; 0 for a single one. */
  standardError: number;
}

/** How often each pair of tries and right ones was seen: as much as a curve needs of any number of problems. */
export class PassTally {
  private readonly counts = new Map<string, { of: Tries; problems: number }>();

  add(of: Tries): void {
    const key = `${of.tries} ${of.right}`;
    const known = this.counts.get(key);
    if (known) known.problems++;
    else this.counts.set(key, { of, problems: 1 });
  }

  get mostTries(): number {
    return Math.max(0, ...[...this.counts.values()].map(({ of }) => of.tries));
  }

  /** The mean of pass@k over the problems with k tries; null where there is none. */
  at(k: number): PassPoint | null {
    let problems = 0;
    let sum = 0;
    let squares = 0;
    for (const { of, problems: often } of this.counts.values()) {
      const chance = passAtK(of, k);
      if (chance === null) continue;
      problems += often;
      sum += chance * often;
      squares += chance ** 2 * often;
    }
    if (problems === 0) return null;
    const value = sum / problems;
    const variance = problems === 1 ? 0 : Math.max(0, squares - problems * value ** 2) / (problems - 1);
    return { k, problems, value, standardError: Math.sqrt(variance / problems) };
  }

  /** At k = 1, 2, 4, ... and at the most tries that a problem has. */
  curve(): PassPoint[] {
    const { mostTries } = this;
    const steps: number[] = [];
    for (let k = 1; k < mostTries; k *= 2) steps.push(k);
    return [...steps, mostTries].flatMap((k) => this.at(k) ?? []);
  }
}

import type { BenchmarkIndex } from './benchmark-index';
import { classOf, likelihood, likelihoodAtMost } from './decision';
import type { MatchClass } from './decision';
import { Comparer } from './likeness';
import type { Likeness } from './likeness';
import { heedOperators } from './operators';
import type { CutText } from './operators';

/** How two problems are alike. */
export interface PairLikeness {
  class: Exclude<MatchClass, 'in the trace' | 'translated'>;
  /** From 0 to 1. */
  score: number;
}

/** Items whose words are kept as they are compared, at most: about 2 KB each. */
const MOST_KEPT = 20_000;

/** Judges pairs of the items of one index. */
export class PairJudge {
  private readonly index: BenchmarkIndex;
  private comparer: Comparer;
  private compared = 0;

  constructor(index: BenchmarkIndex) {
    this.index = index;
    this.comparer = new Comparer(index);
  }

  /** How a problem is like another one; each is asked whether it holds the other. Null where it is less alike than `least`. */
  judge(one: number, other: number, least: number): PairLikeness | null {
    const [there, back] = [this.likenessAbove(one, other, least), this.likenessAbove(other, one, least)];
    const best = there && back ? (there.score >= back.score ? there : back) : (there ?? back);
    return best && { class: classOf(best.likeness), score: best.score };
  }

  private likenessAbove(item: number, row: number, least: number) {
    const likeness = this.compare(item, row, least);
    if (!likeness) return null;
    const score = likelihood(likeness);
    return score >= least ? { likeness, score } : null;
  }

  private compare(item: number, row: number, least: number): Likeness | null {
    if (++this.compared % MOST_KEPT === 0) this.comparer = new Comparer(this.index);
    this.comparer.start();
    const tokens = this.index.tokensOf(row);
    const candidate = { item, at: tokens.length >> 1, exact: false };
    const bound = this.comparer.bound(candidate, tokens);
    if (likelihoodAtMost(bound) < least) return null;
    return heedOperators(
      this.comparer.compare(candidate, tokens, bound),
      this.cutText(item),
      this.cutText(row),
    );
  }

  private cutText(item: number): CutText {
    return { text: this.index.items[item]?.text ?? '', tokens: this.index.tokensOf(item) };
  }
}

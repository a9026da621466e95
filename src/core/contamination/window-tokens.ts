import type { Likeness } from './likeness';
import { KIND } from './tokens';
import type { Tokens } from './tokens';

/** What an alignment of an item with a window can come to at most: what both have, in whatever order it stands. */
export type Reachable = Pick<Likeness, 'best' | 'share' | 'covered' | 'content'>;

/** What two numbers that differ count in an alignment. */
export const OTHER_NUMBER = 0.4;

const LEAST_PLACES = 1 << 13;

/** The tokens of a window, as a set: most candidates need not be aligned to be told from what they are candidates for. */
export class WindowTokens {
  private tokens = new Uint32Array(LEAST_PLACES);
  private stamps = new Uint32Array(LEAST_PLACES);
  private stamp = 0;
  private hasNumber = false;

  /** Takes the tokens from `from` to `to`, in place of those before. */
  take({ exact, kinds }: Tokens, from: number, to: number): void {
    if (to - from > this.tokens.length / 2) this.grow(to - from);
    this.stamp++;
    this.hasNumber = false;
    for (let at = from; at < to; at++) {
      if (kinds[at] === KIND.number) this.hasNumber = true;
      const token = exact[at] ?? 0;
      const place = this.placeOf(token);
      this.tokens[place] = token;
      this.stamps[place] = this.stamp;
    }
  }

  /** What an item with these weights can reach; `sum` is that of the weights. */
  reach({ exact, kinds, length }: Tokens, weights: Float64Array, sum: number): Reachable {
    let [best, covered, content] = [0, 0, 0];
    for (let at = 0; at < length; at++) {
      const weight = weights[at] ?? 0;
      if (this.has(exact[at] ?? 0)) {
        best += weight;
        covered += weight;
        if (kinds[at] === KIND.content) content++;
      } else if (kinds[at] === KIND.number && this.hasNumber) {
        best += OTHER_NUMBER;
        covered += weight;
      }
    }
    return { best, covered: covered / (sum || 1), share: best / (sum || 1), content };
  }

  private has(token: number): boolean {
    return this.stamps[this.placeOf(token)] === this.stamp;
  }

  /** Where a token is, or would be. */
  private placeOf(token: number): number {
    const mask = this.tokens.length - 1;
    let place = token & mask;
    while (this.stamps[place] === this.stamp && this.tokens[place] !== token) place = (place + 1) & mask;
    return place;
  }

  private grow(tokens: number): void {
    let size = this.tokens.length;
    while (size < tokens * 2) size *= 2;
    this.tokens = new Uint32Array(size);
    this.stamps = new Uint32Array(size);
    this.stamp = 0;
  }
}

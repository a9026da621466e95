import { MASK, scramble, skeletonAt } from './tokens';
import type { Tokens } from './tokens';

/** A signature has so many bands of so many least hashes: of two problems that share a third of their pairs of words, two of three meet. */
const BANDS = 32;
const A_BAND = 3;
const HASHES = BANDS * A_BAND;
/** A longer text is known by its beginning. */
const LONGEST = 2_000;
/** Of many problems in one bucket, such as variants of one template, the last few and the first are looked at. */
const LAST_FEW = 6;
/** Of the problems that share a bucket, those that share most. */
const MOST = 12;

const FACTORS = Int32Array.from({ length: HASHES }, (_, at) => scramble(at * 2 + 1) | 1);
const TERMS = Int32Array.from({ length: HASHES }, (_, at) => scramble(at * 2 + 0x5bd1e995));

/**
 * Finds problems that are nearly the same: by the least hashes (MinHash, Broder 1997) of their runs of two tokens, numbers masked, in
 * bands (Indyk and Motwani 1998). A problem comes up when it agrees in all of one band with a problem before it.
 */
export class NearProblems {
  private count = 0;
  private readonly least = new Int32Array(HASHES);
  private readonly mask: number;
  private readonly keys: Uint32Array;
  /** The last and the first of each bucket, by number + 1; and of each problem in a band the one before it in its bucket. */
  private readonly lasts: Uint32Array;
  private readonly firsts: Uint32Array;
  private readonly before: Uint32Array;
  private readonly shared = new Map<number, number>();

  /** `most`: how many problems will come at most. About 1.2 KB for each. */
  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Uint32Array(most * BANDS);
    this.before = new Uint32Array(most * BANDS);
    this.lasts = new Uint32Array(size * BANDS);
    this.firsts = new Uint32Array(size * BANDS);
  }

  /** Takes in the next problem. Returns those before it that may be nearly the same, by their numbers: those that share most first. */
  add(tokens: Tokens): number[] {
    const number = this.count++;
    if (tokens.length === 0) return [];
    this.sign(tokens);
    this.shared.clear();
    for (let band = 0; band < BANDS; band++) this.enter(number, band, this.bandKey(band));
    return [...this.shared]
      .sort(([a, sharedA], [b, sharedB]) => sharedB - sharedA || a - b)
      .slice(0, MOST)
      .map(([near]) => near);
  }

  /** The least of each hash over the text's runs of two tokens. */
  private sign(tokens: Tokens): void {
    const { least } = this;
    least.fill(0x7fffffff);
    const length = Math.min(tokens.length, LONGEST);
    let last = MASK;
    for (let at = 0; at < length; at++) {
      const token = skeletonAt(tokens, at);
      if (at > 0 || length === 1) this.take(scramble(Math.imul(last, 0x2c1b3c6d) ^ token));
      last = token;
    }
  }

  private take(pair: number): void {
    const { least } = this;
    for (let at = 0; at < HASHES; at++) {
      const hash = (Math.imul(pair, FACTORS[at] ?? 0) + (TERMS[at] ?? 0)) | 0;
      if (hash < (least[at] ?? 0)) least[at] = hash;
    }
  }

  private bandKey(band: number): number {
    let key = band;
    for (let at = band * A_BAND; at < (band + 1) * A_BAND; at++)
      key = scramble(Math.imul(key, 31) ^ (this.least[at] ?? 0));
    return key;
  }

  /** Puts a problem into its bucket of a band, and counts those that it meets there. */
  private enter(number: number, band: number, key: number): void {
    const { keys, lasts, firsts, before } = this;
    const bucket = this.bucketOf(band, key);
    const first = firsts[bucket] ?? 0;
    let met = lasts[bucket] ?? 0;
    for (let left = LAST_FEW; met > 0 && left > 0; left--) {
      this.meet(met - 1);
      if (met === first) break;
      met = before[(met - 1) * BANDS + band] ?? 0;
    }
    if (first > 0 && met !== first) this.meet(first - 1);
    keys[number * BANDS + band] = key;
    before[number * BANDS + band] = lasts[bucket] ?? 0;
    lasts[bucket] = number + 1;
    if (first === 0) firsts[bucket] = number + 1;
  }

  private meet(number: number): void {
    this.shared.set(number, (this.shared.get(number) ?? 0) + 1);
  }

  private bucketOf(band: number, key: number): number {
    const { keys, firsts, mask } = this;
    const base = band * (mask + 1);
    for (let place = key & mask; ; place = (place + 1) & mask) {
      const first = firsts[base + place] ?? 0;
      if (first === 0 || keys[(first - 1) * BANDS + band] === key) return base + place;
    }
  }
}

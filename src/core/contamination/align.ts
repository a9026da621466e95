import { KIND } from './tokens';
import type { Tokens } from './tokens';

const GAP = 0.45;
const MISMATCH = 0.9;
/** What a number counts that stands at the place of another number. */
const OTHER_NUMBER = 0.4;

/** A token of the item and the one of the row that stands for it. */
export interface AlignedPair {
  item: number;
  row: number;
  /** False for two numbers that differ. */
  equal: boolean;
}

export interface Alignment {
  score: number;
  /** In the order of the text. */
  pairs: AlignedPair[];
}

/** Used again and again: an alignment is over before the next begins, and writes each place that it reads. */
let room = new Uint8Array(1 << 16);

function roomFor(places: number): Uint8Array {
  if (room.length < places) room = new Uint8Array(places * 2);
  return room;
}

/** A window of tokens. */
export interface TokenRange {
  from: number;
  to: number;
}

/**
 * The best local alignment of an item with a window of a row (Smith and Waterman 1981), over tokens with weights: a rare word
 * counts more than a common one, equal numbers more than two that differ.
 */
export function align(item: Tokens, weights: Float64Array, row: Tokens, { from, to }: TokenRange): Alignment {
  const [height, width] = [item.length, to - from];
  const steps = roomFor((height + 1) * (width + 1));
  let [above, line] = [new Float64Array(width + 1), new Float64Array(width + 1)];
  let [score, bestI, bestJ] = [0, 0, 0];
  for (let i = 1; i <= height; i++) {
    const [token, kind, weight] = [item.exact[i - 1] ?? 0, item.kinds[i - 1] ?? 0, weights[i - 1] ?? 0];
    line[0] = 0;
    for (let j = 1; j <= width; j++) {
      const at = from + j - 1;
      let gain = -MISMATCH;
      if (row.exact[at] === token && row.kinds[at] === kind) gain = weight;
      else if (kind === KIND.number && row.kinds[at] === KIND.number) gain = OTHER_NUMBER;
      let [best, step] = [(above[j - 1] ?? 0) + gain, 1];
      const [down, right] = [(above[j] ?? 0) - GAP, (line[j - 1] ?? 0) - GAP];
      if (down > best) [best, step] = [down, 2];
      if (right > best) [best, step] = [right, 3];
      if (best <= 0) [best, step] = [0, 0];
      line[j] = best;
      steps[i * (width + 1) + j] = step;
      if (best > score) [score, bestI, bestJ] = [best, i, j];
    }
    [above, line] = [line, above];
  }
  return { score, pairs: follow(steps, bestI, bestJ, item, row, { from, to }) };
}

function follow(
  steps: Uint8Array,
  lastI: number,
  lastJ: number,
  item: Tokens,
  row: Tokens,
  { from, to }: TokenRange,
): AlignedPair[] {
  const pairs: AlignedPair[] = [];
  let [i, j] = [lastI, lastJ];
  while (i > 0 && j > 0) {
    const step = steps[i * (to - from + 1) + j];
    if (!step) break;
    if (step === 1) {
      const [a, b] = [i - 1, from + j - 1];
      const equal = item.exact[a] === row.exact[b] && item.kinds[a] === row.kinds[b];
      const numbers = item.kinds[a] === KIND.number && row.kinds[b] === KIND.number;
      if (equal || numbers) pairs.push({ item: a, row: b, equal });
    }
    if (step !== 3) i--;
    if (step !== 2) j--;
  }
  return pairs.toReversed();
}

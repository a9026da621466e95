import { KIND } from './tokens';
import type { Tokens } from './tokens';

export const GAP = 0.45;
export const MISMATCH = 0.9;
/** What a number counts that stands at the place of another number. */
export const OTHER_NUMBER = 0.4;

/** A token of the item and the one of the row that stands for it. */
export interface AlignedPair {
  item: number;
  row: number;
  /** False for two numbers that differ, and for tokens behind other operators. */
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
  let above = scoresFor(0, width);
  let line = scoresFor(1, width);
  let score = 0;
  let bestI = 0;
  let bestJ = 0;
  const { exact, kinds } = row;
  for (let i = 1; i <= height; i++) {
    const token = item.exact[i - 1];
    const kind = item.kinds[i - 1];
    const weight = weights[i - 1] ?? 0;
    const other = kind === KIND.number ? OTHER_NUMBER : -MISMATCH;
    let place = i * (width + 1) + 1;
    let before = 0; // the score to the left
    let diagonal = 0;
    for (let j = 1; j <= width; j++, place++) {
      const at = from + j - 1;
      const sameKind = kinds[at] === kind;
      let best = diagonal + (sameKind ? (exact[at] === token ? weight : other) : -MISMATCH);
      let step = 1;
      diagonal = above[j] ?? 0;
      const down = diagonal - GAP;
      const right = before - GAP;
      if (down > best) {
        best = down;
        step = 2;
      }
      if (right > best) {
        best = right;
        step = 3;
      }
      if (best <= 0) {
        best = 0;
        step = 0;
      }
      line[j] = best;
      before = best;
      steps[place] = step;
      if (best > score) {
        score = best;
        bestI = i;
        bestJ = j;
      }
    }
    const last = above;
    above = line;
    line = last;
  }
  return { score, pairs: follow(steps, bestI, bestJ, item, row, { from, to }) };
}

const scores = [new Float64Array(1024), new Float64Array(1024)];

/** One of two lines of scores, all 0. */
function scoresFor(line: 0 | 1, width: number): Float64Array {
  const known = scores[line];
  if (known && known.length > width) return known.fill(0, 0, width + 1);
  const made = new Float64Array(2 * width + 1);
  scores[line] = made;
  return made;
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

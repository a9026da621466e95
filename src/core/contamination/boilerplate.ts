import { GRAM, gramAt, maskedHash } from './features';
import { KIND } from './tokens';
import type { Tokens } from './tokens';

/** Rows from which the words around problems are learned. */
export const LEARNED_ROWS = 5_000;
/** Seeds that this share of the rows have, and at least so many rows, are the words of a template. */
const SHARE = 0.05;
const LEAST_ROWS = 40;
/** Counters of seeds; two seeds may share one, which only makes both look more common. */
const COUNTERS = 1 << 20;
const LONGEST = 2_000;

/** Learns which seeds stand in so many rows that they are the words of a prompt, not of a problem. */
export class Boilerplate {
  private rows = 0;
  private readonly counts = new Uint16Array(COUNTERS);
  private readonly lastRow = new Uint16Array(COUNTERS);
  private readonly seen = new Set<number>();

  /** Takes in the next row's text. The same text again, or with other numbers, tells nothing of a template. */
  learn(tokens: Tokens): void {
    const hash = maskedHash(tokens);
    if (this.rows >= LEARNED_ROWS || this.seen.has(hash)) return;
    this.seen.add(hash);
    this.rows++;
    for (let at = 0; at + GRAM <= Math.min(tokens.length, LONGEST); at++) {
      const counter = gramAt(tokens, at) & (COUNTERS - 1);
      if (this.lastRow[counter] === this.rows) continue;
      this.lastRow[counter] = this.rows;
      this.counts[counter] = (this.counts[counter] ?? 0) + 1;
    }
  }

  /** The text without the words of the template; the same text when it has none, or is nothing else. */
  without(tokens: Tokens): Tokens {
    const limit = Math.max(LEAST_ROWS, this.rows * SHARE);
    const common = new Uint8Array(tokens.length);
    for (let at = 0; at + GRAM <= tokens.length; at++) {
      if ((this.counts[gramAt(tokens, at) & (COUNTERS - 1)] ?? 0) >= limit) common.fill(1, at, at + GRAM);
    }
    const left = common.reduce((count, sign) => count + (sign === 0 ? 1 : 0), 0);
    return left === tokens.length || left === 0 ? tokens : keep(tokens, common);
  }
}

/** Stands for words left out between others, so that these are no neighbours. Its hash is that of no word. */
const BREAK = 0;

function keep(tokens: Tokens, common: Uint8Array): Tokens {
  const kept: number[] = [];
  const [first, last] = [common.indexOf(0), common.lastIndexOf(0)];
  for (let at = first; at <= last; at++) if (!common[at] || !common[at - 1]) kept.push(at);
  const pick = (list: Uint32Array) => Uint32Array.from(kept, (at) => list[at] ?? 0);
  return {
    length: kept.length,
    exact: Uint32Array.from(kept, (at) => (common[at] ? BREAK : (tokens.exact[at] ?? 0))),
    kinds: Uint8Array.from(kept, (at) => (common[at] ? KIND.stop : (tokens.kinds[at] ?? 0))),
    starts: pick(tokens.starts),
    ends: pick(tokens.ends),
  };
}

import { eachGram, GRAM, gramAt, maskedHash } from './features';
import { NO_LIST } from './hash-table';
import type { Postings } from './hash-table';
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
  /** A bit for each counter of a common seed, false when there is none; made when it is first asked for, after all rows were learned from. */
  private known: Uint32Array | false | null;

  /** `data`: what another thread has learned. */
  constructor(data?: Uint32Array | null) {
    this.known = data === undefined ? null : (data ?? false);
  }

  /** A bit for each seed that is the words of a template; null when there is none. Plain data. */
  get data(): Uint32Array | null {
    return (this.known ??= this.commonCounters()) || null;
  }

  /** Takes in the next row's text. The same text again, or with other numbers, tells nothing of a template. */
  learn(tokens: Tokens): void {
    const hash = maskedHash(tokens);
    if (this.rows >= LEARNED_ROWS || this.seen.has(hash)) return;
    this.seen.add(hash);
    this.known = null;
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
    const known = (this.known ??= this.commonCounters());
    if (!known) return tokens;
    const common = new Uint8Array(tokens.length);
    let left = tokens.length;
    eachGram(tokens, (gram, at) => {
      const counter = gram & (COUNTERS - 1);
      if (((known[counter >> 5] ?? 0) & (1 << (counter & 31))) === 0) return;
      for (let place = at; place < at + GRAM; place++) {
        if (common[place] === 0) left--;
        common[place] = 1;
      }
    });
    return left === tokens.length || left === 0 ? tokens : keep(tokens, common);
  }

  /** The same without the seeds of benchmark items: what a question is made of is no template, however many rows have it. */
  apartFrom({ table }: Pick<Postings, 'table'>): Boilerplate {
    const known = this.data;
    if (!known) return this;
    const bits = known.slice();
    for (let place = 0; place < table.length; place += 2) {
      if (table[place + 1] === NO_LIST) continue;
      const counter = (table[place] ?? 0) & (COUNTERS - 1);
      bits[counter >> 5] = (bits[counter >> 5] ?? 0) & ~(1 << (counter & 31));
    }
    return new Boilerplate(bits);
  }

  /** A bit for each counter of a common seed; false when there is none. */
  private commonCounters(): Uint32Array | false {
    const limit = Math.max(LEAST_ROWS, this.rows * SHARE);
    const bits = new Uint32Array(COUNTERS / 32);
    let any = false;
    for (let counter = 0; counter < this.counts.length; counter++) {
      if ((this.counts[counter] ?? 0) < limit) continue;
      any = true;
      bits[counter >> 5] = (bits[counter >> 5] ?? 0) | (1 << (counter & 31));
    }
    return any && bits;
  }
}

/** Stands for words left out between others, so that these are no neighbours. Its hash is that of no word. */
export const BREAK = 0;

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

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { valueOf } from '../maths/arithmetic';
import type { Atom } from './compose';
import { numbersIn } from './number-text';

/** Which problems can follow which: those that hold the answer of the other once. Built row by row; keeps numbers, no texts. */
export class ChainIndex {
  /** Rows by each number that stands once in their problem. */
  private readonly holders = new Map<string, number[]>();
  /** The answer of each row that has one that is a number. */
  private readonly answers = new Map<number, string>();

  add(row: number, { problem, answer }: Atom): void {
    const value = valueOf(answer)?.toFraction();
    if (value === undefined) return;
    this.answers.set(row, value);
    for (const number of standingOnce(problem)) {
      const rows = this.holders.get(number);
      if (rows) rows.push(row);
      else this.holders.set(number, [row]);
    }
  }

  /** Up to `count` different chains of `length` rows, no row twice in one. Fewer when none is found in a while. */
  chains(length: number, count: number, random: RandomGenerator): number[][] {
    const starts = [...this.answers.keys()];
    const found = new Map<string, number[]>();
    for (let tries = 0; starts.length > 0 && found.size < count && tries < count * 100; tries++) {
      const chain = this.walk(starts[uniformInt(random, 0, starts.length - 1)] ?? 0, length, random);
      if (chain) found.set(chain.join(), chain);
    }
    return [...found.values()];
  }

  private walk(start: number, length: number, random: RandomGenerator): number[] | null {
    const chain = [start];
    for (let row = start; chain.length < length;) {
      const next = (this.holders.get(this.answers.get(row) ?? '') ?? []).filter(
        (each) => !chain.includes(each),
      );
      if (next.length === 0) return null;
      row = next[uniformInt(random, 0, next.length - 1)] ?? row;
      chain.push(row);
    }
    return chain;
  }
}

function standingOnce(problem: string): string[] {
  const times = new Map<string, number>();
  for (const { value } of numbersIn(problem)) {
    const number = value.toFraction();
    times.set(number, (times.get(number) ?? 0) + 1);
  }
  return [...times].filter(([, count]) => count === 1).map(([number]) => number);
}

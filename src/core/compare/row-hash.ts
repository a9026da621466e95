import { createHash } from 'node:crypto';
import { NumberColumn } from './number-column';

/**
 * 64 bits of a SHA-256, as two unsigned halves. Among ten million rows on each side the chance that any two different ones are
 * taken for equal is below one in a hundred thousand.
 */
export interface RowHash {
  low: number;
  high: number;
}

export function hashOf(of: Uint8Array | string): RowHash {
  return shortened(createHash('sha256').update(of).digest());
}

export function shortened(digest: Buffer): RowHash {
  return { low: digest.readUInt32LE(0), high: digest.readUInt32LE(4) };
}

/** Hashes of many rows, eight bytes each. */
export class HashColumn {
  private readonly lows = new NumberColumn();
  private readonly highs = new NumberColumn();

  get length(): number {
    return this.lows.length;
  }

  push({ low, high }: RowHash): void {
    this.lows.push(low);
    this.highs.push(high);
  }

  at(position: number): RowHash {
    return { low: this.lows.at(position), high: this.highs.at(position) };
  }

  low(position: number): number {
    return this.lows.at(position);
  }

  is(position: number, { low, high }: RowHash): boolean {
    return this.lows.at(position) === low && this.highs.at(position) === high;
  }

  same(one: number, other: number): boolean {
    return this.lows.at(one) === this.lows.at(other) && this.highs.at(one) === this.highs.at(other);
  }

  clear(): void {
    this.lows.clear();
    this.highs.clear();
  }
}

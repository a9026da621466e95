import { rowAround, TextFinder } from '../scan/find-text';
import type { Kernels } from '../scan/kernels';
import type { RowBlock } from '../scan/row-blocks';
import type { Needle } from './needle';

const LINE_FEED = 0x0a;

/** A row that may fit: its number in the file, and where it lies in the memory, without its line feed. */
export interface Candidate {
  row: number;
  start: number;
  end: number;
}

/** Picks the rows that may fit out of block after block of a file. */
export interface ChunkSearch {
  /** Rows that ended in the blocks so far. */
  readonly rows: number;
  /** In the order of the file. */
  candidates(block: RowBlock): Candidate[];
}

/** With needles: only rows that have one of them. */
export function chunkSearch(kernels: Kernels, needles: Needle[] | null): ChunkSearch {
  return needles?.length ? new NeedleSearch(kernels, needles) : new EveryRow(kernels);
}

class EveryRow implements ChunkSearch {
  rows = 0;
  private readonly kernels: Kernels;

  constructor(kernels: Kernels) {
    this.kernels = kernels;
  }

  candidates({ start, end }: RowBlock): Candidate[] {
    const { memory } = this.kernels;
    const found: Candidate[] = [];
    for (let at = start; at < end;) {
      const feed = memory.indexOf(LINE_FEED, at);
      const rowEnd = feed === -1 || feed >= end ? end : feed;
      found.push({ row: this.rows, start: at, end: rowEnd });
      if (rowEnd < end) this.rows++;
      at = rowEnd + 1;
    }
    return found;
  }
}

class NeedleSearch implements ChunkSearch {
  private readonly kernels: Kernels;
  private readonly finders: { finder: TextFinder; escapes: RegExp | null }[];
  rows = 0;

  constructor(kernels: Kernels, needles: Needle[]) {
    this.kernels = kernels;
    this.finders = needles.map(({ bytes, ignoreCase, escapes }, at) => ({
      finder: new TextFinder(
        kernels,
        bytes,
        ignoreCase,
        at === 0 && needles.some((needle) => needle.escapes !== null),
      ),
      escapes: escapes && escapePattern(escapes),
    }));
  }

  candidates(block: RowBlock): Candidate[] {
    const found = new Map<number, Candidate>();
    const before = this.rows;
    const counting = this.finders[0]?.finder; // it always runs, for the sake of the row numbers
    for (const [at, { finder, escapes }] of this.finders.entries()) {
      if (at > 0 && escapes && !counting?.escapesSeen) continue;
      if (at > 0 && !finder.isIn(block)) continue;
      finder.rows = before;
      finder.find(block, (row, place) =>
        this.take(found, escapes, row, rowAround(this.kernels.memory, block, place)),
      );
      this.rows = finder.rows;
    }
    const candidates = [...found.values()];
    return this.finders.length === 1 ? candidates : candidates.sort((a, b) => a.row - b.row);
  }

  private take(
    found: Map<number, Candidate>,
    escapes: RegExp | null,
    row: number,
    place: { start: number; end: number },
  ): void {
    if (found.has(row)) return;
    if (escapes?.test(this.kernels.memory.toString('latin1', place.start, place.end)) === false) return;
    found.set(row, { row, ...place });
  }
}

/** One of these characters as `\u00XX`. */
function escapePattern(characters: ReadonlySet<number>): RegExp {
  const codes = [...characters].map((code) => code.toString(16).padStart(2, '0'));
  return new RegExp(`\\\\u00(?:${codes.join('|')})`, 'i');
}

import { Slices } from '../scan/slices';
import { partOf, pushPiece, rowsIn, rowsInAll } from './piece';
import type { Piece, Splice } from './piece';
import { RowList } from './row-list';

/** So few splices are made one by one: a pass over all pieces would take longer. */
const FEW = 32;

/** What splices made of a list: the list then, the splices as they were made, and those that take each back. */
export interface Spliced {
  list: RowList;
  forward: Splice[];
  backward: Splice[];
}

/** What is put in the place of removed pieces. */
type Insert = (splice: Splice, removed: readonly Piece[]) => readonly Piece[];

/**
 * Makes splices one after the other; the list that comes in stays as it is. Those that follow each other down the list, or up,
 * are made in one pass, as an edit of many rows has them. Throws a RangeError when there are no such rows.
 */
export async function spliceMany(
  list: RowList,
  splices: readonly Splice[],
  insert: Insert = (splice) => splice.insert,
): Promise<Spliced> {
  const done: Spliced = { list: list.copy(), forward: [], backward: [] };
  const slices = new Slices();
  for (let at = 0; at < splices.length;) {
    const run = runFrom(splices, at);
    if (run.splices.length > FEW) await pass(done, run, insert, slices);
    else for (const splice of run.splices) spliceOne(done, splice, insert);
    at += run.splices.length;
    await slices.pause();
  }
  return done;
}

interface Run {
  splices: Splice[];
  /** Whether each stands before the one before it, rather than behind it. */
  up: boolean;
}

/** The splices from one on that follow each other in one direction. */
function runFrom(splices: readonly Splice[], from: number): Run {
  const run: Splice[] = [];
  let up: boolean | null = null;
  for (let at = from; at < splices.length; at++) {
    const [before, splice] = [run.at(-1), splices[at]];
    if (!splice) break;
    if (before) {
      const isBehind = splice.at >= before.at + rowsInAll(before.insert);
      const isBefore = splice.at + splice.remove <= before.at;
      if (up === null ? !isBehind && !isBefore : up ? !isBefore : !isBehind) break;
      up ??= !isBehind;
    }
    run.push(splice);
  }
  return { splices: run, up: up ?? false };
}

function spliceOne({ list, forward, backward }: Spliced, splice: Splice, insert: Insert): void {
  const { at, remove } = splice;
  const made = { at, remove, insert: insert(splice, list.slice(at, Math.min(remove, 1))) };
  backward.push(list.splice(made));
  forward.push(made);
}

async function pass(done: Spliced, { splices, up }: Run, insert: Insert, slices: Slices): Promise<void> {
  const walk = new Walk(done.list.pieces);
  const after: Piece[] = [];
  const made: { forward: Splice; backward: Splice }[] = [];
  let moved = 0; // by how many rows those behind stand further down than before
  for (const splice of up ? splices.toReversed() : splices) {
    const { at, remove } = splice;
    walk.take(up ? at : at - moved, after);
    const removed: Piece[] = [];
    walk.take(walk.row + remove, removed);
    const inserted = insert(splice, removed);
    for (const piece of inserted) pushPiece(after, piece);
    const rows = rowsInAll(inserted);
    moved += rows - remove;
    made.push({
      forward: { at, remove, insert: inserted },
      backward: { at, remove: rows, insert: removed },
    });
    await slices.pause();
  }
  walk.take(Infinity, after);
  for (const { forward, backward } of up ? made.toReversed() : made) {
    done.forward.push(forward);
    done.backward.push(backward);
  }
  done.list = new RowList(after);
}

/** Goes through the pieces of a list once, from its first row to its last. */
class Walk {
  /** The row that is next. */
  row = 0;
  private readonly pieces: readonly Piece[];
  private at = 0;
  /** Rows of the piece at hand that were taken. */
  private taken = 0;

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  /** Puts the rows before row `to` behind `into`. Throws when there are none, unless `to` is Infinity. */
  take(to: number, into: Piece[]): void {
    while (this.row < to) {
      const piece = this.pieces[this.at];
      if (!piece && to !== Infinity) throw new RangeError(`there are no rows up to ${to}`);
      if (!piece) return;
      const rows = Math.min(rowsIn(piece) - this.taken, to - this.row);
      pushPiece(into, partOf(piece, this.taken, this.taken + rows));
      this.row += rows;
      this.taken += rows;
      if (this.taken < rowsIn(piece)) continue;
      this.at++;
      this.taken = 0;
    }
  }
}

import type { AddedRows } from './added-rows';
import type { BaseFile, RowBytes } from './base-file';
import type { Step } from './edit-history';
import { Slices } from '../scan/slices';
import type { AddedPiece, Piece, Splice } from './piece';

const BATCH_BYTES = 1024 * 1024;

/**
 * The steps without any file row in them: the rows of the file that they put back are copied to the added rows, so that
 * undo and redo go on to work when the file has been replaced by a save.
 */
export async function detachSteps(
  steps: readonly Step[],
  base: BaseFile,
  added: AddedRows,
): Promise<Map<Step, Pick<Step, 'forward' | 'backward'>>> {
  const copies = await copyRows(fileRowsIn(steps), base, added);
  const detached = new Map<Step, Pick<Step, 'forward' | 'backward'>>();
  for (const step of steps) {
    const { forward, backward } = step;
    detached.set(step, { forward: withCopies(forward, copies), backward: withCopies(backward, copies) });
  }
  return detached;
}

function fileRowsIn(steps: readonly Step[]): number[] {
  const rows = new Set<number>();
  for (const { forward, backward } of steps) {
    for (const { insert } of [...forward, ...backward]) for (const piece of insert) addRows(piece, rows);
  }
  return [...rows].sort((a, b) => a - b);
}

function addRows(piece: Piece, rows: Set<number>): void {
  if (piece.kind === 'added') return;
  for (let within = 0; within < piece.count; within++) rows.add(piece.from + within);
}

async function copyRows(rows: number[], base: BaseFile, added: AddedRows): Promise<Map<number, AddedPiece>> {
  const copies = new Map<number, AddedPiece>();
  const slices = new Slices();
  let batch: { row: number; bytes: Uint8Array }[] = [];
  let size = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    const pieces = await added.append(batch.map(({ bytes }) => bytes));
    for (const [at, piece] of pieces.entries()) copies.set(batch[at]?.row ?? -1, piece);
    batch = [];
    size = 0;
  };
  for (const row of rows) {
    const bytes = withReturn(base.wholeRow(row));
    batch.push({ row, bytes });
    size += bytes.length;
    if (size > BATCH_BYTES) await flush();
    await slices.pause();
  }
  await flush();
  return copies;
}

/** A row's bytes as the added rows have them. */
export function withReturn({ bytes, carriageReturn }: RowBytes): Uint8Array {
  return carriageReturn ? Buffer.concat([bytes, Buffer.from('\r')]) : bytes;
}

function withCopies(splices: readonly Splice[], copies: Map<number, AddedPiece>): Splice[] {
  return splices.map(({ at, remove, insert }) => ({
    at,
    remove,
    insert: insert.flatMap((piece) => copiesOf(piece, copies)),
  }));
}

function copiesOf(piece: Piece, copies: Map<number, AddedPiece>): AddedPiece[] {
  if (piece.kind === 'added') return [{ kind: 'added', offset: piece.offset, size: piece.size }];
  const found: AddedPiece[] = [];
  for (let row = piece.from; row < piece.from + piece.count; row++) {
    const copy = copies.get(row);
    if (copy) found.push(copy);
  }
  return found;
}

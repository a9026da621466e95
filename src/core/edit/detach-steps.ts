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
  const copies = await copyRuns(fileRunsIn(steps), base, added);
  const detached = new Map<Step, Pick<Step, 'forward' | 'backward'>>();
  for (const step of steps) {
    const { forward, backward } = step;
    detached.set(step, { forward: withCopies(forward, copies), backward: withCopies(backward, copies) });
  }
  return detached;
}

/** Rows of the file that stand one after the other, and their copies. A set or map of rows would hold 16 million at most. */
interface CopiedRun {
  from: number;
  /** not included */
  end: number;
  copies: AddedPiece[];
}

/** The runs of the file's rows that steps put back, ascending, each row in one of them. */
function fileRunsIn(steps: readonly Step[]): CopiedRun[] {
  const pieces = steps
    .flatMap(({ forward, backward }) => [forward, backward])
    .flatMap((splices) => splices.flatMap(({ insert }) => insert))
    .filter((piece) => piece.kind === 'file')
    .toSorted((a, b) => a.from - b.from);
  const runs: CopiedRun[] = [];
  for (const { from, count } of pieces) {
    const last = runs.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, from + count);
    else runs.push({ from, end: from + count, copies: [] });
  }
  return runs;
}

async function copyRuns(runs: CopiedRun[], base: BaseFile, added: AddedRows): Promise<CopiedRun[]> {
  const slices = new Slices();
  let batch: { run: CopiedRun; bytes: Uint8Array }[] = [];
  let size = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    const pieces = await added.append(batch.map(({ bytes }) => bytes));
    for (const [at, piece] of pieces.entries()) batch[at]?.run.copies.push(piece);
    batch = [];
    size = 0;
  };
  for (const run of runs) {
    for (let row = run.from; row < run.end; row++) {
      const bytes = withReturn(base.wholeRow(row));
      batch.push({ run, bytes });
      size += bytes.length + 1;
      if (size > BATCH_BYTES) await flush();
      await slices.pause();
    }
  }
  await flush();
  return runs;
}

/** A row's bytes as the added rows have them. */
export function withReturn({ bytes, carriageReturn }: RowBytes): Uint8Array {
  return carriageReturn ? Buffer.concat([bytes, Buffer.from('\r')]) : bytes;
}

function withCopies(splices: readonly Splice[], runs: readonly CopiedRun[]): Splice[] {
  return splices.map(({ at, remove, insert }) => ({
    at,
    remove,
    insert: insert.flatMap((piece) => copiesOf(piece, runs)),
  }));
}

function copiesOf(piece: Piece, runs: readonly CopiedRun[]): AddedPiece[] {
  if (piece.kind === 'added') return [{ kind: 'added', offset: piece.offset, size: piece.size }];
  const run = runWith(piece.from, runs);
  return run ? run.copies.slice(piece.from - run.from, piece.from - run.from + piece.count) : [];
}

/** The last run that begins at or before a row. */
function runWith(row: number, runs: readonly CopiedRun[]): CopiedRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? Infinity) <= row) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

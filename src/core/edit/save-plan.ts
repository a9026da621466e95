import { textAt } from './file-layout';
import type { FileLayout } from './file-layout';
import type { Piece } from './piece';
import type { RowPlaces } from './row-places';
import type { CopySource } from './write-store';

/** Bytes of the new file, in order: a stretch of the old file or of the added rows, or a few bytes of its own. */
export type Stretch =
  { from: 'file' | 'added'; start: number; end: number } | { from: 'bytes'; bytes: string };

/** What a save reads: the dataset's file as it was opened, and the added rows. */
export interface SaveSources {
  file: CopySource;
  added: CopySource;
}

const MARK = '\xef\xbb\xbf';

/**
 * The new file, stretch by stretch. Rows keep their own line ends. When the file ended without a line feed as it was opened,
 * so does the new one: what stood behind the last row then stands behind whichever row is last, and a row that no longer is
 * gets a line end. A blank row at such an end keeps its line end, or it would be no row (alone behind a byte order mark it is
 * one). A document without rows is a file without bytes.
 */
export function* planSave(
  pieces: readonly Piece[],
  layout: FileLayout,
  places: RowPlaces,
  sources: SaveSources,
): Generator<Stretch> {
  let held: Run | null = null;
  let rows = 0;
  for (const piece of pieces) {
    const run = runOf(piece, layout, places);
    if (isEmpty(run, piece, layout)) continue;
    if (held) yield* innerRun(held, layout);
    else if (layout.form.mark) yield { from: 'bytes', bytes: MARK };
    held = run;
    rows += piece.kind === 'file' ? Math.min(piece.count, places.rows - piece.from) : 1;
  }
  if (!held) return;
  if (layout.form.ending === '\n') yield* innerRun(held, layout);
  else yield* lastRun(held, layout.form.mark && rows === 1, layout, sources);
}

/** Where the bytes of a piece stand, line feeds counted in. */
interface Run {
  from: 'file' | 'added';
  start: number;
  end: number;
}

function runOf(piece: Piece, layout: FileLayout, places: RowPlaces): Run {
  if (piece.kind === 'added') {
    return { from: 'added', start: piece.offset, end: piece.offset + piece.size + 1 };
  }
  const start = piece.from === 0 ? layout.mark : places.start(piece.from);
  const end = Math.min(
    layout.size,
    piece.count === Infinity ? Infinity : places.start(piece.from + piece.count),
  );
  return { from: 'file', start, end };
}

/** No rows in it; a file of nothing but a byte order mark has one. */
function isEmpty({ start, end }: Run, piece: Piece, { mark }: FileLayout): boolean {
  return end <= start && !(piece.kind === 'file' && piece.from === 0 && mark > 0);
}

function* innerRun({ from, start, end }: Run, layout: FileLayout): Generator<Stretch> {
  if (!endsUnended(from, end, layout)) return yield { from, start, end };
  yield { from, start, end: end - (layout.unended ?? 0) };
  yield { from: 'bytes', bytes: layout.lastLineEnd };
}

function* lastRun(
  { from, start, end }: Run,
  blankCounts: boolean,
  layout: FileLayout,
  sources: SaveSources,
): Generator<Stretch> {
  const source = sources[from];
  let valueEnd = end - 1;
  let lineEnd = '\n';
  if (endsUnended(from, end, layout)) {
    valueEnd = end - (layout.unended ?? 0);
    lineEnd = layout.lastLineEnd;
  } else if (valueEnd > start && textAt(source, valueEnd - 1, 1) === '\r') {
    valueEnd--;
    lineEnd = '\r\n';
  }
  yield { from, start, end: valueEnd };
  const blank = valueEnd === start || textAt(source, valueEnd - 1, 1) === '\n';
  const { ending } = layout.form;
  yield { from: 'bytes', bytes: blank && ending === '' && !blankCounts ? lineEnd : ending };
}

/** Whether a run ends with the file's last row, and that has no line feed. */
function endsUnended(from: 'file' | 'added', end: number, { size, unended }: FileLayout): boolean {
  return from === 'file' && unended !== null && end === size;
}

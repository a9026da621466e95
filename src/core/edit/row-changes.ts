import { valueAt } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import { decodeRow, parseRow } from '../row/parse';
import type { RowBytes } from './base-file';
import type { LineEnd } from './file-layout';
import type { AddedPiece, Piece, Splice } from './piece';
import { addField, removeField, replaceRow, setJson, setValue } from './row-edit';
import { RowEditRefusal } from './row-edit-refusal';
import type { RowStyle } from './row-style';

/** The rows of a document, for a change to look at. Row numbers are 0-based document rows. */
export interface ChangeableRows {
  readonly rowCount: number;
  /** Another number whenever a row number may stand for another row than before. */
  readonly numbering: number;
  /** How new rows end: most rows of the file end so. */
  readonly usualLineEnd: LineEnd;
  /** How the dataset's first row is written, for rows that do not show it themselves. */
  usualStyle(): RowStyle | undefined;
  row(row: number): Promise<RowBytes>;
  /** The pieces of `count` rows from `from` on. */
  slice(from: number, count: number): Piece[];
  /** Puts row texts on the disk. */
  keep(rows: RowBytes[]): Promise<AddedPiece[]>;
}

/** Works out a change of a document: the splices that make it, none when there is nothing to change. */
export type RowChange = (rows: ChangeableRows) => Promise<Splice[]>;

/** Changes one row's bytes. */
export function rewriteRow(
  row: number,
  rewrite: (bytes: Uint8Array, usual: RowStyle | undefined) => Uint8Array,
): RowChange {
  return async (rows) => {
    const old = await rows.row(row);
    const bytes = rewrite(old.bytes, rows.usualStyle());
    return bytes === old.bytes ? [] : [{ at: row, remove: 1, insert: await rows.keep([{ ...old, bytes }]) }];
  };
}

/** Sets a value; where the row has none there yet, it becomes the last field of its object or the next element of its list. */
export function setField(row: number, path: JsonPath, value: Json): RowChange {
  return rewriteRow(row, (bytes, usual) =>
    has(bytes, path) ? setValue(bytes, path, value, usual) : addField(bytes, path, value, usual),
  );
}

/** The same with JSON as typed. */
export function setFieldJson(row: number, path: JsonPath, json: string): RowChange {
  return rewriteRow(row, (bytes, usual) =>
    setJson(has(bytes, path) ? bytes : addField(bytes, path, null, usual), path, json),
  );
}

export function removeFieldOf(row: number, path: JsonPath): RowChange {
  return rewriteRow(row, (bytes) => removeField(bytes, path));
}

/** Another text for a whole row. */
export function setSource(row: number, text: string): RowChange {
  return rewriteRow(row, (bytes) => replaceRow(bytes, text));
}

/** New rows before row `at`; behind the last when `at` is the number of rows. */
export function insertRows(at: number, texts: string[]): RowChange {
  return async (rows) => {
    checkRows(rows, at, 0);
    const carriageReturn = rows.usualLineEnd === '\r\n';
    const added = texts.map((text) => ({ bytes: oneLine(text), carriageReturn }));
    return added.length === 0 ? [] : [{ at, remove: 0, insert: await rows.keep(added) }];
  };
}

export function deleteRows(from: number, count: number): RowChange {
  return async (rows) => {
    checkRows(rows, from, count);
    return count === 0 ? [] : [{ at: from, remove: count, insert: [] }];
  };
}

/** The same rows once more, behind themselves. */
export function duplicateRows(from: number, count: number): RowChange {
  return async (rows) => {
    checkRows(rows, from, count);
    const insert = rows.slice(from, count).map(asNew);
    return count === 0 ? [] : [{ at: from + count, remove: 0, insert }];
  };
}

/** Moves rows so that the first of them becomes row `to`, counted as if they had been taken out. */
export function moveRows(from: number, count: number, to: number): RowChange {
  return async (rows) => {
    checkRows(rows, from, count);
    checkRows(rows, to, count);
    if (from === to || count === 0) return [];
    const insert = rows.slice(from, count);
    return [
      { at: from, remove: count, insert: [] },
      { at: to, remove: 0, insert },
    ];
  };
}

/** A copy of an edited row is not that row. */
function asNew(piece: Piece): Piece {
  return piece.kind === 'file' ? piece : { kind: 'added', offset: piece.offset, size: piece.size };
}

function has(bytes: Uint8Array, path: JsonPath): boolean {
  const parsed = parseRow(decodeRow(bytes));
  return parsed.kind === 'value' && valueAt(parsed.value, path) !== undefined;
}

function oneLine(text: string): Uint8Array {
  if (text.includes('\n')) {
    throw new RowEditRefusal('line-break', 'A row is one line. Take the line breaks out.');
  }
  return Buffer.from(text);
}

function checkRows({ rowCount }: ChangeableRows, from: number, count: number): void {
  if (Number.isInteger(from) && from >= 0 && count >= 0 && from + count <= rowCount) return;
  throw new RangeError(`There is no row ${from + Math.max(count, 1)}: the dataset has ${rowCount} rows.`);
}

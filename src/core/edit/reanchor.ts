import type { DatasetFile } from '../dataset/dataset-file';
import type { IdentityRule } from '../row/key';
import type { AddedRows } from './added-rows';
import type { BaseFile } from './base-file';
import { changesByRow } from './changes-by-row';
import type { ChangesByRow } from './changes-by-row';
import { findRows, findRowsByTexts } from './find-rows';
import type { FoundRow, NotFound } from './find-rows';
import type { AddedPiece, Piece } from './piece';
import { RowList } from './row-list';

/** An edit that could not be made in the changed file. `row` is the file row (0-based) that it was about, before the change. */
export interface LostEdit {
  row: number;
  what: 'edit' | 'delete' | 'copy';
  why: NotFound | 'changed';
}

/** A document laid over a changed file. */
export interface Reanchored {
  list: RowList;
  /** Texts of edited rows that are gone stand at the end of the list, so that they are not lost. */
  lost: LostEdit[];
  /** Rows of the changed file (0-based) that both changed: they have the text of the edit. */
  alsoChanged: number[];
  /** How many rows stand at the end, because the row that they were or stood behind is not found. */
  atEnd: number;
}

/**
 * Makes the edits of a document in another state of its file: each row is found again by its key. What cannot be made is
 * reported; a text is never dropped. Reads both files to their ends, which must be indexed. `added`: the texts of the list.
 */
export async function reanchor(
  list: RowList,
  base: BaseFile,
  changed: DatasetFile,
  rule: IdentityRule,
  added: AddedRows,
): Promise<Reanchored> {
  const changes = changesByRow(list.pieces, base.dataset.index.rows);
  const found = (await base.isReadable())
    ? await findRows(rowsAbout(changes), base.dataset, changed, rule)
    : await findWrittenOver(changes, changed, rule, added);
  const places = new ChangedPlaces(found, changed.index.rows);
  for (const { row, piece } of changes.edited) places.edit(row, piece);
  const moved = movedRows(changes);
  for (const { from, count } of changes.deleted) {
    for (let row = from; row < from + count; row++) places.remove(row, moved.has(row));
  }
  for (const { after, piece } of changes.inserted) places.insert(after, piece);
  return places.result();
}

/** The file was written over in its place: what its rows were is known only of those that were edited here. */
async function findWrittenOver(
  changes: ChangesByRow,
  changed: DatasetFile,
  rule: IdentityRule,
  added: AddedRows,
): Promise<Map<number, FoundRow | NotFound>> {
  const texts: [number, Uint8Array][] = [];
  for (const { row, piece } of changes.edited) texts.push([row, withoutReturn(await added.read(piece))]);
  const found = await findRowsByTexts(texts, changed, rule);
  for (const row of rowsAbout(changes)) if (!found.has(row)) found.set(row, 'written over');
  return found;
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
}

/** Rows that stand elsewhere too: taken from their place even when somebody else changed them. */
function movedRows({ inserted }: ChangesByRow): Set<number> {
  return new Set(inserted.map(({ piece }) => (piece.kind === 'copy' ? piece.row : (piece.of ?? -1))));
}

function rowsAbout({ edited, deleted, inserted }: ChangesByRow): Set<number> {
  const rows = new Set<number>(edited.map(({ row }) => row));
  for (const { from, count } of deleted) for (let row = from; row < from + count; row++) rows.add(row);
  for (const { after, piece } of inserted) {
    if (after !== null) rows.add(after);
    if (piece.kind === 'copy') rows.add(piece.row);
  }
  return rows;
}

/** What is to become of each row of the changed file. */
class ChangedPlaces {
  private readonly found: Map<number, FoundRow | NotFound>;
  private readonly rows: number;
  private readonly lost: LostEdit[] = [];
  private readonly alsoChanged: number[] = [];
  private atEnd = 0;
  /** Another text for a row, or null where it is deleted. */
  private readonly instead = new Map<number, AddedPiece | null>();
  /** What stands behind a row; -1 is the start of the file. */
  private readonly behind = new Map<number, Piece[]>();

  constructor(found: Map<number, FoundRow | NotFound>, rows: number) {
    this.found = found;
    this.rows = rows;
  }

  edit(row: number, piece: AddedPiece): void {
    const place = this.place(row);
    if (typeof place === 'string') {
      this.lost.push({ row, what: 'edit', why: place });
      this.put(null, withoutOrigin(piece));
      return;
    }
    if (place.changed) this.alsoChanged.push(place.row);
    this.instead.set(place.row, { ...piece, of: place.row });
  }

  /** A row that somebody else changed is not deleted, and one that is gone need not be. */
  remove(row: number, moved: boolean): void {
    const place = this.place(row);
    if (place === 'gone') return;
    if (typeof place === 'string') this.lost.push({ row, what: 'delete', why: place });
    else if (place.changed && !moved) this.lost.push({ row, what: 'delete', why: 'changed' });
    else this.instead.set(place.row, null);
  }

  insert(after: number | null, piece: ChangesByRow['inserted'][number]['piece']): void {
    const anchor = after === null ? -1 : this.place(after);
    const behind = typeof anchor === 'string' ? null : typeof anchor === 'number' ? anchor : anchor.row;
    if (piece.kind === 'added') return this.put(behind, withoutOrigin(piece));
    const place = this.place(piece.row);
    if (typeof place === 'string') this.lost.push({ row: piece.row, what: 'copy', why: place });
    else this.put(behind, { kind: 'file', from: place.row, count: 1 });
  }

  result(): Reanchored {
    const list = new RowList();
    const touched = new Set([...this.instead.keys(), ...this.behind.keys()]);
    for (const row of [...touched].sort((a, b) => b - a)) {
      const instead = this.instead.get(row);
      const insert = [...(instead ? [instead] : []), ...(this.behind.get(row) ?? [])];
      const replaced = instead !== undefined;
      list.splice({ at: replaced ? row : row + 1, remove: replaced ? 1 : 0, insert });
    }
    return { list, lost: this.lost, alsoChanged: this.alsoChanged, atEnd: this.atEnd };
  }

  private place(row: number): FoundRow | NotFound {
    return this.found.get(row) ?? 'gone';
  }

  /** Puts a piece behind a row, or at the end of the file. */
  private put(behind: number | null, piece: Piece): void {
    if (behind === null) this.atEnd++;
    const row = behind ?? this.rows - 1;
    const there = this.behind.get(row);
    if (there) there.push(piece);
    else this.behind.set(row, [piece]);
  }
}

function withoutOrigin({ offset, size }: AddedPiece): AddedPiece {
  return { kind: 'added', offset, size };
}

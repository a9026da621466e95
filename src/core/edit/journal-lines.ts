import * as z from 'zod';
import { fileIdentitySchema } from './file-identity';
import type { FileIdentity } from './file-identity';
import { rowsInAll } from './piece';
import type { Piece, Splice } from './piece';

// A journal is JSON Lines: a header, then a line for each edit, or several for a large one. Undo and redo are edits too.
//   {"v":1,"dataset":"/data/a.jsonl","base":{"size":...,"mtimeMs":...,"id":...,"fingerprint":...}}
//   {"edit":0,"part":0,"last":true,"splices":[{"at":3,"remove":1,"insert":[{"added":0,"bytes":17,"of":3}]}]}
//   {"saved":{"size":...}}        the edits so far are in the file that has this identity
// An edit number that comes again takes back what stands from that number on: it was never acknowledged.

const JOURNAL_FORMAT = 1;
/** Pieces on a line, at most: a line is written and read in one go. */
const PIECES_ON_A_LINE = 2000;

const endless = z.number().nullable(); // null is "up to the end"
const pieceSchema = z.union([
  z.object({ file: z.number(), rows: endless }),
  z.object({ added: z.number(), bytes: z.number(), of: z.number().optional() }),
]);
const spliceSchema = z.object({ at: z.number(), remove: endless, insert: z.array(pieceSchema) });
const headerSchema = z.object({
  v: z.literal(JOURNAL_FORMAT),
  dataset: z.string(),
  base: fileIdentitySchema,
});
const editSchema = z.object({
  edit: z.number(),
  part: z.number(),
  last: z.boolean(),
  splices: z.array(spliceSchema),
});
const lineSchema = z.union([headerSchema, editSchema, z.object({ saved: fileIdentitySchema })]);

type WrittenPiece = z.infer<typeof pieceSchema>;
export type EditLine = z.infer<typeof editSchema>;
export type JournalLine = z.infer<typeof lineSchema>;

/** A line of a journal; null when it is not one. */
export function readLine(text: string): JournalLine | null {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function headerLine(dataset: string, base: FileIdentity): string {
  return lineOf({ v: JOURNAL_FORMAT, dataset, base });
}

export function savedLine(saved: FileIdentity): string {
  return lineOf({ saved });
}

/** The lines of one edit. */
export function* editLines(number: number, splices: readonly Splice[]): Generator<string> {
  let line: Splice[] = [];
  let pieces = 0;
  let part = 0;
  const written = (last: boolean) =>
    lineOf({ edit: number, part: part++, last, splices: line.map(writeSplice) });
  for (const splice of splices.flatMap(inShortSplices)) {
    if (pieces + splice.insert.length > PIECES_ON_A_LINE || line.length >= PIECES_ON_A_LINE) {
      yield written(false);
      line = [];
      pieces = 0;
    }
    line.push(splice);
    pieces += splice.insert.length;
  }
  yield written(true);
}

export function splicesOf({ splices }: EditLine): Splice[] {
  return splices.map(({ at, remove, insert }) => ({
    at,
    remove: remove ?? Infinity,
    insert: insert.map(readPiece),
  }));
}

function lineOf(line: JournalLine): string {
  return `${JSON.stringify(line)}\n`;
}

function inShortSplices(splice: Splice): Splice[] {
  const parts: Splice[] = [];
  let { at, remove } = splice;
  for (let from = 0; from === 0 || from < splice.insert.length; from += PIECES_ON_A_LINE) {
    const insert = splice.insert.slice(from, from + PIECES_ON_A_LINE);
    parts.push({ at, remove, insert });
    at += rowsInAll(insert);
    remove = 0;
  }
  return parts;
}

function writeSplice({ at, remove, insert }: Splice) {
  return { at, remove: finite(remove), insert: insert.map(writePiece) };
}

function writePiece(piece: Piece): WrittenPiece {
  if (piece.kind === 'file') return { file: piece.from, rows: finite(piece.count) };
  return {
    added: piece.offset,
    bytes: piece.size,
    ...(piece.of === undefined ? {} : { of: piece.of }),
  };
}

function readPiece(piece: WrittenPiece): Piece {
  if ('file' in piece) return { kind: 'file', from: piece.file, count: piece.rows ?? Infinity };
  const { added: offset, bytes: size, of } = piece;
  return { kind: 'added', offset, size, ...(of === undefined ? {} : { of }) };
}

function finite(count: number): number | null {
  return count === Infinity ? null : count;
}

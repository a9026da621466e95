import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  deleteRows,
  duplicateRows,
  insertRows,
  moveRows,
  rewriteRow,
} from '../../../src/core/edit/row-changes';
import type { RowChange } from '../../../src/core/edit/row-changes';
import { dataFolder } from '../real-data';

/** Edits by row numbers that fit a document of a given size. */
export type RowEdit =
  | { kind: 'set'; row: number; text: string }
  | { kind: 'insert'; row: number; texts: string[] }
  | { kind: 'delete' | 'duplicate'; row: number; count: number }
  | { kind: 'move'; row: number; count: number; to: number };

/** Lines of all kinds, without a line feed in them. Some are JSON; none begins with a byte order mark. */
const OWN_LINES = ['', ' ', '{"a":1}', '{"a": "\\u00e9", "b": [1.0]}', '\0', '\xff{"a":1}', 'x\ry', '{"é":'];

function lines(): Buffer[] {
  const own = OWN_LINES.map((line) => Buffer.from(line, 'latin1'));
  const folder = path.join(dataFolder() ?? '', 'JSONTestSuite', 'test_parsing');
  if (!existsSync(folder)) return own;
  const suite = readdirSync(folder).flatMap((name) => linesOf(readFileSync(path.join(folder, name))));
  return [...own, ...suite.filter((line) => line.length < 200 && line[0] !== 0xef)];
}

function linesOf(bytes: Buffer): Buffer[] {
  const found = bytes.toString('latin1').split('\n');
  return found.map((line) => Buffer.from(line, 'latin1'));
}

const line = fc.constantFrom(...lines());
const lineEnd = fc.oneof(
  { weight: 3, arbitrary: fc.constant('\n') },
  { weight: 2, arbitrary: fc.constant('\r\n') },
);

/** A file: any lines, mixed line ends, with and without byte order mark and last line end. */
export const fileBytes: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.tuple(line, lineEnd), { maxLength: 12 }),
    fc.option(line, { nil: Buffer.from([]) }),
  )
  .map(([mark, ended, last]) =>
    Buffer.concat([
      ...(mark ? [Buffer.from('\xef\xbb\xbf', 'latin1')] : []),
      ...ended.flatMap(([bytes, end]) => [bytes, Buffer.from(end)]),
      last,
    ]),
  );

/** Numbers from which an edit is made that fits a document. */
export const dice = fc.record({
  kind: fc.constantFrom('set', 'set', 'insert', 'delete', 'duplicate', 'move' as const),
  row: fc.nat(1000),
  count: fc.nat(1000),
  to: fc.nat(1000),
  texts: fc.array(fc.constantFrom('{"new":1}', '', 'é', '{"a": "\\u00e9"}', 'x'), {
    minLength: 1,
    maxLength: 3,
  }),
});
export type Dice = typeof dice extends fc.Arbitrary<infer T> ? T : never;

/** The edit that these dice mean for a document with `rows` rows; null when there is nothing to do. */
export function editOf({ kind, row: at, count: many, to, texts }: Dice, rows: number): RowEdit | null {
  if (kind === 'insert') return { kind, row: at % (rows + 1), texts };
  if (rows === 0) return null;
  const row = at % rows;
  const count = 1 + (many % Math.min(3, rows - row));
  if (kind === 'set') return { kind, row, text: texts[0]! };
  if (kind === 'move') return { kind, row, count, to: to % (rows - count + 1) };
  return { kind: kind === 'delete' ? 'delete' : 'duplicate', row, count };
}

export function changeOfEdit(edit: RowEdit): RowChange {
  switch (edit.kind) {
    case 'set':
      return rewriteRow(edit.row, () => Buffer.from(edit.text));
    case 'insert':
      return insertRows(edit.row, edit.texts);
    case 'delete':
      return deleteRows(edit.row, edit.count);
    case 'duplicate':
      return duplicateRows(edit.row, edit.count);
    case 'move':
      return moveRows(edit.row, edit.count, edit.to);
  }
}

import type { PathPattern } from '../field/path-pattern';
import { isObject, pathText, valueAt } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import { decodeRow, parseRow } from '../row/parse';
import { addField, removeField, renameField, setValue } from './row-edit';
import { RowEditRefusal } from './row-edit-refusal';
import type { RowStyle } from './row-style';

/** One change to be made in many rows. `path` may have null in it: every element of a list. */
export type BulkChange =
  /** Sets a field, and adds it where a row lacks it. */
  | { kind: 'set'; path: PathPattern; value: Json }
  /** Replaces text within a field's texts; `flags` makes `find` a regular expression, and `$1` count in `replacement`. */
  | { kind: 'replace'; path: PathPattern; find: string; flags?: string; replacement: string }
  | { kind: 'remove'; path: PathPattern }
  /** Renames the last key of the path. */
  | { kind: 'rename'; path: PathPattern; to: string };

/** A value that a bulk edit changes; undefined where there is none, before or after. */
export interface ValueChange {
  path: string;
  before: Json | undefined;
  after: Json | undefined;
}

/** What a bulk edit makes of one row. */
export type BulkOutcome =
  | { kind: 'changed'; bytes: Uint8Array; values: ValueChange[] }
  | { kind: 'unchanged' }
  | { kind: 'refused'; message: string };

/** Applies a bulk edit to one row's bytes. Never throws for what is in the row; a bad regular expression throws a SyntaxError. */
export function changeRow(row: Uint8Array, change: BulkChange, usual?: RowStyle): BulkOutcome {
  const replace = change.kind === 'replace' ? replacerOf(change) : null;
  const parsed = parseRow(decodeRow(row));
  if (parsed.kind === 'blank') return { kind: 'unchanged' };
  if (parsed.kind === 'broken') return { kind: 'refused', message: 'This row is not JSON.' };
  try {
    let bytes = row;
    const values: ValueChange[] = [];
    for (const path of pathsOf(parsed.value, change)) {
      const next = changePath(bytes, path, valueAt(parsed.value, path), change, replace, usual);
      if (next.bytes === bytes) continue;
      bytes = next.bytes;
      values.push({ path: pathText(path), before: valueAt(parsed.value, path), after: next.after });
    }
    return values.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', bytes, values };
  } catch (error) {
    if (error instanceof RowEditRefusal) return { kind: 'refused', message: error.message };
    throw error;
  }
}

/** From the last to the first when elements are removed, so that the others keep their positions. */
function pathsOf(value: Json, change: BulkChange): JsonPath[] {
  const paths = [...pathsAt(value, change.path)];
  if (change.kind === 'remove') return paths.toReversed();
  const isPlain = change.path.every((part) => part !== null);
  if (change.kind !== 'set' || paths.length > 0 || !isPlain) return paths;
  return [change.path.filter((part) => part !== null)];
}

function changePath(
  row: Uint8Array,
  path: JsonPath,
  before: Json | undefined,
  change: BulkChange,
  replace: ((text: string) => string) | null,
  usual: RowStyle | undefined,
): { bytes: Uint8Array; after: Json | undefined } {
  switch (change.kind) {
    case 'set': {
      const bytes = before === undefined ? addField : setValue;
      return { bytes: bytes(row, path, change.value, usual), after: change.value };
    }
    case 'replace': {
      if (typeof before !== 'string' || !replace) return { bytes: row, after: before };
      const after = replace(before);
      return { bytes: after === before ? row : setValue(row, path, after, usual), after };
    }
    case 'remove':
      return { bytes: removeField(row, path), after: undefined };
    case 'rename':
      return { bytes: renameField(row, path, change.to, usual), after: before };
  }
}

function replacerOf({ find, flags, replacement }: Extract<BulkChange, { kind: 'replace' }>) {
  if (flags === undefined)
    return (text: string) => (find === '' ? text : text.replaceAll(find, () => replacement));
  const expression = new RegExp(find, [...new Set(`${flags}g`)].join(''));
  return (text: string) => text.replaceAll(expression, replacement);
}

/** The ways to every value that a pattern leads to. A list where a key is asked for stands for its elements. */
function* pathsAt(value: Json | undefined, pattern: PathPattern, way: JsonPath = []): Generator<JsonPath> {
  if (value === undefined) return;
  const [part, ...rest] = pattern;
  if (part === undefined) yield way;
  else if (Array.isArray(value)) {
    if (typeof part === 'number') yield* pathsAt(value[part], rest, [...way, part]);
    else
      for (const [at, one] of value.entries())
        yield* pathsAt(one, part === null ? rest : pattern, [...way, at]);
  } else if (typeof part === 'string' && isObject(value) && Object.hasOwn(value, part)) {
    yield* pathsAt(value[part], rest, [...way, part]);
  }
}

import { parsePath } from '../../src/core/field/path-pattern';
import { isObject, jsonText, pathText, valueAt } from '../../src/core/row/json';
import type { Json, JsonPath } from '../../src/core/row/json';
import { spanOfValue } from '../../src/core/row/value-span';
import type { RowEdit, SeenRow } from '../../src/protocol/row-edit';
import { judgeJson } from './json-judgement';
import type { Place, Warning } from './json-judgement';
import { forTextBox, fromTextBox, lineBreaksOf } from './line-breaks';

/** A row whose fields are edited. */
export interface EditedRow {
  seen: SeenRow;
  /** The row as it stands in the file, and its value. */
  text: string;
  value: Json;
}

/** A field as it is being edited. */
export interface FieldDraft {
  /** Null for a field that the row does not have yet: its path is typed. */
  path: JsonPath | null;
  typedPath: string;
  /** A text is typed as people read it, or as the JSON that stands in the file. */
  as: 'text' | 'json';
  typed: string;
  /** What would be typed if nothing were changed; null for a new field. */
  found: string | null;
}

/** What is to be said of a draft. */
export type DraftJudgement =
  | { kind: 'same' }
  | { kind: 'wrong'; message: string; place: Place | null }
  | { kind: 'ready'; edit: RowEdit; joined: boolean; warning: Warning | null };

/** The value that a draft stands for; undefined while it stands for none. */
export function valueOf(draft: FieldDraft): Json | undefined {
  if (draft.as === 'text') return draft.typed;
  const judged = judgeJson(draft.typed);
  return judged.kind === 'right' ? judged.value : undefined;
}

/** The draft of a field as it stands in the row. */
export function draftOf(row: EditedRow, path: JsonPath, as?: 'text' | 'json'): FieldDraft {
  const value = valueAt(row.value, path) ?? null;
  const form = as ?? (typeof value === 'string' && lineBreaksOf(value) !== 'mixed' ? 'text' : 'json');
  const typed = form === 'text' && typeof value === 'string' ? forTextBox(value) : sourceOf(row, path);
  return { path, typedPath: pathText(path), as: form, typed, found: typed };
}

export function draftOfNewField(): FieldDraft {
  return { path: null, typedPath: '', as: 'text', typed: '', found: null };
}

/** The JSON of a value as the row has it, escapes and all. Nested too deeply to be found, as it would be written. */
function sourceOf(row: EditedRow, path: JsonPath): string {
  const span = spanOfValue(row.text, path);
  return span ? row.text.slice(span.start, span.end) : jsonText(valueAt(row.value, path) ?? null);
}

/** Whether a draft can be turned between text and JSON: it is a text, of lines that a text box can hold. */
export function canTurn(draft: FieldDraft): boolean {
  const text = draft.as === 'text' ? draft.typed : textOf(draft.typed);
  return text !== null && lineBreaksOf(text) !== 'mixed';
}

/** The draft as JSON instead of text, or the other way round. What was not changed is as the row has it. */
export function turned(row: EditedRow, draft: FieldDraft): FieldDraft {
  if (!canTurn(draft)) return draft;
  const as = draft.as === 'text' ? 'json' : 'text';
  const start: FieldDraft = draft.path ? draftOf(row, draft.path, as) : { ...draft, as };
  if (draft.typed === draft.found) return start;
  const typed =
    as === 'json' ? jsonText(fromTextBox(draft.typed, breaksIn(row, draft))) : textOf(draft.typed);
  return typed === null ? draft : { ...start, typed: as === 'text' ? forTextBox(typed) : typed };
}

function textOf(json: string): string | null {
  const judged = judgeJson(json);
  return judged.kind === 'right' && typeof judged.value === 'string' ? judged.value : null;
}

/** What a draft would do to the row, or why it cannot be done. */
export function judgeDraft(row: EditedRow, draft: FieldDraft): DraftJudgement {
  if (draft.typed === draft.found) return { kind: 'same' };
  const path = draft.path ?? newPath(row.value, draft.typedPath);
  if (typeof path === 'string') return { kind: 'wrong', message: path, place: null };
  const { seen } = row;
  if (draft.as === 'text') {
    const value = fromTextBox(draft.typed, breaksIn(row, draft));
    return { kind: 'ready', edit: { kind: 'value', row: seen, path, value }, joined: false, warning: null };
  }
  const judged = judgeJson(draft.typed);
  if (judged.kind === 'wrong') return judged;
  const edit: RowEdit = { kind: 'json', row: seen, path, json: judged.json.trim() };
  return { kind: 'ready', edit, joined: judged.joined, warning: judged.warning };
}

function breaksIn(row: EditedRow, { path }: FieldDraft) {
  const value = path ? valueAt(row.value, path) : undefined;
  return typeof value === 'string' ? lineBreaksOf(value) : 'lf';
}

/** The path of a field to add, or in words why there cannot be one. */
function newPath(row: Json, typed: string): JsonPath | string {
  const pattern = parsePath(typed.trim());
  if (typed.trim() === '') return 'Type the path of the new field, such as meta.level.';
  const path = pattern?.filter((part) => part !== null);
  if (!path || path.length !== pattern?.length)
    return `${typed} is not a path, such as meta.level or steps[2].`;
  if (valueAt(row, path) !== undefined)
    return `This row has ${pathText(path)} already. Choose it in the list.`;
  return placeFor(row, path) ?? path;
}

/** Why the row has no place for a new value; null when it has. */
function placeFor(row: Json, path: JsonPath): string | null {
  const last = path.at(-1);
  const above = path.slice(0, -1);
  const parent = valueAt(row, above);
  const name = above.length > 0 ? pathText(above) : 'the row';
  if (parent === undefined) return `This row has no ${name}. Add that first.`;
  if (typeof last === 'string')
    return isObject(parent) ? null : `${name} is not an object: it has no fields.`;
  if (!Array.isArray(parent)) return `${name} is not a list: it has no elements.`;
  return last === parent.length ? null : `The next element of ${name} is [${parent.length}].`;
}

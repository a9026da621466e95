import { pathText } from '../../src/core/row/json';
import type { Json, JsonPath } from '../../src/core/row/json';
import { rowFields } from '../../src/core/row/row-fields';
import type { Dialect } from '../../src/core/maths/dialect';
import { tracesToLabel } from '../../src/core/annotation/labelling';
import type { Reading, SourceText } from '../../src/core/profile/reading';
import type { Cursor } from '../cursor';

/** Where editing begins: a field, and an offset in its text where that is of a part. */
export interface FieldPlace {
  path: JsonPath;
  /** UTF-16 */
  offset: number;
}

/** The text at the cursor: the step in hand, else the problem, else the row's first text, else its first field. */
export function fieldAtCursor(value: Json, reading: Reading, cursor: Cursor): FieldPlace | null {
  const trace = tracesToLabel(reading.traces)[cursor.trace];
  const step = trace?.steps[cursor.step]?.source ?? (trace && trace.finalAnswer);
  const source = step ?? reading.problem[0];
  if (source) return { path: source.path, offset: source.start };
  const path = firstField(value);
  return path && { path, offset: 0 };
}

/** Fields looked at to find a text. */
const LOOKED_AT = 1000;

function firstField(value: Json): JsonPath | null {
  let first: JsonPath | null = null;
  let seen = 0;
  for (const field of rowFields(value)) {
    if (typeof field.value === 'string') return field.path;
    first ??= field.path;
    if (++seen > LOOKED_AT) break;
  }
  return first;
}

/** How the text at a path is written, as far as the row's reading tells. */
export function dialectAt(reading: Reading, path: JsonPath): Dialect {
  const name = pathText(path);
  return sourcesOf(reading).find((source) => pathText(source.path) === name)?.dialect ?? 'markdown';
}

function sourcesOf({ problem, answers, hints, concepts, context, traces }: Reading): SourceText[] {
  const references = [...hints, ...concepts].flatMap((each) => (each.kind === 'text' ? [each.source] : []));
  const steps = traces.flatMap((trace) => trace.steps.map(({ source }) => source));
  const finals = traces.flatMap(({ finalAnswer }) => finalAnswer ?? []);
  return [...problem, ...steps, ...finals, ...answers, ...references, ...context.map(({ source }) => source)];
}

import { setImmediate as turn } from 'node:timers/promises';
import { identifyRow, keyOf } from './key';
import type { IdentityRule, RowIdentity } from './key';
import { parseRow } from './parse';
import type { Json } from './json';

/** The lines of a text, each of them a row. */
export interface Lines {
  readonly count: number;
  /** 0-based; undefined where the text has no such line. */
  line(at: number): string | undefined;
}

/** A row that was seen at `number` (0-based) once. */
export interface SoughtRow {
  key: string;
  number: number;
}

/** A row where it stands now. */
export interface RowInLines extends RowIdentity {
  /** 0-based */
  line: number;
  text: string;
  value: Json | undefined;
}

/** A row that moved is looked for so many lines around the place where it should be, */
const NEAR = 50;
/** and else in all lines, so many at a time: what else goes on comes to its turn. */
const SLICE = 500;

/**
 * Where rows stand in a text that may have changed since they were seen, by their keys; rows that are gone are missing. Rows that
 * did not move, or moved together, cost one line each. Stops early, with what it has, once `isStale` says so.
 */
export async function rowsInLines(
  lines: Lines,
  rule: IdentityRule,
  sought: readonly SoughtRow[],
  isStale: () => boolean = () => false,
): Promise<Map<string, RowInLines>> {
  const found = new Map<string, RowInLines>();
  const missing = new Set<string>();
  let shift = 0;
  for (const { key, number } of sought.toSorted((a, b) => a.number - b.number)) {
    const at = placesAround(number, shift).find((line) => keyAt(lines, rule, line) === key);
    const row = at === undefined ? null : rowAt(lines, rule, at);
    if (!row) missing.add(key);
    else {
      shift = row.line - number;
      found.set(key, row);
    }
  }
  for (let line = 0; line < lines.count && missing.size > 0; line++) {
    if (line % SLICE === SLICE - 1) await turn();
    if (isStale()) break;
    const key = keyAt(lines, rule, line);
    const row = key !== null && missing.delete(key) ? rowAt(lines, rule, line) : null;
    if (row) found.set(row.key, row);
  }
  return found;
}

/** Where the row before moved, where it stood itself, and then ever further away. */
function placesAround(number: number, shift: number): number[] {
  const around = Array.from({ length: NEAR }, (_, by) => [number + shift + by + 1, number + shift - by - 1]);
  return [...new Set([number + shift, number, ...around.flat()])].filter((at) => at >= 0);
}

function keyAt(lines: Lines, rule: IdentityRule, at: number): string | null {
  const text = lines.line(at);
  return text === undefined ? null : keyOf(Buffer.from(text), valueOf(text), rule);
}

function rowAt(lines: Lines, rule: IdentityRule, line: number): RowInLines | null {
  const text = lines.line(line);
  if (text === undefined) return null;
  const value = valueOf(text);
  return { line, text, value, ...identifyRow(Buffer.from(text), value, rule) };
}

function valueOf(text: string): Json | undefined {
  const parsed = parseRow(text);
  return parsed.kind === 'value' ? parsed.value : undefined;
}

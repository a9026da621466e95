import { findNodeAtLocation, getLocation, parseTree } from 'jsonc-parser';
import type { JsonPath } from './json';

/** Where the value at `path` stands in the row's text (UTF-16 offsets), or null where the row has none. */
export function spanOfValue(text: string, path: JsonPath): { start: number; end: number } | null {
  try {
    const tree = parseTree(text);
    const node = tree && findNodeAtLocation(tree, path);
    return node ? { start: node.offset, end: node.offset + node.length } : null;
  } catch {
    return null; // nested more deeply than a recursive parser can go
  }
}

/** The path of the text that stands at an offset of a row's text; empty where a key stands, or nothing but signs of JSON. */
export function pathOfString(text: string, offset: number): JsonPath {
  try {
    const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
    return isAtPropertyKey || previousNode?.type !== 'string' ? [] : path;
  } catch {
    return []; // nested more deeply than a recursive parser can go
  }
}

/** Where a part of the string at `path` stands in the row's text; `part` counts UTF-16 units of the decoded string. */
export function spanInString(
  text: string,
  path: JsonPath,
  part: { start: number; end: number },
): { start: number; end: number } | null {
  const whole = spanOfValue(text, path);
  if (!whole || text[whole.start] !== '"') return whole;
  return {
    start: placeInString(text, whole.start + 1, part.start),
    end: placeInString(text, whole.start + 1, part.end),
  };
}

/** The offset in a row's text of the unit that comes `units` after the one at `from`, inside a JSON string. */
function placeInString(text: string, from: number, units: number): number {
  let at = from;
  for (let left = units; left > 0 && at < text.length; left--) at += escapeLength(text, at);
  return at;
}

/** How long the writing of one unit of a JSON string is (RFC 8259, section 7). */
function escapeLength(text: string, at: number): number {
  if (text[at] !== '\\') return 1;
  return text[at + 1] === 'u' ? 6 : 2;
}

/** Which part of the string at `path` stands at `span` of the row's text, as `spanInString` has it; null when none does. */
export function partOfString(
  text: string,
  path: JsonPath,
  span: { start: number; end: number },
): { start: number; end: number } | null {
  const whole = spanOfValue(text, path);
  if (!whole || text[whole.start] !== '"' || span.start <= whole.start || span.end >= whole.end) return null;
  return {
    start: unitsBefore(text, whole.start + 1, span.start),
    end: unitsBefore(text, whole.start + 1, span.end),
  };
}

/** How many units of a decoded JSON string stand from `from` to `to` of the row's text. */
function unitsBefore(text: string, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; units++) at += escapeLength(text, at);
  return units;
}

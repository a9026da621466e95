import { findNodeAtLocation, parseTree } from 'jsonc-parser';
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
  for (let left = units; left > 0 && at < text.length; left--) {
    if (text[at] !== '\\') at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2; // RFC 8259, section 7
  }
  return at;
}

/** How many units of the decoded string at `path` stand before an offset of the row's text; 0 where that is not in the string. */
export function unitsBefore(text: string, path: JsonPath, offset: number): number {
  const whole = spanOfValue(text, path);
  if (!whole || text[whole.start] !== '"') return 0;
  let units = 0;
  for (let at = whole.start + 1; at < Math.min(offset, whole.end); units++) at = placeInString(text, at, 1);
  return units;
}

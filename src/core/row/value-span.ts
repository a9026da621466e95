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

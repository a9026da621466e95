import { findNodeAtOffset, getNodePath, parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { JsonPath } from '../row/json';
import { factsAt } from './value-facts';
import type { NamedSchema, ValueFacts } from './value-facts';

/** What is said of a key or a value of a row. */
export interface ExplainedPlace {
  path: JsonPath;
  /** The key or value itself (UTF-16 offsets in the row's text). */
  start: number;
  end: number;
  facts: ValueFacts[];
}

/** In UTF-16 units of the row's text: what is longer is read, and its key explains it. */
const LONGEST_VALUE = 80;

/**
 * What the schemas say of the key or value at an offset of a row's text, which may be half typed. Null where they say nothing, and
 * for prose.
 */
export function explainPlace(
  text: string,
  offset: number,
  schemas: readonly NamedSchema[],
): ExplainedPlace | null {
  const node = nodeAt(text, offset);
  if (!node || node.type === 'object' || node.type === 'array' || node.length > LONGEST_VALUE) return null;
  const path = getNodePath(node);
  const facts = factsAt(schemas, path);
  return facts.length > 0 ? { path, start: node.offset, end: node.offset + node.length, facts } : null;
}

function nodeAt(text: string, offset: number): Node | undefined {
  try {
    const root = parseTree(text);
    return root && findNodeAtOffset(root, offset);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested more deeply than a recursive parser can go
    return undefined;
  }
}

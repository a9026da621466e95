import type { SourceText } from '../../src/core/profile/reading';
import type { Nodes } from './markdown';
import { parseText } from './parsed-text';

/** What of Markdown would be two broken halves if a text were cut in it. */
const WHOLE: ReadonlySet<Nodes['type']> = new Set([
  'emphasis',
  'strong',
  'inlineCode',
  'code',
  'link',
  'image',
  'table',
] as const);

/** Whether a text can be cut at a UTF-16 offset without breaking its Markdown. */
export function isBreakable(source: Pick<SourceText, 'text' | 'dialect'>, at: number): boolean {
  const { tree } = parseText(source);
  return tree === null || !breaks(tree, at);
}

function breaks(node: Nodes, at: number): boolean {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? Infinity;
  if (at <= start || at >= end) return false;
  if (WHOLE.has(node.type)) return true;
  return 'children' in node && node.children.some((child) => breaks(child, at));
}

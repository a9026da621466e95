import type { Query, QueryNode } from './query';
import type { TextRule, WantedText } from './text-test';

/** A text to mark where it stands: in one field (by its name in the query), or in every text of the row. */
export interface Highlight {
  field: string | null;
  want: WantedText;
  rule: TextRule;
}

/** What a page marks in the rows that fit: every text that the query asks for, those that it excludes left out. */
export function highlights({ node, matchCase, wholeWord }: Query): Highlight[] {
  return node ? wantedTexts(node, { matchCase, wholeWord }) : [];
}

function wantedTexts(node: QueryNode, rule: TextRule): Highlight[] {
  if (node.kind === 'all' || node.kind === 'any')
    return node.parts.flatMap((part) => wantedTexts(part, rule));
  if (node.kind !== 'text') return [];
  const { field, want } = node;
  return want.kind === 'has' || want.kind === 'is' || want.kind === 'matches' ? [{ field, want, rule }] : [];
}

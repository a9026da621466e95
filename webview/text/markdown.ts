import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

export type { Nodes, Root };

/**
 * What of Markdown would eat mathematics: four spaces are no code in a solution, `<` is a relation, and a line of
 * dashes under a formula is no heading.
 */
const withoutTraps = {
  disable: { null: ['codeIndented', 'htmlFlow', 'htmlText', 'setextUnderline', 'definition'] },
};

/** Parses text in which formulas are masked. Positions are offsets in the text given. */
export function parseMarkdown(masked: string): Root {
  return fromMarkdown(masked, {
    extensions: [gfmTable(), withoutTraps],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

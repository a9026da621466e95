import type { ComponentChildren } from 'preact';
import type { SourceText } from '../../src/core/profile/reading';
import { InlineText } from './InlineText';
import type { Span } from './InlineText';
import { MarkdownText } from './MarkdownText';
import { parseText } from './parsed-text';

interface RichTextProps {
  source: Pick<SourceText, 'text' | 'dialect'>;
  /** Spans drawn as wrong: UTF-16 offsets in the text. */
  wrong?: Span[];
  /** In one line of other text: formulas keep to its height. */
  inline?: boolean;
}

/** A field's text as people read it: prose, Markdown, formulas, code, drawings. */
export function RichText({ source, wrong = [], inline = false }: RichTextProps): ComponentChildren {
  const { tree, segments, masked } = parseText(source);
  const text = { text: source.text, segments, masked, wrong, inline, depth: 0 };
  return tree ? (
    <MarkdownText tree={tree} in={text} />
  ) : (
    <InlineText in={text} start={0} end={source.text.length} />
  );
}

import type { ComponentChildren } from 'preact';
import type { SourceText } from '../../src/core/profile/reading';
import { useFindingMarks } from './finding-marks';
import { useFoundText } from './found-text';
import type { TextPlace } from './found-text';
import { InlineText } from './InlineText';
import type { Mark, Span } from './mark';
import { MarkdownText } from './MarkdownText';
import { parseText } from './parsed-text';

interface RichTextProps {
  source: Pick<SourceText, 'text' | 'dialect'> & Partial<Pick<SourceText, 'path' | 'start'>>;
  /** The role or column that the text is a value of: the query may look for something in it alone. */
  field?: string | undefined;
  /** Spans drawn as wrong: UTF-16 offsets in the text. */
  wrong?: Span[];
  /** Further marks: UTF-16 offsets in the text. */
  marks?: Mark[] | undefined;
  /** In one line of other text: formulas keep to its height. */
  inline?: boolean;
}

const NO_SPANS: Span[] = [];
const NO_MARKS: Mark[] = [];

/** A field's text as people read it: prose, Markdown, formulas, code, drawings; what the query found in it is marked. */
export function RichText({
  source,
  field,
  wrong = NO_SPANS,
  marks: further = NO_MARKS,
  inline = false,
}: RichTextProps): ComponentChildren {
  const { tree, segments, masked } = parseText(source);
  const found = useFoundText(source.text, { field, path: source.path });
  const findings = useFindingMarks(source.path, source.start ?? 0, source.text.length);
  const marks = marksOf(wrong, found, findings.length > 0 ? [...further, ...findings] : further);
  const place = source.path ? { path: source.path, start: source.start ?? 0 } : null;
  const text = { text: source.text, segments, masked, marks, inline, place, depth: 0 };
  return tree ? (
    <MarkdownText tree={tree} in={text} />
  ) : (
    <InlineText in={text} start={0} end={source.text.length} />
  );
}

function marksOf(wrong: Span[], found: Span[], further: Mark[]): Mark[] {
  if (wrong.length + found.length === 0) return further;
  return [
    ...further,
    ...wrong.map(({ start, end }): Mark => ({ start, end, kind: 'wrong' })),
    ...found.map(({ start, end }): Mark => ({ start, end, kind: 'found' })),
  ];
}

/** A text that is shown as it stands, with what the query found in it. */
export function PlainText({ text, ...place }: TextPlace & { text: string }): ComponentChildren {
  const found = useFoundText(text, place);
  if (found.length === 0) return text;
  let at = 0;
  const parts: ComponentChildren[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue; // it overlaps the one before
    parts.push(text.slice(at, start), <mark class="found">{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}

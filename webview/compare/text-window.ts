import type { TextSpan } from '../../src/core/compare/text-diff';

/** A text as it is shown: whole, or a part around its first change. Spans are offsets in `text`. */
export interface TextWindow {
  text: string;
  spans: TextSpan[];
  /** Characters left out before and after. */
  before: number;
  after: number;
}

/** A longer text (characters) is not drawn whole: nobody reads it, and it would hold up the page. */
const LONGEST = 20_000;
const LEAD = 1000;

export function textWindow(text: string, spans: TextSpan[]): TextWindow {
  if (text.length <= LONGEST) return { text, spans, before: 0, after: 0 };
  const start = Math.min(Math.max(0, (spans[0]?.start ?? 0) - LEAD), text.length - LONGEST);
  const end = start + LONGEST;
  const inside = spans
    .filter((span) => span.end > start && span.start < end)
    .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
  return { text: text.slice(start, end), spans: inside, before: start, after: text.length - end };
}

import { maskForMarkdown } from '../../src/core/maths/markdown-mask';
import { isMarkdown } from '../../src/core/maths/dialect';
import { segment } from '../../src/core/maths/segment';
import type { Segment } from '../../src/core/maths/text-segment';
import type { SourceText } from '../../src/core/profile/reading';
import { parseMarkdown } from './markdown';
import type { Root } from './markdown';

/** A text cut into prose and formulas, and its Markdown. Offsets are in the text itself. */
export interface ParsedText {
  segments: Segment[];
  masked: string;
  /** Null where the text has no Markdown. */
  tree: Root | null;
}

const CACHE_SIZE = 2000;
const cache = new Map<string, ParsedText>();

/** Parses a text, or remembers what it was parsed to. */
export function parseText({ text, dialect }: Pick<SourceText, 'text' | 'dialect'>): ParsedText {
  const key = `${dialect}\u0000${text}`;
  const known = cache.get(key);
  if (known) return known;
  const segments = segment(text, dialect);
  const masked = maskForMarkdown(text, segments);
  const parsed = { segments, masked, tree: isMarkdown(dialect) ? parseMarkdown(masked) : null };
  cache.set(key, parsed);
  if (cache.size > CACHE_SIZE) cache.clear();
  return parsed;
}

/** The formulas of a text, for typesetting them ahead. */
export function formulasOf(source: Pick<SourceText, 'text' | 'dialect'>): Segment[] {
  return parseText(source).segments.filter(({ kind, problem }) => kind === 'maths' && problem === undefined);
}

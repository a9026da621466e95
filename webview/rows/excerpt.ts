import type { Dialect } from '../../src/core/maths/dialect';
import { segment } from '../../src/core/maths/segment';
import { jsonText } from '../../src/core/row/json';
import type { LoadedRow } from '../loaded-row';

/** What the list shows of a row: the beginning of its main text, or words where there is none. */
export type Excerpt =
  { kind: 'text'; source: { text: string; dialect: Dialect } } | { kind: 'words'; words: string };

/** Two lines of the list hold about this many characters. */
const LENGTH = 140;

export function excerptOf({ parsed, reading, cut }: Pick<LoadedRow, 'parsed' | 'reading' | 'cut'>): Excerpt {
  if (parsed.kind === 'blank') return { kind: 'words', words: 'blank line' };
  if (parsed.kind === 'broken')
    return { kind: 'words', words: `${cut ? 'long row' : 'not JSON'}: ${parsed.text.slice(0, 80)}` };
  const { problem, concepts, hints, traces, others } = reading;
  const shown = [...concepts, ...hints].find((reference) => reference.kind === 'text');
  const main =
    problem[0] ?? (shown?.kind === 'text' ? shown.source : undefined) ?? traces[0]?.steps[0]?.source;
  if (main)
    return { kind: 'text', source: { text: beginning(main.text, main.dialect), dialect: main.dialect } };
  return {
    kind: 'words',
    words: others
      .map(({ value }) => jsonText(value))
      .join(' ')
      .slice(0, LENGTH),
  };
}

/** The beginning of a text, cut between words and never inside a formula. */
function beginning(text: string, dialect: Dialect): string {
  const head = text.slice(0, 4 * LENGTH);
  let end = 0;
  for (const { kind, end: to, start } of segment(head, dialect)) {
    end = kind === 'prose' ? Math.min(to, Math.max(LENGTH, start)) : to;
    if (end >= LENGTH) break;
  }
  const cut = head.slice(0, end);
  const line = cut.replace(/\s*\n\s*/g, ' ').trim();
  return end < text.length ? `${line}…` : line;
}

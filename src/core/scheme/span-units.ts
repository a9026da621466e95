import { cutPlaces } from '../cut/cut-places';
import { formulaParts } from '../maths/formula-parts';
import type { FormulaPart } from '../maths/formula-parts';
import { segment } from '../maths/segment';
import type { Segment } from '../maths/text-segment';
import type { SourceText } from '../profile/reading';

/** A part of a text that a span can be of, with its own parts. UTF-16 offsets in the text. */
export type SpanUnit = FormulaPart;

const WORD = /[\p{L}\p{N}\p{M}'’.-]*[\p{L}\p{N}\p{M}]|[^\s\p{L}\p{N}\p{M}*_`#>|]+/gu;

/** A text as a tree: sentences and clauses, in them words and formulas, in these their terms. A level of one part is left out. */
export function spanUnits({ text, dialect }: Pick<SourceText, 'text' | 'dialect'>): SpanUnit[] {
  const words = segment(text, dialect).flatMap((part) => unitsOf(text, part));
  const source = { path: [], start: 0, end: text.length, text, dialect };
  const begins = cutPlaces({ source }).flatMap((place) => (place.begins ? [place.at] : []));
  const clauses: SpanUnit[][] = [[]];
  for (const word of words) {
    while (begins[0] !== undefined && begins[0] <= word.start) {
      begins.shift();
      if (clauses.at(-1)?.length) clauses.push([]);
    }
    clauses.at(-1)?.push(word);
  }
  const filled = clauses.filter((clause) => clause.length > 0);
  if (filled.length < 2) return words;
  return filled.map((parts) => {
    const [first, last] = [parts[0], parts.at(-1)];
    return parts.length === 1 && first ? first : { start: first?.start ?? 0, end: last?.end ?? 0, parts };
  });
}

function unitsOf(text: string, part: Segment): SpanUnit[] {
  const { kind, start, end, content } = part;
  if (kind === 'prose')
    return Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({
      ...{ start: start + index, end: start + index + word.length, parts: [] },
    }));
  const at = kind === 'maths' ? text.slice(start, end).indexOf(content) : -1;
  if (at === -1) return [{ start, end, parts: [] }];
  return [{ start, end, parts: formulaParts(content).map((each) => moved(each, start + at)) }];
}

function moved({ start, end, parts }: FormulaPart, by: number): SpanUnit {
  return { start: start + by, end: end + by, parts: parts.map((part) => moved(part, by)) };
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { parsePath } from '../../src/core/field/path-pattern';
import type { PathPattern } from '../../src/core/field/path-pattern';
import { highlights } from '../../src/core/query/highlights';
import type { Highlight } from '../../src/core/query/highlights';
import { parseQuery } from '../../src/core/query/parse-query';
import { placesIn } from '../../src/core/query/text-test';
import type { JsonPath } from '../../src/core/row/json';
import type { Span } from './mark';

/** What a text is in its row: the field that it is a value of, by name, and where it stands. */
export interface TextPlace {
  field?: string | undefined;
  path?: JsonPath | undefined;
}

/** The places in a text that the query found. */
export type FoundText = (text: string, place: TextPlace) => Span[];

/** What the query of the page looks for; null when it looks for no text: then nothing is searched. */
export const FoundContext = createContext<FoundText | null>(null);

/** A text has no more marks than these: what is everywhere tells nothing. */
const MOST_MARKS = 200;
/** The steps that a regular expression may take in one text, at the very worst. It runs where the page is drawn. */
const MOST_STEPS = 2e7;
/** A text longer than this many characters is not searched for marks. */
const LONGEST_TEXT = 100_000;
const NONE: Span[] = [];

/** How to find what a query wants in the texts that are shown; null when it wants no text. */
export function foundText(query: string): FoundText | null {
  const wanted = highlights(parseQuery(query)).filter(tells).map(withPattern);
  if (wanted.length === 0) return null;
  return (text, place) => {
    const spans = wanted.filter((each) => isAbout(each, place)).flatMap((each) => spansIn(text, each));
    return spans.length === 0 ? NONE : spans.slice(0, MOST_MARKS);
  };
}

/** The marks of one text: empty, and always the same, while there is no query. */
export function useFoundText(text: string, place: TextPlace): Span[] {
  return useContext(FoundContext)?.(text, place) ?? NONE;
}

/** A value that is exactly what is wanted would be marked from its first to its last character. */
function tells({ want }: Highlight): boolean {
  return want.kind !== 'is';
}

interface WantedPlace extends Highlight {
  /** The field as a path; null when it is none. */
  pattern: PathPattern | null;
}

function withPattern(highlight: Highlight): WantedPlace {
  return { ...highlight, pattern: highlight.field === null ? null : parsePath(highlight.field) };
}

function isAbout({ field, pattern }: WantedPlace, place: TextPlace): boolean {
  if (field === null || field === place.field) return true;
  return pattern !== null && place.path !== undefined && leadsTo(pattern, place.path);
}

/** Whether a pattern leads to a path, or to something that holds it. A list where a key is asked for stands for its elements. */
function leadsTo(pattern: PathPattern, path: JsonPath): boolean {
  let at = 0;
  for (const part of pattern) {
    if (typeof part === 'string') while (typeof path[at] === 'number') at++;
    const fits = part === null ? typeof path[at] === 'number' : path[at] === part;
    if (!fits) return false;
    at++;
  }
  return true;
}

function spansIn(text: string, { want, rule }: Highlight): Span[] {
  const longest = want.kind === 'matches' ? longestFor(want.source) : LONGEST_TEXT;
  if (text.length > longest) return NONE;
  const spans: Span[] = [];
  for (const span of placesIn(text, want, rule)) if (spans.push(span) === MOST_MARKS) break;
  return spans;
}

/**
 * The longest text in which a regular expression surely ends soon: each repetition may take every stretch of the text.
 * A repeated group, or a part that refers to another, may take for ever; it is not used.
 */
function longestFor(source: string): number {
  const plain = source.replaceAll(/\\[^1-9k]/g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  if (/\)[*+?{]|\\[1-9k]/.test(plain)) return 0;
  const repetitions = plain.replaceAll('(?', '(').match(/[*+?{]/g)?.length ?? 0;
  return Math.min(LONGEST_TEXT, Math.floor(MOST_STEPS ** (1 / (repetitions + 1))));
}

import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { isSettled } from '../../src/core/annotation/finding-verdict';
import { pathText } from '../../src/core/row/json';
import type { JsonPath } from '../../src/core/row/json';
import { partOfString } from '../../src/core/row/value-span';
import type { ShownFinding } from '../../src/protocol/page';
import type { Mark } from './mark';

/** What checks found at places of a row's texts, by the field: UTF-16 offsets in it. */
export type FindingMarks = ReadonlyMap<string, Mark[]>;

export const FindingMarksContext = createContext<FindingMarks>(new Map());

/** The places in a row's texts that its findings name. Those about a whole value have none, nor those that are settled. */
export function findingMarks(findings: readonly ShownFinding[], text: string): FindingMarks {
  const marks = new Map<string, Mark[]>();
  for (const { path, span, message, verdict } of findings) {
    const part = span && !isSettled(verdict) && partOfString(text, path, span);
    if (!part) continue;
    const field = pathText(path);
    marks.set(field, [...(marks.get(field) ?? []), { ...part, kind: 'finding', says: message }]);
  }
  return marks;
}

/** The same, with parts of fields that were chosen. */
export function withSpans(
  marks: FindingMarks,
  spans: readonly (Pick<Mark, 'start' | 'end' | 'kind' | 'says'> & { path: JsonPath })[],
): FindingMarks {
  if (spans.length === 0) return marks;
  const all = new Map(marks);
  for (const { path, ...mark } of spans) {
    const field = pathText(path);
    all.set(field, [...(all.get(field) ?? []), mark]);
  }
  return all;
}

const NONE: Mark[] = [];

/** The marks in a text of the row at hand that begins at `start` of its field and has so many units. */
export function useFindingMarks(path: JsonPath | undefined, start: number, length: number): Mark[] {
  const marks = useContext(FindingMarksContext);
  return useMemo(() => {
    const own = (path && marks.size > 0 && marks.get(pathText(path))) || NONE;
    const shifted = own.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
    return shifted.filter((mark) => mark.end > 0 && mark.start < length);
  }, [marks, path, start, length]);
}

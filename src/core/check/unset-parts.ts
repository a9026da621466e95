import { picturesIn } from '../maths/pictures';
import { tableAsArray } from '../maths/table-as-array';
import type { Segment } from '../maths/text-segment';
import type { SourceText } from '../profile/reading';
import type { Finding } from './finding';
import type { Said } from './place-finding';

/** A part of a text in LaTeX that is no formula: what is said of it, and where. UTF-16 offsets in the source's text. */
export interface UnsetPart {
  said: Said;
  start: number;
  end: number;
  /** Scholium shows it as it is meant all the same. */
  typesets: boolean;
}

/** Tables and pictures where formulas stand: each is named once, and what KaTeX says of their inside is not asked for. */
export function unsetParts(part: Segment, source: SourceText): UnsetPart[] {
  if (part.kind !== 'maths' && part.kind !== 'drawing') return [];
  const written = source.text.slice(part.start, part.end);
  if (!/\[asy\]|\\begin/.test(written)) return [];
  const pictures = picturesIn(written).map(({ start, end, language }) => ({
    start: part.start + start,
    end: part.start + end,
    said: aboutPicture(language, written.slice(start, end)),
    typesets: false,
  }));
  return part.kind === 'drawing' || pictures.length > 0 ? pictures : tablesIn(written, part, source);
}

function aboutPicture(language: string, written: string): Said {
  return {
    rule: 'formula/picture',
    severity: 'info',
    message: `A picture in ${language} cannot be typeset: the text is read without it.`,
    evidence: written.slice(0, 200),
  };
}

/** Of several pictures in one text the first is told, and how many there are. */
export function picturesOnce(findings: Finding[]): Finding[] {
  const [first, ...others] = findings.filter(({ rule }) => rule === 'formula/picture');
  if (!first || others.length === 0) return findings;
  const message = `${others.length + 1} pictures cannot be typeset: the text is read without them.`;
  return findings
    .filter((finding) => !others.includes(finding))
    .map((finding) => (finding === first ? { ...first, message } : finding));
}

const TABLE = /\\begin\s*\{(tabular[*xy]?|longtable)\}[\s\S]*?\\end\s*\{\1\}/g;

function tablesIn(written: string, part: Segment, source: SourceText): UnsetPart[] {
  return [...written.matchAll(TABLE)].map(({ index, 0: table, 1: name = '' }) => {
    const array = name === 'tabular' ? tableAsArray(table) : null;
    const start = part.start + index;
    const rewrite = array === null ? null : asFormula(array, start, part, source);
    const typesets = name === 'tabular';
    return { start, end: start + table.length, said: aboutTable(name, table, rewrite), typesets };
  });
}

function aboutTable(name: string, table: string, rewrite: string | null): Said {
  const able = rewrite === null ? 'it has parts that an array lacks' : 'it can be written as an array';
  return {
    rule: 'formula/table',
    severity: 'info',
    message: `${name} is a table of LaTeX’s text, which KaTeX and MathJax do not know: ${able}.`,
    evidence: rewrite ?? table.slice(0, 200),
  };
}

/** An array stands within maths; a table that stands in the text needs dollar signs, where the text has these. */
function asFormula(
  array: string,
  start: number,
  part: Segment,
  { text, dialect }: SourceText,
): string | null {
  if (start > part.start || (dialect === 'tex' && part.start === 0 && part.end === text.length)) return array;
  return dialect === 'markdown' || dialect === 'tex' ? `$${array}$` : null;
}

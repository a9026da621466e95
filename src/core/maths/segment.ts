import { findDelimited } from './delimited';
import { delimitersOf } from './dialect';
import type { Delimiters, Dialect } from './dialect';
import { readsAsProse } from './dollar-maths';
import { plainToTex } from './plain-notation';
import { readDollar } from './segment-dollars';
import { isPictureEnvironment } from './pictures';
import { segmentFormula } from './segment-formula';
import { findMarks, type Mark, type MarkKind } from './segment-marks';
import { between, crossesParagraph, formula, prose, unclosed, type Scan } from './segment-parts';
import { closingBrace } from './tex-for-katex';
import type { Segment } from './text-segment';

/** Cuts a field's text into prose, maths, code, calculator annotations and drawings. Takes time linear in the text's length. */
export function segment(text: string, dialect: Dialect): Segment[] {
  if (dialect === 'plain' || text === '') return text === '' ? [] : [prose(text, 0, text.length)];
  if (dialect === 'tex') {
    const formula = segmentFormula(text);
    if (formula) return [formula];
  }
  const delimiters = delimitersOf(dialect);
  if (delimiters.length > 0) return walkDelimited(text, delimiters);
  return walk({ text, marks: findMarks(text), champ: dialect === 'champ' });
}

/** Formulas between delimiters of the dataset's own, and what stands between these as any other text. */
function walkDelimited(text: string, delimiters: readonly Delimiters[]): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  const walkTo = (end: number) => {
    const part = text.slice(done, end);
    const parts = part === '' ? [] : walk({ text: part, marks: findMarks(part), champ: false });
    segments.push(...parts.map((each) => moved(each, done)));
  };
  for (const { start, end, inside } of findDelimited(text, delimiters)) {
    walkTo(start);
    segments.push(formula(start, end, inside, false));
    done = end;
  }
  walkTo(text.length);
  return segments;
}

function moved(segment: Segment, by: number): Segment {
  const { start, end, cell } = segment;
  const shifted = { ...segment, start: start + by, end: end + by };
  return cell ? { ...shifted, cell: { ...cell, from: cell.from + by } } : shifted;
}

function walk(scan: Scan): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  scan.marks.forEach((mark, index) => {
    if (mark.start < done) return;
    const found = READERS[mark.kind]?.(scan, index, mark);
    if (!found) return;
    if (found.start > done) segments.push(prose(scan.text, done, found.start));
    segments.push(found);
    done = found.end;
  });
  if (done < scan.text.length) segments.push(prose(scan.text, done, scan.text.length));
  return segments;
}

type Reader = (scan: Scan, index: number, mark: Mark) => Segment | undefined;

const READERS: Partial<Record<MarkKind, Reader>> = {
  code: readCode,
  calculation: (scan, _index, mark) =>
    between(scan.text, 'calculation', mark.start, mark.start + 2, mark.end - 2, mark.end),
  dollar: readDollar,
  at: (scan, index, mark) => (scan.champ ? readPlain(scan, index, mark) : undefined),
  'open-inline': (scan, index, mark) => readPair(scan, index, mark, false),
  'open-display': (scan, index, mark) => readPair(scan, index, mark, true),
  'open-asy': readDrawing,
  begin: readEnvironment,
  boxed: readBoxed,
};

function readCode(scan: Scan, _index: number, mark: Mark): Segment | undefined {
  if (!mark.code) return undefined;
  const { insideStart, insideEnd, cell } = mark.code;
  const code = between(scan.text, 'code', mark.start, insideStart, insideEnd, mark.end);
  return cell ? { ...code, display: true, cell: { ...cell, from: insideStart } } : code;
}

function readPair(scan: Scan, index: number, mark: Mark, display: boolean): Segment | undefined {
  const close = scan.marks[mark.close];
  if (!close) return unclosed(scan, index, mark);
  const inside = scan.text.slice(mark.end, close.start);
  if (inside.trim() === '') return undefined;
  // Markdown too writes \( and \[, for brackets that are no link. Only a short text is looked at, which keeps nesting cheap.
  if (inside.length < 300 && !/[\\^_]/.test(inside) && readsAsProse(inside)) return undefined;
  if (display && crossesParagraph(scan, index, mark.close) && readsAsProse(inside))
    return unclosed(scan, index, mark);
  return formula(mark.start, close.end, inside, display);
}

/** Environments that make a formula by themselves. Others (itemize, center) are the text's own affair. */
const ENVIRONMENT =
  /^(?:equation|align|alignat|aligned|alignedat|flalign|gather|gathered|multline|eqnarray|split|cases|dcases|rcases|array|subarray|[bBpvV]?matrix|smallmatrix|displaymath|math|tabular|CD)\*?$/;

function readEnvironment(scan: Scan, index: number, mark: Mark): Segment | undefined {
  const name = mark.name ?? '';
  const close = scan.marks[mark.close];
  if (isPictureEnvironment(name)) return readDrawing(scan, index, mark);
  if (!ENVIRONMENT.test(name)) return undefined;
  if (!close) return unclosed(scan, index, mark);
  return formula(mark.start, close.end, scan.text.slice(mark.start, close.end), true);
}

function readDrawing(scan: Scan, index: number, mark: Mark): Segment | undefined {
  const close = scan.marks[mark.close];
  if (!close) return { ...unclosed(scan, index, mark), kind: 'drawing' };
  return { ...between(scan.text, 'drawing', mark.start, mark.end, close.start, close.end), display: true };
}

/** Models often write their answer, \boxed{12}, without any delimiters. A box of words stays prose. */
function readBoxed(scan: Scan, _index: number, mark: Mark): Segment | undefined {
  const open = scan.text.indexOf('{', mark.end);
  const close = closingBrace(scan.text, open + 1, open + 400);
  const inside = scan.text.slice(open + 1, close);
  if (close < 0 || inside.trim() === '' || readsAsProse(inside) || /\n[ \t]*\n/.test(inside))
    return undefined;
  // Outside of maths a dollar sign is money, and a per cent sign begins no comment.
  const source = scan.text.slice(mark.start, close + 1).replace(/(?<!\\)[$%]/g, '\\$&');
  return formula(mark.start, close + 1, source, false);
}

/** CHAMP's own notation: `@@x_(n+1)@@`. */
function readPlain(scan: Scan, index: number, mark: Mark): Segment | undefined {
  for (let at = index + 1; at < scan.marks.length; at += 1) {
    const close = scan.marks[at];
    if (!close || close.kind === 'blank') break;
    if (close.kind !== 'at') continue;
    return formula(mark.start, close.end, plainToTex(scan.text.slice(mark.end, close.start)), false);
  }
  return unclosed(scan, index, mark);
}

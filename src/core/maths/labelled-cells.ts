import type { CodeSpan } from './code-span';

/** A line that says that what follows was printed. */
export const OUTPUT_LABEL =
  /^(?:\*\*)?(?:(?:the )?(?:execution |program |code )?(?:output|result))(?: is)?(?:\*\*)?:?(?:\*\*)?$/i;

/** `PROGRAM:` in a line by itself; `OUTPUT:`, after which the output may begin in the line itself. */
const LABEL =
  /^[ \t]*(?:(?<code>PROGRAM|CODE|Program|Code|Python code|Python program)|OUTPUT|RESULT|Output|Result|Execution result|Program output):[ \t]*(?<rest>[^\n]*)$/gm;
/** How a program begins, and no sentence. */
const CODE_LINE = /^\s*(?:import |from \w+ import|def |print\(|#|[A-Za-z_][\w, ]*\s*=[^=]|for .*:$)/;

/** A text with more labels than this is none that a model wrote. */
const MOST_LABELS = 500;

/** Programs and outputs that stand under labels and in no fence or tag, in order. `blocks` are those that do. */
export function findLabelledCells(text: string, blocks: CodeSpan[]): CodeSpan[] {
  if (!/^[ \t]*(?:PROGRAM|CODE|Program|Code|Python|OUTPUT|Output):?/m.test(text)) return [];
  const labels = [...text.matchAll(LABEL)];
  if (labels.length > MOST_LABELS) return [];
  return cellsUnder(
    text,
    labels.filter(({ index }) => !blocks.some(({ start, end }) => index >= start && index < end)),
    blocks,
  );
}

function cellsUnder(text: string, labels: RegExpExecArray[], blocks: CodeSpan[]): CodeSpan[] {
  const found: CodeSpan[] = [];
  for (const [at, label] of labels.entries()) {
    const next = Math.min(
      labels[at + 1]?.index ?? text.length,
      blocks.find(({ start }) => start > label.index)?.start ?? text.length,
    );
    const before = [...blocks, ...found]
      .filter(({ end }) => end <= label.index)
      .toSorted((a, b) => b.end - a.end)[0];
    const cell =
      label.groups?.['code'] === undefined
        ? outputUnder(text, label, next, before)
        : programUnder(text, label, next);
    if (cell) found.push(cell);
  }
  return found;
}

function programUnder(text: string, label: RegExpExecArray, next: number): CodeSpan | null {
  const from = label.index + label[0].length + 1;
  if (label.groups?.['rest'] !== '' || !CODE_LINE.test(text.slice(from, next).trimStart())) return null;
  return under(text, label.index, from, next, { kind: 'code', language: 'python' });
}

/** Right after a program, as far as its paragraph goes. */
function outputUnder(
  text: string,
  label: RegExpExecArray,
  next: number,
  before: CodeSpan | undefined,
): CodeSpan | null {
  if (before?.cell?.kind !== 'code' || text.slice(before.end, label.index).trim() !== '') return null;
  const from = label.index + label[0].length - (label.groups?.['rest'] ?? '').length;
  const lead = /^\s*/.exec(text.slice(from, next))?.[0].length ?? 0;
  const blank = /\n[ \t]*\n/.exec(text.slice(from + lead, next));
  return under(text, label.index, from, blank ? from + lead + blank.index : next, {
    kind: 'output',
    language: '',
  });
}

function under(
  text: string,
  start: number,
  from: number,
  to: number,
  cell: CodeSpan['cell'],
): CodeSpan | null {
  const inside = text.slice(from, to);
  if (inside.trim() === '' || !cell) return null;
  const insideStart = from + (/^\s*?(?=\S|[ \t]+\S)/.exec(inside)?.[0].length ?? 0);
  const insideEnd = from + inside.trimEnd().length;
  return { start, end: insideEnd, insideStart, insideEnd, cell };
}

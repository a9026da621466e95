import { cellOfFence, findCells } from './code-cells';
import type { CodeSpan } from './code-span';

/**
 * The code of a text, in order: Markdown's fenced blocks first of all, then what stands between tags or under a label, then inline
 * spans between these (CommonMark 0.31, 4.5 and 6.1).
 */
export function findCode(text: string): CodeSpan[] {
  const spans: CodeSpan[] = [];
  let from = 0;
  for (const block of findCells(text, findFences(text))) {
    findInline(text, from, block.start, spans);
    spans.push(block);
    from = block.end;
  }
  findInline(text, from, text.length, spans);
  return spans;
}

/** Any indentation is taken, since models put fences inside list items. A fence nobody closes runs to the end, as in Markdown. */
function findFences(text: string): CodeSpan[] {
  if (!text.includes('```') && !text.includes('~~~')) return [];
  const fences: CodeSpan[] = [];
  let open: { mark: string; info: string; start: number; insideStart: number } | undefined;
  for (const match of text.matchAll(/^[ \t]*(`{3,}|~{3,})([^\n]*)$/gm)) {
    const [line, mark = '', info = ''] = match;
    const end = match.index + line.length;
    if (!open) {
      if (!info.includes('`'))
        open = { mark, info, start: match.index, insideStart: Math.min(end + 1, text.length) };
    } else if (mark.startsWith(open.mark) && info.trim() === '') {
      fences.push({
        start: open.start,
        end,
        insideStart: open.insideStart,
        insideEnd: Math.max(open.insideStart, match.index - 1),
        cell: cellOfFence(open.info),
      });
      open = undefined;
    }
  }
  if (open)
    fences.push({
      start: open.start,
      end: text.length,
      insideStart: open.insideStart,
      insideEnd: text.length,
      cell: cellOfFence(open.info),
    });
  return fences;
}

interface Run {
  start: number;
  end: number;
  /** The next run of the same length, which alone can close this one. */
  next: Run | undefined;
}

function findInline(text: string, from: number, to: number, spans: CodeSpan[]): void {
  const part = text.slice(from, to);
  if (!part.includes('`')) return;
  let at = 0;
  for (const paragraph of part.split(/(?<=\n)(?=[ \t]*\r?\n)/)) {
    pairRuns(text, findRuns(paragraph, from + at), spans);
    at += paragraph.length;
  }
}

function findRuns(paragraph: string, offset: number): Run[] {
  const runs: Run[] = [];
  for (const match of paragraph.matchAll(/\\`|`+/g)) {
    const start = offset + match.index;
    if (match[0] !== '\\`') runs.push({ start, end: start + match[0].length, next: undefined });
  }
  const nearest = new Map<number, Run>();
  for (const run of runs.toReversed()) {
    run.next = nearest.get(run.end - run.start);
    nearest.set(run.end - run.start, run);
  }
  return runs;
}

function pairRuns(text: string, runs: Run[], spans: CodeSpan[]): void {
  let done = 0;
  runs.forEach((run, index) => {
    if (run.start < done || !run.next) return;
    if (isLatexQuote(text, run, runs[index + 1]) || swallowsMaths(text, run, run.next)) return;
    spans.push({ start: run.start, end: run.next.end, insideStart: run.end, insideEnd: run.next.start });
    done = run.next.end;
  });
}

/** ``quoted'' and `quoted' are LaTeX's quotation marks: two of them in a paragraph must not make code of what stands between. */
function isLatexQuote(text: string, run: Run, following: Run | undefined): boolean {
  const next = run.next;
  if (!next) return false;
  if (run.end - run.start === 2) {
    const quoted = text.slice(run.end, following?.start);
    return /''|"/.test(quoted) || quoted.split('$').length % 2 === 0;
  }
  return /\s/.test(text[next.start - 1] ?? '') && /\S/.test(text[next.end] ?? ' ');
}

/** A lone backtick here and another there are no code when a formula would fall between them. */
function swallowsMaths(text: string, run: Run, next: Run): boolean {
  const inside = text.slice(run.end, next.start);
  return /^\s|\s$/.test(inside) && /\$|\\[([]/.test(inside);
}

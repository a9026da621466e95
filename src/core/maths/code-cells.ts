import type { CodeCell, CodeSpan } from './code-span';
import { findLabelledCells, OUTPUT_LABEL } from './labelled-cells';

/** Words after a fence that say that a program printed this. */
const OUTPUT_WORD = /^(?:outputs?|stdout|results?|console|execution[-_]?result)$/;

/** The cell that a fence opens, by the word after it. */
export function cellOfFence(info: string): CodeCell {
  const [, word = ''] = /^\s*\{?\.?([^\s,{}:]*)/.exec(info) ?? [];
  const language = word.toLowerCase();
  return OUTPUT_WORD.test(language) ? { kind: 'output', language: '' } : { kind: 'code', language };
}

/**
 * Blocks of code, in order: fences, and between them what stands in tags or under labels. What directly follows a program and names
 * no language was printed by it.
 */
export function findCells(text: string, fences: CodeSpan[]): CodeSpan[] {
  const tagged = CLOSING_TAG.test(text) ? gapsOf(text, fences).flatMap((gap) => cellsInTags(text, gap)) : [];
  const known = inOrder([...fences, ...tagged]);
  const all = inOrder([...known, ...findLabelledCells(text, known)]);
  const cells: CodeSpan[] = [];
  for (const cell of all) cells.push(isPrinted(text, cells.at(-1), cell) ? asOutput(cell) : cell);
  return cells;
}

/** Tags that tool-integrated solutions have around programs, and around what these printed. */
const CODE_TAG = /^(?:python|code|llm-code|program|tool_call)$/;
const CLOSING_TAG = /<\/(?:python|code|llm-code|program|tool_call)>/;
const TAGGED =
  /<(python|code|llm-code|program|tool_call|output|llm-code-output|result|interpreter|execution|tool_response|observation)>((?:(?!<\1>)[^])*?)<\/\1>/g;

/** `<code>x</code>` in a line of words is no block; nor is an output before any program. */
function cellsInTags(text: string, { from, to, isFirst }: Gap): CodeSpan[] {
  let programs = !isFirst;
  return [...text.slice(from, to).matchAll(TAGGED)].flatMap((match): CodeSpan[] => {
    const [whole, tag = '', inside = ''] = match;
    const isCode = CODE_TAG.test(tag);
    if (inside.trim() === '' || (tag === 'code' && !inside.includes('\n')) || (!isCode && !programs))
      return [];
    programs = true;
    const start = from + match.index;
    const insideStart = start + tag.length + 2;
    const language = tag === 'tool_call' ? 'json' : isCode ? 'python' : '';
    const cell: CodeCell = { kind: isCode ? 'code' : 'output', language };
    return [{ start, end: start + whole.length, ...trimmed(text, insideStart, inside.length), cell }];
  });
}

interface Gap {
  from: number;
  to: number;
  /** No fence comes before it. */
  isFirst: boolean;
}

/** What lies between blocks. */
function gapsOf(text: string, blocks: CodeSpan[]): Gap[] {
  const starts = [0, ...blocks.map(({ end }) => end)];
  return starts.map((from, at) => ({ from, to: blocks[at]?.start ?? text.length, isFirst: at === 0 }));
}

/** The inside of a block without the line breaks at its ends. */
function trimmed(text: string, from: number, length: number): Pick<CodeSpan, 'insideStart' | 'insideEnd'> {
  const inside = text.slice(from, from + length);
  const start = from + (/^[ \t]*\n/.exec(inside)?.[0].length ?? 0);
  return { insideStart: start, insideEnd: Math.max(start, from + inside.trimEnd().length) };
}

function inOrder(blocks: CodeSpan[]): CodeSpan[] {
  return blocks.toSorted((a, b) => a.start - b.start);
}

/** A fence without a word, right after a program or under `Output:`. */
function isPrinted(text: string, before: CodeSpan | undefined, { start, cell }: CodeSpan): boolean {
  if (
    before?.cell?.kind !== 'code' ||
    cell?.kind !== 'code' ||
    !['', 'text', 'plaintext'].includes(cell.language)
  )
    return false;
  const gap = text.slice(before.end, start);
  return (
    gap.length < 100 && (gap.trim() === '' ? before.cell.language !== '' : OUTPUT_LABEL.test(gap.trim()))
  );
}

function asOutput(span: CodeSpan): CodeSpan {
  return { ...span, cell: { kind: 'output', language: '' } };
}

import { useMemo } from 'preact/hooks';
import type { CodeCell } from '../../src/core/maths/code-span';
import type { Segment } from '../../src/core/maths/text-segment';
import type { CodeToken } from './code-colours';
import { isPython, languageName } from './code-language';
import type { Mark } from './mark';
import { marked } from './marked';
import { useCodeColours } from './use-code-colours';

interface CellProps {
  cell: CodeCell;
  code: string;
  /** Offsets in the code. */
  marks: Mark[];
}

/** The cell of a segment that is one. */
export function cellOf({ cell, content }: Segment): Omit<CellProps, 'marks'> {
  return { cell: cell ?? { kind: 'code', language: '' }, code: content };
}

/** Marks of a text as marks of what begins at an offset in it. */
export function marksWithin(marks: Mark[], from: number): Mark[] {
  if (marks.length === 0 || from === 0) return marks;
  return marks.map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from }));
}

/** A block of code in a text: a program in its colours, or what it printed, set apart and folded when long. */
export function CodeCells(props: CellProps) {
  const { cell, code } = props;
  if (cell.kind === 'output') return <OutputCell {...props} />;
  const name = languageName(cell.language, code);
  return (
    <div class="cell" role="group" aria-label={`${name === '' ? 'Code' : `${name} code`}, not run`}>
      {name !== '' && <span class="cell-name">{name}</span>}
      <pre>
        <CodeText {...props} />
      </pre>
    </div>
  );
}

/** Outputs of more lines or characters than these are folded. */
const MANY_LINES = 8;
const MANY_CHARACTERS = 600;
/** How much of a folded output is seen, in characters. */
const BEGINNING = 80;

function OutputCell(props: CellProps) {
  const { code } = props;
  const lines = code.split('\n');
  const output = (
    <pre>
      <CodeText {...props} />
    </pre>
  );
  if (lines.length <= MANY_LINES && code.length <= MANY_CHARACTERS) {
    return (
      <div class="cell output" role="group" aria-label="Output">
        <span class="cell-name">Output</span>
        {output}
      </div>
    );
  }
  const size = lines.length > 1 ? `${lines.length} lines` : `${code.length} characters`;
  return (
    <details class="cell output">
      <summary>
        <span class="cell-name">Output, {size}</span>{' '}
        <code class="beginning">{(lines[0] ?? '').slice(0, BEGINNING)}</code>
      </summary>
      {output}
    </details>
  );
}

/** Code as text, in colours once these are there: nothing moves when they come. */
export function CodeText({ cell, code, marks }: CellProps) {
  const colouring = useCodeColours(cell.kind === 'code' && isPython(cell.language, code));
  const tokens = useMemo(
    () => cutTokens(colouring ? colouring(code) : [{ text: code, look: '' }], marks),
    [code, colouring, marks],
  );
  let at = 0;
  return (
    <code>
      {tokens.map(({ text, look }) => {
        const start = at;
        at += text.length;
        return marked(marks, start, at, look === '' ? text : <span class={look}>{text}</span>);
      })}
    </code>
  );
}

/** Tokens, parted where a mark begins or ends. */
function cutTokens(tokens: CodeToken[], marks: Mark[]): CodeToken[] {
  if (marks.length === 0) return tokens;
  const edges = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  let from = 0;
  return tokens.flatMap(({ text, look }) => {
    const start = from;
    from += text.length;
    const cuts = [0, ...edges.filter((edge) => edge > start && edge < from).map((edge) => edge - start)];
    return cuts.map((cut, at) => ({ text: text.slice(cut, cuts[at + 1] ?? text.length), look }));
  });
}

import type { CodeSpan } from './code-span';
import { findCode } from './code-spans';

export type MarkKind =
  | 'code'
  | 'dollar'
  | 'open-inline'
  | 'close-inline'
  | 'open-display'
  | 'close-display'
  | 'begin'
  | 'boxed'
  | 'end'
  | 'open-asy'
  | 'close-asy'
  | 'calculation'
  | 'at'
  | 'blank';

/** A sign in the text that may begin or end something other than prose. Offsets are UTF-16 code units. */
export interface Mark {
  kind: MarkKind;
  start: number;
  end: number;
  /** An environment's name. */
  name?: string;
  /** Index, among the marks, of the one that closes this one; -1 when nothing does. */
  close: number;
  code?: CodeSpan;
}

/** Escaped characters are matched as pairs, so that `\$` is no dollar sign and the `\\[2pt]` of a matrix opens no display. */
const SIGN =
  /\\(begin|end)[ \t]*\{([A-Za-z]+\*?)\}|\\boxed(?=\s*\{)|\\[\s\S]|\$|<<[^<>\n]*>>|\[\/?asy\]|@@|\n(?=[ \t]*\r?(?:\n|$))/g;

const KINDS: ReadonlyMap<string, MarkKind> = new Map(
  Object.entries<MarkKind>({
    '\\(': 'open-inline',
    '\\)': 'close-inline',
    '\\[': 'open-display',
    '\\]': 'close-display',
    '[asy]': 'open-asy',
    '[/asy]': 'close-asy',
    $: 'dollar',
    '\\boxed': 'boxed',
    '@@': 'at',
    '\n': 'blank',
  }),
);

/** All marks in order, the matching ones joined. One pass, whatever the text. */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  const sign = new RegExp(SIGN);
  let match = sign.exec(text);
  for (const code of [...findCode(text), undefined]) {
    for (; match && match.index < (code?.start ?? Infinity); match = sign.exec(text)) addMark(marks, match);
    if (!code) break;
    marks.push({ kind: 'code', start: code.start, end: code.end, close: -1, code });
    if (match && match.index < code.end) {
      sign.lastIndex = code.end;
      match = sign.exec(text);
    }
  }
  joinMarks(marks);
  return marks;
}

function addMark(marks: Mark[], match: RegExpExecArray): void {
  const [sign, edge, name] = match;
  const kind = edge === 'begin' || edge === 'end' ? edge : (KINDS.get(sign) ?? calculation(sign));
  if (!kind) return;
  const mark: Mark = { kind, start: match.index, end: match.index + sign.length, close: -1 };
  marks.push(name === undefined ? mark : { ...mark, name });
}

/** GSM8K's calculator annotation holds an equation; "a << b and c >> d" does not. */
function calculation(sign: string): MarkKind | undefined {
  return /^<<(?=.*[0-9]).*=/.test(sign) ? 'calculation' : undefined;
}

const CLOSES: Partial<Record<MarkKind, MarkKind>> = {
  'close-inline': 'open-inline',
  'close-display': 'open-display',
  'close-asy': 'open-asy',
  end: 'begin',
};

/** The last opening sign is the one that closes, so an earlier one that was forgotten does not swallow what follows. */
function joinMarks(marks: Mark[]): void {
  const open = new Map<string, Mark[]>();
  let stale = false;
  marks.forEach((mark, index) => {
    if (mark.kind === 'blank') {
      open.delete('open-inline ');
      stale = true;
    }
    // A display may hold blank lines, but not a second display after one of them.
    if (mark.kind === 'open-display' && stale) {
      open.delete('open-display ');
      stale = false;
    }
    const opener = CLOSES[mark.kind];
    if (opener) {
      const matched = open.get(`${opener} ${mark.name ?? ''}`)?.pop();
      if (matched) matched.close = index;
    } else if (mark.kind === 'begin' || mark.kind.startsWith('open-')) {
      const key = `${mark.kind} ${mark.name ?? ''}`;
      const stack = open.get(key);
      if (stack) stack.push(mark);
      else open.set(key, [mark]);
    }
  });
}

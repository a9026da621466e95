import { isDollarMaths, readsAsProse } from './dollar-maths';
import type { Segment } from './text-segment';
import type { Mark, MarkKind } from './segment-marks';
import { crossesParagraph, formula, unclosed, type Scan } from './segment-parts';

/** The formula that opens at a dollar sign, single or double; undefined when the sign is money. */
export function readDollar(scan: Scan, index: number, mark: Mark): Segment | undefined {
  return isDouble(scan, index) ? readDisplayDollars(scan, index, mark) : readInlineDollars(scan, index, mark);
}

function isDouble(scan: Scan, index: number): boolean {
  const [first, second] = [scan.marks[index], scan.marks[index + 1]];
  return first?.kind === 'dollar' && second?.kind === 'dollar' && second.start === first.end;
}

/** `He had $$43$ dollars` is an amount in maths after a currency sign: a lone dollar sign within says that this is no display. */
function readDisplayDollars(scan: Scan, index: number, mark: Mark): Segment | undefined {
  const start = mark.start + 2;
  let close = index + 2;
  for (let singles = 0; close < scan.marks.length && !isDouble(scan, close); close += 1) {
    const single = scan.marks[close];
    if (single?.kind !== 'dollar' || singles >= NESTED_DOLLARS) continue;
    if (!opensBraces(scan.text.slice(start, single.start))) return undefined;
    singles += 1;
  }
  const last = scan.marks[close + 1];
  if (!last) return /[0-9<]/.test(scan.text[start] ?? '') ? undefined : unclosed(scan, index, mark, '$$');
  const inside = scan.text.slice(start, last.end - 2);
  if (inside.trim() === '') return undefined;
  if (crossesParagraph(scan, index, close) && readsAsProse(inside)) return unclosed(scan, index, mark, '$$');
  return formula(mark.start, last.end, inside, true);
}

/** How many dollar signs inside braces (`$\text{if $x$}$`) are passed over: a bound, so that no text takes long. */
const NESTED_DOLLARS = 8;

/** A formula whose braces never close ends at its first dollar sign: it cannot be typeset, and is shown with its error. */
function readInlineDollars(scan: Scan, index: number, mark: Mark): Segment | undefined {
  let unbalanced: Segment | undefined;
  for (let at = index + 1; at <= index + NESTED_DOLLARS; at += 1) {
    const close = scan.marks[at];
    if (close?.kind !== 'dollar') {
      if (close && STAYS_INSIDE.has(close.kind)) continue;
      return unbalanced;
    }
    const inside = scan.text.slice(mark.end, close.start);
    const isMaths = isDollarMaths(inside, scan.text[mark.start - 1] ?? '', scan.text[close.end] ?? '');
    const found = isMaths ? formula(mark.start, close.end, inside, false) : undefined;
    if (!opensBraces(inside)) return found ?? unbalanced;
    if (inside.includes('\\')) unbalanced ??= found;
  }
  return unbalanced;
}

const STAYS_INSIDE: ReadonlySet<MarkKind> = new Set(['begin', 'end', 'boxed']);

const [BACKSLASH, OPEN, CLOSE] = [0x5c, 0x7b, 0x7d];

function opensBraces(inside: string): boolean {
  if (!inside.includes('{')) return false;
  let depth = 0;
  for (let at = 0; at < inside.length; at++) {
    const sign = inside.charCodeAt(at);
    if (sign === BACKSLASH) at++;
    else if (sign === OPEN) depth++;
    else if (sign === CLOSE) depth--;
  }
  return depth > 0;
}

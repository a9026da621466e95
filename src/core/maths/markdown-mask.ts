import type { Segment } from './text-segment';

const FORMULA = '\ue000';
const STAND_INS = new Map([
  ['*', '\ue001'],
  ['_', '\ue002'],
  ['+', '\ue003'],
  ['-', '\ue004'],
]);
const SIGNS = new Map(Array.from(STAND_INS, ([sign, standIn]) => [standIn, sign]));

/**
 * The text as a Markdown parser should see it, of the same length so that offsets hold: formulas, calculations and drawings are opaque
 * letters (U+E000), and signs of arithmetic that Markdown would take for its own are stand-ins (U+E001 to U+E004, see `unmask`). Code in
 * tags and under labels is fenced.
 */
export function maskForMarkdown(text: string, segments: Segment[]): string {
  const opaque = segments.map((part) => maskSegment(part, text.slice(part.start, part.end))).join('');
  const lines = opaque.split('\n');
  let at = 0;
  let next = 0;
  return lines
    .map((line, index) => {
      const from = at;
      at += line.length + 1;
      while ((segments[next]?.end ?? Infinity) <= from) next += 1;
      if (segments[next]?.kind === 'code' && (segments[next]?.start ?? 0) <= from) return line;
      return maskLine(lines, index);
    })
    .join('\n');
}

/** Gives back the signs that `maskForMarkdown` replaced. */
export function unmask(text: string): string {
  return text.replace(/[\ue001-\ue004]/g, (standIn) => SIGNS.get(standIn) ?? standIn);
}

/** Private-use characters of the text's own would be taken for ours. */
function maskSegment(part: Segment, raw: string): string {
  if (part.cell && !/^[ \t]*(?:```|~~~)/.test(raw)) return fenceLike(raw);
  const opaque = part.kind === 'maths' || part.kind === 'calculation' || part.kind === 'drawing';
  return opaque ? FORMULA.repeat(raw.length) : raw.replace(/[\ue000-\uf8ff]/g, '\ufffd');
}

/** A fenced block of the same length, on lines of its own: what is in it is drawn from its segment. */
function fenceLike(raw: string): string {
  const [open, close] = ['\n~~~\n', '\n~~~\n'];
  const room = raw.length - open.length - close.length;
  if (room < 0) return FORMULA.repeat(raw.length);
  return `${open}${'x'.repeat(room)}${close}`;
}

function maskLine(lines: readonly string[], index: number): string {
  const line = lines[index] ?? '';
  const bullet = /^([ \t]*)([+-]|-{3,})(?=[ \t]+[0-9\ue000]|[ \t]*$)/.exec(line);
  const signs =
    bullet && isArithmetic(lines, index) ? maskAt(line, bullet[1]?.length ?? 0, bullet[2] ?? '') : line;
  return maskProducts(signs);
}

function maskAt(line: string, at: number, signs: string): string {
  return line.slice(0, at) + standIn(signs) + line.slice(at + signs.length);
}

/** A line that starts with a sign goes on with a calculation when it holds no words and is no item among items. */
function isArithmetic(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').trim();
  const [before, after] = [lines[index - 1]?.trim() ?? '', lines[index + 1]?.trim() ?? ''];
  if (line.startsWith('+')) return true;
  if (/^-{3,}$/.test(line)) return before !== '' && !WORDS.test(before);
  const listed = before.startsWith('- ') || after.startsWith('- ') || before.endsWith(':');
  return !WORDS.test(line) && !listed;
}

const WORDS = /[A-Za-z]{2}/;

/** Runs of stars and underscores that stand between what can be multiplied or indexed. */
function maskProducts(line: string): string {
  if (!/[*_]/.test(line)) return line;
  let open = '';
  return line.replace(/(`+)[^`]*\1|[*_]+/g, (run: string, ticks: string | undefined, at: number) => {
    if (ticks !== undefined) return run;
    const [before, after] = [line[at - 1] ?? ' ', line[at + run.length] ?? ' '];
    const inside = OPERAND_END.test(before) && OPERAND_START.test(after);
    // "*n*th" and "**x**2": what opened an emphasis may close it, even before a letter.
    if (inside && run !== open) return standIn(run);
    const opens = !inside && /\S/.test(after) && !/[\p{L}\p{N}]/u.test(before);
    open = opens && open !== run ? run : '';
    return run;
  });
}

const OPERAND_END = /[\p{L}\p{N})\]}\ue000]/u;
const OPERAND_START = /[\p{L}\p{N}([{\ue000\\]/u;

function standIn(signs: string): string {
  return signs.replace(/[*_+-]/g, (sign) => STAND_INS.get(sign) ?? sign);
}

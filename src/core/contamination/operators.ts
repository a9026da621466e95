import type { AlignedPair } from './align';
import { BREAK } from './boilerplate';
import { isInside } from './decision';
import type { Likeness } from './likeness';
import { KIND } from './tokens';
import type { Tokens } from './tokens';

/** A text and its tokens, whose places are those in it. */
export interface CutText {
  text: string;
  tokens: Tokens;
}

/**
 * Tokens leave operators out. So of texts that have all tokens in common, those behind other operators are made to differ here, as
 * other numbers do: x² - 5x + 6 is not x² + 5x - 6.
 */
export function heedOperators(likeness: Likeness, item: CutText, row: CutText): Likeness {
  if (!likeness.exact && !isInside(likeness)) return likeness;
  const pairs = likeness.pairs.map((pair, at) => {
    const before = likeness.pairs[at - 1];
    const follows = pair.item === 0 || (before?.item === pair.item - 1 && before.row === pair.row - 1);
    return follows && areUnlike(pair, item, row) ? { ...pair, equal: false } : pair;
  });
  const unlike = pairs.filter(({ equal }) => !equal);
  if (unlike.length === 0) return likeness;
  const unlikeNumbers = unlike.filter((pair) => item.tokens.kinds[pair.item] === KIND.number).length;
  const equalNumbers = likeness.equalNumbers - unlikeNumbers;
  const left = equalNumbers / (likeness.equalNumbers || 1);
  return {
    ...likeness,
    pairs,
    exact: false,
    equalNumbers,
    otherNumbers: unlike.length,
    numbers: likeness.numbers * left,
    numbersOfRow: likeness.numbersOfRow * left,
    numberWeight: likeness.numberWeight * left,
  };
}

/** Whether operators differ in two texts whose tokens are the same. */
export function haveOtherOperators(one: CutText, other: CutText): boolean {
  for (let at = 0; at < one.tokens.length; at++)
    if (areUnlike({ item: at, row: at }, one, other)) return true;
  return false;
}

function areUnlike(pair: Pick<AlignedPair, 'item' | 'row'>, item: CutText, row: CutText): boolean {
  const [one, other] = [operatorsBefore(item, pair.item), operatorsBefore(row, pair.row)];
  if (one === '' && other === '') return false;
  if (signsIn(one) !== signsIn(other)) return true;
  const [left, right] = [withoutSigns(one), withoutSigns(other)];
  return left !== '' && right !== '' && Array.from(left).every((operator) => !right.includes(operator));
}

/** Signs count wherever they are; of the others many are not written, as in `2x`, or not as such, as in `\frac12`. */
function signsIn(operators: string): string {
  return operators.replaceAll(/[^-+±]/g, '');
}

function withoutSigns(operators: string): string {
  return operators.replaceAll(/[-+±]/g, '');
}

const OPERATOR = /\\[A-Za-z]+|\*\*|[-‐‑–−]{2,}|[-+±∓*·⋅×/÷<>=^‐‑–−]/g;
/** What begins a line of a list. */
const LAYOUT = /\n[ \t]*[-+*][ \t]+/g;
const MEANS: Record<string, string> = {
  ...{ '\\pm': '±', '\\mp': '±', '∓': '±', '‐': '-', '‑': '-', '–': '-', '−': '-' },
  ...{ '\\cdot': '*', '\\times': '*', '\\ast': '*', '·': '*', '⋅': '*', '×': '*' },
  ...{ '\\div': '/', '÷': '/', '**': '^' },
};

/** The operators that stand before a number or a letter of a formula; none before a word. */
function operatorsBefore({ text, tokens }: CutText, at: number): string {
  const { exact, kinds, starts, ends } = tokens;
  const [kind, start] = [kinds[at], starts[at] ?? 0];
  const isMaths = kind === KIND.letter || (kind === KIND.number && !/[A-Za-z]/.test(text.charAt(start)));
  if (!isMaths || (at > 0 && exact[at - 1] === BREAK)) return '';
  const between = at === 0 ? `\n${text.slice(0, start)}` : text.slice(ends[at - 1], start);
  return Array.from(between.replaceAll(LAYOUT, ' ').matchAll(OPERATOR), ([sign]) => operatorOf(sign)).join(
    '',
  );
}

function operatorOf(sign: string): string {
  const [first = ''] = sign;
  return MEANS[sign] ?? (first === '\\' ? '' : (MEANS[first] ?? first));
}

/** Words that a formula may hold without being a sentence. */
const MATHS_WORDS = new Set(
  'sin cos tan cot sec csc log ln lg exp lim max min sup inf gcd lcm mod det dim ker deg arg sqrt arcsin arccos arctan'.split(
    ' ',
  ),
);

const TEX_SIGN = /\\[A-Za-z$]|[\^_]/;

/** True when the text reads as a sentence rather than as a formula: plain words in a row, once \text{...} and commands are out. */
export function readsAsProse(source: string): boolean {
  if (!TWO_WORDS.test(source)) return false;
  const bare = withoutMathsWords(source.replace(TEXT_OR_COMMAND, ' | '));
  if (TEX_SIGN.test(source)) return /(?<![A-Za-z])(?:[A-Za-z][a-z]+[,;:]?\s+){3,}[A-Za-z][a-z]+/.test(bare);
  return /(?<![A-Za-z])(?:[A-Za-z][a-z]{2,}\s+[A-Za-z][a-z]+|[A-Za-z][a-z]+\s+[A-Za-z][a-z]{2,})/.test(bare);
}

/** Whatever reads as prose has this, and hardly any formula: it is soon looked for. */
const TWO_WORDS = /[a-z][,;:]?\s+[A-Za-z][a-z]/;

const TEXT_OR_COMMAND = /\\(?:text|textbf|textit|textrm|mbox|hbox)\s*\{[^{}]*\}|\\[A-Za-z]+/g;

/**
 * Whether `$inside$` is a formula, `before` and `after` being the characters around the two dollar signs.
 * Pandoc's rule for tex_math_dollars (no space after the first sign, none before the last, no digit after it), eased where the inside
 * leaves no doubt, and then a look at the inside, because two amounts of money in a sentence can keep to that rule ("$5 or 6$").
 */
export function isDollarMaths(inside: string, before: string, after: string): boolean {
  if (inside.trim() === '' || (/[0-9]/.test(after) && !inside.includes('\\'))) return false;
  const strong = TEX_SIGN.test(inside);
  if (!strong && /[0-9]/.test(before)) return false;
  if (/^\s|\s$/.test(inside) && !mayBeSpaced(inside, strong)) return false;
  return !looksLikeMoney(inside, strong);
}

/** Authors do write "$ x^2 $" and "$ n$"; money with a space holds figures, or stands among words. */
function mayBeSpaced(inside: string, strong: boolean): boolean {
  if (strong) return !AMOUNT_AND_WORD.test(inside);
  return /[A-Za-z]/.test(inside) && !/^\s*[0-9]|[a-z]{2}/.test(withoutMathsWords(inside));
}

const AMOUNT_AND_WORD = /^\s*[0-9][0-9.,]*\s+[A-Za-z]{2,}/;

function looksLikeMoney(inside: string, strong: boolean): boolean {
  if (readsAsProse(inside)) return true;
  if (AMOUNT_AND_WORD.test(inside) && AMOUNT_AND_WORD.test(withoutMathsWords(inside))) return true;
  if (strong) return false;
  const hangs = /^[0-9.]/.test(inside) && '-+*/=<>([{×÷'.includes(inside.trimEnd().slice(-1));
  return hangs || /^\s*[)\]}]/.test(inside) || /(?<![a-z])[a-z]{2,}[.!?]\s/i.test(inside);
}

function withoutMathsWords(text: string): string {
  return text.replace(/[A-Za-z]+/g, (word) => (MATHS_WORDS.has(word) ? '|' : word));
}

import { withoutRepeats } from './repeating-decimals';
import { unicodeAsTex } from './unicode-signs';

/**
 * An answer in one spelling: no delimiters, no spacing commands, one sign for each relation, operator and bracket. `\text{cm}`
 * becomes `⟨cm⟩`, `\{` becomes `⦃`, so that what follows need not know LaTeX's many ways to say one thing.
 */
export function foldText(source: string): string {
  let text = source.includes('\\begin') ? source : source.replace(/\\\\(?=[A-Za-z]{2,})/g, '\\');
  const unicode = /[^\x20-\x7E]/.test(text);
  if (unicode) text = unicodeAsTex(text);
  if (/\d\.\d*(?:\\|\d\.\.|\d…|\()/.test(text)) text = withoutRepeats(text);
  if (/[°\\]/.test(text)) text = text.replace(MINUTES, inDegrees);
  if (/[°\\]/.test(text))
    text = text.replace(TEMPERATURE, (_all, a?: string, b?: string) => ` ⟨${SCALES[a ?? b ?? '']}⟩`);
  if (TRIGONOMETRY.test(text)) text = text.replace(DEGREES, ' \\frac{\\pi}{180}');
  if (unicode) text = text.replace(SIGNS, (sign) => SPELLINGS[sign] ?? sign);
  if (/[\\$]/.test(text)) text = foldTex(text);
  if (text.includes('0x'))
    text = text.replace(/^0x([\dA-Fa-f]{1,60})$/, (_all, digits: string) => `${digits.toUpperCase()}_{16}`);
  if (text.includes('C')) text = text.replace(CHOSEN, '\\binom{$1}{$2}');
  return text
    .replace(/(?<=\d)\s*\\Omega\s*$/, ' ⟨ohms⟩')
    .replace(/(?<=\d) ?x ?(?=10\s*\^)/g, '*')
    .replace(/\*\*(?=\s*[-\w({])/g, '^')
    .replaceAll('@@', '')
    .replace(/(?<=\d)\s+to\s+(?=\d)/g, ':')
    .replace(/\bRs\.?\s*(?=\d)/g, '')
    .replace(CURRENCY, '')
    .replace(APOSTROPHES, (number) => number.replaceAll("'", ''))
    .replace(/<=/g, '≤')
    .replace(/>=/g, '≥')
    .replace(/!=/g, '≠')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `{}_6C_2`, and `_6C_2` */
const CHOSEN = /(?:\{\s*\}\s*|(?<![\w}\s])\s*)[_^]\s*\{?(\d{1,3})\}?\s*C\s*_\s*\{?(\d{1,3})\}?/g;
/** `30 USD`, `USD 30` */
const CURRENCY =
  /(?<=\d)\s*(?:USD|EUR|GBP|CNY|RMB|INR)(?![A-Za-z])|(?<![A-Za-z])(?:USD|EUR|GBP|CNY|RMB|INR)\s*(?=\d)/g;
/** `1'000'000`, as it is written in Switzerland. */
const APOSTROPHES = /(?<![\d'.])\d{1,3}(?:'\d{3})+(?![\d'])/g;

const SPELLINGS: Record<string, string> = {
  '−': '-', '–': '-', '—': '-', '×': '*', '·': '*', '∗': '*', '⋅': '*', '÷': '/', '√': '\\sqrt ',
  '∛': '\\sqrt[3] ', '∜': '\\sqrt[4] ', 'π': '\\pi ', '½': '\\frac{1}{2}', '¼': '\\frac{1}{4}', '¾': '\\frac{3}{4}',
  '⅓': '\\frac{1}{3}', '⅔': '\\frac{2}{3}', '⅕': '\\frac{1}{5}', '⅖': '\\frac{2}{5}',
  '⅗': '\\frac{3}{5}', '⅘': '\\frac{4}{5}', '⅙': '\\frac{1}{6}', '⅚': '\\frac{5}{6}', '⅛': '\\frac{1}{8}', '⅜': '\\frac{3}{8}', '⅝': '\\frac{5}{8}', '⅞': '\\frac{7}{8}', '°': '', '′': "'", '’': "'", '€': '', '£': '', '¥': '', '₹': '', '⩽': '≤', '⩾': '≥', '。': '.', '、': ',', '\u00a0': ' ', '\u2009': ' ', '\u202f': ' ', 'θ': '\\theta ', 'α': '\\alpha ', 'β': '\\beta ', 'λ': '\\lambda ',
  'γ': '\\gamma ', 'δ': '\\delta ', 'ε': '\\epsilon ', 'μ': '\\mu ', 'φ': '\\phi ', 'ω': '\\omega ', 'ρ': '\\rho ', 'σ': '\\sigma ', 'Ω': '\\Omega ',
  '∠': '\\angle ', '△': '\\triangle ', 'ℝ': '\\mathbb{R}', 'ℤ': '\\mathbb{Z}', 'ℕ': '\\mathbb{N}', 'ℚ': '\\mathbb{Q}', 'ℂ': '\\mathbb{C}',
}; // prettier-ignore
const SIGNS = new RegExp(`[${Object.keys(SPELLINGS).join('')}]`, 'g');

function foldTex(text: string): string {
  return (text.includes('\\begin') ? text.replace(ROW_END, ROW_SIGN) : text)
    .replace(/(?<=\d)(?:\s|~|\\[,;: ])*\\mu\s*\\(?:text|mathrm)\s*\{\s*/g, ' \\text{µ')
    .replace(/\{([^{}]{1,40})\\choose(?![A-Za-z])([^{}]{1,40})\}/g, '\\binom{$1}{$2}')
    .replace(/\\(?:text|textbf|textit|textrm|textsf|mathrm|mathbf|mathit|mathsf|boldsymbol|bf|mbox|hbox|operatorname\*?)\s*\{((?:[^{}]|\^\{-?\d\})*)\}/g, worded)
    .replace(/\\([A-Za-z]+)/g, (command, name: string) => COMMANDS.get(name) ?? command)
    .replace(/\\\$|\$|\\[()[\]]|\\[,;:!> ~]|(?<!\\)~/g, (sign) => (sign === '\\$' || sign === '\\!' ? '' : ' '))
    .replace(/\\%/g, '%')
    .replace(/\\num\s*\{([\d.,\s]+)\}|(?<=\d)\{\s*\}(?=\d{3})/g, '$1')
    .replaceAll('{:}', ':')
    .replace(/\\\{/g, '⦃')
    .replace(/\\\}/g, '⦄')
    .replace(/\\\|/g, '|')
    .replace(/\^\s*(?:\\circ|\{\s*\\circ\s*\})/g, '')
    .replace(/\\(?:left|right|[bB]igg?[lrm]?)\s*\.?/g, '');
} // prettier-ignore

function worded(_all: string, inside: string, at: number, text: string): string {
  const words = inside.trim();
  if (UNIT_LETTER.test(words) && /\d(?:[\s~]|\\[ ,;:])*$/.test(text.slice(Math.max(0, at - 8), at)))
    return ` ⟨${words}⟩ `;
  if (/^,?\s*(?:and|or)$/.test(words)) return ` ${words} `;
  if (FUNCTION.test(words)) return `\\${words} `;
  const sign = SIGN_WORDS[words.toLowerCase()];
  if (sign !== undefined) return sign;
  if (/^\d+ to \d+$/.test(words)) return words;
  return /^(?:[a-zA-Z]|\d.*|)$/.test(words) || words === 'i' ? ` ${words}` : ` ⟨${words}⟩ `;
}

/** What `\\operatorname` has where LaTeX has a command too. */
const FUNCTION = /^(?:(?:arc)?(?:sin|cos|tan)h?|sec|csc|cot|gcd|lcm|max|min|log|ln|exp)$/;

const SIGN_WORDS: Record<string, string> = { to: ':', infinity: '∞', cis: '\\cis ' };

/** After a number these are litres, metres and minutes, and no variables or functions. */
const UNIT_LETTER = /^(?:[LlmgsNJWVKhA]|min)$/;

/** Between the rows of a matrix, where a space after `\\\\` would make it the space `\\ ` behind a backslash. */
export const ROW_SIGN = '⏎';
const ROW_END = /\\\\(?:\[[^\]\n]*\])?/g;

/** `45°30'` is 45 degrees and a half. */
const MINUTES =
  /(\d{1,4})\s*(?:°|\^\s*\\circ|\^\s*\{\s*\\circ\s*\})\s*(\d{1,2})\s*(?:['′’]|\^\s*\{?\s*\\prime\s*\}?)(?!['′’])/g;

function inDegrees(_all: string, degrees: string, minutes: string): string {
  return `(\\frac{${Number(degrees) * 60 + Number(minutes)}}{60})^\\circ `;
}

/** Degrees of heat, with which those of angles have the sign in common. */
const TEMPERATURE =
  /(?:°|\^\s*\\circ|\^\s*\{\s*\\circ\s*\})\s*(?:\\(?:text|mathrm)\s*\{\s*([CF])\s*\}|([CF])(?![A-Za-z]))/g;
const SCALES: Record<string, string> = { C: 'celsius', F: 'fahrenheit' };

/** Of a function's argument the sign of degrees tells its size. */
const TRIGONOMETRY = /(?:sin|cos|tan|cot|sec|csc|cis)(?![a-z])[^°]*?(?:°|\\circ|\\degree)/;
const DEGREES = /°|\^\s*(?:\\circ|\{\s*\\circ\s*\})|\\degree(?![A-Za-z])/g;

const SAME: [string, string][] = [
  ['frac', 'dfrac tfrac cfrac'],
  ['binom', 'dbinom tbinom'],
];
const SIGN_OF: [string, string][] = [
  ['≤', 'le leq leqslant leqq'], ['≥', 'ge geq geqslant geqq'], ['≠', 'ne neq'], ['≈', 'approx simeq sim'], ['<', 'lt'], ['>', 'gt'],
  ['*', 'cdot times ast'], ['/', 'div'], ['∪', 'cup'], ['∩', 'cap'], ['∈', 'in'], ['≡', 'equiv'], ['±', 'pm'], ['∓', 'mp'], ['∞', 'infty'],
  ['⌊', 'lfloor'], ['⌋', 'rfloor'], ['⌈', 'lceil'], ['⌉', 'rceil'], ['|', 'lvert rvert vert mid'], ['⦃', 'lbrace'], ['⦄', 'rbrace'],
  [' ', 'quad qquad displaystyle textstyle limits nolimits hspace bigl bigr thinspace'], ['(', 'langle lparen'], [')', 'rangle rparen'],
  ['', 'degree'], ['∅', 'emptyset varnothing'], [':', 'colon'], [' or ', 'lor vee'], [' and ', 'land wedge'],
]; // prettier-ignore

const COMMANDS = new Map([
  ...SAME.flatMap(([name, others]) =>
    others.split(' ').map((other): [string, string] => [other, `\\${name}`]),
  ),
  ...SIGN_OF.flatMap(([sign, names]) => names.split(' ').map((name): [string, string] => [name, sign])),
]);

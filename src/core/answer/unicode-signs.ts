import { chineseInDigits } from './chinese-numbers';

/** What stands raised or lowered in Unicode, and what it stands for. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣ';
const RAISED_AS = '0123456789+-nx';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋ₙ';
const LOWERED_AS = '0123456789+-n';
const ROOTS: Record<string, string> = { '√': '\\sqrt', '∛': '\\sqrt[3]', '∜': '\\sqrt[4]' };

const RAISED_RUN = new RegExp(`[${RAISED}]+`, 'g');
/** The zeros of other scripts; their nine other digits follow them. */
const ZEROS = ['٠', '۰', '०', '০'];
const OTHER_DIGITS = new RegExp(`[${ZEROS.map((zero) => `${zero}-${after(zero, 9)}`).join('')}]`, 'g');

function after(sign: string, by: number): string {
  return String.fromCodePoint((sign.codePointAt(0) ?? 0) + by);
}

const LOWERED_RUN = new RegExp(`[${LOWERED}]+`, 'g');
const WIDE = /[！-～]/g;
/** Between values of a list in Chinese and Japanese. */
const JOINED = /(?<=[\d)}\]$])\s*(?:、|或者?|和|与|及)\s*(?=[-\d([{$\\a-zA-Z])/g;
/** `50元`: a counting word or unit behind a number. */
const COUNTED = /(?<=[\d)}\]$])\s*(\p{Script=Han}{1,4})$/u;

/** A text with signs of Unicode that say what LaTeX says by commands: `x₁ = 2⁻³√12` becomes `x_{1} = 2^{-3}\sqrt{12}`. */
export function unicodeAsTex(source: string): string {
  let text = source.replace(WIDE, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0));
  text = text
    .replace(OTHER_DIGITS, digitOf)
    .replace(RAISED_RUN, (run) => `^{${mapped(run, RAISED, RAISED_AS)}}`)
    .replace(LOWERED_RUN, (run) => `_{${mapped(run, LOWERED, LOWERED_AS)}}`)
    .replace(
      /([√∛∜])\s*(\d+(?:\.\d+)?)/g,
      (_all, sign: string, number: string) => `${ROOTS[sign]}{${number}}`,
    );
  if (!/[、\p{Script=Han}]/u.test(text)) return text;
  const number = chineseInDigits(text.trim());
  if (number !== null) return number;
  return text.replace(JOINED, (joined) => (joined.includes('或') ? ' or ' : ', ')).replace(COUNTED, ' ⟨$1⟩');
}

function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return String(
    ZEROS.map((zero) => code - (zero.codePointAt(0) ?? 0)).find((worth) => worth >= 0 && worth < 10) ?? sign,
  );
}

function mapped(run: string, from: string, to: string): string {
  return [...run].map((sign) => to[from.indexOf(sign)] ?? '').join('');
}

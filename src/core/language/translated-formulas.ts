import { segment } from '../maths/segment';
import type { SourceText } from '../profile/reading';

/** What of a text stays in every language: its formulas, spelt in one way, and the numbers in its words. */
export interface Untranslated {
  formulas: string[];
  numbers: string[];
}

export function untranslated(texts: readonly Pick<SourceText, 'text' | 'dialect'>[]): Untranslated {
  const formulas = new Set<string>();
  const numbers = new Set<string>();
  for (const { text, dialect } of texts) {
    for (const { kind, content } of segment(text, dialect)) {
      if (kind === 'maths') formulas.add(inOneSpelling(content));
      else if (kind === 'prose')
        for (const [number] of withPlainDigits(content).matchAll(NUMBER)) numbers.add(withoutMarks(number));
    }
  }
  formulas.delete('');
  return { formulas: [...formulas], numbers: [...numbers] };
}

/**
 * The formulas that another language lacks. A number may stand outside of formulas there; where nothing is marked as a formula, it is
 * enough that the formula's numbers are there.
 */
export function lacking(formulas: readonly string[], there: Untranslated): string[] {
  return formulas.filter((formula) => {
    if (there.formulas.includes(formula) || there.numbers.includes(formula)) return false;
    if (there.formulas.length > 0) return true;
    return (formula.match(/\d+/g) ?? []).some((number) => !there.numbers.includes(number));
  });
}

const NUMBER = /\d+(?:[.,]\d+)*/g;

/** Formulas that say the same are one: words, space and the size of brackets do not count, nor do decimal commas and digits of a script. */
function inOneSpelling(tex: string): string {
  const bare = withPlainDigits(tex)
    .replaceAll(/\\(?:text\w*|mbox|hbox|mathrm|operatorname)\s*\{[^{}]*\}/g, '')
    .replaceAll(/\\(?:left|right|[bB]igg?[lr]?|displaystyle|quad|qquad)(?![A-Za-z])|\\[,;:! ]|~/g, '')
    .replaceAll(/(?<!\\[A-Za-z]*)\s+|\s+(?![A-Za-z])/g, '')
    .replaceAll(/\\[dt]?frac(?:(\d)(\d))?/g, (_, top?: string, bottom?: string) =>
      top ? `\\frac{${top}}{${bottom}}` : String.raw`\frac`,
    )
    .replaceAll(/\\([lg])eqslant|\\([lg])e(?![A-Za-z])/g, String.raw`\$1$2eq`)
    .replaceAll(/\\(?:cdot|times)(?![A-Za-z])|[·×]/g, '*')
    .replaceAll('{,}', ',')
    .replaceAll(/(?<=[\^_])\{([A-Za-z\d])\}/g, '$1');
  return withoutMarks(bare.replace(/[.,;:،。]+$/, ''));
}

/** Thousands and decimals are parted by points in some languages, and by commas in others. */
function withoutMarks(text: string): string {
  return text.replaceAll(/(?<=\d)[.,](?=\d)/g, '');
}

/** The code points of 0 in scripts that have digits of their own. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810, 0xff10,
];

function withPlainDigits(text: string): string {
  const marks = text.replaceAll('٫', '.').replaceAll('٬', ',');
  return marks.replaceAll(/(?!\d)\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((each) => code >= each && code < each + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

import { segment } from '../maths/segment';
import type { SourceText } from '../profile/reading';

/** What of a text stays in every language: its formulas, spelt in one way, and the numbers in its words. */
export interface Untranslated {
  formulas: string[];
  numbers: string[];
}

export function untranslated(texts: readonly Worded[]): Untranslated {
  const parts = texts.flatMap(untranslatedParts);
  const spelt = (wanted: UntranslatedPart['kind']) => [
    ...new Set(parts.flatMap(({ kind, spelling }) => (kind === wanted ? [spelling] : []))),
  ];
  return { formulas: spelt('formula'), numbers: spelt('number') };
}

type Worded = Pick<SourceText, 'text' | 'dialect'>;

/** A formula, or a number in the words, where it stands in its text (UTF-16 offsets). */
export interface UntranslatedPart {
  kind: 'formula' | 'number';
  start: number;
  end: number;
  /** In one spelling: texts that say the same have the same. */
  spelling: string;
}

/** All that stays in every language, in the order of the text. */
export function untranslatedParts({ text, dialect }: Worded): UntranslatedPart[] {
  return segment(text, dialect).flatMap(({ kind, content, start, end }): UntranslatedPart[] => {
    if (kind === 'prose') return numbersIn(content, start);
    const spelling = kind === 'maths' ? inOneSpelling(content) : '';
    return spelling === '' ? [] : [{ kind: 'formula', start, end, spelling }];
  });
}

function numbersIn(prose: string, from: number): UntranslatedPart[] {
  return [...withPlainDigits(prose).matchAll(NUMBER)].map(({ 0: number, index }) => ({
    kind: 'number',
    start: from + index,
    end: from + index + number.length,
    spelling: withoutMarks(number),
  }));
}

/** Whether a text in another language lacks this. A number may stand within a formula there. */
export function lacks({ kind, spelling }: UntranslatedPart, there: Untranslated): boolean {
  if (kind === 'formula') return lacking([spelling], there).length > 0;
  return (
    !there.numbers.includes(spelling) &&
    !there.formulas.some((formula) => numbersOf(formula).includes(spelling))
  );
}

function numbersOf(formula: string): string[] {
  return formula.match(/\d+/g) ?? [];
}

/**
 * The formulas that another language lacks. A number may stand outside of formulas there; where nothing is marked as a formula, it is
 * enough that the formula's numbers are there.
 */
export function lacking(formulas: readonly string[], there: Untranslated): string[] {
  return formulas.filter((formula) => {
    if (there.formulas.includes(formula) || there.numbers.includes(formula)) return false;
    if (there.formulas.length > 0) return true;
    return numbersOf(formula).some((number) => !there.numbers.includes(number));
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

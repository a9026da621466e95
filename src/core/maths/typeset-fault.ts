import katex from 'katex';
import type { KatexOptions } from 'katex';
import { texForKatex } from './tex-for-katex';

/** Formulas are judged as the page would typeset them. */
const OPTIONS: KatexOptions = {
  output: 'html',
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxExpand: 200,
  maxSize: 20,
};

/** KaTeX's parser, which it does not document: without the boxes that it makes of what was parsed, which take eight times as long. */
const { __parse: parse } = katex as unknown as { __parse: (tex: string, options: KatexOptions) => unknown };

/** What KaTeX says of a formula that it cannot typeset; null for one that it can. It is built last, and lies in a file of its own. */
export function typesetFault(tex: string, display: boolean): string | null {
  const options = { ...OPTIONS, displayMode: display, macros: {} };
  const source = texForKatex(tex);
  try {
    if (WIDE.test(source)) katex.renderToString(source, options);
    else parse(source, options);
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return inOneLine(error.message);
  }
}

/** The only signs that are refused when the boxes are made, and not before: letters of mathematical alphabets. */
const WIDE = /[\uD800-\uDFFF]/;

function inOneLine(message: string): string {
  return message
    .replace(/^KaTeX parse error: /, '')
    .replace(/\u0332/g, '')
    .replace(/: …?[\s\S]{60,}$/, '')
    .replace(/\.$/, '');
}

import { tableAsArray } from './table-as-array';

/**
 * LaTeX that KaTeX 0.19 does not know, in words that it does. What is shown is the same but for rules under part of a table's row,
 * which become whole ones. Nothing here is written back to a dataset.
 */
export function texForKatex(tex: string): string {
  if (tex.length > MAX_LENGTH || !/\\(?:[mh]box|begin|cancelto|multicolumn|cline)/.test(tex)) return tex;
  return REWRITES.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    tabularToArray(tex),
  );
}

/** In UTF-16 code units; longer formulas are not typeset anyway. */
const MAX_LENGTH = 20_000;

type Rewrite = readonly [RegExp, (...groups: string[]) => string];

const REWRITES: readonly Rewrite[] = [
  [/\\[mh]box(?![A-Za-z])/g, () => '\\text'],
  [
    /\\cancelto\{([^{}]*)\}\{([^{}]*)\}/g,
    (_all, value = '', struck = '') => `\\cancel{${struck}}^{${value}}`,
  ],
  [/\\(?:begin|end)\{(?:display)?math\}/g, () => ''],
  [/\\cline\{[^{}]*\}/g, () => '\\hline'],
  [
    /\\multicolumn\{(\d{1,2})\}\{[^{}]*\}\{((?:[^{}]|\{[^{}]*\})*)\}/g,
    (_all, n = '1', cell = '') => cell + '&'.repeat(Math.max(0, Number(n) - 1)),
  ],
  [
    /\\begin\{(array)\}(\[[a-z]\])?\{((?:[^{}]|\{[^{}]*\})*)\}/g,
    (_all, name = '', at = '', columns = '') => `\\begin{${name}}${at}{${plainColumns(columns)}}`,
  ],
  [
    /\\begin\{eqnarray(\*?)\}([\s\S]*?)\\end\{eqnarray\*?\}/g,
    (_all, star = '', rows = '') => `\\begin{align${star}}${joinColumns(rows)}\\end{align${star}}`,
  ],
  [/\\(begin|end)\{multline(\*?)\}/g, (_all, edge = '', star = '') => `\\${edge}{gather${star}}`],
  [/\\(begin|end)\{flalign(\*?)\}/g, (_all, edge = '', star = '') => `\\${edge}{align${star}}`],
];

/** KaTeX knows the columns l, c, r and the bar. */
function plainColumns(columns: string): string {
  return columns
    .replace(/[@!><]\s*\{[^{}]*\}/g, '')
    .replace(/[pmb]\s*\{[^{}]*\}/g, 'l')
    .replace(/\*\s*\{?(\d{1,2})\}?\s*\{([^{}]*)\}/g, (_all, times: string, column: string) =>
      column.repeat(Number(times)),
    );
}

/** eqnarray has three columns, `a &=& b`, where align has two. */
function joinColumns(rows: string): string {
  return rows
    .split('\\\\')
    .map((row) => row.replace(/&([^&]*)&/, '&$1'))
    .join('\\\\');
}

/** A table of text becomes an array with its cells in \text{...}. */
function tabularToArray(tex: string): string {
  return tex.replace(
    /\\begin\{tabular\}(?:\[[a-z]\])?\{((?:[^{}]|\{[^{}]*\})*)\}([\s\S]*?)\\end\{tabular\}/g,
    (table, columns: string, body: string) => {
      const exact = tableAsArray(table);
      if (exact !== null) return exact;
      const rows = body.split(/(\\\\(?:\[[^\]\n]*\])?)/).map((row, at) =>
        at % 2 === 1
          ? row
          : row
              .split(/(?<!\\)&/)
              .map(textCell)
              .join('&'),
      );
      return `\\begin{array}{${columns}}${rows.join('')}\\end{array}`;
    },
  );
}

function textCell(cell: string): string {
  const [, rules = '', inside = ''] = /^((?:\s|\\hline|\\cline\{[^{}]*\})*)([\s\S]*?)\s*$/.exec(cell) ?? [];
  if (inside === '') return rules;
  const [, columns, wide] = /^\\multicolumn\{(\d{1,2})\}\{[^{}]*\}\{([\s\S]*)\}$/.exec(inside) ?? [];
  if (columns !== undefined) return `${rules}\\text{${wide}}${'&'.repeat(Math.max(0, Number(columns) - 1))}`;
  return `${rules}\\text{${inside}}`;
}

/** The index of the brace that closes the one before `from`, or -1 if there is none up to `limit`. */
export function closingBrace(text: string, from: number, limit = text.length): number {
  const sign = /\\[\s\S]|[{}]/g;
  sign.lastIndex = from;
  let depth = 1;
  for (let match = sign.exec(text); match && match.index <= limit; match = sign.exec(text)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index;
  }
  return -1;
}

/**
 * A LaTeX table as an `array`, which viewers of formulas know where they do not know `tabular`. Null where that would not be the same
 * table: joined cells, rules under some columns, columns of a width, and cells with commands that only LaTeX's text has.
 * It is to stand within maths. Takes `\begin{tabular}...\end{tabular}` and nothing around it.
 */
export function tableAsArray(table: string): string | null {
  const [, columns = '', body = ''] = TABLE.exec(table) ?? [];
  if (columns === '' || body.length > LONGEST || /\\(?:begin|end)\b|(?<!\\)%/.test(body)) return null;
  const rows = body
    .split(/(\\\\(?:\[[^\]\n]*\])?)/)
    .map((part, at) => (at % 2 === 1 ? part : rowAsArray(part)));
  return rows.includes(null) ? null : `\\begin{array}{${columns}}${rows.join('')}\\end{array}`;
}

/** In UTF-16 units; longer formulas are not typeset. */
const LONGEST = 6000;
const TABLE = /^\\begin\s*\{tabular\}\s*\{([lcr|\s]*[lcr][lcr|\s]*)\}([\s\S]*)\\end\s*\{tabular\}$/;

/** Null where a cell can not be kept as it is. */
function rowAsArray(row: string): string | null {
  const cells = row.split(/(?<!\\)&/).map(cellAsMaths);
  return cells.includes(null) ? null : cells.join('&');
}

function cellAsMaths(cell: string): string | null {
  const [, before = '', inside = '', after = ''] =
    /^((?:\s|\\hline(?![A-Za-z]))*)([\s\S]*?)(\s*)$/.exec(cell) ?? [];
  if (/\n\s*\n/.test(cell)) return null;
  const text = /^\d*$/.test(inside) ? inside : partsAsMaths(inside);
  return text === null ? null : before + text + after;
}

/** `$n$ grade` is `n\text{ grade}`: a formula between dollar signs stands in text style, as it does in an array's cell. */
function partsAsMaths(inside: string): string | null {
  const parts = inside.split(/(?<!\\)\$/);
  if (parts.length % 2 === 0) return null;
  const written = parts.map((part, at) => {
    if (at % 2 === 1)
      return part.trim() === '' || /\\(?:text|mbox|hbox)/.test(part) ? null : group(part, parts);
    if (part === '') return '';
    return PLAIN.test(part) ? `\\text{${part.replace(/\s+/g, ' ')}}` : null;
  });
  return written.includes(null) ? null : written.join('');
}

/** Beside words a formula keeps to itself: no space is set between it and what follows. */
function group(formula: string, parts: readonly string[]): string {
  return parts.every((part, at) => at % 2 === 1 || part === '') && parts.length === 3
    ? formula
    : `{${formula}}`;
}

/** What text is the same in LaTeX and between the braces of `\text`. */
const PLAIN =
  /^(?:[\p{L}\p{N}\s.,:;!?'()[\]+=/*-]|\\[%$&#_]|\\text(?:bf|it|rm)\{[\p{L}\p{N}\s.,:;!?'()+=/*-]*\})*$/u;

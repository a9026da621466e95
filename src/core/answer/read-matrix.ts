import { Fraction } from 'fraction.js';
import type { AnswerValue } from './answer-value';
import { exactValue } from './exact-value';
import type { Expression } from './expression';
import { ROW_SIGN } from './fold-text';
import { parseExpression } from './parse-expression';

type Cells = AnswerValue[][];

const MATRIX = /(\(?)\s*\\begin\{((?:[bpvBV]?matrix|array))\}(?:\{[^{}]*\})?([\s\S]*?)\\end\{\2\}\s*(\)?)/g;
/** Matrices of a product, and cells of each. */
const MOST_FACTORS = 4;
const MOST_CELLS = 100;

/** A matrix, a multiple of one, a product of several, or what a determinant is worth, from a folded text; null for anything else. `read` reads a cell. */
export function readMatrix(text: string, read: (cell: string) => AnswerValue): AnswerValue | null {
  if (text.startsWith('[') && text.includes(';')) return inBrackets(text, read);
  if (!text.includes('\\begin{')) return null;
  const found = [...text.matchAll(MATRIX)];
  if (found.length === 0 || found.length > MOST_FACTORS) return null;
  if (
    found.some(
      ([, open, , inside = '', close]) => (open === '') !== (close === '') || inside.includes('\\begin'),
    )
  )
    return null;
  const between = text.split(MATRIX).filter((_part, at) => at % 5 === 0);
  const [before = '', ...others] = between.map((part) =>
    part
      .trim()
      .replace(/^\*|\*$/g, '')
      .trim(),
  );
  const after = others.pop() ?? '';
  if (others.some((part) => part !== '')) return null;
  const matrices = found.map(([, , , inside = '']) => cellsOf(inside, read));
  if (after !== '' || before === '\\det') return changed(before, matrices, after);
  const product = matrices
    .slice(1)
    .reduce<Cells | null>((left, right) => left && times(left, right), matrices[0] ?? []);
  const rows = product && before !== '' ? multiple(before, product) : product;
  if (!rows || found[0]?.[2] !== 'vmatrix') return rows && { kind: 'matrix', rows };
  const size = matrices.length === 1 && before === '' ? determinant(rows) : null;
  return size && scalarOf(size);
}

/** `[1 2; 3 4]`, and `[1, 2; 3, 4]` with spaces behind its commas: `[1,5; 2,5]` may be an interval. */
function inBrackets(text: string, read: (cell: string) => AnswerValue): AnswerValue | null {
  const inside = /^\[([^[\]]*)\]$/.exec(text)?.[1] ?? '';
  const rows = inside.split(';').map((row) => row.trim().split(/,\s+|\s+/));
  const width = rows[0]?.length ?? 0;
  const sound = rows.flat().every((cell) => parseExpression(cell) !== null);
  if (width < 2 || rows.length * width > MOST_CELLS || rows.some(({ length }) => length !== width) || !sound)
    return null;
  return { kind: 'matrix', rows: rows.map((row) => row.map(read)) };
}

/** `\\det M`, `M^T`, `M^{-1}`, `M^2` */
function changed(before: string, [cells, more]: Cells[], after: string): AnswerValue | null {
  if (!cells || more) return null;
  if (before === '\\det') {
    const size = after === '' ? determinant(cells) : null;
    return size && scalarOf(size);
  }
  if (before !== '') return null;
  const [, power = ''] = /^\^\s*\{?\s*(-1|[23]|T|t|\\top|⟨T⟩)\s*\}?$/.exec(after) ?? [];
  const rows = power === '' ? null : raised(cells, power);
  return rows && { kind: 'matrix', rows };
}

function raised(cells: Cells, power: string): Cells | null {
  if (power === '-1') return inverse(cells);
  const square = power === '2' || power === '3' ? times(cells, cells) : null;
  if (square) return power === '3' ? times(square, cells) : square;
  const flipped = (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));
  const whole = flipped.every((row): row is AnswerValue[] => row.every((cell) => cell !== undefined));
  return whole && !/\d/.test(power) ? flipped : null;
}

/** By cofactors; null where there is none. */
function inverse(cells: Cells): Cells | null {
  const size = determinant(cells);
  if (!size || cells.length < 2 || exactValue(size)?.equals(0) === true) return null;
  const rows = cells.map((_row, at) =>
    cells.map((_column, to) => {
      const minor = determinant(cells.toSpliced(to, 1).map((row) => row.toSpliced(at, 1)));
      const sign = (at + to) % 2 === 0 ? ONE : MINUS_ONE;
      return (
        minor &&
        scalarOf({ kind: 'quotient', left: { kind: 'product', left: sign, right: minor }, right: size })
      );
    }),
  );
  return isWhole(rows) ? rows : null;
}

const LARGEST_DETERMINANT = 4;

/** Laplace's expansion along the first row; null where the matrix is no square of values, or a large one. */
function determinant(cells: Cells): Expression | null {
  const size = cells.length;
  if (size === 0 || size > LARGEST_DETERMINANT || cells.some((row) => row.length !== size)) return null;
  const [first = [], ...below] = cells;
  let sum: Expression = { kind: 'number', value: new Fraction(0), decimals: 0 };
  for (const [at, cell] of first.entries()) {
    const left = expressionOf(cell);
    const minor = size === 1 ? ONE : determinant(below.map((row) => row.toSpliced(at, 1)));
    if (!left || !minor) return null;
    const signed: Expression = { kind: 'product', left: at % 2 === 0 ? ONE : MINUS_ONE, right: left };
    sum = { kind: 'sum', left: sum, right: { kind: 'product', left: signed, right: minor } };
  }
  return sum;
}

const ONE: Expression = { kind: 'number', value: new Fraction(1), decimals: 0 };
const MINUS_ONE: Expression = { kind: 'number', value: new Fraction(-1), decimals: 0 };

function cellsOf(inside: string, read: (cell: string) => AnswerValue): Cells {
  const rows = inside.split(ROW_SIGN).filter((row) => row.trim() !== '');
  return rows.map((row) => row.split('&').map(read));
}

function multiple(factor: string, cells: Cells): Cells | null {
  const left = parseExpression(factor.replace(/^-$/, '-1'));
  if (!left) return null;
  const rows = cells.map((row) =>
    row.map((cell) => {
      const right = expressionOf(cell);
      return right ? scalarOf({ kind: 'product', left, right }) : null;
    }),
  );
  return isWhole(rows) ? rows : null;
}

function times(a: Cells, b: Cells): Cells | null {
  const inner = b.length;
  const width = b[0]?.length ?? 0;
  if (a.length * width * inner > MOST_CELLS) return null;
  if (a.some((row) => row.length !== inner) || b.some((row) => row.length !== width)) return null;
  const rows = a.map((row) =>
    Array.from({ length: width }, (_, column) =>
      sumOf(
        row,
        b.map((other) => other[column]),
      ),
    ),
  );
  return isWhole(rows) ? rows : null;
}

function sumOf(row: AnswerValue[], column: (AnswerValue | undefined)[]): AnswerValue | null {
  let sum: Expression = { kind: 'number', value: new Fraction(0), decimals: 0 };
  for (const [at, cell] of row.entries()) {
    const [left, right] = [expressionOf(cell), expressionOf(column[at])];
    if (!left || !right) return null;
    sum = { kind: 'sum', left: sum, right: { kind: 'product', left, right } };
  }
  return scalarOf(sum);
}

function expressionOf(cell: AnswerValue | undefined): Expression | null {
  return cell?.kind === 'scalar' && !cell.percent && cell.unit === '' ? cell.of : null;
}

function scalarOf(of: Expression): AnswerValue {
  return { kind: 'scalar', of, percent: false, unit: '' };
}

function isWhole(rows: (AnswerValue | null)[][]): rows is Cells {
  return rows.every((row) => row.every((cell) => cell !== null));
}

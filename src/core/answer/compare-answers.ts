import { Fraction } from 'fraction.js';
import type { AnswerValue, Scalar } from './answer-value';
import { plain, saysNone } from './answer-words';
import { compareExpressions } from './compare-expressions';
import { compareScalars } from './compare-scalars';
import { EXACT, isEqual, weakest } from './comparison';
import type { Comparison } from './comparison';
import { exactValue } from './exact-value';
import { namesIn } from './expression';
import type { Expression } from './expression';
import { intervalSet, sameNumbers } from './interval-set';
import { constantRatio } from './probe';
import { rangeOf } from './ranges';
import { alongAxes } from './unit-vectors';
import { numberInWords, numeralIn } from './written-numbers';

/** Compares two answers that have been read. It is symmetric. */
export function compareValues(a: AnswerValue, b: AnswerValue): Comparison {
  if (a.kind === 'text' || b.kind === 'text') return compareTexts(a, b);
  if (a.kind === 'scalar' && b.kind === 'scalar') {
    const same = compareScalars(a, b);
    return isEqual(same) ? same : (asEquations(a, b) ?? same);
  }
  if (a.kind === 'numbers' || b.kind === 'numbers' || a.kind === 'union' || b.kind === 'union')
    return compareNumbers(a, b);
  return compareKinds(a, b);
}

/** Unions of intervals may say in other parts what they say. */
function compareNumbers(a: AnswerValue, b: AnswerValue): Comparison {
  const asTheyStand = a.kind === 'numbers' || b.kind === 'numbers' ? null : compareKinds(a, b);
  if (asTheyStand && isEqual(asTheyStand)) return asTheyStand;
  const [one, other] = [intervalSet(a), intervalSet(b)];
  if (one && other)
    return sameNumbers(one, other)
      ? { verdict: 'equal-symbolic', how: 'same numbers' }
      : { verdict: 'different', how: 'other numbers' };
  return (
    asTheyStand ?? { verdict: 'cannot-tell', how: 'one of them is no set of numbers that is understood' }
  );
}

function compareKinds(a: AnswerValue, b: AnswerValue): Comparison {
  if (a.kind === 'relation' || b.kind === 'relation') return compareRelations(a, b);
  if (a.kind === 'matrix' && b.kind === 'matrix') return inOrder(a.rows.map(asRow), b.rows.map(asRow));
  if (a.kind === 'matrix' && b.kind === 'sequence') return compareVector(a, b);
  if (b.kind === 'matrix' && a.kind === 'sequence') return compareVector(b, a);
  if (a.kind === 'ratio' || b.kind === 'ratio') return compareRatios(a, b);
  if (a.kind === 'sequence' && b.kind === 'sequence') return compareSequences(a, b);
  if (isMany(a) && isMany(b)) return compareMany(a, b);
  if (isMany(a) && a.parts.length === 1 && a.parts[0]) return compareValues(a.parts[0], b);
  if (isMany(b) && b.parts.length === 1 && b.parts[0]) return compareValues(a, b.parts[0]);
  return (
    compareAxes(a, b) ??
    compareAxes(b, a) ??
    saidTwice(a, b) ??
    saidTwice(b, a) ??
    commaAsPoint(a, b) ??
    commaAsPoint(b, a) ?? { verdict: 'different', how: `${KINDS[a.kind]} against ${KINDS[b.kind]}` }
  );
}

const KINDS: Record<AnswerValue['kind'], string> = {
  scalar: 'one value',
  sequence: 'a tuple or interval',
  list: 'a list',
  set: 'a set',
  union: 'a union',
  matrix: 'a matrix',
  relation: 'a relation',
  ratio: 'a ratio',
  numbers: 'a set of numbers',
  text: 'words',
};

type Matrix = Extract<AnswerValue, { kind: 'matrix' }>;
type Many = Extract<AnswerValue, { parts: AnswerValue[] }>;

function isMany(value: AnswerValue): value is Many {
  return 'parts' in value && value.kind !== 'ratio';
}

function asRow(parts: AnswerValue[]): AnswerValue {
  return { kind: 'sequence', open: '(', close: ')', parts };
}

function compareTexts(a: AnswerValue, b: AnswerValue): Comparison {
  if (a.kind !== 'text' || b.kind !== 'text') {
    const [written, other] = a.kind === 'text' ? [a, b] : [b, a];
    const spelled = written.kind === 'text' && other.kind === 'scalar' ? countInWords(written.text) : null;
    if (spelled !== null && other.kind === 'scalar') return compareExpressions(spelled, other.of);
    const text = written.kind === 'text' ? written.text : '';
    const ten = other.kind === 'scalar' && text.endsWith('_10') ? numeralIn(text) : null;
    if (ten !== null && other.kind === 'scalar')
      return compareExpressions({ kind: 'number', value: new Fraction(ten), decimals: 0 }, other.of);
    if (other.kind === 'set' && other.parts.length === 0 && saysNone(text))
      return { verdict: 'equal-exact', how: 'no solution' };
    return /^(?:⟨?)(?:[A-Za-z]+)(?:⟩?)$/.test(text)
      ? { verdict: 'different', how: `${KINDS[a.kind]} against ${KINDS[b.kind]}` }
      : { verdict: 'cannot-tell', how: 'one of them is no formula that is understood' };
  }
  if (a.text === '' || b.text === '') return { verdict: 'cannot-tell', how: 'there is no answer' };
  if (plain(a.text) === plain(b.text)) return { verdict: 'equal-exact', how: 'same words' };
  const [one, two] = [numeralIn(a.text), numeralIn(b.text)];
  if (one !== null && two !== null) return one === two ? EXACT : { verdict: 'different', how: 'other value' };
  if (isWords(a.text) && isWords(b.text)) return { verdict: 'different', how: 'other words' };
  return { verdict: 'cannot-tell', how: 'neither is a formula that is understood' };
}

/** `ten`, and `ten apples` */
function countInWords(text: string): Expression | null {
  return numberInWords(text) ?? numberInWords(text.replace(/\s+[a-z]+\s*⟩?$/, ''));
}

/** A few plain words: prose, or what has signs, may say the same in another way. */
function isWords(text: string): boolean {
  return /^[⟨⟩\p{L}\p{N}\s.'():-]+$/u.test(text) && text.split(/\s+/).length <= 3;
}

/** A vector stands in a column or row, or in parentheses; a matrix may be `[[1, 2], [3, 4]]`. */
function compareVector(matrix: Matrix, tuple: Sequence): Comparison {
  const rows = tuple.parts.flatMap((part) => (part.kind === 'sequence' ? [asRow(part.parts)] : []));
  if (rows.length > 0 && rows.length === tuple.parts.length) return inOrder(matrix.rows.map(asRow), rows);
  const [row = []] = matrix.rows;
  const column = matrix.rows.map(([cell]) => cell);
  const cells =
    matrix.rows.length === 1 ? row : matrix.rows.every(({ length }) => length === 1) ? column : null;
  return cells && tuple.open === '(' && tuple.close === ')'
    ? inOrder(
        cells.filter((cell) => cell !== undefined),
        tuple.parts,
      )
    : { verdict: 'different', how: `${KINDS.matrix} against ${KINDS.sequence}` };
}

/** `3\\mathbf{i} - 4\\mathbf{j}` is the vector `(3, -4)`. */
function compareAxes(sum: AnswerValue, vector: AnswerValue): Comparison | null {
  if (sum.kind !== 'scalar' || (vector.kind !== 'matrix' && vector.kind !== 'sequence')) return null;
  const size =
    vector.kind === 'matrix'
      ? Math.max(vector.rows.length, vector.rows[0]?.length ?? 0)
      : vector.parts.length;
  const along = size > 3 ? null : alongAxes(sum.of, size);
  return along && compareValues(asRow(along.map((of) => ({ ...sum, of }))), vector);
}

/** `y = x/5` is `x = 5y`. */
function asEquations({ named: a, of: one }: Scalar, { named: b, of: other }: Scalar): Comparison | null {
  if (a?.kind !== 'name' || b?.kind !== 'name' || a.name === b.name) return null;
  if (!namesIn(one).has(b.name) || !namesIn(other).has(a.name)) return null;
  return compareRelations(
    { kind: 'relation', sign: '=', left: a, right: one },
    { kind: 'relation', sign: '=', left: b, right: other },
  );
}

/** Both sides' difference must be in one ratio to the other's: `2x = 4` is `x - 2 = 0`. */
function compareRelations(a: AnswerValue, b: AnswerValue): Comparison {
  if (a.kind !== 'relation' || b.kind !== 'relation') return againstRelation(a, b);
  if (a.sign !== b.sign) return { verdict: 'different', how: `${a.sign} against ${b.sign}` };
  const same = [compareExpressions(a.left, b.left), compareExpressions(a.right, b.right)];
  if (same.every(isEqual)) return weakest(same);
  const ratio = constantRatio(difference(a), difference(b));
  if (ratio === null || (a.sign !== '=' && a.sign !== '≠' && ratio < 0))
    return { verdict: 'different', how: 'another relation' };
  return { verdict: 'equal-symbolic', how: 'same relation at every point tried' };
}

function difference({ left, right }: { left: Expression; right: Expression }): Expression {
  return {
    kind: 'sum',
    left,
    right: { kind: 'product', left: { kind: 'number', value: new Fraction(-1), decimals: 0 }, right },
  };
}

/** `x ≥ 5` is the interval `[5, ∞)`; of `y(x) = 2x`, only `2x` may have been asked for. */
function againstRelation(a: AnswerValue, b: AnswerValue): Comparison {
  const [given, other] = a.kind === 'relation' ? [a, b] : [b, a];
  if (given.kind !== 'relation') return { verdict: 'different', how: 'a relation against another kind' };
  if (other.kind === 'scalar' && other.named && given.sign === '=')
    return compareRelations(given, { kind: 'relation', sign: '=', left: other.named, right: other.of });
  const range = rangeOf(given);
  if (range && (other.kind === 'sequence' || other.kind === 'union')) return compareValues(range, other);
  return { verdict: 'different', how: `${KINDS[a.kind]} against ${KINDS[b.kind]}` };
}

function compareRatios(a: AnswerValue, b: AnswerValue): Comparison {
  const [left, right] = [ratioParts(a), ratioParts(b)];
  if (!left || !right || left.length !== right.length)
    return { verdict: 'different', how: 'not the same number of parts' };
  const [first, other] = [left[0], right[0]];
  if (!first || !other) return { verdict: 'cannot-tell', how: 'an empty ratio' };
  const products = left.map((part, at) =>
    compareExpressions(
      { kind: 'product', left: part, right: other },
      { kind: 'product', left: first, right: right[at] ?? other },
    ),
  );
  return weakest(products);
}

function ratioParts(value: AnswerValue): Expression[] | null {
  if (value.kind === 'ratio') return value.parts;
  if (value.kind !== 'scalar') return null;
  return value.of.kind === 'quotient'
    ? [value.of.left, value.of.right]
    : [value.of, { kind: 'number', value: new Fraction(1), decimals: 0 }];
}

type Sequence = Extract<AnswerValue, { kind: 'sequence' }>;

function compareSequences(a: Sequence, b: Sequence): Comparison {
  const intervals = a.parts.length === 2 && b.parts.length === 2;
  if (intervals && (a.open !== b.open || a.close !== b.close))
    return { verdict: 'different', how: 'other brackets' };
  return byName(a, b) ?? inOrder(a.parts, b.parts);
}

/** Lists and sets have no order; a tuple has one, and a list written beside it must keep it. */
function compareMany(a: Many, b: Many): Comparison {
  const [one, other] = [a, b].map((value) =>
    value.kind === 'set' ? { ...value, parts: distinct(value.parts) } : value,
  ) as [Many, Many];
  if (one.kind === 'sequence' || other.kind === 'sequence') {
    const alone = [one, other].find(({ kind }) => kind !== 'sequence');
    const tuple = [one, other].find(({ kind }) => kind === 'sequence');
    if (alone && tuple && alone.parts.length === 1 && alone.parts[0])
      return compareValues(alone.parts[0], tuple);
    if (alone?.kind !== 'list')
      return { verdict: 'different', how: `${KINDS[a.kind]} against ${KINDS[b.kind]}` };
    return byName(one, other) ?? inOrder(one.parts, other.parts);
  }
  const named = byName(one, other);
  if (named) return named;
  if (
    one.kind === 'list' &&
    other.kind === 'list' &&
    [...one.parts, ...other.parts].every(({ kind }) => kind === 'sequence')
  )
    return inAnyOrder(distinct(one.parts), distinct(other.parts));
  return inAnyOrder(one.parts, other.parts);
}

/** Values of the same names belong to their names; null where one has other names, or none. */
function byName(a: Many, b: Many): Comparison | null {
  const [names, others] = [a, b].map((value) => ('names' in value ? value.names : undefined));
  if (!names || !others || names.toSorted().join() !== others.toSorted().join()) return null;
  return inOrder(
    a.parts,
    names.map((name) => b.parts[others.indexOf(name)] ?? { kind: 'text', text: '' }),
  );
}

function distinct(parts: AnswerValue[]): AnswerValue[] {
  const kept: AnswerValue[] = [];
  for (const part of parts.slice(0, MOST_PARTS))
    if (!kept.some((other) => isEqual(compareValues(part, other)))) kept.push(part);
  return kept;
}

/** Lists are compared each with each; longer ones only in their order. */
const MOST_PARTS = 40;

function inAnyOrder(a: AnswerValue[], b: AnswerValue[]): Comparison {
  if (a.length !== b.length || a.length > MOST_PARTS) return inOrder(a, b);
  const left = [...b];
  const found: Comparison[] = [];
  for (const part of a) {
    const tried = left.map((other) => compareValues(part, other));
    const at = tried.findIndex(isEqual);
    const match = tried[at];
    if (!match)
      return (
        tried.find(({ verdict }) => verdict === 'cannot-tell') ?? {
          verdict: 'different',
          how: 'one of them is missing in the other',
        }
      );
    found.push(match);
    left.splice(at, 1);
  }
  return weakest(found);
}

function inOrder(a: AnswerValue[], b: AnswerValue[]): Comparison {
  if (a.some(goesOn) || b.some(goesOn)) return { verdict: 'cannot-tell', how: 'one of them goes on' };
  if (a.length !== b.length) return { verdict: 'different', how: `${a.length} against ${b.length} parts` };
  if (a.length > 400) return { verdict: 'cannot-tell', how: 'too many parts' };
  return weakest(a.map((part, at) => compareValues(part, b[at] ?? part)));
}

/** The dots of `2, 4, 6, ...` */
function goesOn(part: AnswerValue): boolean {
  return part.kind === 'text' && /^\s*(?:\\[lc]?dots[a-z]?|…|\.{2,})?\s*$/.test(part.text);
}

/** `\\frac{1}{2} or 0.5` says one value in two ways. */
function saidTwice(list: AnswerValue, value: AnswerValue): Comparison | null {
  if (list.kind !== 'list' || list.names || list.parts.length > MOST_PARTS || value.kind !== 'scalar')
    return null;
  const all = weakest(list.parts.map((part) => compareValues(part, value)));
  return isEqual(all) ? all : null;
}

/** `1,22` may be a decimal with a comma. */
function commaAsPoint(a: AnswerValue, b: AnswerValue): Comparison | null {
  if (a.kind !== 'list' || a.parts.length !== 2 || b.kind !== 'scalar') return null;
  const [left, right] = a.parts.map((part) => (part.kind === 'scalar' ? exactValue(part.of) : null));
  if (!left || !right || left.d !== 1n || right.d !== 1n || right.s < 0n || right.n === 0n) return null;
  const value = new Fraction(`${left.toString()}.${right.toString()}`);
  return exactValue(b.of)?.equals(value) ? { verdict: 'equal-exact', how: 'a decimal comma' } : null;
}

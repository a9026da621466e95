import { Fraction } from 'fraction.js';
import type { AnswerValue, Scalar } from './answer-value';
import { exactValue } from './exact-value';
import { namesIn, renamed } from './expression';
import type { Expression } from './expression';
import { intervalSet, sameNumbers } from './interval-set';
import { plain, saysNone } from './answer-words';
import { constantRatio, probe, realValue } from './probe';
import { rangeOf } from './ranges';
import { unitNamed } from './quantities';
import { numberInWords, numeralIn } from './written-numbers';

/** What two answers are to each other. Only the first three mean that they are the same. */
export type AnswerVerdict = 'equal-exact' | 'equal-symbolic' | 'equal-rounded' | 'different' | 'cannot-tell';

export interface Comparison {
  verdict: AnswerVerdict;
  /** Why, in a few words. */
  how: string;
}

const EXACT: Comparison = { verdict: 'equal-exact', how: 'same exact value' };

export function isEqual({ verdict }: Comparison): boolean {
  return verdict.startsWith('equal');
}

/** Compares two answers that have been read. It is symmetric. */
export function compareValues(a: AnswerValue, b: AnswerValue): Comparison {
  if (a.kind === 'text' || b.kind === 'text') return compareTexts(a, b);
  if (a.kind === 'scalar' && b.kind === 'scalar') return compareScalars(a, withArgumentOf(a, b));
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

/** `f(t) = 2t` is `f(x) = 2x`: of two functions the second has the argument of the first. */
function withArgumentOf({ argument: to }: Scalar, b: Scalar): Scalar {
  const from = b.argument;
  if (to === undefined || from === undefined || to === from || namesIn(b.of).has(to)) return b;
  return { ...b, of: renamed(b.of, from, to) };
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

/** `x = 2` and `y = 2` are two lines, or the values of two unknowns. */
function areCoordinates({ named: a, of: one }: Scalar, { named: b, of: other }: Scalar): boolean {
  if (!a || !b || namesIn(one).size > 0 || namesIn(other).size > 0) return false;
  return a.kind === 'name' && b.kind === 'name' && a.name !== b.name && /^[xyz]{2}$/.test(a.name + b.name);
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

function compareScalars(a: Scalar, b: Scalar): Comparison {
  if (areCoordinates(a, b)) return { verdict: 'different', how: 'values of different letters' };
  const values = compareExpressions(a.of, b.of);
  const equations = isEqual(values) ? null : asEquations(a, b);
  if (equations) return equations;
  if (isEqual(values)) return unitsDiffer(a.unit, b.unit) ?? values;
  const [lettered, other] = [withUnitOf(a, b), withUnitOf(b, a)];
  if (lettered || other) return compareScalars(lettered ?? a, other ?? b);
  if (isCents(a.unit) !== isCents(b.unit)) {
    const [cents, dollars] = isCents(a.unit) ? [a, b] : [b, a];
    if (!/^(?:dollars?|usd|)$/.test(dollars.unit)) return values;
    return asHundredth(cents, dollars, 'cents') ?? values;
  }
  if (a.percent === b.percent) return asOneUnit(a, b) ?? values;
  const [percent, plainOne] = a.percent ? [a, b] : [b, a];
  return asHundredth(percent, plainOne, 'per cent') ?? values;
}

function isCents(unit: string): boolean {
  return /^cents?$/.test(unit);
}

function asHundredth(small: Scalar, other: Scalar, how: string): Comparison | null {
  const hundred: Expression = { kind: 'number', value: new Fraction(100), decimals: 0 };
  const scaled = compareExpressions({ kind: 'quotient', left: small.of, right: hundred }, other.of);
  return isEqual(scaled) ? { verdict: scaled.verdict, how } : null;
}

/** Two values that are the same are not the same amount where both have a unit, and one is of another size. */
function unitsDiffer(a: string, b: string): Comparison | null {
  if (a === b || a === '' || b === '') return null;
  if (isResidue(a) && isResidue(b)) return { verdict: 'different', how: `${a} against ${b}` };
  if (a.replace(/s$/, '') === b.replace(/s$/, '')) return null;
  const [one, other] = [unitNamed(a), unitNamed(b)];
  const scales = isTemperature(a) && isTemperature(b);
  if (!scales && (!one || !other || (one.kind === other.kind && one.size.equals(other.size)))) return null;
  return { verdict: 'different', how: `${a} against ${b}` };
}

function isTemperature(unit: string): boolean {
  return unit === 'celsius' || unit === 'fahrenheit';
}

/** `100 cm` is `1 m`. */
function asOneUnit(a: Scalar, b: Scalar): Comparison | null {
  const [one, other] = [unitNamed(a.unit), unitNamed(b.unit)];
  if (!one || !other || one.kind !== other.kind || one.size.equals(other.size)) return null;
  const ratio: Expression = { kind: 'number', value: one.size.div(other.size), decimals: 0 };
  const same = compareExpressions({ kind: 'product', left: a.of, right: ratio }, b.of);
  return isEqual(same) ? { verdict: same.verdict, how: 'same amount in another unit' } : null;
}

/** `12 m^2` against `12\\text{ m}^2`: a letter behind a number is the unit that the other one has, or the variable m. */
function withUnitOf(a: Scalar, { unit }: Scalar): Scalar | null {
  if (a.unit !== '' || unit === '' || a.of.kind !== 'product') return null;
  const { left, right } = a.of;
  const [letter, power] =
    right.kind === 'power' && right.right.kind === 'number'
      ? [right.left, right.right.value.toString()]
      : [right, '1'];
  if (letter.kind !== 'name') return null;
  const written = `${letter.name.toLowerCase()}${power === '1' ? '' : `^${power}`}`;
  const [own, other] = [unitNamed(written), unitNamed(unit)];
  const same = own && other ? own.kind === other.kind : written === unit;
  return same ? { ...a, of: left, unit: written } : null;
}

function isResidue(unit: string): boolean {
  return unit.startsWith('mod ');
}

/** Exactly where both are rational, else at points. */
function compareExpressions(a: Expression, b: Expression): Comparison {
  const [left, right] = [exactValue(a), exactValue(b)];
  if (left && right) {
    if (left.equals(right)) return EXACT;
    return isRounding(a, b, left.valueOf(), right.valueOf()) ?? { verdict: 'different', how: 'other value' };
  }
  if (isInfinite(a) || isInfinite(b)) return infinities(a, b);
  const probed = probe(...withOneConstant(a, b));
  if (probed.verdict === 'equal')
    return { verdict: 'equal-symbolic', how: 'same value at every point tried' };
  if (probed.verdict === 'unclear') return { verdict: 'cannot-tell', how: 'no point gives both a value' };
  const rounded = isRounding(a, b, realValue(a), realValue(b));
  return (
    rounded ?? { verdict: 'different', how: probed.at === '' ? 'other value' : `other value at ${probed.at}` }
  );
}

/** `e^x + C` and `e^x + c`: the constant of an integral may have any of its names, where it is the one letter that the other has not. */
function withOneConstant(a: Expression, b: Expression): [Expression, Expression] {
  const [names, others] = [namesIn(a), namesIn(b)];
  const [one, second] = [...names].filter((name) => !others.has(name));
  const [other, third] = [...others].filter((name) => !names.has(name));
  if (one === undefined || other === undefined || second !== undefined || third !== undefined) return [a, b];
  const constants = [one, other].every((name) => /^(?:[CcKk]|[Cc]_1)$/.test(name));
  const integral = [one, other].some((name) => /^C(?:_1)?$/.test(name));
  return constants && integral ? [a, renamed(b, other, one)] : [a, b];
}

/** Fewer significant digits than this are too coarse to be a rounding of something exact. */
const FEWEST_DIGITS = 4;

/** A decimal that is the other one rounded at its last place; two decimals are each meant as they stand. */
function isRounding(
  a: Expression,
  b: Expression,
  left: number | null,
  right: number | null,
): Comparison | null {
  if (left === null || right === null) return null;
  const [places, others] = [decimalsOf(a), decimalsOf(b)];
  if (places > 0 && others > 0 && Math.min(places, others) < 4) return null;
  const told = Math.max(places, others) === places && (others === 0 || places < others) ? places : others;
  const value = told === places ? left : right;
  const digits = Math.floor(Math.log10(Math.abs(value) || 1)) + 1 + told;
  if (told < 2 || digits < FEWEST_DIGITS) return null;
  return Math.abs(left - right) <= 0.500001 * 10 ** -told
    ? { verdict: 'equal-rounded', how: `rounded to ${told} decimals` }
    : null;
}

function decimalsOf(expression: Expression): number {
  if (expression.kind === 'number') return expression.decimals;
  return expression.kind === 'product' && expression.left.kind === 'number'
    ? decimalsOf(expression.right)
    : 0;
}

function isInfinite(expression: Expression): boolean {
  return infinity(expression) !== '';
}

function infinity(expression: Expression): string {
  if (expression.kind === 'constant') return expression.name === 'infinity' ? '+' : '';
  if (expression.kind !== 'product' || expression.left.kind !== 'number') return '';
  const inner = infinity(expression.right);
  return inner === '' || expression.left.value.s > 0n ? inner : inner === '+' ? '-' : '+';
}

function infinities(a: Expression, b: Expression): Comparison {
  return infinity(a) === infinity(b)
    ? EXACT
    : { verdict: 'different', how: 'infinity against another value' };
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
  return inOrder(a.parts, b.parts);
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
    return inOrder(one.parts, other.parts);
  }
  const [names, others] = [one, other].map((value) => ('names' in value ? value.names : undefined));
  if (names && others && names.toSorted().join() === others.toSorted().join())
    return inOrder(
      one.parts,
      names.map((name) => other.parts[others.indexOf(name)] ?? { kind: 'text', text: '' }),
    );
  if (
    one.kind === 'list' &&
    other.kind === 'list' &&
    [...one.parts, ...other.parts].every(({ kind }) => kind === 'sequence')
  )
    return inAnyOrder(distinct(one.parts), distinct(other.parts));
  return inAnyOrder(one.parts, other.parts);
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
  if (a.length !== b.length) return { verdict: 'different', how: `${a.length} against ${b.length} parts` };
  if (a.length > 400) return { verdict: 'cannot-tell', how: 'too many parts' };
  return weakest(a.map((part, at) => compareValues(part, b[at] ?? part)));
}

const ORDER: AnswerVerdict[] = ['equal-exact', 'equal-symbolic', 'equal-rounded', 'cannot-tell', 'different'];

/** Of parts that must all be the same, the one that is least so. */
function weakest(parts: Comparison[]): Comparison {
  return parts.reduce(
    (worst, part) => (ORDER.indexOf(part.verdict) > ORDER.indexOf(worst.verdict) ? part : worst),
    EXACT,
  );
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

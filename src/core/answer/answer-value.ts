import type { Expression } from './expression';
import { foldText, ROW_SIGN } from './fold-text';
import { common, complement, intervalSet } from './interval-set';
import type { IntervalSet } from './interval-set';
import { parseExpression } from './parse-expression';
import { withoutParameter } from './parameters';
import { readReals } from './ranges';
import { readMatrix } from './read-matrix';
import { readResidue } from './residues';
import { readScalar, scalar } from './read-scalar';
import { numberInWords } from './written-numbers';
import { insideBrackets, splitTopLevel } from './top-level';

/**
 * What an answer says, as far as it is understood. `text` is what is left when nothing else fits. `names`: of what a list or tuple
 * has the values, `a = 3, b = 4`, `(a, b) = (3, 4)`, `Ann: 3, Ben: 4`. `numbers`: those that meet conditions, `x > 2 and x < 5`.
 */
export type AnswerValue =
  | Scalar
  | { kind: 'sequence'; open: string; close: string; parts: AnswerValue[]; names?: string[] }
  | { kind: 'set' | 'union'; parts: AnswerValue[] }
  | { kind: 'list'; parts: AnswerValue[]; names?: string[] }
  | { kind: 'matrix'; rows: AnswerValue[][] }
  | { kind: 'relation'; sign: string; left: Expression; right: Expression }
  | { kind: 'ratio'; parts: Expression[] }
  | { kind: 'numbers'; set: IntervalSet }
  | { kind: 'text'; text: string };

/** One value. */
export interface Scalar {
  kind: 'scalar';
  of: Expression;
  /** A percent sign stood after it, and is not part of `of`. */
  percent: boolean;
  /** As it is written; empty where there is none. */
  unit: string;
  /** The variable that it was said to be the value of, as `y` in `y = 2x`. */
  named?: Expression;
  /** The variable of the function that it was said to be, as `t` in `f(t) = 2t`. */
  argument?: string;
}

/** In UTF-16 units: longer answers are only compared as texts. */
const LONGEST_ANSWER = 2000;
const DEEPEST = 8;

/** Reads an answer without any words around it. */
export function readAnswer(source: string): AnswerValue {
  if (source.length > LONGEST_ANSWER) return { kind: 'text', text: source };
  return read(foldText(source), 0);
}

function read(written: string, depth: number): AnswerValue {
  const text = withoutParameter(bare(written)).replace(REAL_LETTER, '');
  if (depth > DEEPEST || text === '') return { kind: 'text', text };
  if (text === '∅') return { kind: 'set', parts: [] };
  const counted = /^an? | and a half$/i.test(text) ? numberInWords(text) : null;
  if (counted) return scalar('', counted, '');
  const reals = readReals(text, (part) => read(part, depth + 1));
  if (reals) return reals;
  return (
    readSystem(text, depth) ??
    readMatrix(text, (cell) => read(cell, depth + 1)) ??
    readResidue(text) ??
    readMembership(text, depth) ??
    readNumbers(text, depth) ??
    readPoints(text, depth) ??
    readPartsOf(text, depth) ??
    readRelation(text, depth) ??
    readRatio(text) ??
    readPointsOfSigns(text, depth) ??
    readEnclosed(text, depth) ??
    readSigns(text, depth) ??
    readScalar(text) ?? { kind: 'text', text }
  );
}

const ENDS = new RegExp(String.raw`(?:[.,;:${ROW_SIGN}]|\s|\\\\)+$`);
const BEGINS = new RegExp(String.raw`^(?:\\\\|[\s;:,≈~${ROW_SIGN}])+`);

/** `x ∈ \\mathbb{R}, x ≠ 2` says no more than its condition. */
const REAL_LETTER = /^[a-z]\s*∈\s*\\mathbb\s*\{?\s*R\s*\}?\s*(?:,|and)\s*(?:and )?(?=[^=]*[<>≤≥≠])/;

const NEARLY = /^⟨?\s*(?:about|approximately|approx\.?|roughly|ratio(?: of)?)\s*:?\s*⟩?\s*(?=[-\d(\\])/i;

/** `Probability: 7/16` names what it is the value of. */
const LABEL =
  /^⟨?\s*[A-Za-z]{3,20}(?: [A-Za-z]{2,20}){0,3}\s*:\s*⟩?\s*(?=[-\d.(⦃[\\])(?![^:]*[,;]\s*⟨?\s*[A-Za-z ]{2,40}:)/;

/** Without the full stop of its sentence and the braces of its group. */
function bare(written: string): string {
  let text = written.trim().replace(ENDS, '').replace(BEGINS, '').replace(NEARLY, '').replace(LABEL, '');
  for (let inside = insideBrackets(text); inside?.open === '{'; inside = insideBrackets(text))
    text = inside.inside;
  return text;
}

const SYSTEM = /^⦃?\s*\\begin\{(cases|array|aligned|gathered)\}(?:\{[lcr|\s]*\})?([^&]*)\\end\{\1\}\s*\.?$/;

/** Equations one below the other are a list of them. */
function readSystem(text: string, depth: number): AnswerValue | null {
  const [, , inside = ''] = (text.includes('\\begin') && SYSTEM.exec(text)) || [];
  const rows = inside
    .split(ROW_SIGN)
    .map((row) => row.replace(/[,;.]?\s*$/, '').trim())
    .filter((row) => row !== '');
  return rows.length > 1 && rows.every((row) => /[=<>≤≥≠]/.test(row))
    ? read(rows.join(', '), depth + 1)
    : null;
}

/** `x ∈ S` says S. */
function readMembership(text: string, depth: number): AnswerValue | null {
  const { parts, signs } = splitTopLevel(text, /∈/);
  return signs.length === 1 ? read(parts[1] ?? '', depth + 1) : null;
}

/** `[-2, 2] ∩ (0, 5)` and `[-2, 2] ∖ ⦃0⦄` */
function readNumbers(text: string, depth: number): AnswerValue | null {
  if (!/∩|\\setminus|\\backslash/.test(text)) return null;
  const { parts, signs } = splitTopLevel(text, /∩|\\setminus|\\backslash/);
  const sets = parts.map((part) => intervalSet(read(part, depth + 1)));
  const [first, ...others] = sets;
  if (!first || others.length === 0) return null;
  let set: IntervalSet = first;
  for (const [at, other] of others.entries()) {
    if (!other) return null;
    set = common(set, signs[at] === '∩' ? other : complement(other));
  }
  return { kind: 'numbers', set };
}

/** `x > 2 and x < 5` are the numbers that meet both, `x < 2 or x > 5` those that meet one. */
function readConditions(parts: string[], signs: string[], depth: number): AnswerValue | null {
  if (!parts.every((part) => /[<>≤≥≠]/.test(part)) || !oneLetter(parts)) return null;
  if (signs.every((sign) => sign.endsWith('or')))
    return { kind: 'union', parts: parts.map((part) => read(part, depth + 1)) };
  const both = (sign: string, at: number) => sign.endsWith('and') || parts[at + 1]?.includes('≠') === true;
  if (!signs.map((sign) => sign.trim()).every(both)) return null;
  const sets = parts.map((part) => intervalSet(read(part, depth + 1)));
  if (!sets.every((set) => set !== null)) return null;
  const [first = [], ...others] = sets;
  return { kind: 'numbers', set: others.reduce(common, first) };
}

function oneLetter(parts: string[]): boolean {
  return (
    new Set(parts.flatMap((part) => part.match(/(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])/g) ?? [])).size === 1
  );
}

/** `x = 2, y = 3 or x = 3, y = 2`: two points. */
function readPoints(text: string, depth: number): AnswerValue | null {
  if (!/=[^=]*,[^=]*=/.test(text)) return null;
  const { parts } = splitTopLevel(text, /(?<= )or /);
  const points = parts.map((part) => splitTopLevel(part.replace(/,\s*$/, ''), /,(?: ?and )?/).parts);
  const [names, ...others] = points.map((point) => namesOf(point)?.join());
  if (points.length < 2 || names === undefined || !names.includes(',')) return null;
  if (others.some((other) => other !== names)) return null;
  const values = points.map((point) => point.map((part) => read(part, depth + 1)));
  return {
    kind: 'list',
    parts: values.map((value) => ({ kind: 'sequence', open: '(', close: ')', parts: value })),
  };
}

function readPartsOf(text: string, depth: number): AnswerValue | null {
  const union = splitTopLevel(text, /∪/).parts;
  if (union.length > 1) return { kind: 'union', parts: union.map((part) => read(part, depth + 1)) };
  const groups = splitTopLevel(text, /;/).parts.filter((part) => part !== '');
  const numbered = unnumbered(groups);
  if (numbered)
    return { kind: 'sequence', open: '(', close: ')', parts: numbered.map((part) => read(part, depth + 1)) };
  if (groups.length > 1) return { kind: 'list', parts: groups.map((part) => asTuple(read(part, depth + 1))) };
  if (GROUPED_DIGITS.test(text)) return null;
  const { parts, signs } = splitTopLevel(text, /,(?: ?(?:and|or) )?|(?<= |^)(?:and|or) /);
  const said = parts.filter((part) => part !== '');
  if (signs.length === 0 || said.length < 2) return null;
  const values = namesAssigned(said) ?? said;
  if (!values.every((part) => isFormula(part))) return null;
  const conditions = readConditions(said, signs, depth);
  if (conditions) return conditions;
  const told = values.map((part) => read(part, depth + 1));
  const names = namesOf(said);
  if (names && told.every(({ kind }) => kind !== 'list')) return { kind: 'list', parts: told, names };
  return { kind: 'list', parts: told.flatMap(flat) };
}

/** `150,000,000 km` */
const GROUPED_DIGITS =
  /^[-+]?\d{1,3}(?:(?:, ?\d{3})+(?:\.\d+)?|(?:,\d{3})+(?:\.\d+)?\s*(?:⟨[^⟩]*⟩|[A-Za-z]+[A-Za-z /]*))$/;

/** `(1) 2; (2) 3`: the parts without their numbers; null where they have none. */
function unnumbered(groups: string[]): string[] | null {
  const numbered = groups.length > 1 && groups.every((group, at) => group.startsWith(`(${at + 1}) `));
  return numbered ? groups.map((group, at) => group.slice(`(${at + 1}) `.length)) : null;
}

/** `a = 3, b = 4`: the letters or words of which each is told once; null where there is another part, or one of them has several values. */
function namesOf(parts: string[]): string[] | null {
  const names = parts.map((part) => VALUE_OF.exec(part)?.[1]);
  if (new Set(names).size !== parts.length) return null;
  return names.every((name) => name !== undefined) ? names : null;
}

const VALUE_OF =
  /^(?:⟨\s*)?\\?([A-Za-z]|[A-Za-z]{2,20}(?: [A-Za-z]{2,20}){0,3})\s*(?:⟩\s*)?[=:]\s*(?:⟩\s*)?[^=:]*$/;

/** Of `x = 1, 2 or 3` the first alone names the variable, which says nothing. */
function namesAssigned(parts: string[]): string[] | null {
  const values = parts.map(
    (part) => /^(?:[A-Za-z]+'?(?:_\{?\w+\}?)?|\([^()=]*\))\s*=(?!.*=)\s*(.*)$/.exec(part)?.[1],
  );
  return values.some((value) => value !== undefined) ? parts.map((part, at) => values[at] ?? part) : null;
}

function flat(value: AnswerValue): AnswerValue[] {
  return value.kind === 'list' ? value.parts : [value];
}

function asTuple(value: AnswerValue): AnswerValue {
  return value.kind === 'list' ? { kind: 'sequence', open: '(', close: ')', parts: value.parts } : value;
}

/** Prose with commas is no list. */
function isFormula(text: string): boolean {
  return !/[A-Za-z]{4,} [A-Za-z]{2,}/.test(text.replace(/\\[A-Za-z]+|⟨[^⟩]*⟩/g, ' | '));
}

function readRelation(text: string, depth: number): AnswerValue | null {
  const rounded = splitTopLevel(text, /≈/).parts;
  if (rounded.length > 1)
    return read(
      rounded.length > 1 && isName(rounded[0] ?? '') ? rounded.slice(1).join('≈') : (rounded[0] ?? ''),
      depth + 1,
    );
  const { parts, signs } = splitTopLevel(text, /[=≤≥<>≠]/);
  if (signs.length === 0) return null;
  const last = parts.at(-1) ?? '';
  if (signs.every((sign) => sign === '=')) {
    const named = parts.length === 2 ? equationFor(parts[0] ?? '', last, depth) : null;
    if (named) return named;
    if (parts.every(isNumber)) return read(last, depth + 1);
    const tuple = parts.length === 2 ? tupleOf(parts[0] ?? '', last, depth) : null;
    if (tuple) return tuple;
    const of = parts.length === 2 ? functionOf(parts[0] ?? '', last, depth) : null;
    if (of) return of;
    if (isName(parts[0] ?? '') || parts.length > 2 || (parts[0] ?? '') === '') return read(last, depth + 1);
    return relation('=', parts[0] ?? '', last);
  }
  const between = signs.length === 2 && parts.length === 3 ? interval(parts, signs, depth) : null;
  if (between) return between;
  return signs.length === 1 ? relation(signs[0] ?? '', parts[0] ?? '', last) : null;
}

/** `(a, b) = (1, 2)` */
function tupleOf(head: string, value: string, depth: number): AnswerValue | null {
  const names = /^\(([A-Za-z](?:, ?[A-Za-z])+)\)$/.exec(head)?.[1]?.split(/, ?/);
  const told = names ? read(value, depth + 1) : null;
  return names && told?.kind === 'sequence' ? { ...told, names } : null;
}

/** `180 / 3`, without any letter. */
function isNumber(text: string): boolean {
  return /^[-\d\s+*/.,()^{}]+$/.test(text);
}

/** `y = 2x` is `2x`, or an equation when it stands against one. */
function equationFor(name: string, value: string, depth: number): AnswerValue | null {
  const named = /^[a-z]$/.test(name) ? parseExpression(name) : null;
  const told = named ? read(value, depth + 1) : null;
  return named && told?.kind === 'scalar' ? { ...told, named } : null;
}

/** `f(t) = 2t` is `2t`, and another letter may stand for its t. */
function functionOf(head: string, value: string, depth: number): AnswerValue | null {
  const argument = /^[A-Za-z]'*(?:_\{?\w+\}?)?\(([a-z])\)$/.exec(head)?.[1];
  const told = argument === undefined ? null : read(value, depth + 1);
  return argument !== undefined && told?.kind === 'scalar' ? { ...told, argument } : null;
}

/** What a value is told for: `f(2)`, `P(X = 1)`, `f^{-1}(x)`, `\\cos A`, `\\lim_{x \\to 0} g(x)`, `\\frac{AB}{CD}`, `|\\vec{a}|`. */
const TOLD_FOR =
  /^(?:[a-z]\s*\([A-Z](?:[^()]*)\)|[A-Za-z]'*(?:_\{?\w+\}?)?(?:\s*\^\s*\{?\s*-1\s*\}?)?\s*\((?:-?[\d.]+|[a-z]|[A-Z])(?:, ?(?:-?[\d.]+|[a-z]))*\)|[fghFGHPEpqVTN]'*(?:_\{?\w+\}?)?\s*\((?:[^()]|\([^()]*\))*\)|\\?(?:sin|cos|tan)\s*(?:\\angle\s*)?(?:[A-Z]{1,3}|\\(?:theta|alpha|beta|gamma))|\\(?:lim|sum|int|prod)(?![A-Za-z]).*|\\frac\s*\{\s*(?:d|\\partial)(?![a-z]{2})[^{}]*\}\s*\{\s*(?:d|\\partial)[^{}]*\}|\\frac\s*\{\s*[A-Z]{2}\s*\}\s*\{\s*[A-Z]{2}\s*\}|m?\s*\\(?:triangle|angle|overrightarrow|widehat|overline|vec)\s*\{?\s*[A-Za-z]+\s*\}?|\|\s*\\(?:vec|overrightarrow)[^|]*\|)$/;

/** What an equation only names: a variable, a function of variables, a tuple of them, a segment, a ratio of areas. */
function isName(text: string): boolean {
  if (TOLD_FOR.test(text)) return true;
  return /^(?:⟨[^⟩]*⟩|\\?[A-Za-z]+'*(?:_(?:\{[^{}]*\}|\w{1,6}))?(?:\([A-Za-z, ]*\))?|\([A-Za-z](?:_\{?\w+\}?)?(?:, ?[A-Za-z](?:_\{?\w+\}?)?)+\)|[A-Z]\w*(?:_\{[^{}]*\})?\s*:\s*[A-Z]\w*(?:_\{[^{}]*\})?|[A-Za-z ]{4,}|\|?[A-Z]{2}\|?|\|[A-Z]\||\\(?:overline|vec|angle)\s*\{?\s*[A-Za-z]+\}?)$/.test(
    text,
  );
}

function relation(sign: string, left: string, right: string): AnswerValue | null {
  const [a, b] = [parseExpression(left), parseExpression(right)];
  if (!a || !b) return null;
  if (sign === '>' || sign === '≥')
    return { kind: 'relation', sign: sign === '>' ? '<' : '≤', left: b, right: a };
  return { kind: 'relation', sign, left: a, right: b };
}

/** `a < x ≤ b` is the interval `(a, b]`; `a ≤ |x| ≤ b` two of them. */
function interval(parts: string[], signs: string[], depth: number): AnswerValue | null {
  const [low = '', middle = '', high = ''] = parts;
  const upwards = signs.every((sign) => sign === '<' || sign === '≤');
  if (!upwards && !signs.every((sign) => sign === '>' || sign === '≥')) return null;
  if (!upwards)
    return interval(
      [high, middle, low],
      signs.toReversed().map((sign) => (sign === '>' ? '<' : '≤')),
      depth,
    );
  const [open, close] = [signs[0] === '<' ? '(' : '[', signs[1] === '<' ? ')' : ']'];
  const whole = read(`${open}${low},${high}${close}`, depth + 1);
  if (isName(middle)) return whole;
  const inBars = /^\|(.*)\|$/.exec(middle)?.[1];
  if (inBars === undefined || !isName(inBars)) return null;
  const below = read(
    `${close === ']' ? '[' : '('}-(${high}),-(${low})${open === '[' ? ']' : ')'}`,
    depth + 1,
  );
  return { kind: 'union', parts: [below, whole] };
}

function readRatio(text: string): AnswerValue | null {
  const { parts } = splitTopLevel(text, /:/);
  if (parts.length < 2 || /^\d{1,2}:\d\d$/.test(text)) return null;
  const values = parts.map(parseExpression);
  return values.every((value) => value !== null) ? { kind: 'ratio', parts: values } : null;
}

function readEnclosed(text: string, depth: number): AnswerValue | null {
  const enclosed = insideBrackets(text.replace(POINT, '$1').replace(TRANSPOSED, '$1')) ?? openInterval(text);
  if (!enclosed) return null;
  const { open, close, inside } = enclosed;
  const parts = inside === '' ? [] : splitTopLevel(inside, /,|;/).parts;
  const [, ofNumbers, ofPoints] = (open === '⦃' && CONDITION.exec(inside)) || [];
  const condition = ofNumbers ?? ofPoints;
  if (condition !== undefined) return read(condition, depth + 1);
  if (open === '⦃') return { kind: 'set', parts: parts.flatMap((part) => flat(read(part, depth + 1))) };
  if ((open !== '(' && open !== '[') || (close !== ')' && close !== ']')) return null;
  if (parts.length < 2) return /^[A-Z]$/.test(inside) ? read(inside, depth + 1) : null;
  return { kind: 'sequence', open, close, parts: parts.map((part) => read(part, depth + 1)) };
}

/** `⦃x | x > 1⦄`, the numbers for which a relation holds. */
const CONDITION =
  /^(?:[a-z]\s*(?:∈\s*\\mathbb\s*\{?\s*R\s*\}?\s*)?[|:]\s*([^,;]*[<>≤≥≠][^,;]*)|\([a-z](?:, ?[a-z])+\)\s*[|:]\s*([^,;]*[=<>≤≥≠][^,;]*))$/;

/** `A(1, 2)` is a point; `C(5, 2)` and `P(5, 2)` are numbers. */
const POINT = /^(?:[ABDEFGHKMOQRST]'?|[CNPV](?!\(\d+, ?\d+\)))\s*(\([^()]*,.*\))$/;

/** `(1, 2)^T` is a vector in a column. */
const TRANSPOSED = /^(\([^()]*,[^()]*\))\s*\^\s*\{?\s*(?:T|\\top|⟨T⟩)\s*\}?$/;

/** `]0, 1[` is how some write an interval without its ends. */
function openInterval(text: string): { open: string; close: string; inside: string } | null {
  const [, open, inside = '', close] = /^([\][(])([^\][()]*,[^\][()]*)([\][)])$/.exec(text) ?? [];
  if (open === undefined || (open !== ']' && close !== '[')) return null;
  return { open: open === ']' ? '(' : open, close: close === '[' ? ')' : (close ?? ''), inside };
}

/** `(±1, 0)` are two points. */
function readPointsOfSigns(text: string, depth: number): AnswerValue | null {
  return /^\([^±∓()]*±[^±∓()]*\)$/.test(text) && text.includes(',') ? readSigns(text, depth) : null;
}

/** `a ± b` is both. */
function readSigns(text: string, depth: number): AnswerValue | null {
  if (!/[±∓]/.test(text) || text.length > 400) return null;
  const [upper, lower] = [
    text.replaceAll('±', '+').replaceAll('∓', '-'),
    text.replaceAll('±', '-').replaceAll('∓', '+'),
  ];
  return { kind: 'list', parts: [read(upper, depth + 1), read(lower, depth + 1)] };
}

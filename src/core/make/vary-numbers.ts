import { Fraction } from 'fraction.js';
import { valueOf } from '../maths/arithmetic';
import { impliedNumbers } from './implied-numbers';
import { numbersIn, writtenLike } from './number-text';

/** A word problem whose solution says how each number is computed: GSM8K's question and answer. */
export interface WorkedProblem {
  question: string;
  /** Steps with `<<48/2=24>>`, and a last line `#### 72`. */
  answer: string;
}

export interface Variation extends WorkedProblem {
  /** The numbers of the question that were changed. */
  changes: { from: string; to: string }[];
  /** The final answer as it was, and as it is now. */
  final: { from: Fraction; to: Fraction };
}

export type VariationResult = { variation: Variation } | { why: string };

export interface NumberRange {
  from: number;
  to: number;
}

/** Draws a whole number of a range, both ends included. */
export type Draw = (range: NumberRange) => number;

/** Draws before giving up: results that must be whole are so by chance. */
const DRAWS = 500;

/**
 * The same problem with other numbers, and every result of its solution computed anew (the idea of GSM-Ranges: Shrestha et al.
 * 2025). Results stay whole and positive where they were. A problem in which a number may stand for two things is refused:
 * which is which cannot be told, and a wrong problem is worse than none. Never the question itself, nor one that is `taken`.
 */
export function varyNumbers(
  problem: WorkedProblem,
  range: NumberRange,
  draw: Draw,
  taken: ReadonlySet<string> = new Set(),
): VariationResult {
  const inputs = inputsOf(problem);
  if (!Array.isArray(inputs)) return inputs;
  let result: Rewriting = { why: 'No number of the question is used in its calculations.', chance: false };
  for (let attempt = 0; inputs.length > 0 && attempt < DRAWS; attempt++) {
    const values = new Map(inputs.map((input) => [input, new Fraction(draw(range))]));
    const rewritten = rewrite(problem, values);
    result = isNew(rewritten, problem, taken)
      ? rewritten
      : { why: 'The range has no further numbers for it.', chance: true };
    if ('variation' in result || !result.chance) break;
  }
  return 'variation' in result ? result : { why: result.why };
}

function isNew(made: Rewriting, { question }: WorkedProblem, taken: ReadonlySet<string>): boolean {
  return (
    !('variation' in made) || (made.variation.question !== question && !taken.has(made.variation.question))
  );
}

/** The values, as fractions such as `7/2`, that the question gives once and a calculation starts from. */
function inputsOf({ question, answer }: WorkedProblem): string[] | { why: string } {
  const numbers = numbersIn(question);
  const written = numbers.map(({ value }) => value.toFraction());
  const shares = new Set(numbers.flatMap(({ value, percent }) => (percent ? [value.toFraction()] : [])));
  const implied = impliedNumbers(question);
  const explained = explainedNumbers(question, implied);
  const made = new Set<string>();
  const inputs = new Set<string>();
  for (const [, expression = '', result = ''] of answer.matchAll(CALCULATION)) {
    const used = numbersIn(expression).map(({ value }) => value.toFraction());
    const odd = used.find((each) => !made.has(each) && !explained.has(each));
    if (odd !== undefined) return { why: `It cannot be seen where ${spell(odd)} comes from.` };
    for (const name of used.filter((each) => written.includes(each) && !made.has(each))) {
      const times = [written, used].some((names) => names.filter((each) => each === name).length > 1);
      if (times || implied.has(Number(name))) return { why: twoThings(name) };
      if (!shares.has(name)) inputs.add(name); // percentages stay as they are
    }
    made.add(valueOf(result)?.toFraction() ?? '');
  }
  return [...inputs];
}

/** What a calculation may use: what the question writes or implies, and its percentages as parts of 1, or on top of it or off. */
function explainedNumbers(question: string, implied: ReadonlySet<number>): Set<string> {
  const values = numbersIn(question).map(({ value }) => value);
  const shares = values.map((value) => value.div(100));
  const given = [
    ...values,
    ...shares,
    ...shares.flatMap((share) => [share.add(1), new Fraction(1).sub(share)]),
  ];
  const usual = [...implied, 1, 100, 0.01].map((number) => new Fraction(number));
  return new Set([...given, ...usual].map((value) => value.toFraction()));
}

function spell(name: string): string {
  return new Fraction(name).toString();
}

const CALCULATION = /<<([^<>=]*)=([^<>=]*)>>/g;

function twoThings(name: string): string {
  return `${spell(name)} may stand for two things.`;
}

/** `chance`: with other numbers it may do. */
type Rewriting = { variation: Variation } | { why: string; chance: boolean };

function rewrite({ question, answer }: WorkedProblem, values: ReadonlyMap<string, Fraction>): Rewriting {
  const asked = new Rewriter(values).text(question);
  const solved = new Rewriter(values).solution(answer);
  if ('why' in solved) return solved;
  if (asked === null) return { why: 'A number of the question cannot be written.', chance: true };
  const changes = [...values].map(([from, to]) => ({
    from: spell(from),
    to: to.toString(),
  }));
  return { variation: { question: asked, answer: solved.text, changes, final: solved.final } };
}

/** Goes through a text once, from its start: a number means what it means at its place. */
class Rewriter {
  /** The new value of each old one that is known so far. */
  private readonly known: Map<string, Fraction>;
  /** Numbers that were left as they are. */
  private readonly left = new Set<string>();

  constructor(values: ReadonlyMap<string, Fraction>) {
    this.known = new Map(values);
  }

  /** Null when a new value has no end as a decimal. */
  text(text: string): string | null {
    let [out, from] = ['', 0];
    for (const { start, end, text: written, value, percent } of numbersIn(text)) {
      const now = percent ? undefined : this.known.get(value.toFraction());
      if (!now) this.left.add(value.toFraction());
      const spelt = now ? writtenLike(now, written) : written;
      if (spelt === null) return null;
      out += text.slice(from, start) + spelt;
      from = end;
    }
    return out + text.slice(from);
  }

  solution(answer: string): (Pick<Variation, 'final'> & { text: string }) | { why: string; chance: boolean } {
    let [out, from] = ['', 0];
    for (const found of answer.matchAll(CALCULATION)) {
      const before = this.text(answer.slice(from, found.index));
      const calculation = this.calculation(found[1] ?? '', found[2] ?? '');
      if (before === null) return { why: 'A result has no end as a decimal.', chance: true };
      if ('why' in calculation) return calculation;
      out += before + calculation.text;
      from = found.index + found[0].length;
    }
    const final = valueOf(/####\s*\$?([^\n]*)$/.exec(answer.trimEnd())?.[1] ?? '');
    const now = final && this.known.get(final.toFraction());
    if (!final || !now) return { why: 'Its final answer is no result of a calculation.', chance: false };
    const rest = this.text(answer.slice(from));
    if (rest === null) return { why: 'A result has no end as a decimal.', chance: true };
    return { text: out + rest, final: { from: final, to: now } };
  }

  private calculation(
    expression: string,
    result: string,
  ): { text: string } | { why: string; chance: boolean } {
    const old = valueOf(result);
    if (!old || !valueOf(expression)?.equals(old))
      return { why: `${expression}=${result} is not computed exactly.`, chance: false };
    const anew = this.text(expression);
    const value = anew === null ? null : valueOf(anew);
    const spelt = value && writtenLike(value, result);
    if (!value || spelt === null)
      return { why: `${expression} would have no end as a decimal.`, chance: true };
    const fault = this.learn(old, value);
    if (fault) return fault;
    return { text: `<<${anew}=${spelt}>>` };
  }

  /** Takes a result in. Says why it cannot be. */
  private learn(old: Fraction, value: Fraction): { why: string; chance: boolean } | null {
    const name = old.toFraction();
    if (old.d === 1n && value.d !== 1n) return { why: `${name} would be no whole number.`, chance: true };
    if (old.compare(0) > 0 && value.compare(0) <= 0)
      return { why: `${name} would not be positive.`, chance: true };
    const before = this.known.get(name) ?? (this.left.has(name) ? old : undefined);
    if (before && !before.equals(value)) return { why: twoThings(name), chance: false };
    this.known.set(name, value);
    return null;
  }
}

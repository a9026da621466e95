import { Fraction } from 'fraction.js';
import { valueOf } from '../maths/arithmetic';
import { valueOfAssignments } from '../maths/assignments';
import { isToldAs } from '../maths/calculator-annotation';
import { judgeEquation } from '../maths/equation';
import { isOperations, valueOfOperations } from '../maths/operations';
import type { Answer, Reading, SourceText, Trace } from '../profile/reading';

/** What an equation or a program of the dataset says of the answer. */
export interface ProgramVerdict {
  kind: 'equation' | 'program';
  source: SourceText;
  answer: Answer;
  /** The answer as it is compared: of a letter, its choice. */
  told: string;
  agrees: boolean;
  /** What it makes; null where the answer was put into an equation. */
  value: Fraction | null;
}

/** Holds the dataset's own equations and programs against its answer, exactly. Of several answers it is not known which is meant. */
export function programVerdicts(reading: Reading): ProgramVerdict[] {
  const [answer, ...more] = reading.answers;
  if (!answer || more.length > 0) return [];
  return reading.traces.flatMap((trace) => {
    if (trace.kind !== 'reference') return [];
    const verdict = equationVerdict(trace, answer) ?? programVerdict(trace, answer, reading);
    return verdict ? [verdict] : [];
  });
}

function equationVerdict({ steps }: Trace, answer: Answer): ProgramVerdict | null {
  const [step, ...others] = steps;
  if (!step || step.form !== undefined || others.length > 0) return null;
  const verdict = judgeEquation(step.source.text, answer.text);
  return verdict && { kind: 'equation', source: step.source, answer, told: answer.text, ...verdict };
}

function programVerdict({ steps }: Trace, answer: Answer, reading: Reading): ProgramVerdict | null {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || !steps.every(({ form }) => form === 'code')) return null;
  const told = numberIn(answer, reading);
  const value =
    told === null
      ? null
      : valueOfProgram(
          steps.map(({ source }) => source.text),
          reading,
        );
  if (told === null || !value) return null;
  const round = steps.some(({ source }) => /const_pi|circ|cylinder|sphere|cone\b/.test(source.text));
  const agrees = isAbout(value, told) || (round && isByRoughPi(value, told));
  return { kind: 'program', source: last.source, answer, told, agrees, value };
}

/** 22/7 for pi is off by 0.04 %, and 3.14 by 0.05 %. */
function isByRoughPi(value: Fraction, told: string): boolean {
  const meant = valueOf(told);
  return meant !== null && value.sub(meant).abs().compare(value.abs().mul('0.0006')) <= 0;
}

/** Steps of operations are those between the lines; of Python, its lines. */
function valueOfProgram(steps: string[], reading: Reading): Fraction | null {
  const operations = steps.join('|');
  if (isOperations(operations)) return valueOfOperations(operations, numbersOf(reading));
  return valueOfAssignments(steps.join('\n'));
}

/** The numbers of the problem in its order, as MathQA counts them. */
function numbersOf({ problem }: Reading): Fraction[] {
  const text = problem.map((source) => source.text).join('\n');
  return (text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map(
    (number) => new Fraction(number.replaceAll(',', '')),
  );
}

/** The number of an answer, or of the choice that it names: `rs . 400` and `24 %` have one each. */
function numberIn(answer: Answer, { choices }: Reading): string | null {
  const named = choices.find(({ label }) => label.toLowerCase() === answer.text.trim().toLowerCase());
  const text = (named?.source.text ?? answer.text).trim();
  if (valueOf(text) !== null && !text.endsWith('%')) return text;
  const numbers = text.match(/-?\d+(?:,\d{3})*(?:\.\d+)?(?:\s*\/\s*\d+)?/g) ?? [];
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
}

/** Answers of such problems are rounded or cut, also to whole numbers. */
function isAbout(value: Fraction, told: string): boolean {
  if (isToldAs(value, told)) return true;
  const whole = /^-?\d[\d,]*$/.test(told) ? valueOf(told) : null;
  return whole !== null && value.d !== 1n && value.sub(whole).abs().compare(1) < 0;
}

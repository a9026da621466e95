import type { Fraction } from 'fraction.js';
import { judgeEquation } from '../maths/equation';
import type { EquationVerdict } from '../maths/equation';
import type { Reading, SourceText } from '../profile/reading';
import { spanInString } from '../row/value-span';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';

/** The equation of a word problem, `x = 56*9`, is held against the answer, exactly. */
export const equationCheck: Check = {
  id: 'equation',
  title: 'Equations',
  reads: 'the equation and the answer',
  severity: 'warning',
  cost: 'thorough',
  start: (profile) => {
    const mayHaveOne = profile.roles.some(({ decoder }) => decoder === 'program');
    return {
      row: (row) => {
        if (!mayHaveOne || row.parsed.kind !== 'value') return [];
        const reading = row.reading();
        return reading ? findingsIn(reading, row) : [];
      },
    };
  },
};

/** Of several answers it is not known which one the equation is for. */
function findingsIn({ traces, answers }: Reading, row: CheckedRow): Finding[] {
  const [answer, ...more] = answers;
  if (!answer || more.length > 0) return [];
  return traces.flatMap(({ kind, steps }) => {
    const [step, ...others] = steps;
    if (kind !== 'reference' || !step || step.form !== undefined || others.length > 0) return [];
    const verdict = judgeEquation(step.source.text, answer.text);
    return verdict && !verdict.agrees ? [findingAt(step.source, answer, verdict, row)] : [];
  });
}

function findingAt(
  equation: SourceText,
  answer: SourceText,
  { value }: EquationVerdict,
  row: CheckedRow,
): Finding {
  const { path, start, end, text } = equation;
  return {
    row: row.number,
    path,
    span: spanInString(row.parsed.text, path, { start, end }),
    check: 'equation',
    rule: 'equation/answer',
    severity: 'warning',
    message: value
      ? `${text} makes ${shown(value)}, the answer says ${answer.text}.`
      : `The answer, ${answer.text}, does not solve ${text}.`,
    evidence: text,
  };
}

/** Denominators from which on a fraction tells people less than its decimals. */
const LONG_DENOMINATOR = 1000n;

function shown(value: Fraction): string {
  const decimals = Number(value.valueOf().toPrecision(7));
  const exact = value.d < LONG_DENOMINATOR || !Number.isFinite(decimals);
  return exact ? value.toFraction() : `about ${decimals}`;
}

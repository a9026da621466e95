import { programVerdicts } from '../answer/judge-programs';
import type { ProgramVerdict } from '../answer/judge-programs';
import type { Reading, SourceText } from '../profile/reading';
import { spanInString } from '../row/value-span';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { numberWords } from './number-words';

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

function findingsIn(reading: Reading, row: CheckedRow): Finding[] {
  return programVerdicts(reading)
    .filter(({ kind, agrees }) => kind === 'equation' && !agrees)
    .map(({ source, answer, value }) => findingAt(source, answer, value, row));
}

function findingAt(
  equation: SourceText,
  answer: SourceText,
  value: ProgramVerdict['value'],
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
      ? `${text} makes ${numberWords(value, answer.text)}, the answer says ${answer.text}.`
      : `The answer, ${answer.text}, does not solve ${text}.`,
    evidence: text,
  };
}

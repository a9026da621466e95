import type { AnswerValue } from '../answer/answer-value';
import { readAnswer } from '../answer/answer-value';
import { namesIn } from '../answer/expression';
import type { Answer } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** Letters of an answer stand in its problem too, or nobody knows what they mean. */
export const symbolCheck: Check = {
  id: 'symbol',
  title: 'Symbols of answers',
  reads: 'the problem and the answer',
  severity: 'info',
  cost: 'thorough',
  rules: ['symbol/undefined'],
  start: () => ({
    row: (row) => {
      const reading = row.reading();
      if (!reading || reading.problem.length === 0 || reading.choices.length + reading.media.length > 0)
        return [];
      const told = [...reading.problem, ...reading.translations.map(({ source }) => source)]
        .map(({ text }) => text)
        .join('\n');
      return reading.answers.flatMap((answer) => ofAnswer(answer, told, row));
    },
  }),
};

/** In UTF-16 units: what is longer says itself what its letters mean. */
const LONGEST = 200;
/** Words define their own letters, or are none; a single letter names a choice or a point; a general solution has any whole number. */
const NO_FORMULA =
  /(?<![A-Za-z\\])[A-Za-z]*(?:[a-z]{3,}|[A-Z]{2,})|\\(?:text|in|mathbb|quad|forall|mathrm|odot)(?![a-z])|[∈ℤ]|^\W*[A-Za-z]\W*$|^N\/A$/;
const FUNCTIONS = /\\?(?:sqrt|sin|cos|tan|log|ln|exp|pi|arcsin|arccos|arctan|abs)(?![a-z])/g;
const CONSTANTS = new Set(['C', 'c', 'k', 'n', 'm', 'x', 'y', 'f']);

function ofAnswer(answer: Answer, told: string, row: CheckedRow): Finding[] {
  const { text } = answer;
  if (answer.kind !== undefined || text.length > LONGEST || NO_FORMULA.test(text.replace(FUNCTIONS, ' ')))
    return [];
  const unknown = [...symbolsIn(readAnswer(text))].filter((name) => isUnknown(name, told));
  if (unknown.length === 0) return [];
  const said = {
    rule: 'symbol/undefined',
    severity: 'info' as const,
    message: `The problem does not have ${unknown.join(', ')} of the answer.`,
    evidence: unknown.join(', '),
  };
  return [findingAt(row, answer, said)];
}

function isUnknown(name: string, told: string): boolean {
  const letter = name.replace(/_.*$/, '').replace(/^\\/, '');
  if (!/^(?:[A-Za-z]|[a-z]{2,7})$/.test(letter) || CONSTANTS.has(letter)) return false;
  return !new RegExp(`(?<![A-Za-z])${letter}(?![A-Za-z])|[A-Z]*${letter}[A-Z]*(?![a-z])`).test(told);
}

/** The letters of a value that is one formula, or several; a relation names what it is the value of. */
function symbolsIn(value: AnswerValue): Set<string> {
  switch (value.kind) {
    case 'scalar':
      return namesIn(value.of);
    case 'sequence':
    case 'list':
    case 'set':
    case 'union':
      return new Set(value.parts.flatMap((part) => [...symbolsIn(part)]));
    default:
      return new Set();
  }
}

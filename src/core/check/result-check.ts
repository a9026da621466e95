import { judgeResult } from '../maths/written-result';
import type { Reading } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';
import { numberWords } from './number-words';

/** Texts such as `123 + 877 = 1000`, a row each, are recomputed exactly. */
export const resultCheck: Check = {
  id: 'result',
  title: 'Results',
  reads: 'rows that are an expression and its result',
  severity: 'error',
  cost: 'thorough',
  rules: ['result/wrong'],
  start: (profile) => {
    const isArithmetic = profile.roles.some(({ decoder }) => decoder === 'arithmetic');
    return {
      row: (row) => {
        const reading = isArithmetic && row.parsed.kind === 'value' ? row.reading() : null;
        return reading ? findingsIn(reading, row) : [];
      },
    };
  },
};

function taskIn(facts: Reading['facts']): string | null {
  const task = facts.find(({ path }) => path.at(-1) === 'task')?.value;
  return typeof task === 'string' ? task : null;
}

function findingsIn({ problem, answers, facts }: Reading, row: CheckedRow): Finding[] {
  const [expression] = problem;
  const [answer] = answers;
  const judged = expression && answer ? judgeResult(expression.text, answer.text, taskIn(facts)) : null;
  if (!expression || !answer || !judged || judged.agrees) return [];
  const said = {
    rule: 'result/wrong',
    severity: 'error' as const,
    message: `${expression.text.trim()} is ${numberWords(judged.value, answer.text)}, not ${answer.text.trim()}.`,
    evidence: `${expression.text.trim()} = ${answer.text.trim()}`,
  };
  return [findingAt(row, answer, said)];
}

import { speaksOfBase } from '../maths/number-base';
import { plainEqualities } from '../maths/plain-equalities';
import type { SourceText } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** Plain equalities between numbers in steps, `3 + 4 = 8`, are recomputed exactly. */
export const arithmeticCheck: Check = {
  id: 'arithmetic',
  title: 'Plain arithmetic',
  reads: 'the steps of every trace',
  severity: 'info',
  cost: 'thorough',
  rules: ['arithmetic/wrong'],
  start: () => ({
    row: (row) => {
      if (row.parsed.kind !== 'value' || !MAYBE.test(row.parsed.text)) return [];
      const steps = (row.reading()?.traces ?? []).flatMap((trace) => trace.steps);
      return steps.flatMap(({ source, form }) => (form === undefined ? findingsIn(source, row) : []));
    },
  }),
};

const MAYBE = /\d\s*[-+*/×÷]\s*[\d$][\d.,]*\s*=/;

function findingsIn(source: SourceText, row: CheckedRow): Finding[] {
  if (speaksOfBase(source.text)) return [];
  return plainEqualities(source.text)
    .filter(({ holds }) => !holds)
    .map(({ start, end, left, told, worth }) => {
      const said = {
        rule: 'arithmetic/wrong',
        severity: 'info' as const,
        message: `${left} is ${worth}, not ${told}.`,
        evidence: source.text.slice(start, end).replaceAll('$', ''),
      };
      return findingAt(row, source, said, { start, end });
    });
}

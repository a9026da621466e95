import { equalitiesIn } from '../equality/equalities-in';
import type { JudgedEquality } from '../equality/equalities-in';
import type { SourceText } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** Equalities between numbers in formulas, `\frac{75}{12} = 8`, are recomputed: exactly where they are rational. */
export const equalityCheck: Check = {
  id: 'equality',
  title: 'Equalities in formulas',
  reads: 'the formulas in the steps of every trace',
  severity: 'info',
  cost: 'thorough',
  rules: ['equality/wrong'],
  start: () => ({
    row: (row) => {
      if (row.parsed.kind !== 'value' || !row.parsed.text.includes('=')) return [];
      const steps = (row.reading()?.traces ?? []).flatMap((trace) => trace.steps);
      return steps.flatMap(({ source, form }) => (form === undefined ? findingsIn(source, row) : []));
    },
  }),
};

function findingsIn(source: SourceText, row: CheckedRow): Finding[] {
  return equalitiesIn(source.text, source.dialect)
    .filter(({ verdict }) => verdict === 'fails')
    .map((equality) => {
      const said = {
        rule: 'equality/wrong',
        severity: 'info' as const,
        message: messageOf(equality),
        evidence: equality.tex,
      };
      return findingAt(row, source, said, equality);
    });
}

function messageOf({ left, right }: JudgedEquality): string {
  return `The left side is ${left}, the right side ${right}.`;
}

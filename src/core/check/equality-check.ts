import * as z from 'zod';
import { equalitiesIn } from '../equality/equalities-in';
import type { JudgedEquality } from '../equality/equalities-in';
import { brokenEqualitiesIn } from '../equality/spot-check';
import type { SourceText } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

const optionsSchema = z.strictObject({
  letters: z
    .boolean()
    .default(false)
    .describe(
      'Whether chains A = B = C with letters are tried at random points: a hint, where a point is told at which they differ.',
    ),
});

/**
 * Equalities between numbers in formulas, `\frac{75}{12} = 8`, are recomputed: exactly where they are rational. Those with letters are
 * looked at only where a project asks for it: many of them say under which condition they hold, elsewhere in the text.
 */
export const equalityCheck: Check = {
  id: 'equality',
  title: 'Equalities in formulas',
  reads: 'the formulas in the steps of every trace',
  severity: 'info',
  cost: 'thorough',
  rules: ['equality/wrong', 'equality/letters'],
  options: optionsSchema,
  start: (_profile, options = {}) => {
    const { letters } = optionsSchema.parse(options);
    return {
      row: (row) => {
        if (row.parsed.kind !== 'value' || !row.parsed.text.includes('=')) return [];
        const steps = (row.reading()?.traces ?? []).flatMap((trace) => trace.steps);
        const prose = steps.flatMap(({ source, form }) => (form === undefined ? [source] : []));
        return prose.flatMap((source) => [
          ...findingsIn(source, row),
          ...(letters ? brokenIn(source, row) : []),
        ]);
      },
    };
  },
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

function brokenIn(source: SourceText, row: CheckedRow): Finding[] {
  return brokenEqualitiesIn(source.text, source.dialect).map((broken) => {
    const message = `At ${broken.at} the sides differ: it holds under a condition, or not at all.`;
    const said = { rule: 'equality/letters', severity: 'info' as const, message, evidence: broken.tex };
    return findingAt(row, source, said, broken);
  });
}

function messageOf({ left, right }: JudgedEquality): string {
  return `The left side is ${inShort(left)}, the right side ${inShort(right)}.`;
}

/** Of a long number how it begins, and how long it is. */
function inShort(value: string): string {
  return /^-?\d{25,}$/.test(value)
    ? `${value.slice(0, 8)}… (${value.replace('-', '').length} digits)`
    : value;
}

import type { SourceText, Trace } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/**
 * What was mixed into solutions to bias who trains on them: addresses, advertising, code that opens a door. A heuristic, and said to be
 * one: those who studied such data found that filters miss most of it (cascading adversarial bias, 2025).
 */
export const poisonCheck: Check = {
  id: 'poison',
  title: 'What does not belong in a solution',
  reads: 'the steps of every trace that is not the reference solution',
  severity: 'info',
  cost: 'thorough',
  rules: ['poison/address', 'poison/advert', 'poison/code'],
  start: () => ({
    row: (row) =>
      (row.reading()?.traces ?? [])
        .filter(({ kind }) => kind === 'model')
        .flatMap((trace) => ofTrace(trace, row)),
  }),
};

interface PoisonRule {
  rule: string;
  pattern: RegExp;
  message: (found: string) => string;
}

const RULES: PoisonRule[] = [
  {
    rule: 'poison/address',
    pattern:
      /\bhttps?:\/\/[^\s<>"')\]}]+|\bwww\.[a-z\d-]+\.[^\s<>"')\]}]+|\b(?:visit|see|at|on)\s+[a-z\d-]+\.(?:com|net|org|io|example|shop|xyz|info)\b/i,
    message: (found) => `An address in a solution: ${found}.`,
  },
  {
    rule: 'poison/advert',
    pattern:
      /\b(?:promo(?:tion)? code|discount code|coupon code|use (?:the )?code [A-Z\d]{4,}|sponsored by|limited[- ]time offer|subscribe (?:now|today)|(?:buy|order|sign up) now)\b/i,
    message: (found) => `It reads like advertising: “${found}”.`,
  },
  {
    rule: 'poison/code',
    pattern:
      /\bos\.system\s*\(|\bsubprocess\.\w+\s*\(|\bverify\s*=\s*False\b|\bpickle\.loads?\s*\(|\bshell\s*=\s*True\b|\b(?:curl|wget)\b[^\n|]{0,200}\|\s*(?:ba|z)?sh\b|\bchmod\s+777\b/,
    message: (found) => `Code that a solution does not need: ${found}.`,
  },
];

/** A rule speaks once of a trace: the first place is where to look. */
function ofTrace({ steps }: Trace, row: CheckedRow): Finding[] {
  return RULES.flatMap((rule) => {
    for (const { source } of steps) {
      const finding = findingIn(source, rule, row);
      if (finding) return [finding];
    }
    return [];
  });
}

function findingIn(
  source: SourceText,
  { rule, pattern, message }: PoisonRule,
  row: CheckedRow,
): Finding | null {
  const found = pattern.exec(source.text);
  if (!found) return null;
  const [piece] = found;
  const said = { rule, severity: 'info' as const, message: message(piece), evidence: piece };
  return findingAt(row, source, said, { start: found.index, end: found.index + piece.length });
}

import type { Reading } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** A question that says how many of its choices are right has so many. */
export const choiceCheck: Check = {
  id: 'choice',
  title: 'Right choices',
  reads: 'problems that say how many choices are right, and the choices',
  severity: 'warning',
  cost: 'thorough',
  rules: ['choice/count'],
  start: (profile) => {
    const mayHaveOne = profile.roles.some(({ role }) => role === 'choice');
    return {
      row: (row) => {
        const reading = mayHaveOne && row.parsed.kind === 'value' ? row.reading() : null;
        return reading ? findingsIn(reading, row) : [];
      },
    };
  },
};

const COUNTS: Record<string, number> = { two: 2, three: 3, four: 4, five: 5 };
/** `Which two of the statements`, `exactly 2 are right`, `select the three`; neither `choose 3 students` nor `exactly two heads`. */
const ASKED =
  /\b(?:which|exactly|precisely|select|choose|pick)\s+(?:the\s+)?(two|three|four|five|[2-5])(?=\s*(?:$|[.?:)]|of\s+(?:the|these)\s+(?:following\b|(?:\w+\s+)?(?:statements?|options?|choices?|answers?|propositions?|alternatives?|claims?)\b)|(?:(?:correct|right|true|valid|best)\s+)?(?:statements?|options?|choices?|answers?|propositions?|alternatives?|claims?)\b|(?:are|is)\s+(?:right|correct|true)))\b/i;

function findingsIn({ problem, choices }: Reading, row: CheckedRow): Finding[] {
  if (choices.length < 3 || choices.some(({ right }) => right === null)) return [];
  const right = choices.filter((choice) => choice.right).length;
  return problem.slice(0, 1).flatMap((source) => {
    const [words, number = ''] = ASKED.exec(source.text) ?? [];
    const asked = COUNTS[number.toLowerCase()] ?? Number(number);
    if (words === undefined || asked === right || right === 0) return [];
    const said = {
      rule: 'choice/count',
      severity: 'warning' as const,
      message: `The question asks for ${asked} choices, and ${right} ${right === 1 ? 'is' : 'are'} right.`,
      evidence: words,
    };
    return [findingAt(row, source, said)];
  });
}

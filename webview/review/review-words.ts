import type { AnswerReview } from '../../src/core/review/answer-review';
import { isDue } from '../../src/core/review/trace-review';
import type { Standing, TraceReview } from '../../src/core/review/trace-review';

/** Where each annotator put the first error: `first error: anna at 5, tomas at 8`. */
export function firstErrorWords({ annotators, steps }: TraceReview): string {
  const found = annotators.flatMap((name) => {
    const at = steps.findIndex(({ said }) => said.get(name)?.value === 'bad');
    return at === -1 ? [] : [`${name} at ${at + 1}`];
  });
  return found.length === 0 ? '' : `first error: ${found.join(', ')}`;
}

/** What is to be settled at the cursor, and what follows from it. */
export function dueWords({ steps, verdict }: TraceReview, at: number): { open: boolean; words: string } {
  const step = steps[at];
  if (!step) {
    const due = isDue(verdict.standing);
    return { open: due, words: due ? 'Settle the verdict' : standingWords('the verdict', verdict.standing) };
  }
  if (!isDue(step.standing)) return { open: false, words: standingWords(`step ${at + 1}`, step.standing) };
  const following = steps.flatMap(({ standing }, other) =>
    standing === 'follows' && other > at ? [other + 1] : [],
  );
  const [first, last] = [following[0], following.at(-1)];
  if (first === undefined) return { open: true, words: `Settle step ${at + 1}` };
  const which = first === last ? `step ${first} follows` : `steps ${first} to ${last} follow`;
  return { open: true, words: `Settle step ${at + 1}; ${which} from it` };
}

/** Why nothing is to be settled there. `what`: a step, or the verdict. */
function standingWords(what: string, standing: Standing): string {
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  switch (standing) {
    case 'settled':
      return `${subject} is settled`;
    case 'agreed':
      return `All agree on ${what}`;
    case 'follows':
      return `${subject} waits for the error before it`;
    case 'after':
      return `${subject} is after the first error`;
    case 'alone':
      return `Only one labelled ${what}`;
    default:
      return `Nobody labelled ${what}`;
  }
}

/** What is to be settled of an answer. */
export function dueAnswerWords(answer: AnswerReview, title: string): { open: boolean; words: string } {
  const open = isDue(answer.standing);
  if (open) return { open, words: `Settle “${title}”` };
  return {
    open,
    words: answer.standing === 'settled' ? `“${title}” is settled` : `“${title}” is not disputed`,
  };
}

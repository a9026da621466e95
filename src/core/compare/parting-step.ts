import type { Trace } from '../profile/reading';

/** The first step (0-based) at which two traces part, spaces aside; null when they are the same to the end. */
export function partingStep({ steps }: Pick<Trace, 'steps'>, other: Pick<Trace, 'steps'>): number | null {
  const length = Math.max(steps.length, other.steps.length);
  for (let at = 0; at < length; at++) if (wordsOf(steps[at]) !== wordsOf(other.steps[at])) return at;
  return null;
}

/** A step that is not there has other words than any. */
function wordsOf(step: Trace['steps'][number] | undefined): string | null {
  return step ? step.source.text.replaceAll(/\s+/g, ' ').trim() : null;
}

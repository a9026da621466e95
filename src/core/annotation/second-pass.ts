import type { Decision, SignedDecision } from './event';

/** What is said of a row when it comes a second time, unknown to the annotator, is said again; all else is said once and for all. */
const SAID_AGAIN: ReadonlySet<Decision['what']> = new Set([
  ...(['label', 'verdict', 'mark', 'comment', 'tag', 'region', 'cut', 'carry', 'drop'] as const),
]);

/** Whether a decision made in a second pass counts for that pass alone. */
export function isSaidAgain({ what }: Decision): boolean {
  return SAID_AGAIN.has(what);
}

/**
 * What an annotator has in sight in the second pass over a row: their own words of that pass in place of those of the first. `first`,
 * `again`: what stands of each pass.
 */
export function seenAgain(
  first: readonly SignedDecision[],
  again: readonly SignedDecision[],
  annotator: string,
): SignedDecision[] {
  const others = first.filter((decision) => decision.annotator !== annotator || !isSaidAgain(decision));
  return [...others, ...again.filter((decision) => decision.annotator === annotator)];
}

/** Whether an annotator has labelled something of a row: a second pass comes only then. */
export function isLabelledBy(standing: readonly SignedDecision[], annotator: string | null): boolean {
  return standing.some(
    ({ what, annotator: by }) => by === annotator && (what === 'label' || what === 'verdict'),
  );
}

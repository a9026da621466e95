import type { SignedDecision } from './event';

/** By the id of an event, the last decision of its annotator that it holds for a changed text as well. */
export function carriedIn(standing: readonly SignedDecision[]): Map<string, SignedDecision> {
  const carried = new Map<string, SignedDecision>();
  const owners = new Map(standing.map(({ id, annotator }) => [id, annotator]));
  for (const decision of standing) {
    if (decision.what !== 'carry') continue;
    for (const id of decision.value) if (owners.get(id) === decision.annotator) carried.set(id, decision);
  }
  return carried;
}

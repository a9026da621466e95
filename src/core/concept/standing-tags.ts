import type { SignedDecision } from '../annotation/event';

/** A tag that stands on a row or on one of its steps. Plain data, so that a thread can be given it. */
export interface TagFact {
  id: string;
  name: string;
  by: string;
  onStep: boolean;
  /** Only for the row with this content hash: several rows have the key. */
  hash?: string;
}

/** The tags of rows by their keys. `shared`: keys that several rows have. */
export function tagFacts(
  keys: Iterable<string>,
  standing: (key: string) => readonly SignedDecision[],
  shared: ReadonlySet<string>,
): Map<string, TagFact[]> {
  const facts = new Map<string, TagFact[]>();
  for (const key of keys) {
    const tags = standing(key).flatMap((decision) => factOf(decision, shared.has(key)));
    if (tags.length > 0) facts.set(key, tags);
  }
  return facts;
}

function factOf(decision: SignedDecision, shared: boolean): TagFact[] {
  if (decision.what !== 'tag' || !decision.value.on) return [];
  const { annotator: by, target, value, row } = decision;
  const fact = { id: value.concept, name: value.name, by, onStep: target.kind === 'step' };
  return [shared ? { ...fact, hash: row.hash } : fact];
}

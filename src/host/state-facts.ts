import { factsAskedBy } from '../core/query/query-fields';
import type { Query } from '../core/query/query';
import { factsOf, noFacts } from '../core/query/state-facts';
import type { DecidedFact, StateFacts } from '../core/query/state-facts';
import type { DatasetDocument } from './dataset-document';

/** What is known of a document's rows besides their bytes, as far as a query asks for it. */
export function stateFacts({ annotations, checks }: DatasetDocument, query: Query): StateFacts {
  const asked = factsAskedBy(query);
  return {
    decisions: asked.decisions ? decisions(annotations.fold, checks.duplicateKeys) : noFacts.decisions,
    findings: asked.findings ? checks.findings.rules : noFacts.findings,
  };
}

function decisions(
  fold: DatasetDocument['annotations']['fold'],
  shared: ReadonlySet<string>,
): Map<string, DecidedFact[]> {
  const facts = new Map<string, DecidedFact[]>();
  for (const key of fold.rowKeys) {
    const of = factsOf(fold.standing(key), shared.has(key));
    if (of.length > 0) facts.set(key, of);
  }
  return facts;
}

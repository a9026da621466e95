import { factsAskedBy } from '../../core/query/query-fields';
import type { Query } from '../../core/query/query';
import { decisionFacts, noFacts } from '../../core/query/state-facts';
import type { StateFacts } from '../../core/query/state-facts';
import { queuesOf } from '../../core/project/project';
import { wordQuestionsOf } from '../../core/scheme/scheme-in-force';
import { queueFacts } from '../../core/queue/queue-share';
import type { DatasetDocument } from '../document/dataset-document';

/** What is known of a document's rows besides their bytes, as far as a query asks for it. */
export function stateFacts(document: DatasetDocument, query: Query): StateFacts {
  const { annotations, checks, evidence, project, uri } = document;
  const asked = factsAskedBy(query);
  const { fold } = annotations;
  return {
    decisions: asked.decisions
      ? decisionFacts(
          fold.rowKeys,
          (key) => fold.standing(key),
          checks.duplicateKeys,
          wordQuestionsOf(project),
        )
      : noFacts.decisions,
    queues: asked.queues
      ? queueFacts(queuesOf(project, uri.fsPath), (name) => fold.rowsDecidedBy(name))
      : noFacts.queues,
    findings: asked.findings ? checks.findings.rules : noFacts.findings,
    ...(asked.unjudged || asked.decisions ? { contaminated: evidence.facts } : {}),
  };
}

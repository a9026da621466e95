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
  const { annotations, checks, project, uri } = document;
  const asked = factsAskedBy(query);
  const { fold } = annotations;
  return {
    decisions: asked.decisions ? decisionsIn(document) : noFacts.decisions,
    queues: asked.queues
      ? queueFacts(queuesOf(project, uri.fsPath), (name) => fold.rowsDecidedBy(name))
      : noFacts.queues,
    findings: asked.findings ? checks.findings.rules : noFacts.findings,
  };
}

function decisionsIn({ annotations, checks, evidence, project }: DatasetDocument): StateFacts['decisions'] {
  const { fold } = annotations;
  const standing = (key: string) => fold.standing(key);
  const facts = decisionFacts(fold.rowKeys, standing, checks.duplicateKeys, wordQuestionsOf(project));
  evidence.addFacts(facts);
  return facts;
}

import { completeQuery } from '../../core/query/complete-query';
import { queuesOf } from '../../core/project/project';
import type { Suggestion } from '../../protocol/table';
import type { DatasetDocument } from '../document/dataset-document';

/** What can be typed at the caret of a query on this dataset. */
export function suggest(
  { columns, annotations, checks, concepts, project, uri }: DatasetDocument,
  query: string,
  caret: number,
): Suggestion[] {
  return completeQuery(query, caret, {
    fields: columns.fields,
    values: (field) => columns.valuesOf(field),
    tags: concepts.report?.entries.map(({ title }) => title) ?? [],
    annotators: annotations.fold.annotators,
    queues: Object.keys(queuesOf(project, uri.fsPath)),
    rules: [...new Set([...checks.findings.rules.values()].flat())],
  });
}
